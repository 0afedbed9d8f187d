// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.files.Json;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.ranking.ScoringNumber;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `compare` with other rankers and with explanations, as a person or another program calls it.
class CompareRankersTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

    @TempDir
    static Path folder;

    @TempDir
    Path own;

    private record Outcome(int exit, String out, String err) {
        JsonNode json() {
            assertThat(exit).as(err).isZero();
            return Json.mapper().readTree(out);
        }
    }

    @BeforeAll
    static void generateAndTrain() {
        assertThat(run("generate", "--users", "50", "--streams", "200", "--samples", "3000", "--out", data())
                        .exit())
                .isZero();
        assertThat(run("train", "--data", data(), "--models", models()).exit()).isZero();
    }

    @Test
    void otherRankersStandBesideBasicAndMl() {
        JsonNode plain = compare("user_000001", "--json").json().get(0);
        assertThat(plain.propertyNames()).containsExactly("user_id", "k", "radius_km", "basic", "ml");
        JsonNode json = compare("user_000001", "--rankers", "basic,nearest,popular,ideal", "--json")
                .json()
                .get(0);
        assertThat(json.propertyNames())
                .containsExactly("user_id", "k", "radius_km", "basic", "ml", "rankers", "similarity");
        assertThat(json.get("basic")).isEqualTo(plain.get("basic"));
        assertThat(json.get("ml")).isEqualTo(plain.get("ml"));
        assertThat(json.get("rankers").valueStream().map(one -> one.get("name").asString()))
                .containsExactly("nearest", "popular", "ideal");
        for (JsonNode one : json.get("rankers")) {
            assertThat(one.get("entries")).isNotEmpty();
            assertThat(one.get("entries").get(0).propertyNames())
                    .containsExactly("rank", "stream_id", "city", "score", "distance_km", "terms");
        }
        assertThat(json.get("rankers").get(2).get("note").asString()).contains("samples show to this user");
        assertThat(json.get("similarity")).hasSize(6);
        assertThat(json.get("similarity").get(0).propertyNames())
                .containsExactly(
                        "a",
                        "b",
                        "rank_biased_overlap",
                        "kendall_tau_b",
                        "top_k_distance",
                        "jaccard",
                        "shared",
                        "identical");
    }

    @Test
    void aScoringFileRanksAsIfItWereTheScoring() {
        Path numbers = own.resolve("mine.json");
        ScoringFile.write(
                numbers, ScoringNumber.WEIGHT_PROXIMITY.in(Scoring.DEFAULT.within(OptionalDouble.of(250)), 20));
        JsonNode beside = compare(
                        "user_000002", "--rankers", "ml,near=" + numbers + ",plain=" + numbers + "+none", "--json")
                .json()
                .get(0)
                .get("rankers");
        JsonNode alone = compare("user_000002", "--scoring", numbers.toString(), "--json")
                .json()
                .get(0);
        assertThat(beside.get(0).get("entries")).isEqualTo(alone.get("ml"));
        assertThat(beside.get(1).get("entries")).isEqualTo(alone.get("basic"));
    }

    @Test
    void aRankerThatCannotRankSaysWhy() {
        JsonNode json = run(
                        "compare",
                        "user_000001",
                        "--data",
                        data(),
                        "--models",
                        own.toString(),
                        "--rankers",
                        "basic,ml,reference",
                        "--json")
                .json()
                .get(0);
        assertThat(json.get("ml").isNull()).isTrue();
        assertThat(json.get("ml_unavailable").asString()).contains("Train one");
        assertThat(json.get("rankers").get(0).get("note").asString()).contains("without the click term");
        Outcome text =
                run("compare", "user_000001", "--data", data(), "--models", own.toString(), "--rankers", "basic,ml");
        assertThat(text.out()).contains("ml         not available");
    }

    @Test
    void explanationsSumToScoresAndLogOdds() {
        JsonNode json = compare("user_000003", "--rankers", "basic,ml,ideal", "--explain", "--json")
                .json()
                .get(0);
        List<JsonNode> lines = new ArrayList<>();
        json.get("basic").forEach(lines::add);
        json.get("ml").forEach(lines::add);
        json.get("rankers").get(0).get("entries").forEach(lines::add);
        assertThat(lines).hasSizeGreaterThan(10);
        for (JsonNode line : lines) {
            JsonNode terms = line.get("explanation").get("terms");
            assertThat(terms.propertyNames())
                    .containsExactly(
                            "proximity",
                            "quality",
                            "language",
                            "category",
                            "viewers",
                            "followers",
                            "partnered",
                            "click");
            assertThat(sum(terms)).isEqualTo(line.get("score").asDouble(), ROUNDING);
        }
        for (JsonNode line : json.get("ml")) {
            JsonNode click = line.get("explanation").get("click");
            assertThat(click.get("contributions").propertyNames()).containsExactlyElementsOf(Feature.columns());
            double logOdds = click.get("intercept").asDouble() + sum(click.get("contributions"));
            assertThat(click.get("log_odds").asDouble()).isEqualTo(logOdds, ROUNDING);
            assertThat(click.get("probability").asDouble()).isEqualTo(1 / (1 + Math.exp(-logOdds)), ROUNDING);
            assertThat(line.get("terms").get("ml").asDouble())
                    .isEqualTo(
                            click.get("weight").asDouble()
                                    * click.get("probability").asDouble(),
                            ROUNDING);
        }
        assertThat(json.get("basic").get(0).get("explanation").get("click").isNull())
                .isTrue();
        String text = compare("user_000003", "--explain").out();
        assertThat(text).contains("why, by basic", "why, by ml", "log-odds", "same_language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "ml", "popular", "reference", "ideal"})
    void differencesSumToTheGap(String ranker) {
        JsonNode lists = compare("user_000004", "--rankers", ranker + ",nearest", "--json")
                .json()
                .get(0);
        JsonNode list = lists.has(ranker) && ranker.length() < 6
                ? lists.get(ranker)
                : lists.get("rankers").get(0).get("entries");
        String a = list.get(0).get("stream_id").asString();
        String b = list.get(1).get("stream_id").asString();
        JsonNode gap = compare("user_000004", "--why", a, b, "--ranker", ranker, "--json")
                .json();
        assertThat(gap.propertyNames()).containsExactly("a", "b", "ranker", "score_a", "score_b", "gap", "terms");
        assertThat(gap.get("a").asString()).isEqualTo(a);
        assertThat(gap.get("b").asString()).isEqualTo(b);
        assertThat(gap.get("ranker").asString()).isEqualTo(ranker);
        assertThat(gap.get("score_a").asDouble())
                .isEqualTo(list.get(0).get("score").asDouble());
        assertThat(gap.get("score_b").asDouble())
                .isEqualTo(list.get(1).get("score").asDouble());
        assertThat(gap.get("gap").asDouble())
                .isEqualTo(gap.get("score_a").asDouble() - gap.get("score_b").asDouble());
        assertThat(sum(gap.get("terms"))).isEqualTo(gap.get("gap").asDouble(), ROUNDING);
        List<Double> sizes = gap.get("terms")
                .valueStream()
                .map(one -> -Math.abs(one.asDouble()))
                .toList();
        assertThat(sizes).isSorted();
    }

    @Test
    void whyIsByMlWhereThereIsAModelElseByBasic() {
        JsonNode list = compare("user_000001", "--json").json().get(0).get("basic");
        String a = list.get(0).get("stream_id").asString();
        String b = list.get(1).get("stream_id").asString();
        assertThat(compare("user_000001", "--why", a, b).out()).startsWith("By ml " + a);
        assertThat(run("compare", "user_000001", "--data", data(), "--models", own.toString(), "--why", a, b)
                        .out())
                .startsWith("By basic " + a + " is above " + b);
    }

    @Test
    void aComparisonFileGivesTheSameResult() {
        Path file = own.resolve("kept.json");
        JsonNode before = compare(
                        "user_000005",
                        "--rankers",
                        "ml,reference,nearest",
                        "--k",
                        "9",
                        "--radius-km",
                        "900",
                        "--scoring",
                        "reference",
                        "--save-comparison",
                        file.toString(),
                        "--json")
                .json();
        Outcome again = compare("--comparison", file.toString(), "--json");
        assertThat(again.json()).isEqualTo(before);
        assertThat(again.err()).doesNotContain("not the same");
        assertThat(compare("--comparison", file.toString(), "--k", "2", "--json")
                        .json()
                        .get(0)
                        .get("k")
                        .asInt())
                .isEqualTo(2);
        run(
                "generate",
                "--users",
                "50",
                "--streams",
                "200",
                "--samples",
                "10",
                "--seed",
                "1",
                "--out",
                own.resolve("other").toString());
        Outcome other = run(
                "compare",
                "--comparison",
                file.toString(),
                "--data",
                own.resolve("other").toString(),
                "--models",
                models());
        assertThat(other.exit()).isZero();
        assertThat(other.err()).contains("The data are not the same");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user_000001 --rankers basic | 1 | cannot be compared side by side",
                "user_000001 --rankers basic,nix | 1 | there is no ranker, preset or file of the name 'nix'",
                "user_000001 --rankers basic,basic | 1 | two are called basic",
                "user_000001 --why stream_000001 | 2 | --why",
                "user_000001 --why stream_000001 stream_000001 | 1 | is named twice",
                "user_000001 --why stream_000001 stream_00x | 1 | there is no such stream",
                "user_000001 user_000002 --why stream_000001 stream_000002 | 2 | takes one user",
                "user_000001 --ranker ml | 2 | goes with '--why'",
                "--comparison nowhere.json | 1 | there is no such file",
                "user_000001 --comparison nowhere.json | 2 | not both",
                "--comparison nowhere.json --rankers basic,ml | 2 | not both",
                "user_000001 user_000002 --save-comparison x.json | 2 | takes one user"
            })
    void wrongUseAndBadInputSayWhatIsWrongInOneLine(String arguments, int exit, String words) {
        Outcome outcome = compare(arguments.split(" "));
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
        assertThat(outcome.err()).contains(words).doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aStreamThatIsNoCandidateIsNamedWithItsDistance() {
        Catalog catalog = DataFolder.open(Path.of(data()), Progress.NONE).catalog();
        JsonNode world = compare(
                        "user_000001", "--rankers", "basic,nearest", "--radius-km", "world", "--k", "200", "--json")
                .json()
                .get(0)
                .get("basic");
        JsonNode farthest = world.get(0);
        for (JsonNode line : world) {
            farthest = line.get("distance_km").asDouble()
                            > farthest.get("distance_km").asDouble()
                    ? line
                    : farthest;
        }
        JsonNode near =
                compare("user_000001", "--json").json().get(0).get("basic").get(0);
        Outcome outcome = compare(
                "user_000001",
                "--why",
                near.get("stream_id").asString(),
                farthest.get("stream_id").asString());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("is not a candidate", "--radius-km world");
        int off = 0;
        while (catalog.streams().live(off)) {
            off++;
        }
        assertThat(compare(
                                "user_000001",
                                "--why",
                                near.get("stream_id").asString(),
                                catalog.streams().ids().get(off))
                        .err())
                .contains("is off the air");
    }

    private static double sum(JsonNode terms) {
        return terms.valueStream().mapToDouble(JsonNode::asDouble).sum();
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static String models() {
        return folder.resolve("models").toString();
    }

    private static Outcome compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--data", data(), "--models", models()));
        return run(all.toArray(String[]::new));
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(arguments, new NoFaces(), new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exit, out.toString(), err.toString());
    }
}
