// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.checks;

import app.hometown.data.FileReport;
import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.learning.Collinearity;
import app.hometown.learning.ColumnDifference;
import app.hometown.learning.DataSplit;
import app.hometown.learning.FeatureSpread;
import app.hometown.learning.Metrics;
import app.hometown.learning.SampleRows;
import app.hometown.learning.TrainingData;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.checks.DataCheck.Severity;
import app.hometown.learning.checks.DataCheck.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Looks at samples before a model is trained on them and says in plain sentences what may go wrong. About 0.3 s for a
/// million rows.
public final class DataChecks {
    /// A single feature that tells clicks apart as well as this knows the answer. The best honest one of the default
    /// data reaches 0.73.
    private static final double TELLING_AUC = 0.97;

    private static final int LABEL_ROWS = 20_000;

    /// Fewer clicks, or fewer others, than this leave wide intervals.
    private static final int FEW = 50;

    private static final double WORTH_A_WARNING = 0.01;

    /// Names of columns that are commonly known only once somebody has clicked.
    private static final Pattern AFTERWARDS = Pattern.compile(
            "click|watch|dwell|duration|minutes|seconds|session|follow(ed)?_after|liked?|rating|purchase|revenue|label");

    private final TrainingSet set;
    private final List<DataCheck> found = new ArrayList<>();

    private DataChecks(TrainingSet set) {
        this.set = set;
    }

    /// What samples that cannot be trained on are to be told: one finding that stops.
    public static List<DataCheck> stopped(InputException why) {
        Topic topic = why.where().contains("column clicked") ? Topic.ONE_CLASS : Topic.BAD_ROWS;
        return List.of(new DataCheck(Severity.STOPS, topic, why.where() + ": " + why.what() + ".", why.remedy()));
    }

    /// Looks for everything.
    ///
    /// @param set samples, divided and ready
    /// @param split how they were divided
    /// @param reports what reading the training file, and the test file where there is one, found
    /// @return worst first
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static List<DataCheck> of(TrainingSet set, DataSplit split, List<FileReport> reports, Progress progress) {
        progress.phase("checking samples", 0);
        DataChecks checks = new DataChecks(set);
        checks.clicks();
        reports.forEach(checks::badRows);
        checks.seenBefore(split, progress);
        checks.labelTellers(progress);
        reports.forEach(checks::knownAfterwards);
        checks.features(progress);
        checks.sampled();
        checks.found.sort(Comparator.comparing(DataCheck::severity).thenComparing(DataCheck::topic));
        return List.copyOf(checks.found);
    }

    private void add(Severity severity, Topic topic, String remedy, String format, Object... values) {
        found.add(new DataCheck(severity, topic, String.format(Locale.ROOT, format, values), remedy));
    }

    private void clicks() {
        for (SampleRows part : List.of(set.train(), set.test())) {
            int clicks = part.clickedCount();
            int rarer = Math.min(clicks, part.size() - clicks);
            if (rarer < FEW) {
                add(
                        Severity.WARNS,
                        Topic.ONE_CLASS,
                        "Take more samples; until then mind the intervals.",
                        "Only %,d of the %,d samples to %s were %s, which is too few to tell models apart.",
                        rarer,
                        part.size(),
                        part == set.train() ? "train on" : "test on",
                        rarer == clicks ? "clicked" : "not clicked");
            }
        }
    }

    private void badRows(FileReport report) {
        if (report.rowsSkipped() == 0) {
            return;
        }
        List<String> reasons = report.badRows().stream()
                .limit(3)
                .map(bad -> String.format(Locale.ROOT, "%s (%,d)", bad.reason(), bad.count()))
                .toList();
        add(
                severity((double) report.rowsSkipped() / report.rowsRead()),
                Topic.BAD_ROWS,
                "Mend them in the file when they matter.",
                "%,d of the %,d rows of %s could not be used: %s.",
                report.rowsSkipped(),
                report.rowsRead(),
                report.path().getFileName(),
                String.join(", ", reasons));
    }

    private static Severity severity(double share) {
        return share > WORTH_A_WARNING ? Severity.WARNS : Severity.TELLS;
    }

