// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Click rates of groups of samples, by what their file has in its columns. One pass over the samples.
final class ClickRates {
    /// A user and a stream are local to each other below this, km.
    static final double LOCAL_KM = 100;

    /// And in one region below this, km.
    static final double REGIONAL_KM = 1000;

    private static final String COUNTING = "counting samples";

    /// Half powers of ten and between: 1, 2, 5 and so on, up to what is farther than anything.
    private static final double[] DISTANCES = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_100};

    private static final double[] BANDS = {0, 10, 50, 100, 250, 500, 1000, 5000, 20_100};
    private static final double[] WATCHED = {0, LOCAL_KM, REGIONAL_KM, 20_100};
    private static final double[] QUALITIES = even(0, 0.5, 20);
    private static final double[] PREFERENCES = even(0, 0.2, 5);

    /// 1 / (1 + distance) of the whole earth is 5e-5.
    private static final double[] PROXIMITIES = {
        0, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1
    };

    private ClickRates() {}

    private static double[] even(double from, double step, int bins) {
        return IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> from + i / Math.rint(1 / step))
                .toArray();
    }

    static Answer byDistance(Subject subject, Progress progress) {
        return byNumber(subject, progress, Feature.DISTANCE_KM, DISTANCES);
    }

    static Answer byBand(Subject subject, Progress progress) {
        return byNumber(subject, progress, Feature.DISTANCE_KM, BANDS);
    }

    static Answer watched(Subject subject, Progress progress) {
        return byNumber(subject, progress, Feature.DISTANCE_KM, WATCHED);
    }

    static Answer byProximity(Subject subject, Progress progress) {
        return byNumber(subject, progress, Feature.PROXIMITY_BOOST, PROXIMITIES);
    }

    static Answer byQuality(Subject subject, Progress progress) {
        return byNumber(subject, progress, Feature.STREAM_QUALITY_SCORE, QUALITIES);
    }

    static Answer byMatch(Subject subject, Progress progress) {
        return byFlags(subject, progress, Feature.IS_LOCAL_MATCH, Feature.IS_REGIONAL_MATCH);
    }

    static Answer byFlags(Subject subject, Progress progress) {
        return byFlags(subject, progress, Feature.IS_PARTNERED, Feature.MATURE_CONTENT);
    }

    static Answer byRelation(Subject subject, Progress progress) {
        return byFlags(subject, progress, Feature.SAME_LANGUAGE, Feature.SAME_CITY, Feature.CATEGORY_MATCH);
    }

    /// The levels are quarters of the samples by their users' hours.
    static Answer byHours(Subject subject, Progress progress) {
        Samples samples = subject.samples().orElseThrow();
        double[] hours = Scan.sorted(
                subject.pairs(),
                progress,
                "sorting values",
                row -> samples.feature(row, Feature.USER_TOTAL_WATCH_HOURS));
        double[] edges = IntStream.rangeClosed(0, 4)
                .mapToDouble(quarter -> Scan.quantile(hours, quarter / 4.0))
                .distinct()
                .toArray();
        double[] levels = edges.length > 1 ? edges : new double[] {edges[0], Math.nextUp(edges[0])};
        return nearAndFar(subject, progress, Feature.USER_TOTAL_WATCH_HOURS, levels);
    }

    static Answer byPreference(Subject subject, Progress progress) {
        return nearAndFar(subject, progress, Feature.USER_LOCAL_PREFERENCE, PREFERENCES);
    }

    private static Answer byNumber(Subject subject, Progress progress, Feature feature, double[] edges) {
        Samples samples = subject.samples().orElseThrow();
        int bins = edges.length - 1;
        double[] sums = Scan.sums(subject.pairs(), progress, COUNTING, 3 * bins, (sum, row) -> {
            double value = samples.feature(row, feature);
            int bin = 3 * Scan.bin(edges, value);
            sum[bin] += samples.clicked(row) ? 1 : 0;
            sum[bin + 1]++;
            sum[bin + 2] += value;
        });
        List<Rate> rates = new ArrayList<>();
        long clicks = 0;
        long count = 0;
        for (int bin = 0; bin < bins; bin++) {
            long here = (long) sums[3 * bin + 1];
            if (here > 0) {
                rates.add(
                        new Rate("", edges[bin], edges[bin + 1], sums[3 * bin + 2] / here, (long) sums[3 * bin], here));
            }
            clicks += (long) sums[3 * bin];
            count += here;
        }
        return new Answer.Rates(rates, clicks, count);
    }

    /// Two rates a flag, set and not set, under the keys "column" and "not column".
    private static Answer byFlags(Subject subject, Progress progress, Feature... flags) {
        Samples samples = subject.samples().orElseThrow();
        long[] sums = Scan.counts(subject.pairs(), progress, COUNTING, 4 * flags.length, (sum, row) -> {
            int clicked = samples.clicked(row) ? 1 : 0;
            for (int flag = 0; flag < flags.length; flag++) {
                int at = 4 * flag + (samples.feature(row, flags[flag]) != 0 ? 0 : 2);
                sum[at] += clicked;
                sum[at + 1]++;
            }
        });
        List<Rate> rates = new ArrayList<>();
        for (int flag = 0; flag < flags.length; flag++) {
            String column = flags[flag].column();
            rates.add(Rate.of(column, sums[4 * flag], sums[4 * flag + 1]));
            rates.add(Rate.of("not " + column, sums[4 * flag + 2], sums[4 * flag + 3]));
        }
        return new Answer.Rates(rates, sums[0] + sums[2], sums[1] + sums[3]);
    }

    private static Answer nearAndFar(Subject subject, Progress progress, Feature feature, double[] edges) {
        Samples samples = subject.samples().orElseThrow();
        int levels = edges.length - 1;
        double[] sums = Scan.sums(subject.pairs(), progress, COUNTING, 6 * levels, (sum, row) -> {
            double value = samples.feature(row, feature);
            int near = samples.feature(row, Feature.DISTANCE_KM) < LOCAL_KM ? 0 : 1;
            int at = 3 * (2 * Scan.bin(edges, value) + near);
            sum[at] += samples.clicked(row) ? 1 : 0;
            sum[at + 1]++;
            sum[at + 2] += value;
        });
        List<List<Rate>> both = List.of(new ArrayList<>(), new ArrayList<>());
        for (int level = 0; level < levels; level++) {
            for (int near = 0; near < 2; near++) {
                int at = 3 * (2 * level + near);
                long count = (long) sums[at + 1];
                double mean = count == 0 ? Double.NaN : sums[at + 2] / count;
                both.get(near).add(new Rate("", edges[level], edges[level + 1], mean, (long) sums[at], count));
            }
        }
        return new Answer.NearAndFar(both.get(0), both.get(1));
    }
}
