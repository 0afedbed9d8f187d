// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.files.Json;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document is true: it has each route and no other, and what a running endpoint answers is what it says.
class OpenApiTest {
    private static final String KEY = "0123456789abcdef0123";

    @TempDir
    static Path folder;

    @TempDir
    static Path nothing;

    private static Served served;
    private static Served guarded;
    private static Served limited;
    private static Served empty;
    private static JsonNode document;
    private static SchemaRegistry schemas;

    @BeforeAll
    static void serve() {
        Served.write(folder);
        served = Served.open(folder, Served.OPTIONS);
        guarded = Served.open(folder, Served.OPTIONS.withApiKey(Optional.of(KEY)));
        limited = Served.open(folder, Served.OPTIONS.with(Served.LIMITS.withRate(1)));
        empty = Served.empty(nothing);
        document = Served.json(served.get("/openapi.json"));
        schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }

    @AfterAll
    static void close() {
        served.close();
        guarded.close();
        limited.close();
        empty.close();
    }

    @Test
    void everyRouteIsDocumentedAndNothingElse() {
        Set<String> documented = new TreeSet<>();
        document.get("paths").propertyStream().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> routes = new TreeSet<>();
        Set<String> operations = new TreeSet<>();
        for (Route route : Route.values()) {
            routes.add(route.method() + " " + route.path());
            operations.add(route.label());
        }
        assertThat(documented).isEqualTo(routes);
        assertThat(document.get("paths").findValuesAsString("operationId"))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void everySchemaIsAndEveryExampleFitsIt() {
        document.at("/components/schemas").propertyStream().forEach(schema -> {
            for (JsonNode example : schema.getValue().path("examples")) {
                assertThat(errors("/components/schemas/" + schema.getKey(), example))
                        .as(schema.getKey())
                        .isEmpty();
            }
            // A schema that takes anything would say nothing.
            assertThat(errors(
                            "/components/schemas/" + schema.getKey(),
                            Json.mapper().readTree("7")))
                    .as(schema.getKey())
                    .isNotEmpty();
        });
    }

    @Test
    void answersAreWhatTheDocumentSays() {
        check(Route.HEALTH, served.get("/"), 200);
        check(Route.LIVE, served.get("/livez"), 200);
        check(Route.READY, served.get("/readyz"), 200);
        check(Route.READY, empty.get("/readyz"), 503);
        check(Route.METRICS, served.get("/metrics"), 200);
        check(Route.OPENAPI, served.get("/openapi.json"), 200);
        check(Route.DOCS, served.get("/docs"), 200);
        for (JsonNode file : document.at("/paths/~1docs~1{file}/get/parameters/0/schema/enum")) {
            check(Route.DOCS_FILE, served.get("/docs/" + file.asString()), 200);
        }
        check(Route.DOCS_FILE, served.get("/docs/other.js"), 404);
        check(Route.STATS, served.get(Route.STATS.path()), 200);
        check(Route.STATS, empty.get(Route.STATS.path()), 503);
        String tag = served.get("/docs").headers().firstValue("ETag").orElseThrow();
        check(Route.DOCS, served.get("/docs", "If-None-Match", tag), 304);
    }

    @Test
    void rankingsAreWhatTheDocumentSays() {
        for (Route route : List.of(Route.BASIC, Route.ML)) {
            for (String body : List.of(
                    Served.body("user_000001", 5),
                    "{\"user_id\": \"user_000002\", \"explain\": true}",
                    "{\"user_id\": \"user_000003\", \"radius_km\": null, \"expand\": false, \"max_results\": 100}",
                    "{\"user_id\": \"user_000003\", \"radius_km\": 1e-3, \"expand\": false}")) {
                assertThat(errors("/components/schemas/Query", Json.mapper().readTree(body)))
                        .isEmpty();
                check(route, served.post(route.path(), body), 200);
            }
        }
        for (Route route : List.of(Route.BASIC_BATCH, Route.ML_BATCH)) {
            String body = "{\"user_ids\": [\"user_000001\", \"nobody\", \"user_000002\"], \"explain\": true}";
            assertThat(errors("/components/schemas/BatchQuery", Json.mapper().readTree(body)))
                    .isEmpty();
            check(route, served.post(route.path(), body), 200);
        }
    }

    @Test
    void refusalsAreWhatTheDocumentSays() throws IOException {
        for (Route route : List.of(Route.BASIC, Route.ML, Route.BASIC_BATCH, Route.ML_BATCH)) {
            String path = route.path();
            String good = route.name().endsWith("BATCH") ? "{\"user_ids\": [\"u\"]}" : "{\"user_id\": \"u\"}";
            check(route, served.post(path, "{"), 400);
            check(route, guarded.post(path, good), 401);
            check(route, served.get(path), 405);
            check(route, served.post(path, " ".repeat(70_000)), 413);
            check(route, served.post(path, good, "Content-Encoding", "br"), 415);
            check(route, served.post(path, "{\"max_results\": 0}"), 422);
            check(route, empty.post(path, good), 503);
            HttpResponse<String> second = limited.post(path, good);
            while (second.statusCode() != 429) {
                second = limited.post(path, good);
            }
            check(route, second, 429);
            try (RawHttp raw = new RawHttp(served.port())) {
                raw.write("GET / HTTP/1.1\r\nHost: other.example\r\n\r\n");
                check(route, raw.read(), 421);
            }
        }
        check(Route.BASIC, served.post(Route.BASIC.path(), "{\"user_id\": \"u\"}"), 404);
        check(Route.ML, served.post(Route.ML.path(), "{\"user_id\": \"u\"}"), 404);
        check(Route.HEALTH, served.ask("DELETE", "/"), 405);
    }

    @Test
    void whatTheSchemaOfARequestTakesTheEndpointTakesAndNothingElse() {
        for (String body : List.of(
                "{\"user_id\": \"user_000001\"}",
                "{\"user_id\": \"user_000001\", \"max_results\": 5.0}",
                "{\"user_id\": \"user_000001\", \"max_results\": 5.5}",
                "{\"user_id\": \"user_000001\", \"max_results\": 0}",
                "{\"user_id\": \"user_000001\", \"max_results\": 101}",
                "{\"user_id\": \"user_000001\", \"max_results\": \"5\"}",
                "{\"user_id\": \"user_000001\", \"radius_km\": null}",
                "{\"user_id\": \"user_000001\", \"radius_km\": 0}",
                "{\"user_id\": \"user_000001\", \"radius_km\": 1e-300}",
                "{\"user_id\": \"user_000001\", \"radius_km\": true}",
                "{\"user_id\": \"user_000001\", \"expand\": null}",
                "{\"user_id\": \"user_000001\", \"expand\": true}",
                "{\"user_id\": \"user_000001\", \"explain\": 1}",
                "{\"user_id\": \"user_000001\", \"other\": 1}",
                "{\"user_id\": 1}",
                "{\"user_id\": \"\"}",
                "{}",
                "[]",
                "7")) {
            boolean fits = errors("/components/schemas/Query", Json.mapper().readTree(body))
                    .isEmpty();
            int status = served.post(Route.BASIC.path(), body).statusCode();
            assertThat(status).as(body).isEqualTo(fits ? 200 : 422);
        }
    }

    private static void check(Route route, HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(route + " " + response.body()).isEqualTo(status);
        check(
                route,
                status,
                response.headers().firstValue("Content-Type").orElse(""),
                response.body(),
                name -> response.headers().firstValue(name).isPresent());
    }

    private static void check(Route route, RawHttp.Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        check(route, status, reply.header("Content-Type"), reply.body(), name -> !reply.header(name)
                .isEmpty());
    }

    private static void check(
            Route route, int status, String type, String body, java.util.function.Predicate<String> hasHeader) {
        String path = "/paths/" + route.path().replace("~", "~0").replace("/", "~1") + "/"
                + route.method().toLowerCase(java.util.Locale.ROOT) + "/responses/" + status;
        JsonNode response = document.at(path);
        assertThat(response.isMissingNode()).as(path).isFalse();
        if (response.has("$ref")) {
            path = response.get("$ref").asString().substring(1);
            response = document.at(path);
        }
        for (String header : response.path("headers").propertyNames()) {
            assertThat(hasHeader.test(header)).as(path + " " + header).isTrue();
        }
        if (!response.has("content")) {
            assertThat(body).as(path).isEmpty();
            return;
        }
        String media = type.replaceFirst(";.*", "");
        assertThat(response.get("content").propertyNames()).as(path).contains(media);
        String schema = path + "/content/" + media.replace("/", "~1") + "/schema";
        switch (media) {
            case "application/json", "application/problem+json" ->
                assertThat(errors(schema, Json.mapper().readTree(body)))
                        .as(body)
                        .isEmpty();
            case "application/x-ndjson" ->
                body.lines()
                        .forEach(line -> assertThat(errors(schema, Json.mapper().readTree(line)))
                                .as(line)
                                .isEmpty());
            default -> assertThat(body).isNotEmpty();
        }
    }

    /// What is wrong with a value by a schema of the document.
    private static List<Error> errors(String pointer, JsonNode value) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.set("components", document.get("components"));
        root.set("paths", document.get("paths"));
        root.put("$ref", "#" + pointer.replace("{", "%7B").replace("}", "%7D"));
        Schema schema = schemas.getSchema(root);
        return schema.validate(value);
    }

    @Test
    void theDocumentIsReadWithTheMethodThatItSays() {
        HttpResponse<String> response =
                served.send(served.request("/openapi.json", "Accept", "application/vnd.oai.openapi+json")
                        .method("GET", HttpRequest.BodyPublishers.noBody())
                        .build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(document.get("openapi").asString()).startsWith("3.1");
    }

    @Test
    void thePageLoadsNothingFromOutside() {
        for (String file : List.of("/docs", "/docs/start.js", "/docs/page.css")) {
            assertThat(served.get(file).body()).doesNotContain("http:", "https:", "//cdn");
        }
        assertThat(served.get("/docs/start.js").body()).contains("validatorUrl: null");
        HttpResponse<String> page = served.get("/docs");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';", "form-action 'none'");
        java.util.regex.Matcher links =
                java.util.regex.Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
        int found = 0;
        while (links.find()) {
            found++;
            assertThat(served.get(links.group(1)).statusCode())
                    .as(links.group(1))
                    .isEqualTo(200);
        }
        assertThat(found).isGreaterThan(4);
    }
}
