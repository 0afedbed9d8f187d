// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Stream;
import app.hometown.domain.User;
import app.hometown.files.Json;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The commands as a person or another program calls them, on real files.
class CommandLineInterfaceTest {
    private static final Path REFERENCE = Path.of(System.getProperty("hometown.reference", "../shared/reference"));

    @TempDir
    static Path folder;

    @TempDir
    Path own;

    /// Exit code and what was printed.
    record Outcome(int exit, String out, String err) {
        JsonNode json() {
            assertThat(exit).as(err).isZero();
            return Json.mapper().readTree(out);
        }
    }

    @BeforeAll
    static void generateAndTrain() {
        assertThat(run("generate", "--users", "300", "--streams", "400", "--samples", "4000", "--out", data())
                        .exit())
                .isZero();
        assertThat(run("train", "--data", data(), "--models", models()).exit()).isZero();
    }

    @Test
    void trainReportsEverythingAsJson() {
        JsonNode json =
                run("train", "--data", data(), "--models", models(), "--json").json();
        assertThat(json.get("algorithm").asString()).isEqualTo("logistic");
        assertThat(json.get("rows").asInt()).isEqualTo(4000);
        assertThat(json.get("train_rows").asInt()).isEqualTo(3200);
        assertThat(json.get("test_rows").asInt()).isEqualTo(800);
        for (String key : List.of(
                "train_accuracy", "test_accuracy", "auc", "log_loss", "precision", "recall", "f1", "oracle_auc")) {
            assertThat(json.get(key).asDouble()).as(key).isBetween(0.2, 1.0);
        }
        assertThat(json.get("coefficients").propertyNames()).containsExactlyElementsOf(Feature.columns());
        assertThat(json.get("importances").propertyNames()).containsExactlyElementsOf(Feature.columns());
        assertThat(json.get("intercept").isNumber()).isTrue();
        assertThat(Path.of(json.get("model_file").asString())).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "reference"})
    void compareAgreesWithScoringAllStreamsOneByOne(String preset) {
        compareAgrees(Path.of(data()), preset, 20);
    }

    @Test
    void compareAgreesWithScoringAllStreamsOneByOneOnTheReferenceData() {
        assumeReference();
        compareAgrees(REFERENCE, "default", 10);
        compareAgrees(REFERENCE, "reference", 3);
    }

    @Test
    void theReferenceProgramsOwnScoresComeOut() {
        assumeReference();
        JsonNode basic = run(
                        "compare",
                        "user_000001",
                        "--data",
                        REFERENCE.toString(),
                        "--models",
                        models(),
                        "--scoring",
                        "reference",
                        "--k",
                        "3",
                        "--json")
                .json()
                .get(0)
                .get("basic");
        assertThat(basic.valueStream().map(line -> line.get("stream_id").asString()))
                .containsExactly("stream_000294", "stream_000083", "stream_000039");
        assertThat(basic.valueStream().map(line -> Math.round(line.get("score").asDouble() * 1000)))
                .containsExactly(5777L, 5552L, 4074L);
        assertThat(basic.valueStream()
                        .map(line -> Math.round(line.get("distance_km").asDouble() * 10)))
                .containsExactly(100L, 100L, 100L);
    }

    /// Scores every live stream with the contract's formula, written out once more here, and compares the lists of
    /// the first users.
    private static void compareAgrees(Path data, String preset, int k) {
        Catalog catalog = DataFolder.open(data, Progress.NONE).catalog();
        Scoring scoring = preset.equals("default") ? Scoring.DEFAULT : Scoring.REFERENCE;
        List<String> users = IntStream.range(0, 40)
                .mapToObj(row -> catalog.users().ids().get(row))
                .toList();
        List<String> arguments = new ArrayList<>(List.of("compare"));
        arguments.addAll(users);
        arguments.addAll(
                List.of("--data", data.toString(), "--models", models(), "--scoring", preset, "--k", "" + k, "--json"));
        JsonNode json = run(arguments.toArray(String[]::new)).json();
        assertThat(json.size()).isEqualTo(users.size());
        for (JsonNode answer : json) {
            User user = catalog.user(answer.get("user_id").asString());
            List<Line> expected = scoreAll(user, catalog, scoring, answer.get("radius_km"), k);
            JsonNode basic = answer.get("basic");
            assertThat(basic.size()).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                JsonNode line = basic.get(i);
                assertThat(line.get("rank").asInt()).isEqualTo(i + 1);
                assertThat(line.get("stream_id").asString())
                        .isEqualTo(expected.get(i).stream().id());
                // The terms may be added in another order than here.
                assertThat(line.get("score").asDouble())
                        .isEqualTo(expected.get(i).score(), Offset.offset(1e-12));
                assertThat(line.get("distance_km").asDouble())
                        .isEqualTo(expected.get(i).distanceKm());
                assertThat(line.get("terms").get("proximity").asDouble()
                                + line.get("terms").get("base").asDouble()
                                + line.get("terms").get("ml").asDouble())
                        .isEqualTo(expected.get(i).score(), Offset.offset(1e-9));
            }
            assertThat(answer.get("ml").size()).isEqualTo(expected.size());
        }
    }

    private record Line(Stream stream, double score, double distanceKm) {}

    private static List<Line> scoreAll(User user, Catalog catalog, Scoring scoring, JsonNode radius, int k) {
        double km = radius.isNull() ? Double.POSITIVE_INFINITY : radius.asDouble();
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < catalog.streams().size(); row++) {
            Stream stream = catalog.stream(row);
            double distance =
                    Geodesic.distanceKm(user.latitude(), user.longitude(), stream.latitude(), stream.longitude());
            if (!stream.live() || distance > km) {
                continue;
            }
            Scoring.Base numbers = scoring.base();
            double base = numbers.quality() * stream.qualityScore()
                    + (stream.language().equals(user.language()) ? numbers.languageMatch() : 0)
                    + (user.preferredCategories().contains(stream.categoryId()) ? numbers.categoryMatch() : 0)
                    + Math.min(stream.avgViewerCount() / numbers.viewersPerPoint(), numbers.viewersCap())
                    + Math.min(stream.creatorFollowers() / numbers.followersPerPoint(), numbers.followersCap())
                    + (stream.partnered() ? numbers.partnered() : 0);
            double score = 1.5 * (1 / (1 + distance)) * (1 + user.localPreferenceStrength()) + 1.0 * base;
            lines.add(new Line(stream, score, distance));
        }
        lines.sort(Comparator.comparingDouble(Line::score).reversed().thenComparing(line -> line.stream()
                .id()));
        return lines.subList(0, Math.min(k, lines.size()));
    }

    @Test
    void withoutAModelCompareSaysWhatToDo() {
        JsonNode answer = run("compare", "user_000001", "--data", data(), "--models", own.toString(), "--json")
                .json()
                .get(0);
        assertThat(answer.get("ml").isNull()).isTrue();
        assertThat(answer.get("ml_unavailable").asString())
                .contains("There is no model")
                .contains("Train one");
    }

    @Test
    void aDamagedModelIsRefusedWithTheReason() throws IOException {
        Files.writeString(own.resolve(Folders.DEFAULT_MODEL), "{\"format_version\": 1, \"algo");
        Outcome outcome = run("compare", "user_000001", "--data", data(), "--models", own.toString());
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("ml         not available").contains(Folders.DEFAULT_MODEL);
    }

    @Test
    void benchReportsEveryCaseAsJson() {
        JsonNode json =
                run("bench", "--data", data(), "--models", models(), "--json").json();
        assertThat(json.propertyNames()).containsExactly("streams", "k", "exact", "cases");
        assertThat(json.get("streams").asInt()).isEqualTo(400);
        assertThat(json.get("k").asInt()).isEqualTo(20);
        assertThat(json.get("exact").asBoolean()).isTrue();
        assertThat(json.get("cases").valueStream().map(one -> one.get("case").asString()))
                .containsExactly("basic-250km", "basic-world", "ml-250km", "ml-world", "ml-far");
        for (JsonNode one : json.get("cases")) {
            assertThat(one.propertyNames())
                    .containsExactly("case", "index_median_us", "index_p99_us", "scan_median_us", "ratio");
            double median = one.get("index_median_us").asDouble();
            assertThat(median).isPositive();
            assertThat(one.get("index_p99_us").asDouble()).isGreaterThanOrEqualTo(median);
            assertThat(one.get("ratio").asDouble())
                    .isEqualTo(one.get("scan_median_us").asDouble() / median);
        }
    }

    @Test
    void benchMeasuresTheMapOfTheDataAsked() {
        Faces faces = new NoFaces() {
            @Override
            public List<MapCase> measureMap(Catalog catalog, Progress progress) {
                return List.of(new MapCase("drag of " + catalog.streams().size(), 7.5, 12.25, 2.5));
            }
        };
        JsonNode json = run(faces, "bench", "--map", "--streams", "70", "--models", own.toString(), "--json")
                .json();
        assertThat(json.propertyNames()).containsExactly("users", "streams", "cases");
        assertThat(json.get("streams").asInt()).isEqualTo(70);
        JsonNode one = json.get("cases").get(0);
        assertThat(one.propertyNames()).containsExactly("case", "frame_median_ms", "frame_p95_ms", "thread_median_ms");
        assertThat(one.get("case").asString()).isEqualTo("drag of 70");
        assertThat(one.get("frame_p95_ms").asDouble()).isEqualTo(12.25);
        Outcome table = run(faces, "bench", "--map", "--data", data(), "--models", models());
        assertThat(table.exit()).isZero();
        assertThat(table.out()).contains("drag of ").contains("12.3").contains("1600×990");
    }

    @Test
    void benchTellsHowLongTheWindowTakes() {
        Faces faces = new NoFaces() {
            @Override
            public Shown exploreUntilShown(Folders folders, Scoring scoring) {
                return new Shown(Instant.now(), Instant.now(), Instant.now());
            }
        };
        JsonNode json =
                run(faces, "bench", "--start", "--data", data(), "--json").json();
        assertThat(json.propertyNames()).containsExactly("shown_ms", "live_ms", "whole_ms");
        assertThat(json.get("shown_ms").asDouble()).isPositive();
        assertThat(json.get("whole_ms").asDouble()).isPositive();
        assertThat(run(faces, "bench", "--start", "--map").exit()).isEqualTo(2);
    }

    @Test
    void aRehearsalGoesThroughTheCommandsAndTheWindow() {
        List<String> opened = new ArrayList<>();
        Faces faces = new NoFaces() {
            @Override
            public Shown exploreUntilShown(Folders folders, Scoring scoring) {
                opened.add(folders.data().toString());
                return new Shown(Instant.now(), Instant.now(), Instant.now());
            }
        };
        Outcome outcome = run(faces, "rehearse", "--data", data(), "--models", models());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(opened).containsExactly(data());
    }

    @Test
    void benchWithoutAModelMeasuresBasicAloneAndSaysWhy() {
        Outcome outcome = run("bench", "--streams", "2000", "--scoring", "reference", "--models", own.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("2,000 streams of generated data")
                .contains("The index is exact")
                .contains("basic-world")
                .doesNotContain("ml-");
        assertThat(outcome.err()).contains("The ml cases are left out.").contains("Train one");
    }

    @Test
    void anUnknownUserIsAnsweredWithTheNearestIds() {
        Outcome outcome = run("compare", "user_00012", "--data", data(), "--models", models());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("user user_00012")
                .contains("Did you mean")
                .contains("user_000");
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "compare, 2, Missing required parameter",
        "frobnicate, 2, Unmatched argument",
        "compare user_000001 --k 0, 2, --k",
        "compare user_000001 --radius-km -3, 2, --radius-km",
        "generate --users many, 2, --users",
        "train --algorithm oracle, 2, oracle",
        "snapshot --user u --out o.png --size big, 2, --size",
        "bench --streams 0, 2, --streams",
        "bench --streams few, 2, --streams",
        "stats --data nowhere, 1, nowhere",
        "stats --scoring nothing.json, 1, nothing.json"
    })
    void wrongUseAndBadInputSayWhatIsWrongInOneLine(String arguments, int exit, String words) {
        Outcome outcome = run(arguments.split(" "));
        assertThat(outcome.exit()).isEqualTo(exit);
        assertThat(outcome.err()).contains(words).doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "explore",
                "generate",
                "train",
                "compare",
                "evaluate",
                "stats",
                "serve",
                "report",
                "snapshot",
                "bench"
            })
    void everyCommandHasHelp(String command) {
        Outcome outcome = command.isEmpty() ? run("--help") : run(command, "--help");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("Usage: hometown " + (command.isEmpty() ? "[" : command));
        assertThat(outcome.out()).contains("--data").contains("--verbose");
    }

    @Test
    void noCommandOpensTheWindow() {
        List<String> calls = new ArrayList<>();
        Faces faces = new NoFaces() {
            @Override
            public void explore(Folders folders, Scoring scoring, List<Path> files) {
                calls.add("explore " + folders.data() + " " + files);
            }

            @Override
            public void snapshot(Folders folders, Scoring scoring, Picture picture) {
                calls.add(picture.toString());
            }

            @Override
            public void report(Workbench workbench, Path file) {
                calls.add("report " + file + " of "
                        + workbench.session().requireData().folder());
            }
        };
        run(faces, "--data", "here");
        run(faces, "explore", "--data", "here", "some.comparison.json", "table.csv");
        run(faces, "snapshot", "--user", "u", "--out", "o.png", "--size", "1100x700", "--theme", "dark");
        assertThat(calls)
                .containsExactly(
                        "explore here []",
                        "explore here [some.comparison.json, table.csv]",
                        new Faces.Picture("u", Path.of("o.png"), 1100, 700, true).toString());
        calls.clear();
        assertThat(run(faces, "report", "--out", "r.pdf", "--data", data()).exit())
                .isZero();
        assertThat(calls).containsExactly("report r.pdf of " + data());
    }

    @Test
    void aReportIsHtmlOrPdf() {
        Outcome wrong = run("report", "--out", "report.txt", "--data", data());
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("report.txt").contains(".html").contains(".pdf");
        assertThat(run("report", "--data", data()).exit()).isEqualTo(2);
        Outcome missing = run(
                "report", "--out", "r.html", "--data", folder.resolve("nothing").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("nothing");
    }

    private static void assumeReference() {
        Assumptions.assumeTrue(Files.isDirectory(REFERENCE), "the reference data is not beside the checkout");
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static String models() {
        return folder.resolve("models").toString();
    }

    private static Outcome run(String... arguments) {
        return run(new NoFaces(), arguments);
    }

    private static Outcome run(Faces faces, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(arguments, faces, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exit, out.toString(), err.toString());
    }
}
