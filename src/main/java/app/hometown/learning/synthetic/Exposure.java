// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.statistics.FixedRandom;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Which stream a made-up user gets to see: 55 of 100 are from the home city, 20 in the own language, 10 of a
/// preferred category, the rest any; so that distance and tastes vary in the samples. Of two streams drawn that way
/// the second is shown when only it is of a preferred category. Only live streams are shown, unless none is live.
/// Immutable.
final class Exposure {
    private static final double FROM_HOME = 0.55;
    private static final double IN_LANGUAGE = 0.20;
    private static final double OF_TASTE = 0.10;

    private final Users users;
    private final Streams streams;
    private final int[] shown;
    private final Groups byCity;
    private final Groups byLanguage;
    private final Groups byCategory;

    Exposure(Users users, Streams streams, int cities, int languages, int categories) {
        this.users = users;
        this.streams = streams;
        int[] live = IntStream.range(0, streams.size()).filter(streams::live).toArray();
        shown = live.length == 0 ? IntStream.range(0, streams.size()).toArray() : live;
        byCity = new Groups(shown.length, cities, place -> streams.city(shown[place]));
        byLanguage = new Groups(shown.length, languages, place -> streams.language(shown[place]));
        byCategory = new Groups(shown.length, categories, place -> streams.category(shown[place]));
    }

    /// How many streams are shown to anybody.
    int places() {
        return shown.length;
    }

    /// The row of the stream of a place.
    int stream(int place) {
        return shown[place];
    }

    /// The place of a stream that the user gets to see.
    int draw(int user, FixedRandom random) {
        double way = random.uniform();
        int first = draw(user, way, random);
        int second = draw(user, way, random);
        return !preferred(user, first) && preferred(user, second) ? second : first;
    }

    private int draw(int user, double way, FixedRandom random) {
        int place = -1;
        if (way < FROM_HOME) {
            place = byCity.draw(users.city(user), random);
        } else if (way < FROM_HOME + IN_LANGUAGE) {
            place = byLanguage.draw(users.language(user), random);
        } else if (way < FROM_HOME + IN_LANGUAGE + OF_TASTE) {
            int liked = users.category(user, random.below(users.categoryCount(user)));
            place = byCategory.draw(liked, random);
        }
        return place >= 0 ? place : random.below(shown.length);
    }

    private boolean preferred(int user, int place) {
        int category = streams.category(shown[place]);
        for (int n = 0; n < users.categoryCount(user); n++) {
            if (users.category(user, n) == category) {
                return true;
            }
        }
        return false;
    }

    /// Places gathered by a code, in one array.
    private static final class Groups {
        private final int[] ends;
        private final int[] places;

        Groups(int size, int codes, IntUnaryOperator codeOfPlace) {
            ends = new int[codes];
            for (int place = 0; place < size; place++) {
                ends[codeOfPlace.applyAsInt(place)]++;
            }
            Arrays.parallelPrefix(ends, Integer::sum);
            int[] next = new int[codes];
            for (int code = 1; code < codes; code++) {
                next[code] = ends[code - 1];
            }
            places = new int[size];
            for (int place = 0; place < size; place++) {
                places[next[codeOfPlace.applyAsInt(place)]++] = place;
            }
        }

        /// A place of the group, or -1 when it is empty.
        int draw(int code, FixedRandom random) {
            int start = code == 0 ? 0 : ends[code - 1];
            return start == ends[code] ? -1 : places[start + random.below(ends[code] - start)];
        }
    }
}
