// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// Puts load on a server, bounded in time and connections.
///
/// @param port where it listens on the loopback
/// @param requests what is asked, by chance
/// @param connections kept open, a thread each
record Load(int port, List<byte[]> requests, int connections) {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    /// What was measured.
    ///
    /// @param answers how many with status 200
    /// @param others how many with another status
    /// @param seconds how long it took
    /// @param latency in microseconds
    record Measured(long answers, long others, double seconds, Histogram latency) {
        /// Answers a second.
        double rate() {
            return answers / seconds;
        }

        /// Milliseconds within which a share of the answers came.
        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /// Each connection asks again as soon as it has its answer: how much a server can do. Says little about how long
    /// an answer takes, for a slow server is asked less.
    Measured closed(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return run(line -> {
            Tally tally = new Tally();
            for (long now = System.nanoTime(); now < end; ) {
                int status = line.ask(any()).status();
                long after = System.nanoTime();
                tally.take(status, after - now);
                now = after;
            }
            return tally;
        });
    }

    /// Requests come at fixed instants, whether or not those before have been answered, and latency counts from the
    /// instant at which a request was due: a pause of the server is in every answer that it delayed.
    Measured open(double rate, double seconds) {
        AtomicLong next = new AtomicLong();
        long count = (long) (rate * seconds);
        long start = System.nanoTime() + 20_000_000;
        return run(line -> {
            Tally tally = new Tally();
            for (long n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                long due = start + (long) (n / rate * 1e9);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                int status = line.ask(any()).status();
                tally.take(status, System.nanoTime() - due);
            }
            return tally;
        });
    }

    private byte[] any() {
        return requests.get(ThreadLocalRandom.current().nextInt(requests.size()));
    }

    /// What one connection does.
    private interface Work {
        Tally on(HttpLine line) throws IOException;
    }

    private Measured run(Work work) {
        List<Callable<Tally>> tasks = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            tasks.add(() -> {
                try (HttpLine line = new HttpLine(port)) {
                    return work.on(line);
                }
            });
        }
        long start = System.nanoTime();
        Tally all = new Tally();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (Future<Tally> done : threads.invokeAll(tasks)) {
                all.add(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? new UncheckedIOException(io) : new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measured(all.answers, all.others, seconds, all.latency);
    }

    /// What one connection saw.
    private static final class Tally {
        private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
        private long answers;
        private long others;

        void take(int status, long nanos) {
            if (status == 200) {
                answers++;
            } else {
                others++;
            }
            latency.recordValue(Math.min(LONGEST_MICROS, nanos / 1000));
        }

        void add(Tally other) {
            answers += other.answers;
            others += other.others;
            latency.add(other.latency);
        }
    }
}
