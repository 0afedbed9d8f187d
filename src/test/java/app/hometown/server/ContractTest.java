// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Every line of the HTTP API's contract, asked of a running endpoint.
class ContractTest {
    private static final String BASIC = "/v1/scenarios/hometown";
    private static final String ML = "/v1/scenarios/hometown-ml";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        Served.write(folder);
        served = Served.open(folder, Served.OPTIONS);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void healthSaysWhatThereIs() {
        HttpResponse<String> response = served.get("/");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode json = Served.json(response);
        assertThat(json.get("message").asString()).isNotBlank();
        assertThat(json.get("status").asString()).isEqualTo("healthy");
        assertThat(json.get("available_scenarios").toString()).isEqualTo("[\"hometown\",\"hometown-ml\"]");
        assertThat(json.get("model_loaded").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {BASIC, ML})
    void aRankingHasTheKeysOfTheContractAndNoOthers(String path) {
        HttpResponse<String> response = served.post(path, Served.body("user_000001", 5));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode json = Served.json(response);
        assertThat(json.propertyNames()).containsExactly("streams");
        assertThat(json.get("streams")).hasSize(5);
        for (JsonNode stream : json.get("streams")) {
            assertThat(stream.propertyNames()).containsExactly("stream_id", "city", "score", "distance_km");
            assertThat(stream.get("score").decimalValue().scale()).isBetween(1, 3);
            assertThat(stream.get("distance_km").decimalValue().scale()).isEqualTo(1);
        }
    }

    @Test
    void twentyStreamsAreUsual() {
        assertThat(Served.json(served.post(BASIC, "{\"user_id\": \"user_000002\"}"))
                        .get("streams"))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100", "7.0", "1e1", "100e0"})
    void wholeNumbersFromOneToHundredAreResults(String number) {
        HttpResponse<String> response = served.post(
                BASIC, "{\"user_id\": \"user_000002\", \"radius_km\": null, \"max_results\": " + number + "}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Served.json(response).get("streams")).hasSize((int) Double.parseDouble(number));
    }

    @Test
    void radiusAndExpansionAreTheRequests() {
        JsonNode near = Served.json(served.post(
                BASIC,
                "{\"user_id\": \"user_000003\", \"radius_km\": 0.001, \"expand\": false, \"max_results\": 100}"));
        assertThat(near.get("streams")).isEmpty();
        JsonNode grown = Served.json(
                served.post(BASIC, "{\"user_id\": \"user_000003\", \"radius_km\": 0.001, \"max_results\": 3}"));
        assertThat(grown.get("streams")).hasSize(3);
        JsonNode world = Served.json(
                served.post(BASIC, "{\"user_id\": \"user_000003\", \"radius_km\": null, \"max_results\": 100}"));
        assertThat(world.get("streams")).hasSize(100);
        assertThat(farthest(world)).isGreaterThan(250);
        JsonNode within = Served.json(served.post(
                BASIC,
                "{\"user_id\": \"user_000003\", \"radius_km\": 500.5, \"expand\": false, \"max_results\": 100}"));
        assertThat(farthest(within)).isLessThanOrEqualTo(500.5);
    }

    private static double farthest(JsonNode answer) {
        double farthest = 0;
        for (JsonNode stream : answer.get("streams")) {
            farthest = Math.max(farthest, stream.get("distance_km").asDouble());
        }
        return farthest;
    }

    @ParameterizedTest
    @ValueSource(strings = {BASIC, ML})
    void theTermsOfAnExplainedScoreSumToIt(String path) {
        JsonNode json = Served.json(served.post(path, "{\"user_id\": \"user_000004\", \"explain\": true}"));
        for (JsonNode stream : json.get("streams")) {
            JsonNode breakdown = stream.get("breakdown");
            assertThat(breakdown.propertyNames())
                    .containsExactly(
                            "proximity",
                            "quality",
                            "language",
                            "category",
                            "viewers",
                            "followers",
                            "partnered",
                            "click");
            double sum = breakdown.valueStream().mapToDouble(JsonNode::asDouble).sum();
            assertThat(stream.get("score").asDouble()).isCloseTo(sum, org.assertj.core.data.Offset.offset(0.0005001));
            assertThat(breakdown.get("click").asDouble() > 0).isEqualTo(path.equals(ML));
        }
        assertThat(served.post(path, "{\"user_id\": \"user_000004\", \"explain\": false}")
                        .body())
                .doesNotContain("breakdown");
    }

    @Test
    void statsCountWhatIsLoaded() {
        HttpResponse<String> response = served.get(BASIC + "/stats");
        JsonNode json = Served.json(response);
        assertThat(json.propertyNames())
                .containsExactly("total_streams", "total_users", "cities_covered", "top_cities", "algorithm");
        assertThat(json.get("total_streams").asInt()).isEqualTo(400);
        assertThat(json.get("total_users").asInt()).isEqualTo(60);
        List<Integer> counts = new ArrayList<>();
        json.get("top_cities").forEach(city -> counts.add(city.get("streams").asInt()));
        assertThat(counts).hasSize(10).isSortedAccordingTo((a, b) -> b - a);
        assertThat(json.get("cities_covered").asInt()).isBetween(20, 32);
        assertThat(json.get("algorithm").asString()).contains("1.5").contains("P(click)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"user_id\": 7}                                        | user_id",
                "{\"user_id\": null}                                     | user_id",
                "{\"user_id\": [\"user_000001\"]}                        | user_id",
                "{\"user_id\": \"\"}                                     | user_id",
                "{}                                                      | user_id",
                "{\"user_id\": \"user_000001\", \"max_results\": 0}      | max_results",
                "{\"user_id\": \"user_000001\", \"max_results\": 101}    | max_results",
                "{\"user_id\": \"user_000001\", \"max_results\": -1}     | max_results",
                "{\"user_id\": \"user_000001\", \"max_results\": 2.5}    | max_results",
                "{\"user_id\": \"user_000001\", \"max_results\": 1e400}  | max_results",
                "{\"user_id\": \"user_000001\", \"max_results\": \"5\"}  | max_results",
                "{\"user_id\": \"user_000001\", \"max_results\": true}   | max_results",
                "{\"user_id\": \"user_000001\", \"max_results\": null}   | max_results",
                "{\"user_id\": \"user_000001\", \"max_results\": {\"a\": [1]}} | max_results",
                "{\"user_id\": \"user_000001\", \"radius_km\": 0}        | radius_km",
                "{\"user_id\": \"user_000001\", \"radius_km\": -5}       | radius_km",
                "{\"user_id\": \"user_000001\", \"radius_km\": 1e999}    | radius_km",
                "{\"user_id\": \"user_000001\", \"radius_km\": \"9\"}    | radius_km",
                "{\"user_id\": \"user_000001\", \"expand\": 1}           | expand",
                "{\"user_id\": \"user_000001\", \"expand\": null}        | expand",
                "{\"user_id\": \"user_000001\", \"explain\": \"yes\"}    | explain",
                "{\"user_id\": \"user_000001\", \"max_result\": 5}       | max_result",
                "{\"user_id\": \"user_000001\", \"user_ids\": [\"a\"]}   | user_ids",
            })
    void aWrongFieldIsNamed(String body, String field) {
        HttpResponse<String> response = served.post(BASIC, body);
        JsonNode problem = problem(response, 422);
        assertThat(problem.get("detail").asString()).startsWith(field + " ");
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @Test
    void allWrongFieldsAreNamedTogether() {
        JsonNode problem = problem(served.post(BASIC, "{\"max_results\": 0, \"explain\": 3}"), 422);
        List<String> fields = new ArrayList<>();
        problem.get("errors").forEach(error -> fields.add(error.get("field").asString()));
        assertThat(fields).containsExactly("max_results", "explain", "user_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"user_000001\"", "7", "null", "true"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        problem(served.post(BASIC, body), 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"user_id\": \"user_000001\"",
                "{\"user_id\": \"user_000001\",}",
                "{\"user_id\": \"user_000001\"} x",
                "{\"user_id\": \"user_000001\"}{}",
                "{\"user_id\": \"user_000001\", \"user_id\": \"user_000002\"}",
                "{\"user_id\": \"user_000001\", \"x\": {\"a\": 1, \"a\": 2}}",
                "{'user_id': 'user_000001'}",
                "{user_id: \"user_000001\"}",
                "{\"user_id\": \"user_000001\", \"radius_km\": NaN}",
                "{\"user_id\": \"user_000001\", \"radius_km\": Infinity}",
                "{\"user_id\": \"user_000001\", \"radius_km\": +1}",
                "{\"user_id\": \"user_000001\", \"radius_km\": 01}",
                "{\"user_id\": \"user_000001\", \"radius_km\": .5}",
                "{\"user_id\": \"user_000001\" /* why */}",
                "{\"user_id\": \"user\n000001\"}",
                "{\"user_id\": \"user_\\x30\"}",
            })
    void malformedJsonIsRefused(String body) {
        problem(served.post(BASIC, body), 400);
    }

    @Test
    void deepNestingLongNumbersAndOtherEncodingsAreRefused() throws IOException {
        String head = "{\"user_id\": \"user_000001\", \"x\": ";
        problem(served.post(BASIC, head + "[".repeat(30_000) + "]".repeat(30_000) + "}"), 400);
        problem(served.post(BASIC, head + "9".repeat(60_000) + "}"), 400);
        for (byte[] body : List.of(
                "{\"user_id\": \"user_000001\"}".getBytes(StandardCharsets.UTF_16LE),
                "{\"user_id\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {0, 0, 0, '{'})) {
            problem(
                    served.send(served.request(BASIC)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build()),
                    400);
        }
    }

    @Test
    void anUnknownUserIsNamed() {
        assertThat(problem(served.post(BASIC, Served.body("nobody", 5)), 404)
                        .get("detail")
                        .asString())
                .contains("nobody")
                .contains("60 loaded")
                .contains("user_000001");
        problem(served.post(ML, Served.body("ü\\ud800€😀\\\"", 5)), 404);
        problem(served.post(ML, Served.body("x".repeat(60_000), 5)), 404);
    }

    @Test
    void unknownPathsAreProblemsToo() {
        for (String path :
                List.of("/v1", "/v2/scenarios/hometown", "/docs/x.js", "/docs/a/b", "/favicon.ico", BASIC + "/")) {
            problem(served.get(path), 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/scenarios/hometown,       'OPTIONS, POST'",
        "PUT,    /v1/scenarios/hometown-ml,    'OPTIONS, POST'",
        "DELETE, /v1/scenarios/hometown/batch, 'OPTIONS, POST'",
        "POST,   /,                            'GET, HEAD, OPTIONS'",
        "PATCH,  /v1/scenarios/hometown/stats, 'GET, HEAD, OPTIONS'",
        "TRACE,  /docs,                        'GET, HEAD, OPTIONS'",
        "NONSENSE, /metrics,                   'GET, HEAD, OPTIONS'",
    })
    void anotherMethodIsToldTheRightOnes(String method, String path, String allow) {
        HttpResponse<String> response = served.ask(method, path);
        problem(response, 405);
        assertThat(response.headers().firstValue("Allow")).contains(allow);
    }

    @Test
    void headIsGetWithoutTheBody() throws IOException {
        for (String path : List.of("/", BASIC + "/stats", "/docs", "/openapi.json", "/livez", "/docs/page.css")) {
            try (RawHttp raw = new RawHttp(served.port())) {
                raw.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                RawHttp.Reply get = raw.read();
                raw.write("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                RawHttp.Reply head = raw.read(false);
                assertThat(head.status()).isEqualTo(200);
                assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
                assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
                assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
                // Nothing of a body is left on the connection.
                raw.write("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(raw.read().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void optionsTellTheMethods() throws IOException {
        HttpResponse<String> response = served.ask("OPTIONS", BASIC);
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).contains("OPTIONS, POST");
        try (RawHttp raw = new RawHttp(served.port())) {
            raw.write("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");
            RawHttp.Reply all = raw.read();
            assertThat(all.status()).isEqualTo(204);
            assertThat(all.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/json; charset=utf-16",
                "text/json",
                "",
            })
    void onlyJsonInUtf8IsTaken(String type) throws IOException {
        String body = Served.body("user_000001", 5);
        String header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        try (RawHttp raw = new RawHttp(served.port())) {
            raw.write("POST " + BASIC + " HTTP/1.1\r\nHost: localhost\r\n" + header + "Content-Length: " + body.length()
                    + "\r\n\r\n" + body);
            RawHttp.Reply reply = raw.read();
            assertThat(reply.status()).isEqualTo(415);
            assertThat(reply.header("Accept")).isEqualTo("application/json");
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=UTF-8", "Application/JSON", "application/json;charset=\"utf-8\""})
    void jsonMayNameItsEncoding(String type) {
        HttpResponse<String> response = served.send(served.request(BASIC)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(Served.body("user_000001", 5)))
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void compressedBodiesAreRefused() {
        HttpResponse<String> response = served.post(BASIC, Served.body("user_000001", 5), "Content-Encoding", "gzip");
        problem(response, 415);
        assertThat(response.headers().firstValue("Accept-Encoding")).contains("identity");
    }

    @Test
    void bodiesOver64KibAreRefusedHoweverTheyCome() throws IOException {
        String most = "{\"user_id\": \"" + "x".repeat(64 * 1024 - 15) + "\"}";
        assertThat(most).hasSize(64 * 1024);
        problem(served.post(BASIC, most), 404);
        problem(served.post(BASIC, most + " "), 413);
        try (RawHttp raw = new RawHttp(served.port())) {
            raw.write("POST " + BASIC + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 5; i++) {
                raw.write("4000\r\n" + " ".repeat(0x4000) + "\r\n");
            }
            assertThat(raw.read().status()).isEqualTo(413);
        }
        try (RawHttp raw = new RawHttp(served.port())) {
            raw.write("POST " + BASIC + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 99999999999\r\n\r\n");
            assertThat(raw.read().status()).isEqualTo(413);
        }
    }

    @Test
    void aClientMayAskWhetherItShouldSendTheBody() throws IOException {
        String body = Served.body("user_000001", 1);
        String head = "POST " + BASIC + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nExpect: 100-continue\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
        try (RawHttp raw = new RawHttp(served.port())) {
            raw.write(head.formatted("application/json"));
            assertThat(raw.read(false).status()).isEqualTo(100);
            assertThat(raw.write(body).read().status()).isEqualTo(200);
        }
        try (RawHttp raw = new RawHttp(served.port())) {
            raw.write(head.formatted("text/plain"));
            assertThat(raw.read().status()).isEqualTo(415);
        }
    }

    @Test
    void answersAreCompressedWhereThatIsWanted() throws IOException {
        HttpResponse<byte[]> response =
                bytes("{\"user_id\": \"user_000001\", \"max_results\": 100, \"radius_km\": null}");
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        String plain = served.post(BASIC, "{\"user_id\": \"user_000001\", \"max_results\": 100, \"radius_km\": null}")
                .body();
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(response.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
        assertThat(bytes(Served.body("user_000001", 2)).headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    private static HttpResponse<byte[]> bytes(String body) throws IOException {
        try {
            return served.client.send(
                    served.request(BASIC, "Accept-Encoding", "gzip", "Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/scenarios/hometown/stats", "/openapi.json", "/docs", "/docs/swagger-ui.css"})
    void whatHasNotChangedIsNotSentAgain(String path) {
        String tag = served.get(path).headers().firstValue("ETag").orElseThrow();
        for (String had : List.of(tag, "W/" + tag, "\"x\", " + tag, "*", tag.replace("\"", "") + "--gzip")) {
            String value = had.endsWith("--gzip") ? '"' + had + '"' : had;
            HttpResponse<String> response = served.get(path, "If-None-Match", value);
            assertThat(response.statusCode()).as(value).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().firstValue("ETag")).contains(tag);
        }
        assertThat(served.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hometown", "hometown-ml"})
    void aBatchIsALineForEachUserInTheirOrder(String scenario) {
        List<String> users = new ArrayList<>(
                IntStream.rangeClosed(1, 60).mapToObj("user_%06d"::formatted).toList());
        users.add(17, "nobody");
        String ids = String.join("\", \"", users);
        HttpResponse<String> response = served.post(
                "/v1/scenarios/" + scenario + "/batch", "{\"user_ids\": [\"" + ids + "\"], \"max_results\": 3}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        List<String> lines = response.body().lines().toList();
        assertThat(lines).hasSize(61);
        for (int i = 0; i < users.size(); i++) {
            if (i == 17) {
                assertThat(lines.get(i)).startsWith("{\"user_id\":\"nobody\",\"problem\":{\"type\":");
                continue;
            }
            String alone = served.post("/v1/scenarios/" + scenario, Served.body(users.get(i), 3))
                    .body();
            assertThat(lines.get(i)).isEqualTo("{\"user_id\":\"" + users.get(i) + "\"," + alone.substring(1));
        }
    }

    @Test
    void aBatchHasOneToAThousandUsers() {
        String path = BASIC + "/batch";
        for (String body : List.of(
                "{}",
                "{\"user_ids\": []}",
                "{\"user_ids\": \"user_000001\"}",
                "{\"user_ids\": [\"user_000001\", 7]}",
                "{\"user_ids\": [[\"user_000001\"]]}",
                "{\"user_ids\": [\"user_000001\", \"\"]}",
                "{\"user_ids\": [" + "\"u\", ".repeat(1000) + "\"u\"]}")) {
            JsonNode problem = problem(served.post(path, body), 422);
            assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("user_ids");
        }
        assertThat(problem(served.post(path, "{\"user_id\": \"user_000001\"}"), 422)
                        .get("detail")
                        .asString())
                .contains("user_id is not a field")
                .contains("user_ids is missing");
        String most = "{\"max_results\": 100, \"radius_km\": null, \"user_ids\": [" + "\"user_000001\", ".repeat(999)
                + "\"user_000001\"]}";
        assertThat(served.post(path, most).body().lines().distinct()).hasSize(1);
    }

    @Test
    void everyAnswerTellsBrowsersToTakeItForNothingElse() throws IOException {
        for (String request : List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /nope HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /docs HTTP/1.1\r\nHost: localhost\r\n\r\n",
                RawHttp.post(BASIC, "{"),
                RawHttp.post(BASIC, Served.body("user_000001", 1)))) {
            try (RawHttp raw = new RawHttp(served.port())) {
                RawHttp.Reply reply = raw.write(request).read();
                assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(reply.header("Content-Security-Policy"))
                        .contains("default-src 'none'")
                        .contains("frame-ancestors 'none'");
                assertThat(reply.header("Cache-Control")).isNotEmpty();
                assertThat(reply.headers()).doesNotContainKeys("server", "x-powered-by");
            }
        }
    }

    @Test
    void brokenHttpIsAProblemToo() throws IOException {
        Map<String, Integer> requests = Map.of(
                "NONSENSE\r\n\r\n",
                400,
                "GET / HTTP/1.1\r\n\r\n",
                400,
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9000) + "\r\n\r\n",
                431,
                "GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                414,
                "GET /%2e%2e/%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
                400,
                "POST " + BASIC + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                400,
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                400);
        requests.forEach((request, status) -> {
            try (RawHttp raw = new RawHttp(served.port())) {
                RawHttp.Reply reply = raw.write(request).read();
                assertThat(reply.status()).as(request).isEqualTo(status);
                assertThat(reply.header("Content-Type")).as(request).isEqualTo("application/problem+json");
                assertThat(reply.body()).contains("\"status\":" + status);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(request, e);
            }
        });
    }

    @Test
    void withoutAModelMlSaysWhatToDo(@TempDir Path other) {
        Served.workbench(other)
                .write(new app.hometown.learning.synthetic.GeneratorOptions(5, 20, 0, 1), other.resolve("data"))
                .await();
        try (Served bare = Served.open(other, Served.OPTIONS)) {
            JsonNode problem = problem(bare.post(ML, Served.body("user_000001", 5)), 503);
            assertThat(problem.get("detail").asString()).contains("no model").contains("Train one");
            assertThat(bare.post(BASIC, Served.body("user_000001", 5)).statusCode())
                    .isEqualTo(200);
            assertThat(Served.json(bare.get("/")).get("model_loaded").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void withoutDataTheEndpointLivesButIsNotReady(@TempDir Path other) {
        try (Served bare = Served.empty(other)) {
            assertThat(bare.get("/livez").statusCode()).isEqualTo(200);
            problem(bare.get("/readyz"), 503);
            problem(bare.post(BASIC, Served.body("user_000001", 5)), 503);
            problem(bare.get(BASIC + "/stats"), 503);
            assertThat(Served.json(bare.get("/")).get("status").asString()).isEqualTo("no data");
        }
        assertThat(served.get("/readyz").statusCode()).isEqualTo(200);
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode json = Served.json(response);
        assertThat(json.get("status").asInt()).isEqualTo(status);
        assertThat(json.get("title").asString()).isNotBlank();
        assertThat(json.get("detail").asString()).isNotBlank();
        return json;
    }
}
