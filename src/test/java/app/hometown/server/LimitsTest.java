// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the endpoint does not let through: too much, too slow, from elsewhere, without a key.
class LimitsTest {
    private static final String BASIC = "/v1/scenarios/hometown";
    private static final String KEY = "0123456789abcdef0123";

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        Served.write(folder);
    }

    private static EndpointOptions.Limits quick() {
        EndpointOptions.Limits usual = Served.LIMITS;
        return new EndpointOptions.Limits(
                0,
                usual.concurrentRequests(),
                usual.waitingRequests(),
                usual.longestWait(),
                usual.connections(),
                Duration.ofMillis(1500),
                Duration.ofMillis(400),
                usual.stop());
    }

    @Test
    void aClientThatAsksTooOftenIsToldWhenToComeAgain() {
        try (Served served = Served.open(folder, Served.OPTIONS.with(Served.LIMITS.withRate(3)))) {
            List<Integer> statuses = new ArrayList<>();
            HttpResponse<String> refused = null;
            while (refused == null) {
                HttpResponse<String> response = served.post(BASIC, Served.body("user_000001", 1));
                statuses.add(response.statusCode());
                refused = response.statusCode() == 429 ? response : null;
            }
            assertThat(statuses).startsWith(200, 200, 200);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            // Whoever watches over the endpoint is not a client.
            assertThat(served.get("/readyz").statusCode()).isEqualTo(200);
            while (served.post(BASIC, Served.body("user_000001", 1)).statusCode() == 429) {
                Thread.onSpinWait();
            }
        }
    }

    /// A client's library sends head and body one after the other. Who refuses on the head alone has to close the
    /// connection, and the library fails on the body, or on its next request.
    @Test
    void refusalsWaitForTheBody() throws IOException {
        try (Served served = Served.open(folder, Served.OPTIONS.with(Served.LIMITS.withRate(1)));
                Served locked = Served.open(folder, Served.OPTIONS.withApiKey(Optional.of(KEY)))) {
            while (served.post(BASIC, Served.body("user_000001", 1)).statusCode() != 429) {
                Thread.onSpinWait();
            }
            assertWaits(served, "Content-Type: application/json", 429);
            assertWaits(locked, "Content-Type: application/json", 401);
            assertWaits(locked, "X-API-Key: " + KEY, 415);
            assertWaits(locked, "Content-Encoding: gzip", 415);
            for (int i = 0; i < 20; i++) {
                assertThat(locked.post(BASIC, " ".repeat(BodyReading.MOST_BYTES + 1), "X-API-Key", KEY)
                                .statusCode())
                        .isEqualTo(413);
            }
        }
    }

    private static void assertWaits(Served served, String header, int status) throws IOException {
        String body = Served.body("user_000001", 1);
        try (RawHttp raw = new RawHttp(served.port())) {
            for (int i = 0; i < 2; i++) {
                raw.write("POST " + BASIC + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n");
                raw.socket().setSoTimeout(200);
                assertThatThrownBy(raw::read).isInstanceOf(SocketTimeoutException.class);
                raw.socket().setSoTimeout(20_000);
                RawHttp.Reply reply = raw.write(body).read();
                assertThat(reply.status()).isEqualTo(status);
                assertThat(reply.header("Connection")).isEmpty();
            }
        }
    }

    /// What is too large, or asked where nothing takes a body, is not waited for; the answer says that the connection
    /// ends.
    @Test
    void aConnectionThatEndsIsSaidToEnd() throws IOException {
        try (Served served = Served.open(folder, Served.OPTIONS)) {
            assertEnds(served, BASIC, BodyReading.MOST_DISCARDED_BYTES + 1, 413);
            assertEnds(served, "/nothing", 20, 404);
            assertEnds(served, "/livez", 20, 405);
        }
    }

    private static void assertEnds(Served served, String path, int length, int status) throws IOException {
        try (RawHttp raw = new RawHttp(served.port())) {
            raw.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + length + "\r\n\r\n");
            RawHttp.Reply reply = raw.read();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(raw.closed()).isTrue();
        }
    }

    @Test
    void theUsersOfABatchAreRequests() {
        try (Served served = Served.open(folder, Served.OPTIONS.with(Served.LIMITS.withRate(100)))) {
            String ids = "\"user_000001\"" + ", \"user_000001\"".repeat(599);
            assertThat(served.post(BASIC + "/batch", "{\"user_ids\": [" + ids + "]}")
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> refused = served.post(BASIC, Served.body("user_000001", 1));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(3, 6);
        }
    }

    @Test
    void aSlowBodyIsCutOff() throws IOException {
        try (Served served = Served.open(folder, Served.OPTIONS.with(quick()));
                RawHttp raw = new RawHttp(served.port())) {
            raw.write("POST " + BASIC + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{");
            raw.socket().setSoTimeout(50);
            RawHttp.Reply reply = null;
            while (reply == null) {
                try {
                    reply = raw.read();
                } catch (SocketTimeoutException nothingYet) {
                    raw.write(" ");
                }
            }
            assertThat(reply.status()).isEqualTo(408);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(raw.closed()).isTrue();
            assertThat(served.get("/livez").statusCode()).isEqualTo(200);
            assertThat(served.defects).isEmpty();
        }
    }

    @Test
    void aHeadByteByByteIsCutOffAndOthersGoOn() throws IOException {
        try (Served served = Served.open(folder, Served.OPTIONS.with(quick()));
                RawHttp slow = new RawHttp(served.port())) {
            slow.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            slow.socket().setSoTimeout(100);
            boolean closed = false;
            while (!closed) {
                try {
                    closed = slow.closed();
                } catch (SocketTimeoutException nothingYet) {
                    try {
                        slow.write("x");
                    } catch (IOException gone) {
                        closed = true;
                    }
                }
                assertThat(served.get("/livez").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aSilentConnectionIsClosed() throws IOException {
        try (Served served = Served.open(folder, Served.OPTIONS.with(quick()));
                RawHttp silent = new RawHttp(served.port());
                RawHttp half = new RawHttp(served.port())) {
            half.write("GET / HT");
            assertThat(silent.closed()).isTrue();
            // Half a request may get an answer, which says that it came too late, before the end.
            while (!half.closed()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void moreConnectionsThanAllowedWait() throws Exception {
        EndpointOptions.Limits usual = Served.LIMITS;
        EndpointOptions.Limits two = new EndpointOptions.Limits(
                0,
                usual.concurrentRequests(),
                usual.waitingRequests(),
                usual.longestWait(),
                2,
                usual.idle(),
                usual.arrival(),
                usual.stop());
        try (Served served = Served.open(folder, Served.OPTIONS.with(two));
                RawHttp first = new RawHttp(served.port());
                RawHttp second = new RawHttp(served.port())) {
            String request = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";
            assertThat(first.write(request).read().status()).isEqualTo(200);
            assertThat(second.write(request).read().status()).isEqualTo(200);
            try (RawHttp third = new RawHttp(served.port());
                    ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<RawHttp.Reply> answer =
                        reader.submit(() -> third.write(request).read());
                assertThat(first.write(request).read().status()).isEqualTo(200);
                first.socket().close();
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void moreRankingsThanAllowedWaitTheirTurnAndTooManyAreRefused() throws Exception {
        EndpointOptions.Limits usual = Served.LIMITS;
        EndpointOptions.Limits narrow = new EndpointOptions.Limits(
                0, 1, 2, usual.longestWait(), usual.connections(), usual.idle(), usual.arrival(), usual.stop());
        try (Served served = Served.open(folder, Served.OPTIONS.with(narrow));
                RawHttp batch = new RawHttp(served.port())) {
            // Whoever does not read holds its turn as soon as the buffers on the way are full.
            batch.write(RawHttp.post(BASIC + "/batch", largest()));
            awaitBegun(batch);
            try (RawHttp waiting = new RawHttp(served.port());
                    RawHttp waitingToo = new RawHttp(served.port())) {
                waiting.write(RawHttp.post(BASIC, Served.body("user_000001", 1)));
                waitingToo.write(RawHttp.post(BASIC, Served.body("user_000001", 1)));
                while (served.endpoint.traffic().waiting() < 2) {
                    Thread.onSpinWait();
                }
                HttpResponse<String> refused = served.post(BASIC, Served.body("user_000001", 1));
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                assertThat(served.get("/livez").statusCode()).isEqualTo(200);
                assertThat(batch.read().body().lines()).hasSize(1000);
                assertThat(waiting.read().status()).isEqualTo(200);
                assertThat(waitingToo.read().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void whoeverWaitsTooLongForItsTurnIsRefused() throws IOException {
        EndpointOptions.Limits usual = Served.LIMITS;
        EndpointOptions.Limits narrow = new EndpointOptions.Limits(
                0, 1, 9, Duration.ofMillis(200), usual.connections(), usual.idle(), usual.arrival(), usual.stop());
        try (Served served = Served.open(folder, Served.OPTIONS.with(narrow));
                RawHttp batch = new RawHttp(served.port())) {
            batch.write(RawHttp.post(BASIC + "/batch", largest()));
            awaitBegun(batch);
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> refused = served.post(BASIC, Served.body("user_000001", 1));
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            }
            assertThat(batch.read().body().lines()).hasSize(1000);
            // Whoever was refused holds no turn.
            assertThat(served.post(BASIC, Served.body("user_000001", 1)).statusCode())
                    .isEqualTo(200);
            assertThat(served.endpoint.traffic().waiting()).isZero();
        }
    }

    /// Waits for the first byte of an answer: from then on the request has its turn.
    private static void awaitBegun(RawHttp raw) throws IOException {
        while (raw.socket().getInputStream().available() == 0) {
            Thread.onSpinWait();
        }
    }

    private static String largest() {
        return "{\"max_results\": 100, \"radius_km\": null, \"explain\": true, \"user_ids\": ["
                + "\"user_000001\", ".repeat(999) + "\"user_000001\"]}";
    }

    @Test
    void onlyItsOwnNamesAreAnswered() throws IOException {
        EndpointOptions named = Served.OPTIONS.withAllowedHosts(List.of("Streams.Example.org"));
        try (Served served = Served.open(folder, named)) {
            for (String host : List.of(
                    "localhost",
                    "LOCALHOST:" + served.port(),
                    "localhost.",
                    "127.0.0.1",
                    "192.168.1.7:80",
                    "[::1]:8000",
                    "streams.example.org")) {
                assertThat(withHost(served, host).status()).as(host).isEqualTo(200);
            }
            for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "a")) {
                RawHttp.Reply reply = withHost(served, host);
                assertThat(reply.status()).as(host).isEqualTo(421);
                assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            }
            try (RawHttp raw = new RawHttp(served.port())) {
                raw.write("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n");
                assertThat(raw.read().status()).isEqualTo(421);
            }
        }
    }

    private static RawHttp.Reply withHost(Served served, String host) throws IOException {
        try (RawHttp raw = new RawHttp(served.port())) {
            return raw.write("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").read();
        }
    }

    @Test
    void pagesOfOtherOriginsAreLetInOnlyWhereTheyAreNamed() {
        String origin = "https://page.example:8443";
        try (Served served = Served.open(folder, Served.OPTIONS)) {
            HttpResponse<String> closed = served.get("/", "Origin", origin);
            assertThat(closed.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(preflight(served, origin).headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        try (Served served = Served.open(folder, Served.OPTIONS.withCorsOrigins(List.of(origin)))) {
            HttpResponse<String> open = served.post(BASIC, Served.body("user_000001", 1), "Origin", origin);
            assertThat(open.statusCode()).isEqualTo(200);
            assertThat(open.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
            HttpResponse<String> wrong = served.post(BASIC, "{", "Origin", origin);
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
            HttpResponse<String> asked = preflight(served, origin);
            assertThat(asked.statusCode()).isBetween(200, 204);
            assertThat(asked.headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElse(""))
                    .contains("POST");
            assertThat(asked.headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElse("")
                            .toLowerCase(java.util.Locale.ROOT))
                    .contains("content-type");
            for (String other :
                    List.of("https://page.example", "http://page.example:8443", "https://evil.example", "null")) {
                assertThat(served.get("/", "Origin", other).headers().firstValue("Access-Control-Allow-Origin"))
                        .as(other)
                        .isEmpty();
            }
        }
    }

    private static HttpResponse<String> preflight(Served served, String origin) {
        return served.send(served.request(
                        BASIC,
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type")
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @Test
    void withAKeyOnlyWhoShowsItIsAnswered() {
        try (Served served = Served.open(folder, Served.OPTIONS.withApiKey(Optional.of(KEY)))) {
            String body = Served.body("user_000001", 1);
            HttpResponse<String> refused = served.post(BASIC, body);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"hometown\"");
            for (String wrong :
                    List.of("Bearer " + KEY + "x", "Bearer ", "Basic " + KEY, KEY, "Bearer " + KEY.substring(1))) {
                assertThat(served.post(BASIC, body, "Authorization", wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(served.post(BASIC, body, "Authorization", "Bearer " + KEY)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(served.post(BASIC, body, "X-API-Key", KEY).statusCode()).isEqualTo(200);
            assertThat(served.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(served.get(BASIC + "/stats").statusCode()).isEqualTo(401);
            for (String open : List.of("/", "/livez", "/readyz", "/docs", "/openapi.json")) {
                assertThat(served.get(open).statusCode()).as(open).isEqualTo(200);
            }
        }
    }
}
