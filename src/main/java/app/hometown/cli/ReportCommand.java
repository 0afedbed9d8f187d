// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown report`: the ready-made figures as one document.
@Command(
        name = "report",
        description = "Write the ready-made figures of the data as one document that needs nothing else. Needs no "
                + "display.")
final class ReportCommand implements Runnable {
    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE.html|FILE.pdf",
            required = true,
            description = "Document to write: a page for a browser, with the numbers under each figure, or a PDF.")
    private Path out;

    @Override
    public void run() {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".pdf")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--out': '" + out + "' ends neither in .html nor in .pdf");
        }
        hometown.faces().report(hometown.opened(), out);
        spec.commandLine().getOut().println(out);
    }
}
