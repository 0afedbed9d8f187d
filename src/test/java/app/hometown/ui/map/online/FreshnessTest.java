// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (a, b) -> true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | max-age=3600 | 3600",
                "Cache-Control | public, Max-Age=60, stale-if-error=5 | 60",
                "Cache-Control | no-cache | 0",
                "Cache-Control | max-age=0 | 0",
                "Cache-Control | max-age=soon | 0",
                "Cache-Control | max-age=99999999999999 | 7776000",
                "Cache-Control | public | 604800",
                "Expires | Fri, 01 May 2026 12:00:00 GMT | 7200",
                "Expires | Fri, 01 May 2026 09:00:00 GMT | 0",
                "Expires | 0 | 0",
                "Server | anything | 604800"
            })
    void anAnswerIsFreshAsLongAsItSays(String name, String value, long seconds) {
        assertThat(Freshness.of(headers(name, value), NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void whatHasAgedOnTheWayIsFreshForLess() {
        var headers =
                HttpHeaders.of(Map.of("Cache-Control", List.of("max-age=100"), "Age", List.of("40")), (a, b) -> true);
        assertThat(Freshness.of(headers, NOW)).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"120 | PT2M", "Fri, 01 May 2026 10:01:30 GMT | PT1M30S", "later | ", "-5 | "})
    void retryAfterIsSecondsOrADate(String value, String wait) {
        assertThat(Freshness.retryAfter(headers("Retry-After", value), NOW).map(Duration::toString))
                .isEqualTo(java.util.Optional.ofNullable(wait));
    }

    @Test
    void whatMustNotBeStoredIsNotKept() {
        assertThat(Freshness.mayBeKept(headers("Cache-Control", "private, No-Store")))
                .isFalse();
        assertThat(Freshness.mayBeKept(headers("Cache-Control", "max-age=1"))).isTrue();
    }
}
