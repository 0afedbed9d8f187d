// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Feature;
import app.hometown.learning.DataSplit;
import app.hometown.learning.Metrics;
import app.hometown.learning.TrainingResult;
import app.hometown.learning.checks.DataCheck;
import app.hometown.learning.results.ClickCurves;
import app.hometown.learning.results.CrossValidation;
import app.hometown.learning.results.FeatureImportance;
import app.hometown.learning.results.PairedComparison;
import app.hometown.learning.results.Reference;
import app.hometown.learning.results.StandardisedCoefficient;
import app.hometown.statistics.Interval;
import app.hometown.statistics.Verdict;
import app.hometown.workbench.training.BeforeAfter;
import app.hometown.workbench.training.SeedStability;
import app.hometown.workbench.training.TrainedModel;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What `train` prints for people.
final class TrainText {
    private final TrainedModel trained;
    private final PrintWriter to;

    TrainText(TrainedModel trained, PrintWriter to) {
        this.trained = trained;
        this.to = to;
    }

    void print() {
        TrainingResult result = trained.result();
        to.printf(
                Locale.ROOT,
                "%s on %,d samples: %,d to train, %,d to test%s (%sseed %d)%n%n",
                result.options().algorithm().id(),
                result.rows(),
                result.train().rows(),
                result.test().rows(),
                trained.card().testFile() == null
                        ? ""
                        : " from " + trained.card().testFile(),
                result.options().split() == DataSplit.USERS ? "split by users, " : "",
                result.options().seed());
        metrics(result.train(), result.test());
        references();
        trained.beforeAfter().ifPresent(this::beforeAfter);
        trained.report().crossValidation().ifPresent(this::crossValidation);
        features();
        notes();
    }

    private void metrics(Metrics train, Metrics test) {
        ClickCurves trained = this.trained.report().train();
        ClickCurves tested = this.trained.report().test();
        TextTable table = new TextTable("", "train>", "test>", "95 % interval");
        row(table, "accuracy", train.accuracy(), test.accuracy(), "");
        row(table, "AUC-ROC", train.auc(), test.auc(), range(tested.auc()));
        row(table, "average precision", trained.averagePrecision(), tested.averagePrecision(), "");
        row(table, "log-loss", train.logLoss(), test.logLoss(), "");
        row(table, "Brier", trained.brier(), tested.brier(), "");
        row(table, "precision", train.precision(), test.precision(), "");
        row(table, "recall", train.recall(), test.recall(), "");
        row(table, "F1", train.f1(), test.f1(), "");
        table.print(to);
        to.println();
        var at = tested.at(0.5);
        TextTable confusion = new TextTable("P(click) on the test", "above 0.5>", "up to 0.5>");
        confusion.row(List.of("clicked", count(at.hits()), count(at.misses())));
        confusion.row(List.of("not clicked", count(at.falseAlarms()), count(at.rightlyLeft())));
        confusion.print(to);
        to.println();
    }

    private static void row(TextTable table, String name, double train, double test, String interval) {
        table.row(List.of(name, number(train), number(test), interval));
    }

    private void references() {
        var report = trained.report();
        TextTable table = new TextTable("on the same test samples", "AUC>", "95 % interval", "log-loss>", "Brier>");
        report.oracle().ifPresent(oracle -> reference(table, "the oracle, a ceiling", oracle));
        reference(
                table,
                "this model",
                new Reference(
                        report.test().auc(),
                        report.test().logLoss(),
                        report.test().brier()));
        reference(table, "distance only", report.distanceOnly());
        reference(table, "always the click rate", report.constant());
        table.print(to);
        to.println();
    }

    private static void reference(TextTable table, String name, Reference reference) {
        table.row(List.of(
                name,
                number(reference.auc().estimate()),
                range(reference.auc()),
                number(reference.logLoss()),
                number(reference.brier())));
    }

    private void beforeAfter(BeforeAfter compared) {
        PairedComparison comparison = compared.comparison();
        TextTable table =
                new TextTable("against " + compared.otherName(), "before>", "after>", "gain>", "95 % interval");
        table.row(List.of(
                "AUC-ROC",
                number(comparison.before().auc()),
                number(comparison.after().auc()),
                signed(comparison.aucGain().estimate()),
                signedRange(comparison.aucGain())));
        table.row(List.of(
                "log-loss",
                number(comparison.before().logLoss()),
                number(comparison.after().logLoss()),
                signed(comparison.lossCut().estimate()),
                signedRange(comparison.lossCut())));
        table.print(to);
        to.println(
                switch (compared.verdict()) {
                    case BETTER -> "better: the interval of the gain in AUC is above 0";
                    case WORSE -> "worse: the interval of the gain in AUC is below 0";
                    case UNDECIDED ->
                        comparison.byAuc() == Verdict.UNDECIDED
                                ? "undecided: the interval of the gain in AUC holds 0, the difference may be chance"
                                : "undecided: AUC and log-loss say the opposite";
                });
        if (!compared.note().isEmpty()) {
            to.println(compared.note());
        }
        to.println();
    }

