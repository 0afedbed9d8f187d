// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Starting, stopping, and what is told of both.
class EndpointTest {
    private static final String BASIC = "/v1/scenarios/hometown";

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        Served.write(folder);
    }

    @Test
    void aPortInUseIsSaidAndAFreeOneOffered() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            Endpoint endpoint = new Endpoint(Served.workbench(folder), Served.OPTIONS.at("127.0.0.1", port));
            assertThatThrownBy(endpoint::start)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("another program")
                    .hasMessageMatching(".*Port [0-9]+ is free\\.");
            assertThat(endpoint.state()).isEqualTo(Endpoint.State.STOPPED);
            int free = Endpoint.freePort("127.0.0.1", port);
            assertThat(free).isNotEqualTo(port);
            try (Endpoint there = new Endpoint(Served.workbench(folder), Served.OPTIONS.at("127.0.0.1", free))) {
                there.start();
                assertThat(there.address().getPort()).isEqualTo(free);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "nowhere.invalid"})
    void aHostThatIsNotThisMachineIsSaid(String host) {
        Endpoint endpoint = new Endpoint(Served.workbench(folder), Served.OPTIONS.at(host, 0));
        assertThatThrownBy(endpoint::start).isInstanceOf(InputException.class).hasMessageContaining("host " + host);
        assertThat(endpoint.state()).isEqualTo(Endpoint.State.STOPPED);
    }

    @Test
    void itStartsAndStopsAgainAndAgain() {
        Endpoint endpoint = new Endpoint(
                Served.workbench(folder), Served.OPTIONS.at("127.0.0.1", Endpoint.freePort("127.0.0.1", 20_000)));
        for (int i = 0; i < 10; i++) {
            assertThat(endpoint.state()).isEqualTo(Endpoint.State.STOPPED);
            endpoint.start();
            endpoint.start();
            assertThat(endpoint.state()).isEqualTo(Endpoint.State.RUNNING);
            try (RawHttp raw = new RawHttp(endpoint.address().getPort())) {
                raw.write("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(raw.read().status()).isEqualTo(200);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            endpoint.stop();
            endpoint.stop();
        }
        assertThat(endpoint.traffic().total()).isEqualTo(10);
    }

    @Test
    void itIsReachedBeyondTheLoopbackOnlyWhenAskedTo() {
        assertThat(EndpointOptions.DEFAULT.host()).isEqualTo("127.0.0.1");
        assertThat(EndpointOptions.DEFAULT.port()).isEqualTo(8000);
        assertThat(Endpoint.beyondLoopback("127.0.0.1")).isFalse();
        assertThat(Endpoint.beyondLoopback("::1")).isFalse();
        assertThat(Endpoint.beyondLoopback("localhost")).isFalse();
        assertThat(Endpoint.beyondLoopback("0.0.0.0")).isTrue();
        assertThat(Endpoint.beyondLoopback("192.168.0.1")).isTrue();
    }

    @Test
    void aStopFinishesWhatRunsAndTakesNothingMore() throws Exception {
        Served served = Served.open(folder, Served.OPTIONS);
        AtomicBoolean going = new AtomicBoolean(true);
        int clients = 6;
        CountDownLatch warm = new CountDownLatch(clients);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                RawHttp batch = new RawHttp(served.port())) {
            // It cannot be answered before somebody reads it, so it runs when the stop comes.
            batch.write(RawHttp.post(
                    BASIC + "/batch",
                    "{\"max_results\": 100, \"radius_km\": null, \"explain\": true, \"user_ids\": ["
                            + "\"user_000001\", ".repeat(999) + "\"user_000001\"]}"));
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                answers.add(threads.submit(() -> ask(served, going, warm)));
            }
            warm.await();
            while (served.endpoint.traffic().running() == 0) {
                Thread.onSpinWait();
            }
            Future<?> stopped = threads.submit(served.endpoint::stop);
            while (served.endpoint.state() != Endpoint.State.STOPPING) {
                Thread.onSpinWait();
            }
            RawHttp.Reply all = batch.read();
            assertThat(all.status()).isEqualTo(200);
            assertThat(all.body().lines()).hasSize(1000).allMatch(line -> line.endsWith("]}"));
            stopped.get();
            going.set(false);
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).isEmpty();
            }
        }
        assertThat(served.endpoint.state()).isEqualTo(Endpoint.State.STOPPED);
        assertThat(served.defects).isEmpty();
        served.close();
    }

    /// Asks until the endpoint is gone.
    ///
    /// @return answers that are not whole
    private static List<String> ask(Served served, AtomicBoolean going, CountDownLatch warm) {
        List<String> wrong = new ArrayList<>();
        int port = served.port();
        while (going.get()) {
            try (RawHttp raw = new RawHttp(port)) {
                raw.write(RawHttp.post(BASIC, Served.body("user_000001", 20)));
                RawHttp.Reply reply;
                try {
                    reply = raw.read();
                } catch (IOException closed) {
                    if (closed.getMessage() != null && closed.getMessage().startsWith("closed after ''")) {
                        // It came when nothing more was taken.
                        continue;
                    }
                    throw closed;
                }
                warm.countDown();
                boolean whole = reply.status() == 200 && reply.body().endsWith("]}");
                boolean refused = reply.status() == 503 && reply.body().contains("being stopped");
                if (!whole && !refused) {
                    wrong.add(reply.toString());
                }
            } catch (java.net.SocketException refused) {
                if (!going.get() || served.endpoint.state() != Endpoint.State.RUNNING) {
                    return wrong;
                }
            } catch (IOException e) {
                wrong.add(e.toString());
            }
        }
        return wrong;
    }

    @Test
    void droppedConnectionsHarmNobody() throws IOException {
        try (Served served = Served.open(folder, Served.OPTIONS)) {
            String batch = RawHttp.post(
                    BASIC + "/batch",
                    "{\"max_results\": 100, \"radius_km\": null, \"explain\": true, \"user_ids\": ["
                            + "\"user_000001\", ".repeat(499) + "\"user_000001\"]}");
            String one = RawHttp.post(BASIC, Served.body("user_000001", 20));
            for (int i = 0; i < 40; i++) {
                try (RawHttp raw = new RawHttp(served.port())) {
                    raw.socket().setSoLinger(true, 0);
                    String request = i % 2 == 0 ? batch : one;
                    raw.write(i % 4 < 2 ? request : request.substring(0, request.length() - 5));
                    if (i % 3 == 0) {
                        assertThat(i % 4 < 2 ? raw.socket().getInputStream().read() : 'H')
                                .isEqualTo('H');
                    }
                }
            }
            assertThat(served.post(BASIC, Served.body("user_000001", 1)).statusCode())
                    .isEqualTo(200);
            while (served.endpoint.traffic().running() > 0) {
                Thread.onSpinWait();
            }
            assertThat(served.defects).isEmpty();
        }
    }

    @Test
    void trafficTellsWhatCameAndWent() {
        try (Served served = Served.open(folder, Served.OPTIONS)) {
            served.get("/livez");
            served.post(BASIC, Served.body("user_000001", 3));
            HttpResponse<String> unknown = served.post(BASIC, Served.body("nobody", 3));
            served.get("/nope");
            Traffic traffic = served.endpoint.traffic();
            while (traffic.total() < 4) {
                Thread.onSpinWait();
            }
            assertThat(traffic.byStatus()).isEqualTo(Map.of(200, 2L, 404, 2L));
            assertThat(traffic.latest())
                    .extracting(Traffic.Request::path)
                    .containsExactly("/nope", BASIC, BASIC, "/livez");
            Traffic.Request third = traffic.latest().get(1);
            assertThat(third.method()).isEqualTo("POST");
            assertThat(third.status()).isEqualTo(404);
            assertThat(third.bytes()).isEqualTo(unknown.body().length());
            assertThat(third.client()).isEqualTo("127.0.0.1");
            assertThat(third.micros()).isPositive();
        }
    }

    @Test
    void metricsAreInPrometheusFormatAndCountTheSame() {
        try (Served served = Served.open(folder, Served.OPTIONS)) {
            for (int i = 0; i < 7; i++) {
                served.post(BASIC, Served.body("user_000001", 3));
            }
            served.get("/nope");
            while (served.endpoint.traffic().total() < 8) {
                Thread.onSpinWait();
            }
            HttpResponse<String> response = served.get("/metrics");
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            String text = response.body();
            assertThat(text).endsWith("\n");
            String name = "[a-zA-Z_:][a-zA-Z0-9_:]*";
            String sample = name + "(\\{" + name + "=\"[^\"]*\"(," + name + "=\"[^\"]*\")*})? "
                    + "([-+]?([0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?|Inf)|NaN)";
            assertThat(text.lines())
                    .allMatch(line -> line.matches("# (HELP|TYPE) " + name + " .+") || line.matches(sample));
            assertThat(text.lines().filter(line -> !line.startsWith("#")).map(line -> line.replaceFirst(" .*", "")))
                    .doesNotHaveDuplicates();
            assertThat(text)
                    .contains("hometown_http_requests_total{route=\"basic\",status=\"200\"} 7\n")
                    .contains("hometown_http_requests_total{route=\"none\",status=\"404\"} 1\n")
                    .contains("hometown_http_request_duration_seconds_bucket{route=\"basic\",le=\"+Inf\"} 7\n")
                    .contains("hometown_http_request_duration_seconds_count{route=\"basic\"} 7\n")
                    .contains("hometown_users 60\n")
                    .contains("hometown_streams 400\n")
                    .contains("hometown_model_loaded 1\n")
                    .contains("hometown_http_requests_running 1\n");
        }
    }

    @Test
    void theAccessLogHasALineARequest(@TempDir Path other) throws IOException {
        Path log = other.resolve("logs").resolve("access.log");
        try (Served served = Served.open(folder, Served.OPTIONS.withAccessLog(Optional.of(log)))) {
            served.get("/livez");
            served.post(BASIC, "{");
            served.get("/nope?secret=1");
        }
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("127\\.0\\.0\\.1 - - \\[.*] \"GET /livez HTTP/1\\.1\" 200 [0-9]+ [0-9]+");
        assertThat(lines.get(1)).contains("\"POST " + BASIC + " HTTP/1.1\" 400");
        assertThat(lines.get(2)).contains("404");
    }

    @Test
    void aDefectIsTheClientsNumberAndALineOfJson() {
        List<String> lines = new ArrayList<>();
        java.util.concurrent.atomic.AtomicReference<app.hometown.workbench.Session> session =
                new java.util.concurrent.atomic.AtomicReference<>();
        JettyServer broken =
                new JettyServer(session::get, Served.OPTIONS, new Traffic(), new Tally(new Traffic()), lines::add);
        try (RawHttp raw = started(broken)) {
            // A session that is not there is nothing that may happen.
            RawHttp.Reply reply = raw.write(RawHttp.post(BASIC, Served.body("user_000001", 1)))
                    .read();
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.body()).doesNotContain("Exception", "app.hometown", "null");
            assertThat(lines).hasSize(1);
            var line = app.hometown.files.Json.mapper().readTree(lines.getFirst());
            assertThat(line.get("failure").asString()).contains("NullPointerException");
            assertThat(line.get("request").asString()).isEqualTo("POST " + BASIC);
            assertThat(line.get("level").asString()).isEqualTo("error");
            assertThat(reply.body()).contains(line.get("number").asString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            broken.stop();
        }
    }

    private static RawHttp started(JettyServer server) throws IOException {
        server.start();
        return new RawHttp(server.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "short", "has a space in its text", "ümlautümlautümlaut"})
    void aKeyThatIsTooSimpleIsRefused(String key) {
        assertThatThrownBy(() -> Served.OPTIONS.withApiKey(Optional.of(key))).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "https://", "https://example.org/path", "https://u@example.org", "", "null"})
    void whatIsNoOriginIsRefused(String origin) {
        assertThatThrownBy(() -> Served.OPTIONS.withCorsOrigins(List.of(origin)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("https://example.org:8443");
    }
}
