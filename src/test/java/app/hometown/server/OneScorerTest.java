// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.cli.CommandLineInterface;
import app.hometown.cli.Faces;
import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.files.Json;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Session;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Endpoint, command line and window's workbench answer the same, to the bit, and a change is in the next answer, never
/// half of it.
class OneScorerTest {
    private static final String ALL_USERS = String.join(
            ", ",
            IntStream.rangeClosed(1, Served.USERS)
                    .mapToObj("\"user_%06d\""::formatted)
                    .toList());

    private static final int COMPARED = 25;

    @TempDir
    static Path folder;

    private Served served;

    @BeforeAll
    static void write() {
        Served.write(folder);
    }

    @BeforeEach
    void serve() {
        served = Served.open(folder, Served.OPTIONS);
    }

    @AfterEach
    void close() {
        served.workbench.activate("hometown_model").await();
        served.close();
        assertThat(served.defects).isEmpty();
    }

    @Test
    void commandLineEndpointAndWorkbenchGiveTheSameToTheBit() {
        for (String radius : List.of("40", "250", "world")) {
            JsonNode compared = commandLine(radius);
            Session session = served.workbench.session();
            Scoring scoring = session.scoring()
                    .within(
                            radius.equals("world")
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(Double.parseDouble(radius)));
            Catalog catalog = session.requireData().catalog();
            for (int user = 0; user < COMPARED; user++) {
                JsonNode line = compared.get(user);
                Session.SideBySide window = session.compare(catalog.user(user), scoring, 10);
                same(line.get("user_id").asString(), radius, "hometown", line.get("basic"), window.basic(), catalog);
                same(
                        line.get("user_id").asString(),
                        radius,
                        "hometown-ml",
                        line.get("ml"),
                        window.ml().orElseThrow(),
                        catalog);
            }
        }
    }

    private void same(String user, String radius, String scenario, JsonNode line, Ranking window, Catalog catalog) {
        JsonNode streams = Served.json(served.post(
                        "/v1/scenarios/" + scenario,
                        "{\"user_id\": \"" + user + "\", \"max_results\": 10, \"explain\": true, \"radius_km\": "
                                + (radius.equals("world") ? "null" : radius) + "}"))
                .get("streams");
        assertThat(streams).hasSize(window.entries().size()).hasSize(line.size());
        for (int i = 0; i < streams.size(); i++) {
            JsonNode over = streams.get(i);
            JsonNode printed = line.get(i);
            Ranking.Entry entry = window.entries().get(i);
            assertThat(over.get("stream_id").asString())
                    .isEqualTo(entry.streamId())
                    .isEqualTo(printed.get("stream_id").asString());
            assertThat(over.get("city").asString())
                    .isEqualTo(catalog.cities().name(catalog.streams().city(entry.row())))
                    .isEqualTo(printed.get("city").asString());
            bits(printed.get("score"), entry.score());
            bits(printed.get("distance_km"), entry.distanceKm());
            assertThat(over.get("score").decimalValue())
                    .isEqualByComparingTo(new BigDecimal(entry.score()).setScale(3, RoundingMode.HALF_EVEN));
            assertThat(over.get("distance_km").decimalValue())
                    .isEqualByComparingTo(new BigDecimal(entry.distanceKm()).setScale(1, RoundingMode.HALF_EVEN));
            JsonNode terms = over.get("breakdown");
            bits(terms.get("proximity"), entry.breakdown().proximity());
            bits(terms.get("quality"), entry.breakdown().quality());
            bits(terms.get("language"), entry.breakdown().language());
            bits(terms.get("category"), entry.breakdown().category());
            bits(terms.get("viewers"), entry.breakdown().viewers());
            bits(terms.get("followers"), entry.breakdown().followers());
            bits(terms.get("partnered"), entry.breakdown().partnered());
            bits(terms.get("click"), entry.breakdown().click());
            bits(printed.get("terms").get("proximity"), terms.get("proximity").asDouble());
            bits(printed.get("terms").get("ml"), terms.get("click").asDouble());
        }
    }

    private static void bits(JsonNode json, double value) {
        assertThat(Double.doubleToLongBits(json.asDouble())).isEqualTo(Double.doubleToLongBits(value));
    }