    private void crossValidation(CrossValidation validation) {
        TextTable table = new TextTable("fold", "train>", "test>", "accuracy>", "AUC>", "log-loss>");
        int all = validation.folds().stream().mapToInt(Metrics::rows).sum();
        for (int i = 0; i < validation.folds().size(); i++) {
            Metrics fold = validation.folds().get(i);
            table.row(List.of(
                    Integer.toString(i + 1),
                    count(all - fold.rows()),
                    count(fold.rows()),
                    number(fold.accuracy()),
                    number(fold.auc()),
                    number(fold.logLoss())));
        }
        table.row(List.of(
                "mean",
                "",
                "",
                number(validation.accuracy().estimate()),
                number(validation.auc().estimate()),
                number(validation.logLoss().estimate())));
        table.row(List.of(
                "± 95 %",
                "",
                "",
                number(validation.accuracy().halfWidth()),
                number(validation.auc().halfWidth()),
                number(validation.logLoss().halfWidth())));
        table.print(to);
        to.println();
    }

    private void features() {
        List<StandardisedCoefficient> coefficients = trained.report().coefficients();
        List<FeatureImportance> shuffled = trained.report().importances();
        TextTable table = new TextTable("feature", "importance>");
        if (!coefficients.isEmpty()) {
            table.columns("coefficient>", "standardised>", "95 % interval");
        }
        if (!shuffled.isEmpty()) {
            table.columns("AUC drop when shuffled>", "95 % interval");
        }
        trained.result().importances().entrySet().stream()
                .sorted(Map.Entry.<Feature, Double>comparingByValue().reversed())
                .forEach(entry -> {
                    int at = entry.getKey().ordinal();
                    List<String> cells = new ArrayList<>(List.of(entry.getKey().column(), number(entry.getValue())));
                    if (!coefficients.isEmpty()) {
                        StandardisedCoefficient one = coefficients.get(at);
                        Collections.addAll(
                                cells,
                                String.format(Locale.ROOT, "%.6g", one.raw()),
                                signed(one.standardised().estimate()),
                                signedRange(one.standardised()));
                    }
                    if (!shuffled.isEmpty()) {
                        Interval drop = shuffled.get(at).aucDrop();
                        Collections.addAll(cells, signed(drop.estimate()), signedRange(drop));
                    }
                    table.row(cells);
                });
        table.print(to);
        to.println();
    }

    /// What the checks found, then what the training has to say besides.
    private void notes() {
        List<String> said = new ArrayList<>();
        for (DataCheck check : trained.checks()) {
            to.println((check.severity() == DataCheck.Severity.TELLS ? "* " : "! ") + check.text());
            said.add(check.sentence());
        }
        trained.result().notes().stream().filter(note -> !said.contains(note)).forEach(note -> to.println("* " + note));
    }

    /// How much of the lists is chance.
    static void print(SeedStability stability, PrintWriter to) {
        TextTable seeds = new TextTable("seed", "AUC>", "log-loss>");
        stability
                .runs()
                .forEach(
                        run -> seeds.row(List.of(Long.toString(run.seed()), number(run.auc()), number(run.logLoss()))));
        seeds.print(to);
        to.println();
        TextTable table = new TextTable(
                String.format(Locale.ROOT, "top %d of %,d users", stability.k(), stability.users()),
                "same list>",
                "Jaccard>",
                "RBO>");
        likeness(table, "two seeds", stability.betweenSeeds());
        likeness(table, "a seed and basic", stability.toBasic());
        table.print(to);
        to.printf(
                Locale.ROOT,
                "%.1f %% of the users see the same list under every seed%n%n",
                100 * stability.sameForAllSeeds());
    }

    private static void likeness(TextTable table, String name, SeedStability.Likeness likeness) {
        table.row(List.of(
                name,
                String.format(Locale.ROOT, "%.1f %%", 100 * likeness.identical()),
                number(likeness.jaccard()),
                number(likeness.rankBiasedOverlap())));
    }

    private static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String signed(double value) {
        String text = String.format(Locale.ROOT, "%+.4f", value);
        return text.endsWith("0.0000") ? "0.0000" : text;
    }

    private static String range(Interval interval) {
        return number(interval.low()) + " to " + number(interval.high());
    }

    private static String signedRange(Interval interval) {
        return signed(interval.low()) + " to " + signed(interval.high());
    }
}