    private void seenBefore(DataSplit split, Progress progress) {
        Pairs trained = new Pairs(set.train(), progress);
        Pairs.Known known = trained.known(set.test(), progress);
        if (known.rowsOfKnownPairs() > 0) {
            add(
                    Severity.WARNS,
                    Topic.SEEN_BEFORE,
                    split == DataSplit.ROWS ? "Split by users, or keep each pair once." : "Use other test samples.",
                    "%,d of the %,d test samples are pairs of user and stream that are trained on too, so the test is "
                            + "easier than real use.",
                    known.rowsOfKnownPairs(),
                    set.test().size());
        }
        if (known.rowsOfKnownUsers() > 0) {
            add(
                    Severity.TELLS,
                    Topic.SEEN_BEFORE,
                    split == DataSplit.ROWS ? "Split by users to test on people whom the model has not met." : "",
                    "%,d of the %,d test users are trained on too (%.1f %% of the test samples): the test tells how"
                            + " good the model is for people whom it knows.",
                    known.knownUsers(),
                    known.users(),
                    100.0 * known.rowsOfKnownUsers() / set.test().size());
        }
        int repeated = trained.repeated();
        if (repeated > 0) {
            add(
                    severity((double) repeated / set.train().size()),
                    Topic.DUPLICATES,
                    "Keep each pair once, unless it was truly shown so often.",
                    "%,d of the %,d training samples repeat the pair of user and stream of another one, which counts "
                            + "the more for it.",
                    repeated,
                    set.train().size());
        }
    }

    private void labelTellers(Progress progress) {
        SampleRows some = set.train().sampled(LABEL_ROWS, 0);
        boolean[] labels = some.labels();
        int clicks = some.clickedCount();
        if (clicks == 0 || clicks == some.size()) {
            return;
        }
        for (Feature feature : Feature.values()) {
            progress.done(0);
            double[] values = new double[some.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = some.data().feature(some.sample(i), feature);
            }
            double auc = Metrics.auc(values, labels);
            if (Math.max(auc, 1 - auc) >= TELLING_AUC) {
                add(
                        Severity.WARNS,
                        Topic.TELLS_LABEL,
                        "Check how the column was made; what is known only after a click must not be in it.",
                        "%s alone tells clicks from the rest (AUC %.3f): it seems to be known only after the click.",
                        feature.column(),
                        Math.max(auc, 1 - auc));
            }
        }
    }

    private void knownAfterwards(FileReport report) {
        List<String> columns = report.ignoredColumns().stream()
                .filter(column ->
                        AFTERWARDS.matcher(column.toLowerCase(Locale.ROOT)).find())
                .toList();
        if (!columns.isEmpty()) {
            add(
                    Severity.TELLS,
                    Topic.TELLS_LABEL,
                    "",
                    "%s has columns that look as if they were known only after a click (%s); nothing is learned from "
                            + "them.",
                    report.path().getFileName(),
                    String.join(", ", columns));
        }
    }

    private void features(Progress progress) {
        TrainingData data = set.train().data();
        int[] rows = set.train().sampleNumbers();
        FeatureSpread spread = FeatureSpread.of(data, rows, progress);
        for (Feature feature : Feature.values()) {
            if (spread.deviation(feature) == 0) {
                add(
                        Severity.TELLS,
                        Topic.CONSTANT,
                        "",
                        "%s is the same in all training samples, so nothing can be learned from it.",
                        feature.column());
            }
        }
        for (Collinearity.Pair pair : Collinearity.pairs(data, rows)) {
            found.add(new DataCheck(Severity.TELLS, Topic.COLLINEAR, pair.sentence(), ""));
        }
        for (ColumnDifference difference : data.differences()) {
            found.add(new DataCheck(severity(difference.share()), Topic.OTHER_FEATURES, difference.sentence(), ""));
        }
        int unknown = data.size() - data.recomputed();
        if (unknown > 0) {
            add(
                    severity((double) unknown / data.size()),
                    Topic.NOT_LOADED,
                    "Open the data that the samples were taken from.",
                    "%,d of %,d samples name users or streams that are not loaded; their features are taken from the "
                            + "file as they are.",
                    unknown,
                    data.size());
        }
    }

    private void sampled() {
        if (set.sampled()) {
            add(
                    Severity.TELLS,
                    Topic.SAMPLED,
                    "Raise the row limit to use them all.",
                    "%,d of %,d samples are used, drawn at random with the same part of clicks.",
                    set.samples().size(),
                    set.fileRows());
        }
    }
}
