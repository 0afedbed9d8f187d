// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.files.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `evaluate` as a person or another program calls it.
class EvaluateTest {
    @TempDir
    static Path folder;

    private record Outcome(int exit, String out, String err) {
        JsonNode json() {
            assertThat(exit).as(err).isZero();
            return Json.mapper().readTree(out);
        }

        String text() {
            assertThat(exit).as(err).isZero();
            return out;
        }
    }

    @BeforeAll
    static void generateAndTrain() {
        call("generate", "--users", "250", "--streams", "200", "--samples", "5000", "--out", data())
                .text();
        call("train", "--data", data(), "--models", models()).text();
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static String models() {
        return folder.resolve("models").toString();
    }

    private static Outcome evaluate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("evaluate", "--data", data(), "--models", models()));
        all.addAll(Arrays.asList(arguments));
        return call(all.toArray(String[]::new));
    }

    private static Outcome call(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(arguments, new NoFaces(), new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exit, out.toString(), err.toString());
    }

    @Test
    void moreKeysStandBehindTheSameOnes() {
        JsonNode plain = evaluate("--json", "--k", "4").json();
        assertThat(plain.propertyNames()).containsExactly("k", "users", "evaluated_users", "left_out", "basic", "ml");
        assertThat(plain.get("basic").propertyNames())
                .containsExactly("ndcg", "precision", "recall", "f1", "map", "mrr", "hit_rate", "coverage", "novelty");
        JsonNode more = evaluate("--json", "--k", "4,1..6", "--slices", "language", "--rankers", "nearest,basic")
                .json();
        assertThat(more.propertyNames())
                .containsExactly("k", "users", "evaluated_users", "left_out", "basic", "ml", "verdict");
        plain.propertyNames().forEach(key -> assertThat(more.get(key)).isEqualTo(plain.get(key)));
        JsonNode verdict = more.get("verdict");
        assertThat(verdict.get("rankers").get(1).get("name").asString()).isEqualTo("basic");
        assertThat(verdict.get("rankers").get(1).get("means").get("ndcg").doubleValue())
                .isEqualTo(plain.get("basic").get("ndcg").doubleValue());
        assertThat(verdict.get("over_k").size()).isEqualTo(6);
        assertThat(verdict.get("slices").get(0).get("by").asString()).isEqualTo("language");
        assertThat(verdict.has("per_user")).isFalse();
    }

    @Test
    void theVerdictComesFirst() {
        String text = evaluate("--k", "5", "--interleave", "2", "--seeds", "2").text();
        assertThat(text)
                .startsWith("k = 5, ")
                .containsPattern(
                        "(ml is (slightly )?(better|worse) than basic\\.)|(no evidence of a difference between ml and"
                                + " basic)")
                .contains(
                        "95 % interval", "power 0.8", "oracle", "Interleaved, true click probabilities", "over 2 seeds")
                .contains("* Logged clicks favour");
    }

    @Test
    void aKeptEvaluationIsShownAgain() throws IOException {
        Path file = folder.resolve("kept.json");
        Path users = folder.resolve("users.parquet");
        Path left = folder.resolve("left.csv");
        String text = evaluate("--save", file.toString(), "--per-user", users.toString(), "--left-out", left.toString())
                .text();
        assertThat(call("evaluate", "--open", file.toString()).text()).isEqualTo(text);
        assertThat(users).isNotEmptyFile();
        assertThat(Files.readString(left)).startsWith("user_id,reason\n");
        assertThat(evaluate("--since", file.toString()).text()).contains("since then, nDCG at 5");
        String command = text.lines().toList().getLast();
        assertThat(command).startsWith("hometown evaluate --rankers basic,ml --k 5 --measure ndcg --seed 42 --data");
        assertThat(call(command.substring("hometown ".length()).split(" ")).text())
                .isEqualTo(text);
    }

    @Test
    void withoutAModelBasicStandsAlone() {
        Outcome bare = call(
                "evaluate", "--data", data(), "--models", folder.resolve("none").toString());
        assertThat(bare.text())
                .contains("nDCG")
                .contains("ml is not available.")
                .doesNotContain("95 %");
        assertThat(call(
                                "evaluate",
                                "--data",
                                data(),
                                "--models",
                                folder.resolve("none").toString(),
                                "--seed",
                                "1")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void filesAndEndingsAreLookedAtBeforeAnythingIsWorkedOut() {
        assertThat(evaluate("--report", "verdict.txt").exit()).isEqualTo(2);
        assertThat(evaluate("--seeds", "1").err()).startsWith("hometown: seeds: 1 is not possible");
        assertThat(evaluate("--since", "nothing.json").err()).startsWith("hometown: nothing.json");
        Outcome both = evaluate("--open", "kept.json", "--k", "3");
        assertThat(both.exit()).isNotZero();
        assertThat(both.err()).doesNotContain("ranking");
    }

    @ParameterizedTest
    @CsvSource({"--k, 0", "--k, 2..5", "--k, five", "--measure, luck", "--slices, shoe_size"})
    void wrongUsageIsSaid(String option, String value) {
        Outcome outcome = evaluate(option, value);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(option);
    }
}
