// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.InputException;
import app.hometown.workbench.Workbench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `serve` makes of its options, and how it begins and ends.
class ServeCommandTest {
    @TempDir
    Path folder;

    /// An endpoint that only remembers.
    private static final class Remembering extends NoFaces {
        final List<Wishes> wishes = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger stops = new AtomicInteger();
        final CountDownLatch told = new CountDownLatch(1);
        final boolean beyond;

        Remembering(boolean beyond) {
            this.beyond = beyond;
        }

        @Override
        public Serving serve(Workbench workbench, Wishes asked) {
            wishes.add(asked);
            return new Serving() {
                @Override
                public URI address() {
                    return URI.create("http://127.0.0.1:4711");
                }

                @Override
                public boolean beyondLoopback() {
                    told.countDown();
                    return beyond;
                }

                @Override
                public void stop() {
                    stops.incrementAndGet();
                }
            };
        }
    }

    private record Outcome(int exit, String out, String err) {}

    /// Serves until it has said everything, then interrupts it.
    private Outcome serve(Remembering faces, String... options) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        arguments.addAll(List.of("--models", folder.resolve("models").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int[] exit = {-1};
        Thread serving = Thread.ofPlatform()
                .start(() -> exit[0] = CommandLineInterface.run(
                        arguments.toArray(String[]::new), faces, new PrintWriter(out), new PrintWriter(err)));
        faces.told.await();
        serving.interrupt();
        serving.join();
        return new Outcome(exit[0], out.toString(), err.toString());
    }

    private void generate() {
        assertThat(CommandLineInterface.run(
                        new String[] {
                            "generate",
                            "--users",
                            "5",
                            "--streams",
                            "20",
                            "--samples",
                            "0",
                            "--out",
                            folder.resolve("data").toString()
                        },
                        new NoFaces(),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter())))
                .isZero();
    }

    @Test
    void withoutOptionsEverythingIsAsUsual() throws InterruptedException {
        generate();
        Remembering faces = new Remembering(false);
        Outcome outcome = serve(faces);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out().strip()).isEqualTo("http://127.0.0.1:4711");
        assertThat(outcome.err())
                .contains("/docs")
                .contains("hometown-ml will not answer")
                .doesNotContain("Warning");
        assertThat(faces.stops).hasValue(1);
        assertThat(faces.wishes.getFirst())
                .isEqualTo(new Faces.Wishes(
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.ofNullable(System.getenv("HOMETOWN_API_KEY")),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void optionsAreWishesAndBeyondTheLoopbackIsWarnedOf() throws InterruptedException {
        generate();
        Remembering faces = new Remembering(true);
        Outcome outcome = serve(
                faces,
                "--host",
                "0.0.0.0",
                "--port",
                "0",
                "--rate-limit",
                "0",
                "--concurrency",
                "8",
                "--api-key",
                "0123456789abcdef",
                "--cors-origin",
                "https://a.example",
                "--cors-origin",
                "https://b.example",
                "--allowed-host",
                "streams.example",
                "--access-log",
                "access.log");
        assertThat(outcome.err()).contains("Warning").contains("not encrypted");
        assertThat(faces.wishes.getFirst())
                .isEqualTo(new Faces.Wishes(
                        Optional.of("0.0.0.0"),
                        OptionalInt.of(0),
                        OptionalInt.of(0),
                        OptionalInt.of(8),
                        Optional.of("0123456789abcdef"),
                        List.of("https://a.example", "https://b.example"),
                        List.of("streams.example"),
                        Optional.of(Path.of("access.log"))));
    }

    @Test
    void dataThatCannotBeReadEndsWhatHadBegun() {
        Remembering faces = new Remembering(false);
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(
                new String[] {"serve", "--data", folder.resolve("nothing").toString()},
                faces,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));
        assertThat(exit).isEqualTo(1);
        assertThat(faces.stops).hasValue(1);
        assertThat(err.toString()).contains("users.parquet");
    }

    @Test
    void aPortInUseIsOneLine() {
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(
                new String[] {"serve", "--data", folder.toString()},
                new NoFaces() {
                    @Override
                    public Serving serve(Workbench workbench, Wishes wishes) {
                        throw new InputException(
                                "port 8000", "another program listens there already", "Port 1 is free.");
                    }
                },
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "hometown: port 8000: another program listens there already. Port 1 is free.");
    }

    @ParameterizedTest
    @CsvSource({"--port, 65536", "--port, -1", "--port, x", "--rate-limit, -1", "--concurrency, 0"})
    void wrongNumbersAreWrongUsage(String option, String value) {
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(
                new String[] {"serve", option, value},
                new NoFaces(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains(option);
    }
}
