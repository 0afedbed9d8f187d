// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// How long requests took, as counts by classes that are at most an eighth wide: percentiles of any number of requests
/// in two kilobytes. Safe to use from any thread.
final class Latencies {
    /// Classes of a doubling.
    private static final int STEPS = 8;

    private static final int STEP_BITS = 3;

    /// Up to 2³⁰ µs, 18 minutes; what takes longer counts as that.
    private static final int DOUBLINGS = 28;

    private final AtomicLongArray counts = new AtomicLongArray(DOUBLINGS * STEPS);
    private final AtomicLong sumMicros = new AtomicLong();
    private final AtomicLong maxMicros = new AtomicLong();

    void add(long micros) {
        long positive = Math.max(0, micros);
        counts.incrementAndGet(place(positive));
        sumMicros.addAndGet(positive);
        if (positive > maxMicros.get()) {
            maxMicros.accumulateAndGet(positive, Math::max);
        }
    }

    void add(Latencies other) {
        for (int at = 0; at < counts.length(); at++) {
            long count = other.counts.get(at);
            if (count > 0) {
                counts.addAndGet(at, count);
            }
        }
        sumMicros.addAndGet(other.sumMicros.get());
        maxMicros.accumulateAndGet(other.maxMicros.get(), Math::max);
    }

    long count() {
        long count = 0;
        for (int at = 0; at < counts.length(); at++) {
            count += counts.get(at);
        }
        return count;
    }

    long sumMicros() {
        return sumMicros.get();
    }

    long maxMicros() {
        return maxMicros.get();
    }

    /// How many took at most so long, to the width of a class.
    long atMost(long micros) {
        long count = 0;
        for (int at = 0; at < counts.length() && above(at) <= micros + 1; at++) {
            count += counts.get(at);
        }
        return count;
    }

    /// The time within which a share of them was done: the upper end of its class, but not more than the longest. 0
    /// when there are none.
    ///
    /// @param share 0..1
    double micros(double share) {
        long wanted = (long) Math.ceil(share * count());
        long count = 0;
        for (int at = 0; at < counts.length(); at++) {
            count += counts.get(at);
            if (count >= wanted && count > 0) {
                return Math.min(above(at), maxMicros());
            }
        }
        return 0;
    }

    /// The class of a time: below 8 µs one each, above by the three bits after the first.
    private static int place(long micros) {
        if (micros < STEPS) {
            return (int) micros;
        }
        int doubling = 63 - Long.numberOfLeadingZeros(micros);
        int step = (int) (micros >>> (doubling - STEP_BITS)) - STEPS;
        return Math.min(DOUBLINGS * STEPS - 1, (doubling - STEP_BITS + 1) * STEPS + step);
    }

    /// The first time that is above a class.
    private static long above(int place) {
        int next = place + 1;
        if (next <= STEPS) {
            return next;
        }
        int doubling = next / STEPS - 1;
        return (long) (STEPS + next % STEPS) << doubling;
    }
}
