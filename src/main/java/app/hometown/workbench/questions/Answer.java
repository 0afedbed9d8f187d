// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Feature;
import java.util.List;
import java.util.Optional;

/// What comes of a question: numbers. Immutable.
public sealed interface Answer {
    /// There is none.
    ///
    /// @param lack why
    record None(Lack lack) implements Answer {}

    /// Why data cannot answer.
    enum Lack {
        /// The data folder has no file of samples.
        NO_SAMPLE_FILE,
        /// The file of samples is there but has not been read.
        UNREAD_SAMPLES,
        /// No sample is left.
        NO_SAMPLES,
        /// No user is left.
        NO_USERS,
        /// No stream is left.
        NO_STREAMS,
        /// The radius is the whole world.
        NO_RADIUS,
        /// No value is above 0.
        NO_POSITIVE
    }

    /// How often values occur.
    ///
    /// @param counts the most frequent first, then by name; those that do not occur are left out
    /// @param total of how many rows
    record Counts(List<Count> counts, long total) implements Answer {
        public Counts {
            counts = List.copyOf(counts);
        }

        /// The part of all rows that a value has.
        public double share(Count count) {
            return total == 0 ? 0 : (double) count.count() / total;
        }
    }

    /// How often a value occurs.
    record Count(String name, long count) {}

    /// How often values occur among users and among streams.
    ///
    /// @param pairs the one with the largest sum of both shares first, then by name
    /// @param users how many users there are
    /// @param streams how many streams there are
    record Pairs(List<Pair> pairs, long users, long streams) implements Answer {
        public Pairs {
            pairs = List.copyOf(pairs);
        }

        /// The part of all users that have a value.
        public double ofUsers(Pair pair) {
            return (double) pair.users() / users;
        }

        /// The part of all streams that have a value.
        public double ofStreams(Pair pair) {
            return (double) pair.streams() / streams;
        }
    }

    /// How often a value occurs among users and among streams.
    record Pair(String name, long users, long streams) {}

    /// How numbers are spread.
    ///
    /// @param bins neighbours, ascending
    /// @param count how many numbers
    /// @param mean of them
    /// @param least of them
    /// @param quarter a quarter of them are not larger (linear between neighbours, as SQL's quantile_cont)
    /// @param median in the middle
    /// @param threeQuarters a quarter of them are not smaller
    /// @param largest of them
    record Spread(
            List<Bin> bins,
            long count,
            double mean,
            double least,
            double quarter,
            double median,
            double threeQuarters,
            double largest)
            implements Answer {
        public Spread {
            bins = List.copyOf(bins);
        }
    }

    /// Distances between users and what they were shown.
    ///
    /// @param spread in bins of equal ratio; the first holds everything nearer too
    /// @param local how many are nearer than 100 km
    /// @param regional how many are nearer than 1,000 km, the local ones among them
    record Distances(Spread spread, long local, long regional) implements Answer {}

    /// Click rates of groups of samples.
    ///
    /// @param rates those without a sample are left out, unless they are named
    /// @param clicks of all samples
    /// @param count all samples
    record Rates(List<Rate> rates, long clicks, long count) implements Answer {
        public Rates {
            rates = List.copyOf(rates);
        }

        /// All samples.
        public Rate all() {
            return Rate.of("", clicks, count);
        }

