// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.workbench.DataReload;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Workbench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown serve`: the endpoint without a window, until the program is told to end.
@Command(
        name = "serve",
        description = "Answer over HTTP: rankings for users, what is loaded, documentation at /docs. Ctrl+C or SIGTERM "
                + "finishes what runs and ends.")
final class ServeCommand implements Runnable {
    /// Between two looks at the files.
    private static final int RELOAD_SECONDS = 1;

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address or name of this machine to listen at (127.0.0.1). 0.0.0.0 listens at all of them: "
                    + "then everybody in the network reaches it.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Port (8000); 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "Requests a second that one client may send on average (20000); 0 for no limit. Each user of "
                    + "a batch counts.")
    private @Nullable Integer rateLimit;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Rankings that are worked on at the same time (64); others wait their turn.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            defaultValue = "${env:HOMETOWN_API_KEY:-}",
            showDefaultValue = Help.Visibility.NEVER,
            description = "Answer only who shows this key, 16 characters or more. Better given as HOMETOWN_API_KEY: a "
                    + "command line can be read by every user of the machine.")
    private String apiKey = "";

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            description = "Let pages of this origin call, such as https://example.org, or * for all; may be repeated. "
                    + "Default: none.")
    private List<String> corsOrigins = List.of();

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            description = "Answer to this host name besides localhost and addresses; may be repeated.")
    private List<String> allowedHosts = List.of();

    @Option(names = "--access-log", paramLabel = "FILE", description = "Append a line a request to this file.")
    private @Nullable Path accessLog;

    @Option(
            names = "--reload",
            description = "Open the data anew whenever its files change; for development. Answers go on meanwhile.")
    private boolean reload;

    @Override
    public void run() {
        within("--port", port, 0, 65_535);
        within("--rate-limit", rateLimit, 0, 1_000_000_000);
        within("--concurrency", concurrency, 1, 100_000);
        // A port that is in use is told before a minute of reading; until all is read, readiness says so.
        Workbench workbench = hometown.workbench();
        Faces.Serving serving = hometown.faces().serve(workbench, wishes());
        try {
            workbench.open(workbench.folders().data()).await();
            tell(workbench, serving);
        } catch (RuntimeException | Error e) {
            serving.stop();
            throw e;
        }
        if (reload) {
            watch(new DataReload(workbench, this::say));
        }
        waitForTheEnd(serving);
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private static void watch(DataReload data) {
        Thread.ofPlatform().daemon().name("hometown-reload").start(() -> {
            try {
                while (true) {
                    TimeUnit.SECONDS.sleep(RELOAD_SECONDS);
                    data.look();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void within(String option, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + value + " is not from " + least + " to " + most);
        }
    }

    private Faces.Wishes wishes() {
        return new Faces.Wishes(
                Optional.ofNullable(host),
                optional(port),
                optional(rateLimit),
                optional(concurrency),
                Optional.of(apiKey).filter(key -> !key.isEmpty()),
                corsOrigins,
                allowedHosts,
                Optional.ofNullable(accessLog));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private void tell(Workbench workbench, Faces.Serving serving) {
        PrintWriter err = spec.commandLine().getErr();
        if (workbench.session().model() instanceof ModelState.Missing(String why, String remedy)) {
            err.println("hometown-ml will not answer. " + why + ". " + remedy);
        }
        if (serving.beyondLoopback()) {
            err.println("Warning: others than this machine reach this endpoint"
                    + (apiKey.isEmpty() ? ", and it asks for no API key." : "; what they send is not encrypted."));
        }
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.println(serving.address());
        out.flush();
        err.println("Serving; documentation at " + serving.address().resolve("/docs") + ". Ctrl+C stops.");
        err.flush();
    }

    private static void waitForTheEnd(Faces.Serving serving) {
        Thread end = Interruption.finishes(serving::stop);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            serving.stop();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }
}
