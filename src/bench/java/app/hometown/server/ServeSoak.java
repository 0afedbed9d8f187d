// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.learning.Algorithm;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Minutes at full load while the model is swapped every second, streams go on and off the air twenty times a second
/// and
/// rude clients drop their connections half way. Every single answer has to be the ranking of a session that held at
/// some instant between question and answer, never half of one and half of the next. In the end the endpoint is stopped
/// under load: whatever it has begun to answer has to arrive whole. Ends with 1 when anything was wrong, or when more
/// memory was held at the end than after the first minute.
@Command(name = "soak-serve", mixinStandardHelpOptions = true)
public final class ServeSoak implements Callable<Integer> {
    private static final int QUESTIONS = 4096;
    private static final int K = 20;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SWAP_NANOS = TimeUnit.SECONDS.toNanos(1);

    @Option(names = "--minutes", defaultValue = "10")
    private double minutes;

    @Option(names = "--connections", defaultValue = "16")
    private int connections;

    @Option(names = "--streams", defaultValue = "20000")
    private int streams;

    @Option(names = "--folder", defaultValue = "target/bench-serve/soak")
    private Path folder = Path.of("");

    private final Faults faults = new Faults();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong rude = new AtomicLong();
    private volatile boolean stopping;

    /// Runs and prints.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ServeSoak()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path home = folder.toAbsolutePath();
        Folders folders = new Folders(home.resolve("data"), home.resolve("models"), home.resolve("settings.json"));
        List<Long> held = new ArrayList<>();
        try (ExecutorService jobs = Executors.newCachedThreadPool();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            Workbench workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, jobs);
            workbench
                    .generate(new GeneratorOptions(1000, streams, 5000, 42), folders.data())
                    .await();
            List<String> models = List.of("one.json", "other.json");
            workbench
                    .train(TrainingOptions.DEFAULT, folders.models().resolve(models.getFirst()))
                    .await();
            workbench
                    .train(
                            TrainingOptions.DEFAULT.with(Algorithm.ADDITIVE),
                            folders.models().resolve(models.getLast()))
                    .await();
            EndpointOptions options =
                    EndpointOptions.DEFAULT.at("127.0.0.1", 0).with(EndpointOptions.Limits.DEFAULT.withRate(0));
            Endpoint endpoint = new Endpoint(workbench, options);
            endpoint.start();
            int port = endpoint.address().getPort();
            SessionHistory history = new SessionHistory(workbench.session());
            Questions questions = Questions.of(workbench.session().requireData().catalog(), QUESTIONS, K);
            threads.execute(() -> change(workbench, history, models));
            threads.execute(() -> annoy(port));
            for (int i = 0; i < connections; i++) {
                threads.execute(() -> ask(port, questions, history));
            }
            watch(history, held);
            stopping = true;
            long start = System.nanoTime();
            endpoint.stop();
            System.out.printf(Locale.ROOT, "stopped under load in %.0f ms%n", (System.nanoTime() - start) / 1e6);
        }
        long first = held.get(Math.min(1, held.size() - 1));
        long last = held.getLast();
        boolean grown = last > first * 1.1 + 8e6;
        System.out.printf(
                Locale.ROOT,
                "%,d answers, all checked; %,d dropped connections; %d faults; held after collection %.1f MB at first,"
                        + " %.1f MB at last%s%n",
                answers.get(),
                rude.get(),
                faults.count(),
                first / 1e6,
                last / 1e6,
                grown ? ": grown" : "");
        faults.print();
        return faults.count() > 0 || grown ? 1 : 0;
    }

    /// Tells how it goes, twice a minute.
    private void watch(SessionHistory history, List<Long> held) {
        long start = System.nanoTime();
        long end = start + (long) (minutes * 60e9);
        long before = 0;
        for (long now = start; now < end; now = System.nanoTime()) {
            LockSupport.parkNanos(Math.min(TimeUnit.SECONDS.toNanos(30), end - now));
            long done = answers.get();
            double seconds = (System.nanoTime() - now) / 1e9;
            long used = heldAfterCollection();
            held.add(used);
            System.out.printf(
                    Locale.ROOT,
                    "%5.0f s  %,9.0f answers/s  %,6d sessions so far  %6.1f MB held  %d faults  load %.1f%n",
                    (System.nanoTime() - start) / 1e9,
                    (done - before) / seconds,
                    history.count(),
                    used / 1e6,
                    faults.count(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            before = done;
        }
    }

    private static long heldAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void change(Workbench workbench, SessionHistory history, List<String> models) {
        Random random = new Random(7);
        long nextSwap = System.nanoTime();
        int swaps = 0;
        while (!stopping) {
            LockSupport.parkNanos(STEP_NANOS);
            boolean swap = System.nanoTime() >= nextSwap;
            if (swap) {
                nextSwap = System.nanoTime() + SWAP_NANOS;
                swaps++;
            }
            String model = models.get(swaps % models.size());
            try {
                history.change(() -> {
                    if (swap) {
                        workbench.activate(model).await();
                    } else {
                        workbench.apply(Broadcast.some(workbench.session(), random));
                    }
                    return workbench.session();
                });
            } catch (RuntimeException e) {
                faults.add("change: " + e);
            }
        }
    }

    private void ask(int port, Questions questions, SessionHistory history) {
        Random random = new Random();
        while (!stopping) {
            try (HttpLine line = new HttpLine(port)) {
                while (!stopping) {
                    Questions.Question question = questions
                            .asked()
                            .get(random.nextInt(questions.asked().size()));
                    byte[] request = HttpLine.request("POST", port, question.path(), questions.body(question));
                    long sent = System.nanoTime();
                    HttpLine.Answer answer = line.ask(request);
                    check(questions, question, answer, history, sent, System.nanoTime());
                }
            } catch (IOException e) {
                // An endpoint that stops may close a connection on which it has answered nothing.
                if (!stopping || String.valueOf(e.getMessage()).startsWith("cut off")) {
                    faults.add(e.toString());
                }
            }
        }
    }

    private void check(
            Questions questions,
            Questions.Question question,
            HttpLine.Answer answer,
            SessionHistory history,
            long sent,
            long received) {
        if (answer.status() != 200) {
            if (!stopping || answer.status() != 503) {
                faults.add(answer.status() + " " + answer.text());
            }
            return;
        }
        String fault = "no session held";
        for (var session : history.between(sent, received)) {
            fault = questions.fault(session, question, answer.text(), Questions.Exactness.EXACT);
            if (fault.isEmpty()) {
                answers.incrementAndGet();
                return;
            }
        }
        faults.add(fault);
    }

    /// Drops connections half way through a request, or before reading the answer.
    private void annoy(int port) {
        Random random = new Random(11);
        while (!stopping) {
            LockSupport.parkNanos(STEP_NANOS);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                byte[] request = HttpLine.request(
                        "POST", port, "/v1/scenarios/hometown", "{\"user_id\":\"user_000001\",\"max_results\":100}");
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(request, 0, 1 + random.nextInt(request.length));
                rude.incrementAndGet();
            } catch (IOException e) {
                if (!stopping) {
                    faults.add("rude: " + e);
                }
            }
        }
    }
}
