// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import java.util.Locale;

/// How an evaluation's figures and measures are written for people.
final class VerdictFigures {
    private VerdictFigures() {}

    static String name(Measure measure) {
        return switch (measure) {
            case NDCG -> "nDCG";
            case PRECISION -> "precision";
            case RECALL -> "recall";
            case F1 -> "F1";
            case MAP -> "MAP";
            case MRR -> "MRR (top 10)";
            case HIT_RATE -> "hit rate";
            case NOVELTY -> "novelty (unjudged)";
            case EXPECTED_CLICKS -> "expected clicks";
            case JUDGED_NDCG -> "nDCG, judged only";
            case JUDGED_MAP -> "MAP, judged only";
            case BPREF -> "bpref";
            case NEARBY -> "within 50 km";
            case DISTANCE_KM -> "distance, km";
            case SMALL_CREATORS -> "small creators";
        };
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value + 0.0);
    }

    static String range(Interval interval) {
        return signed(interval.low()) + " to " + signed(interval.high());
    }

    static String p(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
