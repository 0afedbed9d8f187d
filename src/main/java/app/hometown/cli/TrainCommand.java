// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.files.Json;
import app.hometown.learning.Algorithm;
import app.hometown.learning.ModelParameters;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown train`: trains a click model on the data folder's training file.
@Command(
        name = "train",
        description = "Train a click model on hometown_train.parquet of the data folder, report how good it is, and "
                + "save it.")
final class TrainCommand implements Runnable {
    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            defaultValue = "logistic",
            description = "logistic, additive, boosted-trees or random-forest (${DEFAULT-VALUE}).")
    private String algorithm;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Seed of the 80/20 split (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Model file to write. Default: hometown_model.json in the models folder.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the report as JSON, numbers unrounded.")
    private boolean json;

    /// The report as JSON.
    record Report(
            String algorithm,
            int rows,
            int trainRows,
            int testRows,
            double trainAccuracy,
            double testAccuracy,
            double auc,
            double logLoss,
            double precision,
            double recall,
            double f1,
            @Nullable Double oracleAuc,
            @Nullable Map<String, Double> coefficients,
            @Nullable Double intercept,
            Map<String, Double> importances,
            String modelFile) {}

    @Override
    public void run() {
        TrainingOptions options = new TrainingOptions(algorithm(), seed);
        var workbench = hometown.opened();
        Path file = out == null ? workbench.folders().model() : out;
        TrainingResult result = workbench.train(options, file).await();
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(Json.write(report(result, file)));
        } else {
            print(result, file, to);
        }
    }

    private Algorithm algorithm() {
        try {
            return Algorithm.of("--algorithm", algorithm);
        } catch (InputException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Report report(TrainingResult result, Path file) {
        ModelParameters.@Nullable Logistic logistic =
                result.parameters() instanceof ModelParameters.Logistic parameters ? parameters : null;
        Map<String, Double> importances = new LinkedHashMap<>();
        result.importances().forEach((feature, value) -> importances.put(feature.column(), value));
        return new Report(
                result.options().algorithm().id(),
                result.rows(),
                result.train().rows(),
                result.test().rows(),
                result.train().accuracy(),
                result.test().accuracy(),
                result.test().auc(),
                result.test().logLoss(),
                result.test().precision(),
                result.test().recall(),
                result.test().f1(),
                result.oracleAuc().isPresent() ? result.oracleAuc().getAsDouble() : null,
                logistic == null ? null : logistic.coefficients(),
                logistic == null ? null : logistic.intercept(),
                importances,
                file.toString());
    }

    private static void print(TrainingResult result, Path file, PrintWriter to) {
        to.printf(
                Locale.ROOT,
                "%s on %,d samples: %,d to train, %,d to test (seed %d)%n%n",
                result.options().algorithm().id(),
                result.rows(),
                result.train().rows(),
                result.test().rows(),
                result.options().seed());
        TextTable metrics = new TextTable("", "train>", "test>");
        metric(metrics, "accuracy", result.train().accuracy(), result.test().accuracy());
        metric(metrics, "AUC-ROC", result.train().auc(), result.test().auc());
        metric(metrics, "log-loss", result.train().logLoss(), result.test().logLoss());
        metric(metrics, "precision", result.train().precision(), result.test().precision());
        metric(metrics, "recall", result.train().recall(), result.test().recall());
        metric(metrics, "F1", result.train().f1(), result.test().f1());
        metrics.print(to);
        to.println();
        TextTable importances = new TextTable("feature", "importance>", "coefficient>");
        Map<String, Double> coefficients =
                result.parameters() instanceof ModelParameters.Logistic logistic ? logistic.coefficients() : Map.of();
        result.importances().entrySet().stream()
                .sorted(Map.Entry.<Feature, Double>comparingByValue().reversed())
                .forEach(entry -> importances.row(List.of(
                        entry.getKey().column(),
                        String.format(Locale.ROOT, "%.4f", entry.getValue()),
                        coefficients.isEmpty()
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "%.6g",
                                        coefficients.get(entry.getKey().column())))));
        importances.print(to);
        to.println();
        result.notes().forEach(note -> to.println("* " + note));
        to.println("saved to " + file);
    }

    private static void metric(TextTable table, String name, double train, double test) {
        table.row(List.of(name, String.format(Locale.ROOT, "%.4f", train), String.format(Locale.ROOT, "%.4f", test)));
    }
}
