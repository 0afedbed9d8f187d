// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.files.Json;
import app.hometown.learning.Metrics;
import app.hometown.learning.ModelCard;
import app.hometown.learning.ModelFile;
import app.hometown.workbench.models.KeptModel;
import app.hometown.workbench.models.ModelLibrary;
import app.hometown.workbench.models.RemovedModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown models`: the kept models.
@Command(
        name = "models",
        description = "See, choose and tidy the model files of the models folder.",
        subcommands = {
            ModelsCommand.ListModels.class,
            ModelsCommand.Show.class,
            ModelsCommand.Use.class,
            ModelsCommand.Export.class,
            ModelsCommand.Rename.class,
            ModelsCommand.Delete.class,
            ModelsCommand.Restore.class
        })
final class ModelsCommand implements Runnable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: list, show, use, export, rename, delete or restore");
    }

    private ModelLibrary library() {
        ModelLibrary library = new ModelLibrary(hometown.folders().models());
        String fault = library.active().fault();
        if (!fault.isEmpty()) {
            spec.commandLine().getErr().println("hometown: " + fault);
        }
        return library;
    }

    /// A model as JSON.
    record Line(
            String name,
            String file,
            boolean active,
            long bytes,
            @Nullable String algorithm,
            @Nullable Instant created,
            @Nullable Integer rows,
            @Nullable Long seed,
            @Nullable String split,
            @Nullable Double auc,
            @Nullable Double logLoss,
            @Nullable Double accuracy,
            @Nullable String digest,
            @Nullable String programVersion,
            @Nullable String fault) {
        static Line of(KeptModel model) {
            ModelFile file = model.description().orElse(null);
            ModelCard card = file == null ? null : file.card();
            Metrics test = file == null ? null : file.metrics().test();
            return new Line(
                    model.name(),
                    model.file().toString(),
                    model.active(),
                    model.bytes(),
                    file == null ? null : file.algorithm(),
                    file == null ? null : file.created(),
                    file == null ? null : file.training().rows(),
                    file == null ? null : file.training().seed(),
                    file == null ? null : file.division().split().id(),
                    test == null ? null : test.auc(),
                    test == null ? null : test.logLoss(),
                    test == null ? null : test.accuracy(),
                    file == null ? null : file.training().digest(),
                    card == null ? null : card.programVersion(),
                    model.fault().isEmpty() ? null : model.fault());
        }
    }

    /// What all of them share.
    private abstract static class Action implements Runnable {
        @ParentCommand
        private ModelsCommand models;

        @Spec
        private CommandSpec spec;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;

        abstract void run(ModelLibrary library);

        @Override
        public final void run() {
            run(models.library());
        }

        final PrintWriter out() {
            return spec.commandLine().getOut();
        }

        final void answer(Object value, String text) {
            out().println(json ? Json.write(value) : text);
        }

        final boolean json() {
            return json;
        }
    }

    @Command(name = "list", description = "List all model files, the newest first, and those that do not fit with why.")
    static final class ListModels extends Action {
        @Override
        void run(ModelLibrary library) {
            List<KeptModel> models = library.list();
            if (json()) {
                out().println(Json.write(models.stream().map(Line::of).toList()));
                return;
            }
            if (models.isEmpty()) {
                out().println("There are no models in " + library.folder() + ". Train one.");
                return;
            }
            TextTable table = new TextTable(
                    "", "model", "algorithm", "trained (UTC)", "rows>", "seed>", "split", "AUC>", "log-loss>", "data");
            for (KeptModel model : models) {
                model.description().ifPresent(file -> table.row(row(model, file)));
            }
            table.print(out());
            for (KeptModel model : models) {
                if (model.description().isEmpty()) {
                    out().println("! " + model.name() + ": " + model.fault());
                }
            }
        }

        private static List<String> row(KeptModel model, ModelFile file) {
            return List.of(
                    model.active() ? "→" : "",
                    model.name(),
                    file.algorithm(),
                    MOMENT.format(file.created()),
                    String.format(Locale.ROOT, "%,d", file.training().rows()),
                    Long.toString(file.training().seed()),
                    file.division().split().id(),
                    String.format(Locale.ROOT, "%.4f", file.metrics().test().auc()),
                    String.format(Locale.ROOT, "%.4f", file.metrics().test().logLoss()),
                    file.training()
                            .digest()
                            .substring(0, Math.min(8, file.training().digest().length())));
        }
    }

    /// An action on one model.
    private abstract static class OnOne extends Action {
        @Parameters(index = "0", paramLabel = "MODEL", description = "Name of a model, with or without .json.")
        String model;
    }

    @Command(name = "show", description = "Show what is known of a model.")
    static final class Show extends OnOne {
        @Override
        void run(ModelLibrary library) {
            KeptModel kept = library.require(model);
            ModelFile file = kept.require();
            if (json()) {
                out().println(file.toJson());
                return;
            }
            TextTable table = new TextTable("model", kept.name());
            table.row(List.of("file", kept.file().toString()));
            table.row(List.of("active", kept.active() ? "yes" : "no"));
            table.row(List.of("algorithm", file.algorithm()));
            table.row(List.of("trained", MOMENT.format(file.created()) + " UTC"));
            table.row(List.of("data", file.training().digest()));
            table.row(List.of(
                    "samples",
                    String.format(
                            Locale.ROOT,
                            "%,d, %,d to train, %,d to test",
                            file.training().rows(),
                            file.training().trainRows(),
                            file.training().testRows())));
            table.row(List.of("seed", Long.toString(file.training().seed())));
            ModelCard card = file.card();
            if (card != null) {
                card(card, table);
            }
            table.print(out());
            out().println();
            metrics(file);
            out().println();
            file.notes().forEach(note -> out().println("* " + note));
        }

        private static void card(ModelCard card, TextTable table) {
            table.row(List.of("split", card.split() + (card.testFile() == null ? "" : ", " + card.testFile())));
            table.row(List.of(
                    "numbers",
                    card.numbers().entrySet().stream()
                            .map(one -> one.getKey() + " " + plain(one.getValue()))
                            .collect(Collectors.joining(", "))));
            table.row(List.of(
                    "test AUC", String.format(Locale.ROOT, "%.4f to %.4f (95 %%)", card.aucLow(), card.aucHigh())));
            table.row(List.of("took", String.format(Locale.ROOT, "%.1f s", card.seconds())));
            table.row(List.of("program", card.programVersion()));
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
        }

        private void metrics(ModelFile file) {
            Metrics train = file.metrics().train();
            Metrics test = file.metrics().test();
            TextTable table = new TextTable("", "train>", "test>");
            for (Map.Entry<String, List<Double>> line : List.of(
                    Map.entry("accuracy", List.of(train.accuracy(), test.accuracy())),
                    Map.entry("AUC-ROC", List.of(train.auc(), test.auc())),
                    Map.entry("log-loss", List.of(train.logLoss(), test.logLoss())),
                    Map.entry("precision", List.of(train.precision(), test.precision())),
                    Map.entry("recall", List.of(train.recall(), test.recall())),
                    Map.entry("F1", List.of(train.f1(), test.f1())))) {
                table.row(List.of(
                        line.getKey(),
                        String.format(Locale.ROOT, "%.4f", line.getValue().get(0)),
                        String.format(Locale.ROOT, "%.4f", line.getValue().get(1))));
            }
            table.print(out());
        }
    }

    @Command(name = "use", description = "Make a model the active one, for this program and the window from now on.")
    static final class Use extends OnOne {
        @Override
        void run(ModelLibrary library) {
            KeptModel active = library.activate(model);
            answer(Line.of(active), active.name() + " is the active model now");
        }
    }

    @Command(name = "export", description = "Copy a model file to elsewhere.")
    static final class Export extends OnOne {
        @Parameters(
                index = "1",
                paramLabel = "FILE|DIR",
                description = "Where to; a file that exists is not overwritten.")
        private Path to;

        @Override
        void run(ModelLibrary library) {
            Path written = library.export(model, to);
            answer(Map.of("file", written.toString()), "copied to " + written);
        }
    }

    @Command(name = "rename", description = "Give a model another name. The active one stays active.")
    static final class Rename extends OnOne {
        @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
        private String name;

        @Override
        void run(ModelLibrary library) {
            KeptModel renamed = library.rename(model, name);
            answer(Line.of(renamed), model + " is called " + renamed.name() + " now");
        }
    }

    @Command(
            name = "delete",
            description = "Take a model out of the list. It is kept in the folder deleted; restore brings it back.")
    static final class Delete extends OnOne {
        @Override
        void run(ModelLibrary library) {
            RemovedModel removed = library.delete(model);
            answer(
                    Map.of("kept", removed.kept().toString(), "was_active", removed.wasActive()),
                    "moved to " + removed.kept()
                            + (removed.wasActive() ? "; it was active, now the default model is" : "")
                            + "; models restore brings it back");
        }
    }

    @Command(name = "restore", description = "Bring a deleted model back.")
    static final class Restore extends OnOne {
        @Override
        void run(ModelLibrary library) {
            KeptModel back = library.restore(library.deleted(model));
            answer(Line.of(back), back.name() + " is back");
        }
    }
}
