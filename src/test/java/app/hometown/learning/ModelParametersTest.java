// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.learning.additive.Curve;
import app.hometown.learning.additive.RandomCurves;
import app.hometown.learning.trees.RandomTrees;
import app.hometown.learning.trees.Tree;
import app.hometown.ranking.ClickModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelParametersTest {
    private static ModelFile file(ModelParameters parameters) {
        Metrics metrics = new Metrics(100, 40, 0.7, 0.8, 0.5, 0.6, 0.6, 0.6);
        return new ModelFile(
                1,
                parameters.algorithm().id(),
                Feature.columns(),
                parameters,
                new ModelFile.Provenance("0123abcd", 500, 500, 400, 100, 42),
                new ModelFile.Quality(metrics, metrics, null),
                Map.of(),
                List.of(),
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static ModelFile parse(String json) {
        return ModelFile.parse("model.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static ModelParameters random(Algorithm algorithm, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomTrees trees = new RandomTrees(seed);
        return switch (algorithm) {
            case LOGISTIC -> {
                Map<String, Double> coefficients = new LinkedHashMap<>();
                for (String column : Feature.columns()) {
                    coefficients.put(column, random.nextGaussian() * Math.pow(10, random.nextInt(-9, 3)));
                }
                yield new ModelParameters.Logistic(coefficients, random.nextGaussian());
            }
            case ADDITIVE -> {
                Map<String, Curve> curves = new LinkedHashMap<>();
                new RandomCurves(seed).curves().forEach((feature, curve) -> curves.put(feature.column(), curve));
                yield new ModelParameters.Additive(random.nextGaussian(), curves);
            }
            case BOOSTED_TREES ->
                new ModelParameters.BoostedTrees(random.nextGaussian(), trees.trees(20, 4, 0.3, false));
            case RANDOM_FOREST -> new ModelParameters.RandomForest(trees.trees(10, 9, 1, true));
        };
    }

    @ParameterizedTest
    @EnumSource
    void comesBackToTheBit(Algorithm algorithm) {
        for (int seed = 0; seed < 60; seed++) {
            ModelParameters parameters = random(algorithm, seed);
            ModelFile file = file(parameters);
            ModelFile read = parse(file.toJson());
            assertThat(read).isEqualTo(file);
            assertThat(read.toJson()).isEqualTo(file.toJson());
            assertThat(read.parameters().algorithm()).isEqualTo(algorithm);
            ClickModel written = parameters.model();
            ClickModel model = read.model();
            RandomTrees rows = new RandomTrees(seed + 1000);
            for (int i = 0; i < 100; i++) {
                double[] row = rows.row();
                assertThat(model.probability(row)).isEqualTo(written.probability(row));
            }
        }
    }

    private static final String BOOSTED = file(new ModelParameters.BoostedTrees(
                    0.25,
                    List.of(new Tree(
                            new int[] {3, 5},
                            new double[] {0.5, 7.5},
                            new int[] {1, -1},
                            new int[] {-3, -2},
                            new double[] {-0.125, 0.75, 2.0}))))
            .toJson();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // pattern | replacement | what the refusal says
                "\"left\" : \\[ 1, -1 \\] | \"left\" : [ 1, 0 ] | question 0 twice or in a circle",
                "\"left\" : \\[ 1, -1 \\] | \"left\" : [ 2, -1 ] | leads to the question 2, of which it has 2",
                "\"left\" : \\[ 1, -1 \\] | \"left\" : [ 1, -4 ] | leads to the leaf 3, of which it has 3",
                "\"left\" : \\[ 1, -1 \\] | \"left\" : [ 1 ] | 1 left and 2 right children",
                "\"left\" : \\[ 1, -1 \\] | \"left\" : [ 1.5, -1 ] | not what is expected",
                "\"left\" : \\[ 1, -1 \\] | \"left\" : [ 1, 99999999999 ] | not what is expected",
                "\"feature\" : \\[ 3, 5 \\] | \"feature\" : [ 3, 14 ] | unknown feature 14",
                "\"threshold\" : \\[ 0.5, 7.5 \\] | \"threshold\" : [ 0.5, 1e999 ] | not a finite number",
                "\"threshold\" : \\[ 0.5, 7.5 \\] | \"threshold\" : [ 0.5, null ] | not a finite number",
                "\"leaf\" : \\[ -0.125, 0.75, 2.0 \\] | \"leaf\" : [ -0.125, \"NaN\", 2.0 ] | not a finite number",
                "\"leaf\" : \\[ -0.125, 0.75, 2.0 \\] | \"leaf\" : [ -0.125, 0.75, 2.0, 1 ] | leads to its leaf 3",
                "\"leaf\" : \\[ -0.125, 0.75, 2.0 \\] | \"leaf\" : [ ] | has no leaf",
                "\"leaf\" : \\[ -0.125, 0.75, 2.0 \\] | \"leaves\" : [ ] | 'leaf'",
                "(?s)\"trees\" : \\[.*?\\} \\] | \"trees\" : [ ] | there is no tree",
                "(?s)\"trees\" : \\[.*?\\} \\] | \"trees\" : [ null ] | not a finite number",
                "\"boosted-trees\" | \"random-forest\" | intercept",
                "\"boosted-trees\" | \"logistic\" | coefficients"
            })
    void damagedTreesAreRefusedByTheirFault(String pattern, String replacement, String reason) {
        String broken = BOOSTED.replaceFirst(pattern, replacement);
        assertThat(broken).isNotEqualTo(BOOSTED);
        assertThatThrownBy(() -> parse(broken))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("model.json")
                .hasMessageContaining(reason);
    }

    @Test
    void aForestOfNoProbabilitiesIsRefused() {
        String json = file(new ModelParameters.RandomForest(
                        List.of(new Tree(new int[0], new double[0], new int[0], new int[0], new double[] {0.5}))))
                .toJson();
        assertThat(parse(json).model().probability(new double[Feature.COUNT])).isEqualTo(0.5);
        assertThatThrownBy(() -> parse(json.replace("\"leaf\" : [ 0.5 ]", "\"leaf\" : [ 1.5 ]")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("leaf 1.5, not in 0..1");
    }

    @Test
    void damagedCurvesAreRefusedByTheirFault() {
        Map<String, Curve> curves = new LinkedHashMap<>();
        for (String column : Feature.columns()) {
            curves.put(column, new Curve(List.of(0.0, 1.0), List.of(-0.5, 0.5)));
        }
        String json = file(new ModelParameters.Additive(0.0, curves)).toJson();
        Map<String, String> faults = Map.of(
                "\"at\" : [ 1.0, 1.0 ]", "do not rise",
                "\"at\" : [ 0.0 ]", "1 places and 2 heights",
                "\"at\" : [ ]", "0 places",
                "\"at\" : [ 0.0, 1e999 ]", "not a finite number",
                "\"at\" : [ 0.0, \"1\" ]", "not a finite number");
        faults.forEach((fault, reason) -> assertThatThrownBy(
                        () -> parse(json.replaceFirst("\"at\" : \\[ 0.0, 1.0 \\]", fault)))
                .as(fault)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason));
        assertThatThrownBy(() -> parse(json.replaceFirst("\"mature_content\" : \\{", "\"maturity\" : {")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("mature_content");
    }
}
