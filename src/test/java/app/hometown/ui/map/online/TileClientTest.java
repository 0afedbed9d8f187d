// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a real server on this machine.
class TileClientTest {
    private static final TileAddress TILE = new TileAddress(3, 4, 5);

    @TempDir
    Path folder;

    private final List<Trouble> troubles = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-01T10:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private LocalTiles server;

    @SuppressWarnings("NullAway.Init")
    private TileClient client;

    @BeforeEach
    void start() throws IOException {
        server = new LocalTiles();
        client = client(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private TileClient client(Duration answerWithin) {
        return new TileClient(
                new TileSource(server.template(), "© Local"),
                new TileCache(folder, 1 << 20),
                "Hometown/1.2",
                () -> now,
                answerWithin,
                troubles::add);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void saysWhoItIsAndAsksForTheTile() throws InterruptedException {
        assertThat(client.get(TILE).orElseThrow().getWidth()).isEqualTo(256);
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().getFirst().path()).isEqualTo("/3/4/5.png");
        assertThat(server.requests().getFirst().userAgent()).isEqualTo("Hometown/1.2");
    }

    @Test
    void whatIsFreshIsNotAskedForAgainNotEvenByTheNextRun() throws InterruptedException {
        server.answer(200, Map.of("Cache-Control", "max-age=3600"));
        client.get(TILE);
        client.get(TILE);
        later(Duration.ofMinutes(59));
        client.close();
        client = client(Duration.ofSeconds(30));
        assertThat(client.get(TILE)).isPresent();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whatIsStaleIsAskedForOnlyIfItHasChanged() throws InterruptedException {
        server.answer(200, Map.of("Cache-Control", "max-age=60", "ETag", "\"one\""));
        client.get(TILE);
        later(Duration.ofMinutes(2));
        server.answer(304, Map.of("Cache-Control", "max-age=60"));
        assertThat(client.get(TILE)).isPresent();
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().getLast().ifNoneMatch()).isEqualTo("\"one\"");
        later(Duration.ofSeconds(30));
        assertThat(client.get(TILE)).isPresent();
        assertThat(server.requests()).as("fresh again").hasSize(2);
    }

    @Test
    void whatMustNotBeStoredIsNot() throws InterruptedException {
        server.answer(200, Map.of("Cache-Control", "no-store"));
        assertThat(client.get(TILE)).isPresent();
        assertThat(client.get(TILE)).isPresent();
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"403, REFUSED, 600", "401, REFUSED, 600", "429, TOO_MANY, 60", "500, SERVER, 5", "503, SERVER, 5"})
    void aServerThatRefusesIsLeftAlone(int status, Trouble.Kind kind, long seconds) throws InterruptedException {
        server.answer(status, Map.of());
        assertThat(client.get(TILE)).isEmpty();
        for (int x = 0; x < 5; x++) {
            assertThat(client.get(new TileAddress(4, x, 1))).isEmpty();
        }
        assertThat(server.requests()).hasSize(1);
        assertThat(troubles).containsExactly(new Trouble(kind, Integer.toString(status), now.plusSeconds(seconds)));
        later(Duration.ofSeconds(seconds));
        server.answer(200, Map.of());
        assertThat(client.get(TILE)).isPresent();
    }

    @Test
    void retryAfterIsHonoured() throws InterruptedException {
        server.answer(429, Map.of("Retry-After", "1234"));
        client.get(TILE);
        later(Duration.ofSeconds(1233));
        assertThat(client.get(TILE)).isEmpty();
        assertThat(server.requests()).hasSize(1);
        later(Duration.ofSeconds(1));
        client.get(TILE);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void whileAServerIsLeftAloneWhatIsKeptShowsHoweverOld() throws InterruptedException {
        server.answer(200, Map.of("Cache-Control", "max-age=1"));
        client.get(TILE);
        later(Duration.ofDays(300));
        server.answer(403, Map.of());
        assertThat(client.get(TILE)).isPresent();
        assertThat(client.get(TILE)).isPresent();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void withoutANetworkWhatIsKeptShows() throws InterruptedException {
        server.answer(200, Map.of("Cache-Control", "max-age=1"));
        client.get(TILE);
        later(Duration.ofHours(1));
        server.close();
        assertThat(client.get(TILE)).isPresent();
        assertThat(client.get(new TileAddress(9, 1, 1))).isEmpty();
        assertThat(troubles).hasSize(1);
        assertThat(troubles.getFirst().kind()).isEqualTo(Trouble.Kind.UNREACHABLE);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() throws InterruptedException {
        client.close();
        client = client(Duration.ofMillis(300));
        server.stall();
        assertThat(client.get(TILE)).isEmpty();
        assertThat(troubles).extracting(Trouble::kind).containsExactly(Trouble.Kind.UNREACHABLE);
    }

    @Test
    void aTileThatDoesNotExistIsNoTroubleAndNotAskedForAgainThatDay() throws InterruptedException {
        server.answer(404, Map.of());
        assertThat(client.get(TILE)).isEmpty();
        assertThat(client.get(TILE)).isEmpty();
        assertThat(server.requests()).hasSize(1);
        assertThat(troubles).isEmpty();
        server.answer(200, Map.of());
        assertThat(client.get(new TileAddress(3, 4, 6))).isPresent();
    }

    @Test
    void whatIsNoPictureIsNotKept() throws InterruptedException {
        server.answer(
                200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
        assertThat(client.get(TILE)).isEmpty();
        assertThat(troubles)
                .extracting(Trouble::kind, Trouble::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Trouble.Kind.NOT_A_PICTURE, "text/html"));
        later(Duration.ofMinutes(10));
        server.answer(200, Map.of());
        assertThat(client.get(TILE)).isPresent();
    }
}
