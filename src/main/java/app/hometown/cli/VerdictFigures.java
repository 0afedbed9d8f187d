// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import app.hometown.workbench.verdict.SeedVerdicts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How an evaluation's figures and measures are written for people.
final class VerdictFigures {
    private static final int DECIMALS = 4;

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
        return number(value, DECIMALS);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String signed(double value, int decimals) {
        return String.format(Locale.ROOT, "%+." + decimals + "f", value + 0.0);
    }

    private static String range(Interval interval, int decimals) {
        return signed(interval.low(), decimals) + " to " + signed(interval.high(), decimals);
    }

    /// The mean of the first, that of the second, their difference and its interval.
    static List<String> difference(Measure measure, PairedDifference result) {
        int decimals = measure.decimals(result.difference());
        return List.of(
                number(result.first(), decimals),
                number(result.second(), decimals),
                signed(result.difference().estimate(), decimals),
                range(result.difference(), decimals));
    }

    /// The same as cells of a table, between others.
    static List<String> row(List<String> before, Measure measure, PairedDifference result, String... after) {
        return Stream.of(before, difference(measure, result), List.of(after))
                .flatMap(List::stream)
                .toList();
    }

    /// An interval's estimate, and the interval.
    static List<String> estimate(Interval interval) {
        int decimals = interval.decimals(DECIMALS);
        return List.of(signed(interval.estimate(), decimals), range(interval, decimals));
    }

    /// The mean of several seeds' differences, their standard deviation and one seed's standard error.
    static List<String> seeds(Measure measure, SeedVerdicts.Rival rival) {
        int decimals = measure.decimals(rival.sure());
        return List.of(
                signed(rival.mean(), decimals),
                number(rival.deviation(), decimals),
                number(rival.standardError(), decimals));
    }

    static String p(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