        /// The rate of a key.
        ///
        /// @throws java.util.NoSuchElementException when there is none
        public Rate of(String key) {
            return rates.stream()
                    .filter(rate -> rate.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        /// The lowest and the highest ranges that hold at least a quarter of the samples each.
        ///
        /// @return empty when they would overlap
        public Optional<Ends> ends() {
            int low = 0;
            int high = rates.size() - 1;
            if (high < 1) {
                return Optional.empty();
            }
            Rate lowest = rates.get(low);
            while (lowest.count() * 4 < count) {
                lowest = lowest.and(rates.get(++low));
            }
            Rate highest = rates.get(high);
            while (highest.count() * 4 < count) {
                highest = highest.and(rates.get(--high));
            }
            return low < high ? Optional.of(new Ends(lowest, highest)) : Optional.empty();
        }
    }

    /// The samples with the lowest and those with the highest values.
    record Ends(Rate lowest, Rate highest) {}

    /// Click rates of near and far samples by a number.
    ///
    /// @param near below 100 km, by level
    /// @param far from 100 km on, by level; the same levels
    record NearAndFar(List<Rate> near, List<Rate> far) implements Answer {
        public NearAndFar {
            near = List.copyOf(near);
            far = List.copyOf(far);
        }
    }

    /// The upper part of a distribution.
    ///
    /// @param points ascending: how large, and the share of all that is at least so large
    /// @param count how many numbers, those that are not above 0 among them
    /// @param largest of them
    /// @param law the power law that fits the upper part best; empty where too few numbers lie in it
    record Tail(List<Point> points, long count, double largest, Optional<PowerLaw> law) implements Answer {
        public Tail {
            points = List.copyOf(points);
        }
    }

    /// A share of all that is at least so large.
    record Point(double value, double share) {}

    /// How varied the taste within cities is.
    ///
    /// @param cities those with most users first
    /// @param all users of all cities together
    record Diversity(List<CityTaste> cities, CityTaste all) implements Answer {
        public Diversity {
            cities = List.copyOf(cities);
        }
    }

    /// What the users of a city like.
    ///
    /// @param city its name, or ""
    /// @param users how many
    /// @param likes how many categories they like, each counted as often as it is liked
    /// @param effective to how many equally liked categories their taste amounts: the exponential of Shannon's
    /// entropy.
    ///   Source: M. O. Hill, "Diversity and evenness", Ecology 54, 1973
    /// @param categories how many different ones
    /// @param languages how many different ones they speak
    record CityTaste(String city, long users, long likes, double effective, int categories, int languages) {}

    /// Pearson's correlations of the features and, last, the click.
    ///
    /// @param values row after row, one row and column more than features; NaN where one of both is constant
    /// @param count samples
    record Correlations(List<Double> values, long count) implements Answer {
        /// Rows and columns.
        public static final int SIZE = Feature.COUNT + 1;

        public Correlations {
            values = List.copyOf(values);
        }

        /// Of two columns; [Feature#COUNT] is the click.
        public double of(int one, int other) {
            return values.get(one * SIZE + other);
        }
    }

    /// Live streams within the radius of users.
    ///
    /// @param radiusKm of the scoring
    /// @param groups how many users have how many candidates; the last group has no end
    /// @param lacking users with fewer than [#ENOUGH]
    /// @param users of how many
    /// @param cities those with most users who lack candidates first; cities without such users are left out
    record Candidates(double radiusKm, List<Bin> groups, long lacking, long users, List<CityLack> cities)
            implements Answer {
        /// As many candidates as the shortest list shows.
        public static final int ENOUGH = 5;

        public Candidates {
            groups = List.copyOf(groups);
            cities = List.copyOf(cities);
        }
    }

    /// Users of a city who lack candidates.
    record CityLack(String city, long lacking, long users) {}

    /// Which streams are shown.
    ///
    /// @param streams how many
    /// @param shares for each way of showing, in the order samples shown, samples clicked, then rankers
    /// @param askedUsers for how many users was ranked
    /// @param usersLeft of how many
    /// @param k places of a list
    record Exposure(long streams, List<Showing> shares, long askedUsers, long usersLeft, int k) implements Answer {
        public Exposure {
            shares = List.copyOf(shares);
        }
    }

    /// Who is shown by one way of showing.
    ///
    /// @param way [#SHOWN], [#CLICKED], [#BASIC] or [#ML]
    /// @param total how often any stream was shown
    /// @param tenths how often the streams of each tenth were shown, by followers, the fewest first
    /// @param lorenz the part of all that the least shown streams have, at shares of the streams from 0 to 1
    /// @param gini 0 when all are shown alike, nearly 1 when one is shown always.
    ///   Source: C. Gini, "Variabilità e mutabilità", 1912; the curve is M. O. Lorenz's, 1905
    record Showing(String way, long total, List<Long> tenths, List<Point> lorenz, double gini) {
        /// In samples.
        public static final String SHOWN = "shown";

        /// In samples that were clicked.
        public static final String CLICKED = "clicked";

        /// In the top k of *basic*.
        public static final String BASIC = "basic";

        /// In the top k of *ml*.
        public static final String ML = "ml";

        public Showing {
            tenths = List.copyOf(tenths);
            lorenz = List.copyOf(lorenz);
        }
    }
}
