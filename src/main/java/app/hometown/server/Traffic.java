// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What comes and goes: counts since the start, rate and latency of the last seconds, and the last requests. Nobody is
/// called back; whoever shows it asks as often as it is shown. Safe to use from any thread; telling of a request costs
/// some hundred nanoseconds and nobody waits for another.
public final class Traffic {
    /// Requests that are remembered one by one.
    public static final int REMEMBERED = 100;

    /// Seconds that are remembered.
    public static final int SECONDS = 120;

    private static final int STATUSES = 600;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final LongSupplier nanoTime;
    private final AtomicReferenceArray<@Nullable Slot> slots = new AtomicReferenceArray<>(SECONDS + 2);
    private final AtomicReferenceArray<@Nullable Request> latest = new AtomicReferenceArray<>(REMEMBERED);
    private final AtomicLong total = new AtomicLong();
    private final AtomicLongArray byStatus = new AtomicLongArray(STATUSES);
    private volatile Gauges gauges = Gauges.NOTHING;

    /// Nothing yet.
    public Traffic() {
        this(System::nanoTime);
    }

    /// @param nanoTime the clock, as [System#nanoTime]
    Traffic(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// One answered request.
    ///
    /// @param at when it came
    /// @param method such as `POST`
    /// @param path without the query; a long one by its beginning
    /// @param status of the answer
    /// @param micros from the first byte of the request to the last of the answer handed to the network, µs
    /// @param bytes of the answer's body as sent
    /// @param client its address
    /// @param user whom it was about, as the client wrote it, or how many users; shortened; "" where it was about
    /// nobody
    public record Request(
            Instant at, String method, String path, int status, long micros, long bytes, String client, String user) {}

    /// What is counted by others.
    ///
    /// @param running requests being answered
    /// @param waiting of them, those that wait
    /// @param connections that are open
    record Gauges(LongSupplier running, LongSupplier waiting, LongSupplier connections) {
        static final Gauges NOTHING = new Gauges(() -> 0, () -> 0, () -> 0);
    }

    /// What was answered in a time.
    ///
    /// @param seconds how long it was, at least 1
    /// @param requests how many were answered
    /// @param errors of them, with a status of 500 or more
    /// @param p50Millis half of them took at most so long; 0 where there were none, as in the next
    /// @param p95Millis 95 of 100
    /// @param p99Millis 99 of 100
    /// @param maxMillis all of them
    public record Span(
            int seconds,
            long requests,
            long errors,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            double maxMillis) {
        /// Requests a second.
        public double rate() {
            return (double) requests / seconds;
        }
    }

    /// How many were answered since the start.
    public long total() {
        return total.get();
    }

    /// How many are being answered now.
    public int running() {
        return (int) gauges.running().getAsLong();
    }

    /// How many of them wait for their turn.
    public int waiting() {
        return (int) gauges.waiting().getAsLong();
    }

    /// How many connections are open.
    public int connections() {
        return (int) gauges.connections().getAsLong();
    }

    /// How many were answered with each status since the start, ascending; only those that occurred.
    public Map<Integer, Long> byStatus() {
        Map<Integer, Long> counts = new TreeMap<>();
        for (int status = 0; status < STATUSES; status++) {
            if (byStatus.get(status) > 0) {
                counts.put(status, byStatus.get(status));
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /// The last requests, newest first, at most [#REMEMBERED].
    public List<Request> latest() {
        List<Request> requests = new ArrayList<>(REMEMBERED);
        long newest = total.get() - 1;
        for (long n = newest; n >= 0 && n > newest - REMEMBERED; n--) {
            Request request = latest.get((int) (n % REMEMBERED));
            if (request != null) {
                requests.add(request);
            }
        }
        return Collections.unmodifiableList(requests);
    }

    /// What was answered in the last whole seconds together; the second that has begun is not in it.
    ///
    /// @param seconds 1..[#SECONDS]
    public Span last(int seconds) {
        long now = nanoTime.getAsLong() / SECOND_NANOS;
        return span(now - seconds, now);
    }

    /// The same second by second, oldest first: for a line that moves.
    ///
    /// @param seconds 1..[#SECONDS]
    public List<Span> seconds(int seconds) {
        long now = nanoTime.getAsLong() / SECOND_NANOS;
        List<Span> spans = new ArrayList<>(seconds);
        for (long second = now - seconds; second < now; second++) {
            spans.add(span(second, second + 1));
        }
        return Collections.unmodifiableList(spans);
    }

    private Span span(long from, long to) {
        int seconds = (int) (to - from);
        if (seconds < 1 || seconds > SECONDS) {
            throw new IllegalArgumentException(seconds + " seconds are not from 1 to " + SECONDS);
        }
        Latencies together = new Latencies();
        long errors = 0;
        for (long second = from; second < to; second++) {
            Slot slot = slots.get(Math.floorMod(second, slots.length()));
            if (slot != null && slot.second == second) {
                together.add(slot.latencies);
                errors += slot.errors.get();
            }
        }
        return new Span(
                seconds,
                together.count(),
                errors,
                together.micros(0.50) / 1e3,
                together.micros(0.95) / 1e3,
                together.micros(0.99) / 1e3,
                together.maxMicros() / 1e3);
    }

    /// What is counted by others.
    void gauges(Gauges counters) {
        gauges = counters;
    }

    /// A request has been answered, or given up.
    void ended(Request request) {
        Slot slot = slot(nanoTime.getAsLong() / SECOND_NANOS);
        slot.latencies.add(request.micros());
        if (request.status() >= 500) {
            slot.errors.incrementAndGet();
        }
        if (request.status() >= 0 && request.status() < STATUSES) {
            byStatus.incrementAndGet(request.status());
        }
        latest.set((int) (total.getAndIncrement() % REMEMBERED), request);
    }

    private Slot slot(long second) {
        int at = Math.floorMod(second, slots.length());
        while (true) {
            Slot slot = slots.get(at);
            if (slot != null && slot.second >= second) {
                return slot;
            }
            Slot fresh = new Slot(second);
            if (slots.compareAndSet(at, slot, fresh)) {
                return fresh;
            }
        }
    }

    /// What was answered in one second of the clock.
    private static final class Slot {
        final long second;
        final Latencies latencies = new Latencies();
        final AtomicLong errors = new AtomicLong();

        Slot(long second) {
            this.second = second;
        }
    }
}
