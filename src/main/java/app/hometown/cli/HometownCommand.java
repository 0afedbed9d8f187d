// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `hometown` itself: the options that every command understands, and the window when no command is named.
@Command(
        name = "hometown",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = HometownCommand.Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "See, compare and explain location-based rankings of live streams.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; one line on standard error says why", "2:wrong usage"},
        subcommands = {
            ExploreCommand.class,
            GenerateCommand.class,
            TrainCommand.class,
            ModelsCommand.class,
            CompareCommand.class,
            EvaluateCommand.class,
            StatsCommand.class,
            ServeCommand.class,
            BenchCommand.class,
            ReportCommand.class,
            SnapshotCommand.class,
            RehearseCommand.class,
            ReadyCommand.class
        })
final class HometownCommand implements Runnable {
    private final Faces faces;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder with users.parquet and streams.parquet. Default: data in the working folder when it "
                    + "exists, else the user's data folder.")
    private @Nullable Path data;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Folder of the kept models; active is the one that models use chose, else hometown_model.json. "
                            + "Default: models, found likewise; a missing or empty one means no model.")
    private @Nullable Path models;

    @Option(
            names = "--scoring",
            paramLabel = "FILE|PRESET",
            scope = ScopeType.INHERIT,
            description = "The numbers of the score: a scoring file (JSON), or the preset default or reference.")
    private @Nullable String scoring;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure came from.")
    boolean verbose;

    HometownCommand(Faces faces) {
        this.faces = faces;
    }

    /// Opens the window.
    @Override
    public void run() {
        explore(List.of());
    }

    /// Opens the window, and files in it.
    void explore(List<Path> files) {
        faces.explore(folders(), scoring(), files);
    }

    Faces faces() {
        return faces;
    }

    Folders folders() {
        return Folders.find(
                Optional.ofNullable(data), Optional.ofNullable(models), Folders.UserFolders.ofThisMachine());
    }

    Scoring scoring() {
        return scoring == null ? Scoring.DEFAULT : ScoringFile.resolve(scoring);
    }

    /// A workbench that works in place and tells its progress on standard error.
    Workbench workbench() {
        Folders folders = folders();
        Workbench workbench = new Workbench(folders, new SettingsFile(folders.settings()), scoring(), Runnable::run);
        ConsoleProgress progress = new ConsoleProgress(commandLine().getErr(), onTerminal());
        workbench.jobs().watch(progress::show);
        String fault = workbench.models().active().fault();
        if (!fault.isEmpty()) {
            commandLine().getErr().println("hometown: " + fault);
        }
        Interruption.cancels(workbench.jobs());
        return workbench;
    }

    /// A workbench with the data folder open.
    Workbench opened() {
        Workbench workbench = workbench();
        workbench.open(workbench.folders().data()).await();
        return workbench;
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("not parsed yet");
        }
        return spec.commandLine();
    }

    /// The check is right from JDK 22 to 24; JDK 25 has no console again where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// The version in the jar's manifest.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = HometownCommand.class.getPackage().getImplementationVersion();
            return new String[] {"hometown " + (version == null ? "(not packaged)" : version)};
        }
    }
}
