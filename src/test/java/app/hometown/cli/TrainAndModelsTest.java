// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Feature;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `train` and `models` as a person or another program calls them.
class TrainAndModelsTest {
    @TempDir
    static Path shared;

    @TempDir
    Path models;

    record Outcome(int exit, String out, String err) {
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
    static void generate() {
        call("generate", "--users", "150", "--streams", "120", "--samples", "3000", "--out", data())
                .text();
    }

    @BeforeEach
    void aFirstModel() {
        run("train").text();
    }

    private static String data() {
        return shared.resolve("data").toString();
    }

    private static Outcome call(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLineInterface.run(arguments, new NoFaces(), new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", data(), "--models", models.toString()));
        return call(all.toArray(String[]::new));
    }

    @Test
    void trainTellsEverythingOnRequest() {
        String text = run("train", "--split", "users", "--folds", "3", "--explain", "--seeds", "2", "--users", "50")
                .text();
        assertThat(text)
                .contains("split by users")
                .contains("95 % interval")
                .contains("the oracle, a ceiling", "distance only", "always the click rate")
                .contains("against hometown_model.json", "undecided")
                .contains("± 95 %")
                .contains("AUC drop when shuffled")
                .contains("top 5 of 50 users", "a seed and basic")
                .contains("saved to");
    }

    @Test
    void trainJsonBeginsWithTheContractsKeys() {
        JsonNode json = run("train", "--json", "--folds", "2", "--explain").json();
        assertThat(json.propertyNames())
                .startsWith(
                        "algorithm",
                        "rows",
                        "train_rows",
                        "test_rows",
                        "train_accuracy",
                        "test_accuracy",
                        "auc",
                        "log_loss",
                        "precision",
                        "recall",
                        "f1",
                        "oracle_auc",
                        "coefficients",
                        "intercept",
                        "importances",
                        "model_file");
        assertThat(json.at("/auc_interval/low").asDouble())
                .isLessThan(json.get("auc").asDouble());
        assertThat(json.at("/confusion/true_positives").asInt()
                        + json.at("/confusion/false_positives").asInt()
                        + json.at("/confusion/false_negatives").asInt()
                        + json.at("/confusion/true_negatives").asInt())
                .isEqualTo(600);
        assertThat(json.at("/cross_validation/folds").size()).isEqualTo(2);
        assertThat(json.get("permutation_importances").propertyNames()).containsExactlyElementsOf(Feature.columns());
        assertThat(json.at("/compared_with/verdict").asString()).isEqualTo("undecided");
        assertThat(json.get("seeds").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "additive", "boosted-trees", "random-forest"})
    void everyAlgorithmTrainsAndRanks(String algorithm) {
        JsonNode json = run("train", "--algorithm", algorithm, "--json").json();
        assertThat(json.get("algorithm").asString()).isEqualTo(algorithm);
        assertThat(json.get("auc").asDouble()).isBetween(0.7, 0.95);
        assertThat(json.get("coefficients").isNull()).isEqualTo(!algorithm.equals("logistic"));
        assertThat(run("compare", "user_000001", "--json")
                        .json()
                        .get(0)
                        .get("ml")
                        .size())
                .isPositive();
        assertThat(run("evaluate", "--json").json().get("ml").isObject()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--algorithm;oracle | there is no algorithm \"oracle\"",
                "--split;halves | there is no split \"halves\"",
                "--split;test-file | Give --test FILE",
                "--folds;1 | 1 is not from 2 to 20",
                "--seeds;1 | 1 is not from 2 to 50",
                "--max-rows;5 | row limit: 5 is not possible",
                "--trees;50 | --trees: is not a number of logistic",
                "--c;0 | C: 0.0 is not possible",
                "--k;0 | 0 is below 1",
                "--split;rows;--test;x.parquet | cannot be given with --test"
            })
    void wrongUsageIsTwo(String arguments, String message) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments.split(";")));
        Outcome outcome = run(all.toArray(String[]::new));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
    }

    @Test
    void whatFailsIsOneLine() {
        Outcome missing = run("train", "--test", "nowhere.parquet");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("nowhere.parquet");
        Outcome unknown = run("train", "--compare-with", "nobody");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("no model \"nobody\"");
        assertThat(run("models", "show", "nobody").exit()).isEqualTo(1);
        assertThat(run("models").exit()).isEqualTo(2);
        assertThat(run("models", "use").exit()).isEqualTo(2);
    }

    @Test
    void moreRowsThanTheLimitAreDrawnAndItIsSaid() {
        Outcome outcome = run("train", "--max-rows", "800", "--json");
        assertThat(outcome.json().get("rows").asInt()).isEqualTo(1000);
        assertThat(outcome.json().get("file_rows").asInt()).isEqualTo(3000);
        assertThat(run("train", "--max-rows", "800").text()).contains("1,000 of 3,000 samples");
    }

    @Test
    void modelsAreListedUsedRenamedExportedDeletedAndRestored() throws IOException {
        Path second = models.resolve("second.json");
        assertThat(run("train", "--seed", "7", "--out", second.toString()).text())
                .contains("saved to");
        Files.writeString(models.resolve("broken.json"), "{}");
        assertThat(run("models", "list").text())
                .contains("→  hometown_model", "second", "! broken: is not a model file: it has no format_version");
        JsonNode list = run("models", "list", "--json").json();
        assertThat(list.valueStream().map(model -> model.get("name").asString()))
                .containsExactly("second", "hometown_model", "broken");
        assertThat(list.get(2).get("fault").asString()).contains("no format_version");

        assertThat(run("models", "use", "second").text()).contains("second is the active model now");
        assertThat(run("models", "list", "--json").json().get(0).get("active").asBoolean())
                .isTrue();
        assertThat(run("models", "rename", "second", "third", "--json")
                        .json()
                        .get("active")
                        .asBoolean())
                .isTrue();
        assertThat(run("models", "show", "third").text()).contains("logistic", "seed", "AUC-ROC");
        assertThat(run("models", "show", "third.json", "--json")
                        .json()
                        .at("/training/seed")
                        .asInt())
                .isEqualTo(7);
        Path copy = models.resolve("elsewhere").resolve("copy.json");
        assertThat(run("models", "export", "third", copy.toString()).text()).contains("copied to");
        assertThat(copy).hasSameBinaryContentAs(models.resolve("third.json"));
        assertThat(run("models", "export", "third", copy.toString()).exit()).isEqualTo(1);

        assertThat(run("models", "delete", "third").text()).contains("moved to").contains("the default model is");
        assertThat(run("compare", "user_000001").err()).doesNotContain("third");
        assertThat(run("models", "restore", "third").text()).contains("third is back");
        assertThat(run("models", "use", "broken").exit()).isEqualTo(1);
    }

    @Test
    void anActiveModelThatIsGoneIsSaidAndTheDefaultOneRanks() throws IOException {
        run("train", "--out", models.resolve("second.json").toString()).text();
        run("models", "use", "second").text();
        Files.delete(models.resolve("second.json"));
        Outcome outcome = run("compare", "user_000001", "--json");
        assertThat(outcome.json().get(0).get("ml").isArray()).isTrue();
        assertThat(outcome.err()).contains("second.json, is not in").contains("the default model is active");
    }

    @Test
    void trainingTheDefaultModelAnewMakesItActive() {
        run("train", "--out", models.resolve("second.json").toString()).text();
        run("models", "use", "second").text();
        run("train").text();
        assertThat(run("models", "list").text()).contains("→  hometown_model");
    }
}
