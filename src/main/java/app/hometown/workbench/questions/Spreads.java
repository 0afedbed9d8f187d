// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Users;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How numbers are spread. Sorts them: O(n log n), 8 bytes a row meanwhile.
final class Spreads {
    private static final String SORTING = "sorting values";
    private static final int BINS = 25;

    /// Bins of equal ratio for each power of ten.
    private static final int PER_DECADE = 8;

    private Spreads() {}

    static Answer distance(Subject subject, Progress progress) {
        Samples samples = subject.samples().orElseThrow();
        double[] km = Scan.sorted(subject.pairs(), progress, SORTING, row -> samples.feature(row, Feature.DISTANCE_KM));
        double least = Math.max(1, km[0]);
        int first = (int) Math.floor(Math.log10(least) * PER_DECADE);
        int last = (int) Math.floor(Math.log10(Math.max(least, km[km.length - 1])) * PER_DECADE) + 1;
        double[] edges = new double[last - first + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Math.pow(10, (double) (first + i) / PER_DECADE);
        }
        return new Answer.Distances(spread(km, edges), below(km, 100), below(km, 1000));
    }

    static Answer quality(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        return spread(
                Scan.sorted(subject.streams(), progress, SORTING, catalog.streams()::qualityScore), even(0, 0.5, 20));
    }

    static Answer preference(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        return spread(
                Scan.sorted(subject.users(), progress, SORTING, catalog.users()::localPreferenceStrength),
                even(0, 0.05, 20));
    }

    static Answer hours(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        double[] hours = Scan.sorted(subject.users(), progress, SORTING, catalog.users()::totalWatchHours);
        double step = round(Math.max(hours[hours.length - 1], 1) / BINS);
        int bins = Math.max(1, (int) Math.ceil(hours[hours.length - 1] / step));
        return spread(hours, even(0, step, bins));
    }

    static Answer likes(Subject subject, Progress progress) {
        Users users = subject.catalog().users();
        double[] likes = Scan.sorted(subject.users(), progress, SORTING, row -> {
            int different = 0;
            for (int n = 0; n < users.categoryCount(row); n++) {
                different += PlaceCounts.isFirst(users, row, n) ? 1 : 0;
            }
            return different;
        });
        return spread(likes, even(0, 1, (int) likes[likes.length - 1] + 1));
    }

    private static double[] even(double from, double step, int bins) {
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            // Divided where the step is below 1, for edges that are the decimal numbers they are meant to be.
            edges[i] = from + (step < 1 ? i / Math.rint(1 / step) : i * step);
        }
        return edges;
    }

    /// The next number of 1, 2 and 5 times a power of ten.
    private static double round(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }

    private static long below(double[] sorted, double limit) {
        return place(sorted, limit);
    }

    /// How many sorted numbers are below a limit.
    static int place(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Answer.Spread spread(double[] sorted, double[] edges) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            int from = i == 0 ? 0 : place(sorted, edges[i]);
            int to = i + 2 == edges.length ? sorted.length : place(sorted, edges[i + 1]);
            bins.add(new Bin(edges[i], edges[i + 1], to - from));
        }
        return new Answer.Spread(
                bins,
                sorted.length,
                Arrays.stream(sorted).parallel().sum() / sorted.length,
                sorted[0],
                Scan.quantile(sorted, 0.25),
                Scan.quantile(sorted, 0.5),
                Scan.quantile(sorted, 0.75),
                sorted[sorted.length - 1]);
    }
}
