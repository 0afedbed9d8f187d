// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.statistics.Interval;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.function.IntPredicate;

/// What is measured of a user's list of k. Means over users are what [RankingMetrics] has, and more.
///
/// Sources: see [ListQuality]; metrics on judged streams only ("condensed lists"): T. Sakai, "Alternatives to bpref",
/// SIGIR 2007; bpref: C. Buckley, E. M. Voorhees, "Retrieval evaluation with incomplete information", SIGIR 2004.
public enum Measure {
    NDCG(Sense.MORE_IS_BETTER),
    PRECISION(Sense.MORE_IS_BETTER),
    RECALL(Sense.MORE_IS_BETTER),
    F1(Sense.MORE_IS_BETTER),
    MAP(Sense.MORE_IS_BETTER),
    /// Looks at the top 10, whatever k is.
    MRR(Sense.MORE_IS_BETTER),
    HIT_RATE(Sense.MORE_IS_BETTER),
    /// The part of a list that the test samples never showed its user, for whom nobody knows whether it is good.
    NOVELTY(Sense.NEITHER),
    /// How many clicks the list would get by the true click probabilities.
    EXPECTED_CLICKS(Sense.MORE_IS_BETTER),
    /// nDCG of the streams that the test samples showed to the user, in the ranker's order, without all others.
    JUDGED_NDCG(Sense.MORE_IS_BETTER),
    /// Average precision of the same.
    JUDGED_MAP(Sense.MORE_IS_BETTER),
    /// How seldom a stream that was shown and not clicked stands above one that was clicked; of no k.
    BPREF(Sense.MORE_IS_BETTER),
    /// The part of the list within [#NEARBY_KM].
    NEARBY(Sense.NEITHER),
    /// Mean distance of the list's streams, km.
    DISTANCE_KM(Sense.NEITHER),
    /// The part of the list from small creators: those with fewer followers than half of the live streams have.
    SMALL_CREATORS(Sense.NEITHER);

    /// What is called near.
    public static final double NEARBY_KM = 50;

    /// Which way is good.
    public enum Sense {
        MORE_IS_BETTER,
        NEITHER
    }

    private final Sense sense;

    Measure(Sense sense) {
        this.sense = sense;
    }

    /// Which way is good.
    public Sense sense() {
        return sense;
    }

    /// Its name in files and on the command line.
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// With how many decimals a mean is written for people.
    public int decimals() {
        return this == DISTANCE_KM ? 1 : 4;
    }

    /// With how many decimals a difference is written, and all that stands in a row with it: the more users, the
    /// smaller
    /// are differences that count.
    public int decimals(Interval difference) {
        return difference.decimals(decimals());
    }

    /// Whether it needs the true click probabilities.
    public boolean needsChances() {
        return this == EXPECTED_CLICKS;
    }

    /// Whether it needs the ranker's order of the judged streams.
    public boolean needsJudgedOrder() {
        return this == JUDGED_NDCG || this == JUDGED_MAP || this == BPREF;
    }

    /// The value for a user.
    ///
    /// @param lists the ranker's
    /// @param judged its order of the judged streams, for the measures that need it
    /// @param facts of the user
    double of(RankedLists lists, RankedLists judged, Facts facts, int user, int k) {
        return switch (this) {
            case NDCG -> quality(lists, facts, user, k).ndcg();
            case PRECISION -> quality(lists, facts, user, k).precision();
            case RECALL -> quality(lists, facts, user, k).recall();
            case F1 -> quality(lists, facts, user, k).f1();
            case MAP -> quality(lists, facts, user, k).averagePrecision();
            case MRR -> {
                int first = lists.first(user, Evaluation.MRR_DEPTH);
                yield ListQuality.reciprocalRank(i -> lists.clicked(first + i), lists.size(user, Evaluation.MRR_DEPTH));
            }
            case HIT_RATE -> count(lists, user, k, lists::clicked) > 0 ? 1 : 0;
            case NOVELTY -> share(lists, user, k, place -> !lists.shown(place));
            case EXPECTED_CLICKS -> {
                int first = lists.first(user, k);
                double sum = 0;
                for (int place = first; place < first + lists.size(user, k); place++) {
                    sum += lists.chance(place);
                }
                yield sum;
            }
            case JUDGED_NDCG -> quality(judged, facts, user, k).ndcg();
            case JUDGED_MAP -> quality(judged, facts, user, k).averagePrecision();
            case BPREF -> bpref(judged, facts, user);
            case NEARBY -> share(lists, user, k, place -> lists.distanceKm(place) <= NEARBY_KM);
            case DISTANCE_KM -> {
                int first = lists.first(user, k);
                int size = lists.size(user, k);
                double sum = 0;
                for (int place = first; place < first + size; place++) {
                    sum += lists.distanceKm(place);
                }
                yield size == 0 ? 0 : sum / size;
            }
            case SMALL_CREATORS -> share(lists, user, k, place -> facts.small(lists.row(place)));
        };
    }

    /// What is known of users and streams besides the lists.
    interface Facts {
        /// How many streams the user clicked.
        int relevant(int user);

        /// How many streams the user was shown.
        int judged(int user);

        /// Whether the stream of a row is of a small creator.
        boolean small(int row);
    }

    private static ListQuality quality(RankedLists lists, Facts facts, int user, int k) {
        int first = lists.first(user, k);
        return ListQuality.of(i -> lists.clicked(first + i), lists.size(user, k), facts.relevant(user), k);
    }

    private static int count(RankedLists lists, int user, int k, IntPredicate wanted) {
        int first = lists.first(user, k);
        int count = 0;
        for (int place = first; place < first + lists.size(user, k); place++) {
            count += wanted.test(place) ? 1 : 0;
        }
        return count;
    }

    private static double share(RankedLists lists, int user, int k, IntPredicate wanted) {
        int size = lists.size(user, k);
        return size == 0 ? 0 : (double) count(lists, user, k, wanted) / size;
    }

    private static double bpref(RankedLists judged, Facts facts, int user) {
        int relevant = facts.relevant(user);
        int most = Math.min(relevant, facts.judged(user) - relevant);
        int first = judged.first(user, 1);
        int end = first + judged.size(user, Integer.MAX_VALUE);
        int above = 0;
        double sum = 0;
        for (int place = first; place < end; place++) {
            if (judged.clicked(place)) {
                sum += most == 0 ? 1 : 1 - (double) Math.min(above, most) / most;
            } else {
                above++;
            }
        }
        return sum / relevant;
    }
}
