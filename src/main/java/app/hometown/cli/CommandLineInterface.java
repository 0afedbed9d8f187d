// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.InputException;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;

/// Runs the program from its arguments.
///
/// Progress and messages go to standard error, results to standard output. Exit code 0: done; 1: failed, with one line
/// that says why; 2: wrong usage.
public final class CommandLineInterface {
    /// Failed.
    public static final int FAILED = 1;

    private CommandLineInterface() {}

    /// Runs a command.
    ///
    /// @param arguments as given to the program
    /// @param faces the window
    /// @param out for results
    /// @param err for progress and messages
    /// @return the exit code
    public static int run(String[] arguments, Faces faces, PrintWriter out, PrintWriter err) {
        HometownCommand root = new HometownCommand(faces);
        if (arguments.length == 0) {
            return window(root, err);
        }
        CommandLine commands = new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, root, command.getErr()));
        try {
            return commands.execute(arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// Opens the window without making a parser first, for which it would come later.
    private static int window(HometownCommand root, PrintWriter err) {
        try {
            root.run();
            return 0;
        } catch (RuntimeException e) {
            return failed(e, root, err);
        }
    }

    private static int failed(Exception failure, HometownCommand root, PrintWriter err) {
        String line =
                switch (failure) {
                    case CancellationException _ -> "cancelled; nothing was changed";
                    case InputException problem -> problem.getMessage();
                    default ->
                        "an unexpected error, a defect of the program: " + failure
                                + " (--verbose shows where; please report it)";
                };
        err.println("hometown: " + line);
        if (root.verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }
}
