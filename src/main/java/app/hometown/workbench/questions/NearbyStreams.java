// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.geo.Box;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import app.hometown.learning.RowChunks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Live streams in cells of half a degree, row by row from west to east, so that a radius is a few stretches of an
/// array. Counting up to a hundred takes about a microsecond in a city and some tens where streams are few. 28 bytes a
/// stream.
final class NearbyStreams {
    private static final int NORTH = 360;
    private static final int EAST = 720;

    /// No cell is larger across than this, km: 0.5° each way at the equator is 78.7.
    private static final double ACROSS_KM = 79;

    /// Users are told apart by how many candidates they have up to here.
    private static final int[] GROUPS = {0, 1, Answer.Candidates.ENOUGH, 20, 100};

    private static final int MOST = GROUPS[GROUPS.length - 1];

    private final Streams streams;
    private final int[] starts = new int[NORTH * EAST + 1];
    private final int[] rows;
    private final double[] vectors;

    private NearbyStreams(Streams streams, BitSet left) {
        this.streams = streams;
        for (int row = left.nextSetBit(0); row >= 0; row = left.nextSetBit(row + 1)) {
            if (streams.live(row)) {
                starts[cell(streams.latitude(row), streams.longitude(row)) + 1]++;
            }
        }
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        rows = new int[starts[starts.length - 1]];
        vectors = new double[3 * rows.length];
        int[] next = starts.clone();
        for (int row = left.nextSetBit(0); row >= 0; row = left.nextSetBit(row + 1)) {
            if (streams.live(row)) {
                int at = next[cell(streams.latitude(row), streams.longitude(row))]++;
                Vector vector = Vector.of(streams.latitude(row), streams.longitude(row));
                rows[at] = row;
                vectors[3 * at] = vector.x();
                vectors[3 * at + 1] = vector.y();
                vectors[3 * at + 2] = vector.z();
            }
        }
    }

    private static int north(double latitude) {
        return Math.min(NORTH - 1, (int) ((latitude + 90) * 2));
    }

    private static int east(double longitude) {
        return Math.min(EAST - 1, (int) ((longitude + 180) * 2));
    }

    private static int cell(double latitude, double longitude) {
        return north(latitude) * EAST + east(longitude);
    }

    static Answer candidates(Subject subject, Progress progress) {
        double radiusKm = subject.session().scoring().radiusKm().orElse(Double.NaN);
        if (Double.isNaN(radiusKm) || radiusKm >= Geodesic.FARTHEST_KM) {
            return new Answer.None(Answer.Lack.NO_RADIUS);
        }
        Catalog catalog = subject.catalog();
        Users users = catalog.users();
        BitSet left = subject.users();
        NearbyStreams nearby = new NearbyStreams(catalog.streams(), subject.streams());
        int cities = catalog.cities().size();
        progress.phase("counting candidates", left.length());
        // Groups, then users and lacking users of each city.
        long[] counts = new long[GROUPS.length + 2 * cities];
        RowChunks.forEach(left.length(), progress, 0, (chunk, from, to) -> {
            int[] here = new int[GROUPS.length];
            int[] lacking = new int[to - from];
            for (int row = left.nextSetBit(from); row >= 0 && row < to; row = left.nextSetBit(row + 1)) {
                int count = nearby.count(users.latitude(row), users.longitude(row), radiusKm);
                int group = GROUPS.length - 1;
                while (count < GROUPS[group]) {
                    group--;
                }
                here[group]++;
                lacking[row - from] = count < Answer.Candidates.ENOUGH ? 2 : 1;
            }
            synchronized (counts) {
                for (int group = 0; group < here.length; group++) {
                    counts[group] += here[group];
                }
                for (int i = 0; i < lacking.length; i++) {
                    if (lacking[i] > 0) {
                        int at = GROUPS.length + 2 * users.city(from + i);
                        counts[at]++;
                        counts[at + 1] += lacking[i] - 1;
                    }
                }
            }
        });
        return answer(catalog, radiusKm, counts, left.cardinality());
    }

    private static Answer answer(Catalog catalog, double radiusKm, long[] counts, long users) {
        List<Bin> groups = new ArrayList<>();
        long lacking = 0;
        for (int group = 0; group < GROUPS.length; group++) {
            double to = group + 1 < GROUPS.length ? GROUPS[group + 1] : Double.POSITIVE_INFINITY;
            groups.add(new Bin(GROUPS[group], to, counts[group]));
            lacking += to <= Answer.Candidates.ENOUGH ? counts[group] : 0;
        }
        List<Answer.CityLack> cities = new ArrayList<>();
        for (int city = 0; city < catalog.cities().size(); city++) {
            int at = GROUPS.length + 2 * city;
            if (counts[at + 1] > 0) {
                cities.add(new Answer.CityLack(catalog.cities().name(city), counts[at + 1], counts[at]));
            }
        }
        cities.sort(
                Comparator.comparingLong(Answer.CityLack::lacking).reversed().thenComparing(Answer.CityLack::city));
        return new Answer.Candidates(radiusKm, groups, lacking, users, cities);
    }

    /// How many streams lie within a radius, or [#MOST] when they are not fewer.
    private int count(double latitude, double longitude, double radiusKm) {
        int own = cell(latitude, longitude);
        int here = starts[own + 1] - starts[own];
        if (radiusKm >= ACROSS_KM && here >= MOST) {
            return MOST;
        }
        Box box = Box.around(latitude, longitude, radiusKm);
        Vector vector = Vector.of(latitude, longitude);
        int count = 0;
        for (int north = north(box.south()); north <= north(box.north()) && count < MOST; north++) {
            int first = north * EAST;
            int west = first + east(box.west());
            int east = first + east(box.east()) + 1;
            if (box.crossesDateline()) {
                count += count(starts[first], starts[east], latitude, longitude, vector, radiusKm, MOST - count);
                count += count(starts[west], starts[first + EAST], latitude, longitude, vector, radiusKm, MOST - count);
            } else {
                count += count(starts[west], starts[east], latitude, longitude, vector, radiusKm, MOST - count);
            }
        }
        return count;
    }

    private int count(int from, int to, double latitude, double longitude, Vector vector, double radiusKm, int enough) {
        int count = 0;
        for (int at = from; at < to && count < enough; at++) {
            double km = Geodesic.distanceKm(
                    vector.x(), vector.y(), vector.z(), vectors[3 * at], vectors[3 * at + 1], vectors[3 * at + 2]);
            if (Double.isNaN(km)) {
                km = Geodesic.distanceKm(latitude, longitude, streams.latitude(rows[at]), streams.longitude(rows[at]));
            }
            count += km <= radiusKm ? 1 : 0;
        }
        return count;
    }
}
