// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

    private final BackOff backOff = new BackOff();

    @Test
    void aServerThatWasNeverAskedMayBeAsked() {
        assertThat(backOff.allows(START)).isTrue();
    }

    @Test
    void eachFailureInARowDoublesThePauseUpToAnHour() {
        Instant now = START;
        long[] seconds = new long[12];
        for (int i = 0; i < seconds.length; i++) {
            assertThat(backOff.failed(now, now, Trouble.Kind.SERVER, Optional.empty()))
                    .isTrue();
            seconds[i] = Duration.between(now, backOff.until()).toSeconds();
            assertThat(backOff.allows(backOff.until().minusMillis(1))).isFalse();
            now = backOff.until();
            assertThat(backOff.allows(now)).isTrue();
        }
        assertThat(seconds).containsExactly(5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600);
        backOff.succeeded();
        backOff.failed(now, now, Trouble.Kind.SERVER, Optional.empty());
        assertThat(Duration.between(now, backOff.until())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void requestsThatWereUnderWayTogetherFailOnce() {
        assertThat(backOff.failed(START, START.plusSeconds(1), Trouble.Kind.TOO_MANY, Optional.empty()))
                .isTrue();
        assertThat(backOff.failed(START.plusMillis(500), START.plusSeconds(2), Trouble.Kind.TOO_MANY, Optional.empty()))
                .isFalse();
        assertThat(backOff.until()).isEqualTo(START.plusSeconds(61));
    }

    @Test
    void theServerIsLeftAloneAsLongAsItAsksButNotForEver() {
        backOff.failed(START, START, Trouble.Kind.TOO_MANY, Optional.of(Duration.ofMinutes(30)));
        assertThat(backOff.until()).isEqualTo(START.plusSeconds(1800));
        backOff.failed(START, START, Trouble.Kind.TOO_MANY, Optional.of(Duration.ofDays(900)));
        assertThat(backOff.until()).isEqualTo(START.plusSeconds(86_400));
        backOff.failed(START, START, Trouble.Kind.TOO_MANY, Optional.of(Duration.ofSeconds(1)));
        assertThat(backOff.until()).as("never shortened").isEqualTo(START.plusSeconds(86_400));
    }
}
