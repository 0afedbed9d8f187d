// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.geo.WebMercator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/// How many of the shown users and streams each city has. Immutable.
///
/// @param cities those with the most first, at most [#MOST]
record CityTotals(List<City> cities) {
    /// More names than this no view has room for.
    static final int MOST = 500;

    /// No cities.
    static final CityTotals NONE = new CityTotals(List.of());

    /// A city.
    ///
    /// @param name its name
    /// @param x on unit Mercator, in the middle of what it has
    /// @param y on unit Mercator
    /// @param users shown users
    /// @param streams shown streams
    record City(String name, double x, double y, int users, int streams) {}

    CityTotals {
        cities = List.copyOf(cities);
    }

    /// Adds up by the city that the data name; some 10 ns a point.
    static CityTotals of(Catalog catalog, PointView users, PointView streams) {
        var sums = new Sums(catalog.cities().size());
        sums.add(users, catalog.users()::city, catalog.users()::latitude, catalog.users()::longitude, sums.users);
        sums.add(
                streams,
                catalog.streams()::city,
                catalog.streams()::latitude,
                catalog.streams()::longitude,
                sums.streams);
        List<City> cities = new ArrayList<>();
        for (int code = 0; code < sums.users.length; code++) {
            if (sums.users[code] + sums.streams[code] > 0) {
                cities.add(sums.city(code, catalog.cities().name(code)));
            }
        }
        cities.sort(Comparator.comparingInt((City city) -> -city.users - city.streams)
                .thenComparing(City::name));
        return new CityTotals(cities.subList(0, Math.min(MOST, cities.size())));
    }

    /// Sums by city code. Directions are added, not degrees, which would put a city on the dateline on the other side
    /// of
    /// the earth; one in some is enough for the middle.
    private static final class Sums {
        private static final int SAMPLE = 64;

        private final int[] users;
        private final int[] streams;
        private final double[] xs;
        private final double[] ys;
        private final double[] zs;
        private final int[] sampled;

        Sums(int cities) {
            users = new int[cities];
            streams = new int[cities];
            xs = new double[cities];
            ys = new double[cities];
            zs = new double[cities];
            sampled = new int[cities];
        }

        void add(
                PointView points,
                IntUnaryOperator city,
                IntToDoubleFunction latitude,
                IntToDoubleFunction longitude,
                int[] counts) {
            for (int at = 0; at < points.cloud().size(); at++) {
                if (points.isShown(at)) {
                    int row = points.cloud().row(at);
                    int code = city.applyAsInt(row);
                    counts[code]++;
                    if (sampled[code] < SAMPLE || counts[code] % SAMPLE == 0) {
                        sampled[code]++;
                        double north = Math.toRadians(latitude.applyAsDouble(row));
                        double east = Math.toRadians(longitude.applyAsDouble(row));
                        xs[code] += Math.cos(north) * Math.cos(east);
                        ys[code] += Math.cos(north) * Math.sin(east);
                        zs[code] += Math.sin(north);
                    }
                }
            }
        }

        City city(int code, String name) {
            double latitude = Math.toDegrees(Math.atan2(zs[code], Math.hypot(xs[code], ys[code])));
            double longitude = Math.toDegrees(Math.atan2(ys[code], xs[code]));
            return new City(name, WebMercator.x(longitude), WebMercator.y(latitude), users[code], streams[code]);
        }
    }
}
