// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(1000 * SECOND);
    private final Traffic traffic = new Traffic(clock::get);

    private void ended(int status, long micros) {
        traffic.ended(new Traffic.Request(Instant.EPOCH, "GET", "/", status, micros, 10, "127.0.0.1", ""));
    }

    @Test
    void nothingIsNothing() {
        assertThat(traffic.total()).isZero();
        assertThat(traffic.latest()).isEmpty();
        assertThat(traffic.byStatus()).isEmpty();
        assertThat(traffic.last(10)).isEqualTo(new Traffic.Span(10, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void rateAndLatencyAreOfTheLastWholeSeconds() {
        for (int i = 0; i < 100; i++) {
            ended(i == 0 ? 500 : 200, 1000L * (i + 1));
        }
        assertThat(traffic.last(1).requests()).as("the second has just begun").isZero();
        clock.addAndGet(SECOND);
        Traffic.Span last = traffic.last(2);
        assertThat(last.requests()).isEqualTo(100);
        assertThat(last.rate()).isEqualTo(50);
        assertThat(last.errors()).isEqualTo(1);
        assertThat(last.p50Millis()).isCloseTo(50, Percentage.withPercentage(13));
        assertThat(last.p95Millis()).isCloseTo(95, Percentage.withPercentage(13));
        assertThat(last.p99Millis()).isCloseTo(99, Percentage.withPercentage(13));
        assertThat(last.maxMillis()).isEqualTo(100);
        clock.addAndGet(2 * SECOND);
        ended(200, 7);
        assertThat(traffic.seconds(4)).extracting(Traffic.Span::requests).containsExactly(0L, 100L, 0L, 0L);
        clock.addAndGet(Traffic.SECONDS * SECOND);
        assertThat(traffic.last(Traffic.SECONDS).requests()).isEqualTo(1);
        clock.addAndGet(SECOND);
        assertThat(traffic.last(Traffic.SECONDS).requests()).isZero();
        assertThat(traffic.total()).isEqualTo(101);
        assertThat(traffic.byStatus()).isEqualTo(Map.of(200, 100L, 500, 1L));
    }

    @Test
    void theLastHundredAreRemembered() {
        for (int i = 0; i < 250; i++) {
            ended(200 + i % 3, i);
        }
        List<Long> micros =
                traffic.latest().stream().map(Traffic.Request::micros).toList();
        assertThat(micros).hasSize(Traffic.REMEMBERED).startsWith(249L, 248L).endsWith(150L);
    }

    @Test
    void spansThatAreNotRememberedAreRefused() {
        assertThatThrownBy(() -> traffic.last(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> traffic.last(Traffic.SECONDS + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void percentilesAreWithinAnEighthOfTheTrueOnes() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            Latencies latencies = new Latencies();
            long[] times = new long[1 + random.nextInt(2000)];
            Arrays.setAll(times, i -> (long) Math.exp(random.nextDouble() * 20));
            Arrays.stream(times).forEach(latencies::add);
            Arrays.sort(times);
            assertThat(latencies.count()).isEqualTo(times.length);
            assertThat(latencies.maxMicros()).isEqualTo(times[times.length - 1]);
            for (double share : new double[] {0.01, 0.5, 0.95, 0.99, 1}) {
                long exact = times[(int) Math.ceil(share * times.length) - 1];
                assertThat(latencies.micros(share)).isBetween((double) exact, exact * 1.125 + 1);
            }
        }
    }

    @Test
    void aRateIsHeldAndASilentSecondMayBeCaughtUp() {
        for (int rate : new int[] {1, 2, 10, 1000}) {
            Accounts accounts = new Accounts(rate, clock::get);
            long client = 7;
            for (int i = 0; i < rate; i++) {
                assertThat(accounts.take(client)).as("%d of %d", i, rate).isZero();
            }
            long wait = accounts.take(client);
            assertThat(wait).isBetween(1L, SECOND);
            assertThat(accounts.take(8)).as("another client").isZero();
            clock.addAndGet(wait);
            assertThat(accounts.take(client)).isZero();
            assertThat(accounts.take(client)).isPositive();
            int taken = 0;
            for (int i = 0; i < 10_000; i++) {
                clock.addAndGet(SECOND / 1000);
                taken += accounts.take(client) == 0 ? 1 : 0;
            }
            assertThat(taken).as("in 10 s at %d", rate).isBetween(10 * rate - 1, 10 * rate + 1);
        }
    }

    @Test
    void aBatchIsPaidForAfterwards() {
        Accounts accounts = new Accounts(10, clock::get);
        assertThat(accounts.take(1)).isZero();
        accounts.charge(1, 49);
        assertThat(accounts.take(1)).isEqualTo(5 * SECOND - (SECOND - SECOND / 10));
    }
}
