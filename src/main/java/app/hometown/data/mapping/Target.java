// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.domain.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A column that this program has, and what may become it.
///
/// @param column its name in data files
/// @param type what its values are
/// @param least the smallest number
/// @param most the largest number
/// @param absent what it means when no column of a file is it
/// @param synonyms what other programs call it, in small letters and without anything between the words
/// @param factors what numbers of other units are multiplied by, when the person says so
public record Target(
        String column,
        Type type,
        double least,
        double most,
        Absent absent,
        List<String> synonyms,
        List<Double> factors) {
    /// What every row has of its own.
    private static final Set<String> OWN = Set.of("user_id", "stream_id", "latitude", "longitude");

    /// What values are.
    public enum Type {
        /// A text that no other row has.
        ID,
        TEXT,
        NUMBER,
        /// A whole number.
        COUNT,
        /// Yes or no.
        FLAG,
        /// Any number of texts.
        LIST;

        /// Whether values are read as numbers.
        public boolean numeric() {
            return this == NUMBER || this == COUNT;
        }
    }

    /// What it means when a file has no such column.
    public enum Absent {
        /// It must be there, or one value for all rows.
        REFUSED,
        /// Nobody knows it.
        UNKNOWN,
        /// All streams are live.
        LIVE,
        /// It is worked out from the user and the stream.
        COMPUTED
    }

    public Target {
        synonyms = List.copyOf(synonyms);
        factors = List.copyOf(factors);
    }

    static Target id(String column, String... nouns) {
        List<String> synonyms = new ArrayList<>();
        for (String noun : nouns) {
            synonyms.add(noun);
            if (!noun.equals("id") && !noun.equals("uid")) {
                synonyms.add(noun + "id");
            }
        }
        return new Target(column, Type.ID, 0, 0, Absent.REFUSED, synonyms, List.of());
    }

    static Target text(String column, String... synonyms) {
        return new Target(column, Type.TEXT, 0, 0, Absent.REFUSED, List.of(synonyms), List.of());
    }

    static Target list(String column, Absent absent, String... synonyms) {
        return new Target(column, Type.LIST, 0, 0, absent, List.of(synonyms), List.of());
    }

    static Target number(String column, double least, double most, String... synonyms) {
        return new Target(column, Type.NUMBER, least, most, Absent.REFUSED, List.of(synonyms), List.of());
    }

    static Target count(String column, Absent absent, String... synonyms) {
        return new Target(column, Type.COUNT, 0, Integer.MAX_VALUE, absent, List.of(synonyms), List.of());
    }

    static Target flag(String column, Absent absent, String... synonyms) {
        return new Target(column, Type.FLAG, 0, 1, absent, List.of(synonyms), List.of());
    }

    static Target latitude(String... prefixes) {
        return coordinate("latitude", 90, List.of("lat", "breite", "y", "gpslat"), prefixes);
    }

    static Target longitude(String... prefixes) {
        return coordinate("longitude", 180, List.of("lon", "lng", "long", "laenge", "x", "gpslon", "gpslng"), prefixes);
    }

    private static Target coordinate(String column, double most, List<String> names, String... prefixes) {
        List<String> synonyms = new ArrayList<>(names);
        for (String prefix : prefixes) {
            synonyms.add(prefix + column);
            names.stream().filter(name -> name.length() > 1).forEach(name -> synonyms.add(prefix + name));
        }
        return new Target(column, Type.NUMBER, -most, most, Absent.REFUSED, synonyms, List.of());
    }

    static Target feature(Feature feature) {
        Target base =
                switch (feature) {
                    case DISTANCE_KM ->
                        number(feature.column(), 0, Double.MAX_VALUE, "distance", "km", "distancekilometers");
                    case USER_TOTAL_WATCH_HOURS, STREAM_AVG_VIEWERS, CREATOR_FOLLOWERS ->
                        number(feature.column(), 0, Double.MAX_VALUE);
                    case PROXIMITY_BOOST -> number(feature.column(), 0, 1, "proximity");
                    case USER_LOCAL_PREFERENCE -> number(feature.column(), 0, 1, "localpreference");
                    case STREAM_QUALITY_SCORE -> number(feature.column(), 0, 10);
                    case IS_LOCAL_MATCH,
                            IS_REGIONAL_MATCH,
                            SAME_CITY,
                            SAME_LANGUAGE,
                            IS_PARTNERED,
                            MATURE_CONTENT,
                            CATEGORY_MATCH -> flag(feature.column(), Absent.COMPUTED);
                };
        return base.with(Absent.COMPUTED);
    }

    Target orAbsent() {
        return with(Absent.UNKNOWN);
    }

    Target orTimes(double... other) {
        return new Target(
                column,
                type,
                least,
                most,
                absent,
                synonyms,
                Arrays.stream(other).boxed().toList());
    }

    private Target with(Absent other) {
        return new Target(column, type, least, most, other, synonyms, factors);
    }

    /// Whether rows without a value are bad.
    public boolean required() {
        return absent == Absent.REFUSED || absent == Absent.COMPUTED;
    }

    /// Whether one value for all rows makes sense.
    public boolean constantAllowed() {
        return type != Type.ID && !OWN.contains(column);
    }

    /// Whether it can be left out.
    public boolean absentAllowed() {
        return absent != Absent.REFUSED;
    }

    /// What is wrong with a number out of range, for people: "is outside 0..10".
    String outside() {
        return most == Double.MAX_VALUE
                ? "is below " + plain(least)
                : "is outside " + plain(least) + ".." + plain(most);
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
