// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

import app.hometown.domain.Progress;
import java.util.Arrays;
import java.util.Locale;

/// How often intervals of rankers with a known difference cover it, and how often the test finds a difference: the long
/// version of `CoverageTest`. Prints one line a case; the same figures on every machine.
public final class CoverageSimulation {
    private static final int[] USERS = {20, 50, 100, 300, 1000};
    private static final SimulatedRankers[] RANKERS = {
        new SimulatedRankers(0, 0.2, 0.2),
        new SimulatedRankers(0, 0.2, 0.25),
        new SimulatedRankers(0.5, 0.2, 0.2),
        new SimulatedRankers(0.5, 0.2, 0.3),
        new SimulatedRankers(0.8, 0.1, 0.1),
        new SimulatedRankers(0.8, 0.1, 0.2),
        new SimulatedRankers(0.95, 0.1, 0.1),
        new SimulatedRankers(0.95, 0.02, 0.2)
    };

    private CoverageSimulation() {}

    /// Simulates and prints.
    ///
    /// @param arguments how often, 2,000 unless said; the least part of users with the same lists, 0 unless said;
    /// and
    ///   numbers of users, parted by commas
    public static void main(String[] arguments) {
        int times = arguments.length == 0 ? 2000 : Integer.parseInt(arguments[0]);
        double least = arguments.length < 2 ? 0 : Double.parseDouble(arguments[1]);
        int[] sizes = arguments.length < 3
                ? USERS
                : Arrays.stream(arguments[2].split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        System.out.printf(
                Locale.ROOT,
                "%-12s %-14s %6s %10s %10s %10s %10s %10s%n",
                "same lists",
                "difference",
                "users",
                "expanded",
                "percentile",
                "normal",
                "p < 0.05",
                "verdict");
        for (SimulatedRankers rankers : RANKERS) {
            for (int users : sizes) {
                if (rankers.sameLists() >= least) {
                    simulate(rankers, users, times);
                }
            }
        }
    }

    private static void simulate(SimulatedRankers rankers, int users, int times) {
        FixedRandom random = new FixedRandom(99, users);
        int expanded = 0;
        int percentile = 0;
        int normal = 0;
        int found = 0;
        int verdicts = 0;
        for (int time = 0; time < times; time++) {
            double[] differences = rankers.draw(users, random);
            PairedDifference result = PairedDifference.of(new double[users], differences, time, Progress.NONE);
            expanded += covers(result.difference(), rankers) ? 1 : 0;
            percentile += covers(MeanBootstrap.percentile(differences, time, Progress.NONE), rankers) ? 1 : 0;
            double mean = result.difference().estimate();
            double error = result.effect() == 0 ? 0 : Math.abs(mean / result.effect()) / Math.sqrt(users);
            normal += covers(Interval.normal(mean, error), rankers) ? 1 : 0;
            found += result.p() < PairedDifference.LEVEL ? 1 : 0;
            verdicts += result.verdict() != Verdict.UNDECIDED ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%-12.2f %-14.4f %6d %10.3f %10.3f %10.3f %10.3f %10.3f%n",
                rankers.sameLists(),
                rankers.trueDifference(),
                users,
                (double) expanded / times,
                (double) percentile / times,
                (double) normal / times,
                (double) found / times,
                (double) verdicts / times);
    }

    private static boolean covers(Interval interval, SimulatedRankers rankers) {
        return interval.low() <= rankers.trueDifference() && rankers.trueDifference() <= interval.high();
    }
}
