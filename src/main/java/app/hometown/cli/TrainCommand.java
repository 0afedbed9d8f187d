// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.files.Json;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.training.SeedStability;
import app.hometown.workbench.training.TrainedModel;
import app.hometown.workbench.training.TrainingDesk;
import app.hometown.workbench.training.TrainingRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private static final String ACTIVE = "active";

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final TrainingArguments arguments = new TrainingArguments();

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "0",
            description = "Cross-validate with so many folds, 2 to 20, by rows or by users as the split says.")
    private int folds;

    @Option(names = "--explain", description = "Work out permutation importances and partial dependences too.")
    private boolean explain;

    @Option(
            names = "--compare-with",
            paramLabel = "MODEL",
            defaultValue = ACTIVE,
            description =
                    "The model to hold the new one against, on the same test samples: a name of the models folder, "
                            + "a file, or ${DEFAULT-VALUE} (the default).")
    private String compareWith;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "0",
            description = "Train with so many seeds, 2 to 50, and tell how much of the top k is chance.")
    private int seeds;

    @Option(
            names = "--k",
            paramLabel = "K",
            defaultValue = "5",
            description = "Streams in a list, for --seeds (${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Users to rank for, drawn at random, for --seeds (${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Model file to write. Default: hometown_model.json in the models folder, which then is the "
                    + "active model.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the report as JSON, numbers unrounded.")
    private boolean json;

    @Override
    public void run() {
        TrainingRequest request = request();
        Workbench workbench = hometown.opened();
        request = request.comparedWith(rival(workbench));
        TrainingDesk desk = new TrainingDesk(workbench);
        TrainedModel trained = desk.train(request, point -> {}).await();
        Optional<SeedStability> stability = seeds == 0
                ? Optional.empty()
                : Optional.of(desk.stability(request, seeds, users, k).await());
        Path file = out == null ? workbench.folders().model() : out;
        workbench.save(trained, file);
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(Json.write(TrainReport.of(trained, stability, file)));
            return;
        }
        new TrainText(trained, to).print();
        stability.ifPresent(found -> {
            to.println();
            TrainText.print(found, to);
        });
        to.println("saved to " + file);
    }

    private TrainingRequest request() {
        if (seeds != 0 && (seeds < 2 || seeds > 50)) {
            throw wrong("--seeds", seeds + " is not from 2 to 50");
        }
        if (folds != 0 && (folds < 2 || folds > 20)) {
            throw wrong("--folds", folds + " is not from 2 to 20");
        }
        if (k < 1 || users < 1) {
            throw wrong(k < 1 ? "--k" : "--users", Math.min(k, users) + " is below 1");
        }
        return TrainingRequest.DEFAULT
                .with(arguments.options())
                .withTestFile(Optional.ofNullable(arguments.test))
                .withFolds(folds)
                .explained(explain);
    }

    private ParameterException wrong(String option, String what) {
        return new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': " + what);
    }

    /// The model to compare with; empty for the active one.
    private Optional<Path> rival(Workbench workbench) {
        if (compareWith.equals(ACTIVE)) {
            return Optional.empty();
        }
        Path file = Path.of(compareWith);
        boolean plain = file.getNameCount() == 1 && !file.toFile().isFile();
        if (!plain) {
            return Optional.of(file);
        }
        return Optional.of(workbench.models().require(compareWith).file());
    }
}
