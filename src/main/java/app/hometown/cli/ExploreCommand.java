// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `hometown explore`: the window.
@Command(name = "explore", description = "Open the window. This is what happens when no command is named.")
final class ExploreCommand implements Runnable {
    @ParentCommand
    private HometownCommand hometown;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "What to open in it, as if it were dropped on it: a data folder or a file in one, a comparison "
                            + "or scoring file, Parquet or CSV files of other programs.")
    private List<Path> files = List.of();

    @Override
    public void run() {
        hometown.explore(files);
    }
}
