// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import java.util.Arrays;

/// A measure of a user's lists of all lengths in one pass over each: what is added up for the list of k goes on to that
/// of k + 1. Every value is the same as [Measure#of] has, to the bit.
final class Lengths {
    private final Measure measure;
    private final RankedLists lists;
    private final Measure.Facts facts;
    private final int user;
    private int found;
    private double sum;
    private double precisions;

    private Lengths(Measure measure, RankedLists lists, Measure.Facts facts, int user) {
        this.measure = measure;
        this.lists = lists;
        this.facts = facts;
        this.user = user;
    }

    /// Measures.
    ///
    /// @param lists the ranker's
    /// @param judged its order of the judged streams, for the measures that need it
    /// @param into gets the values of lengths 1 to longest
    /// @param at where the first goes
    static void of(
            Measure measure,
            RankedLists lists,
            RankedLists judged,
            Measure.Facts facts,
            int user,
            double[] into,
            int at,
            int longest) {
        if (measure == Measure.MRR || measure == Measure.BPREF) {
            Arrays.fill(into, at, at + longest, measure.of(lists, judged, facts, user, 1));
        } else {
            new Lengths(measure, measure.needsJudgedOrder() ? judged : lists, facts, user).all(into, at, longest);
        }
    }

    private void all(double[] into, int at, int longest) {
        int from = 1;
        while (from <= longest) {
            int first = lists.first(user, from);
            int to = Math.min(longest, lists.upTo(user, from));
            int size = lists.size(user, to);
            if (ofClicks() && !lists.anyClicked(user, from)) {
                Arrays.fill(into, at + from - 1, at + to, 0);
                from = to + 1;
                continue;
            }
            int same = sameFrom(size);
            found = 0;
            sum = 0;
            precisions = 0;
            for (int k = 1; k <= to; k++) {
                if (k <= size) {
                    take(first + k - 1, k);
                }
                if (k > Math.max(from, same)) {
                    Arrays.fill(into, at + k - 1, at + to, into[at + k - 2]);
                    break;
                }
                if (k >= from) {
                    into[at + k - 1] = value(k, Math.min(k, size));
                }
            }
            from = to + 1;
        }
    }

    /// Whether a list without a click comes to 0.
    private boolean ofClicks() {
        return switch (measure) {
            case NDCG, PRECISION, RECALL, F1, MAP, HIT_RATE, JUDGED_NDCG, JUDGED_MAP -> true;
            case NOVELTY, EXPECTED_CLICKS, NEARBY, DISTANCE_KM, SMALL_CREATORS, MRR, BPREF -> false;
        };
    }

    /// From which length on all values are the same: when the list has no more places and no more hits are possible.
    private int sameFrom(int size) {
        return switch (measure) {
            case PRECISION, F1 -> Integer.MAX_VALUE;
            case NDCG, MAP, JUDGED_NDCG, JUDGED_MAP -> Math.max(size, facts.relevant(user));
            case RECALL, HIT_RATE, NOVELTY, EXPECTED_CLICKS, NEARBY, DISTANCE_KM, SMALL_CREATORS, MRR, BPREF -> size;
        };
    }

    private void take(int place, int rank) {
        switch (measure) {
            case NDCG, PRECISION, RECALL, F1, MAP, HIT_RATE, JUDGED_NDCG, JUDGED_MAP -> {
                if (lists.clicked(place)) {
                    found++;
                    sum += ListQuality.discount(rank - 1);
                    precisions += (double) found / rank;
                }
            }
            case NOVELTY -> found += lists.shown(place) ? 0 : 1;
            case EXPECTED_CLICKS -> sum += lists.chance(place);
            case NEARBY -> found += lists.distanceKm(place) <= Measure.NEARBY_KM ? 1 : 0;
            case DISTANCE_KM -> sum += lists.distanceKm(place);
            case SMALL_CREATORS -> found += facts.small(lists.row(place)) ? 1 : 0;
            case MRR, BPREF -> throw new IllegalStateException(measure + " is of no length");
        }
    }

    private double value(int k, int size) {
        return switch (measure) {
            case NDCG, JUDGED_NDCG -> quality(k).ndcg();
            case PRECISION -> quality(k).precision();
            case RECALL -> quality(k).recall();
            case F1 -> quality(k).f1();
            case MAP, JUDGED_MAP -> quality(k).averagePrecision();
            case HIT_RATE -> found > 0 ? 1 : 0;
            case EXPECTED_CLICKS -> sum;
            case DISTANCE_KM -> size == 0 ? 0 : sum / size;
            case NOVELTY, NEARBY, SMALL_CREATORS -> size == 0 ? 0 : (double) found / size;
            case MRR, BPREF -> throw new IllegalStateException(measure + " is of no length");
        };
    }

    private ListQuality quality(int k) {
        return ListQuality.of(found, sum, precisions, facts.relevant(user), k);
    }
}