    private JsonNode commandLine(String radius) {
        List<String> arguments = new ArrayList<>(List.of("compare", "--json", "--k", "10", "--radius-km", radius));
        IntStream.rangeClosed(1, COMPARED).forEach(user -> arguments.add("user_%06d".formatted(user)));
        arguments.addAll(List.of(
                "--data",
                folder.resolve("data").toString(),
                "--models",
                folder.resolve("models").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(
                arguments.toArray(String[]::new), noFaces(), new PrintWriter(out), new PrintWriter(err));
        assertThat(exit).as(err.toString()).isZero();
        return Json.mapper().readTree(out.toString());
    }

    private static Faces noFaces() {
        return (Faces) Proxy.newProxyInstance(
                OneScorerTest.class.getClassLoader(), new Class<?>[] {Faces.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " was not asked for");
                });
    }

    @Test
    void everyChangeIsInTheNextAnswer() {
        String before = all("hometown");
        Session session = served.workbench.session();
        Streams streams = session.requireData().catalog().streams();
        int best = session.compare(session.requireData().catalog().user(0), session.scoring(), 1)
                .basic()
                .entries()
                .getFirst()
                .row();
        String id = streams.ids().get(best);
        assertThat(before).contains(id);

        served.workbench.apply(List.of(new Streams.Change(best, false, streams.avgViewerCount(best))));
        assertThat(all("hometown")).doesNotContain('"' + id + '"');
        served.workbench.apply(List.of(new Streams.Change(best, true, streams.avgViewerCount(best))));
        assertThat(all("hometown")).isEqualTo(before);

        served.workbench.rescore(Scoring.REFERENCE);
        assertThat(all("hometown")).isNotEqualTo(before);
        served.workbench.rescore(Scoring.DEFAULT);
        assertThat(all("hometown")).isEqualTo(before);

        String ml = all("hometown-ml");
        served.workbench.activate("other").await();
        assertThat(all("hometown-ml")).isNotEqualTo(ml);
        assertThat(all("hometown")).isEqualTo(before);
    }

    @Test
    void whileEverythingChangesEachAnswerIsOfOneState() throws Exception {
        Session session = served.workbench.session();
        Streams streams = session.requireData().catalog().streams();
        List<Streams.Change> off = IntStream.range(0, 100)
                .mapToObj(row -> new Streams.Change(row * 4, false, 0))
                .toList();
        List<Streams.Change> on = IntStream.range(0, 100)
                .mapToObj(row -> new Streams.Change(row * 4, streams.live(row * 4), streams.avgViewerCount(row * 4)))
                .toList();
        List<Runnable> changes = List.of(
                () -> served.workbench.activate("other").await(),
                () -> served.workbench.apply(off),
                () -> served.workbench.rescore(Scoring.REFERENCE),
                () -> served.workbench.renewModel().await(),
                () -> served.workbench.apply(on),
                () -> served.workbench.rescore(Scoring.DEFAULT),
                () -> served.workbench.activate("hometown_model").await());
        Set<String> whole = ConcurrentHashMap.newKeySet();
        Set<String> wholeMl = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < 2; round++) {
            for (Runnable change : changes) {
                change.run();
                whole.add(all("hometown"));
                wholeMl.add(all("hometown-ml"));
            }
        }
        assertThat(wholeMl).hasSizeGreaterThan(4);

        AtomicBoolean going = new AtomicBoolean(true);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                boolean ml = client % 2 == 1;
                asked.add(clients.submit(() -> {
                    int answers = 0;
                    while (going.get()) {
                        String answer = all(ml ? "hometown-ml" : "hometown");
                        assertThat(ml ? wholeMl : whole).contains(answer);
                        seen.add(answer);
                        answers++;
                    }
                    return answers;
                }));
            }
            for (int round = 0; seen.size() < 6 || round < 8; round++) {
                changes.forEach(Runnable::run);
            }
            going.set(false);
            for (Future<Integer> answers : asked) {
                assertThat(answers.get()).isPositive();
            }
        }
    }

    /// The answers for all users together: one state of everything, or it is wrong.
    private String all(String scenario) {
        var response = served.post(
                "/v1/scenarios/" + scenario + "/batch",
                "{\"user_ids\": [" + ALL_USERS + "], \"max_results\": 10, \"explain\": true}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
