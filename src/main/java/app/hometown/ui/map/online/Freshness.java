// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// What the headers of an answer say about time (RFC 9111 and RFC 9110, 10.2.3).
final class Freshness {
    /// For answers that say nothing: maps change slowly.
    private static final Duration USUAL = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofDays(90);

    private Freshness() {}

    /// Whether the answer may be kept at all.
    static boolean mayBeKept(HttpHeaders headers) {
        return headers.allValues("Cache-Control").stream()
                .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-store"));
    }

    /// How long the answer needs no asking again: `max-age` less its age, else `Expires`, else a week; at most 90 days.
    static Duration of(HttpHeaders headers, Instant now) {
        for (String value : headers.allValues("Cache-Control")) {
            for (String directive : value.toLowerCase(Locale.ROOT).split(",", -1)) {
                String said = directive.strip();
                if (said.equals("no-cache")) {
                    return Duration.ZERO;
                }
                if (said.startsWith("max-age=")) {
                    Duration age = headers.firstValue("Age")
                            .flatMap(Freshness::seconds)
                            .orElse(Duration.ZERO);
                    return seconds(said.substring("max-age=".length()))
                            .map(whole -> bounded(whole.minus(age)))
                            .orElse(Duration.ZERO);
                }
            }
        }
        Optional<String> expires = headers.firstValue("Expires");
        return expires.isEmpty()
                ? USUAL
                : date(expires.get())
                        .map(at -> bounded(Duration.between(now, at)))
                        .orElse(Duration.ZERO);
    }

    /// How long the server asks to be left alone: seconds or a date.
    static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .flatMap(value -> seconds(value).or(() -> date(value).map(at -> Duration.between(now, at))));
    }

    private static Duration bounded(Duration wanted) {
        return wanted.isNegative() ? Duration.ZERO : wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }

    private static Optional<Duration> seconds(String text) {
        String digits = text.strip().replace("\"", "");
        if (!digits.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(digits), Integer.MAX_VALUE)));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
