// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Feature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {
    private static int[] ints(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                // feature | threshold | left | right | leaf | what the refusal says
                "'0' | '5' | '-1' | '-2' | '' | a tree has no leaf",
                "'0' | '5 6' | '-1' | '-2' | '1 2' | 1 features, 2 thresholds",
                "'14' | '5' | '-1' | '-2' | '1 2' | unknown feature 14",
                "'-1' | '5' | '-1' | '-2' | '1 2' | unknown feature -1",
                "'0' | 'NaN' | '-1' | '-2' | '1 2' | threshold NaN, not a finite number",
                "'0' | 'Infinity' | '-1' | '-2' | '1 2' | threshold Infinity, not a finite number",
                "'0' | '5' | '-1' | '-2' | '1 NaN' | leaf NaN, not a finite number",
                "'0' | '5' | '0' | '-2' | '1 2' | question 0 twice or in a circle",
                "'0 1' | '5 6' | '1 0' | '-1 -2' | '1 2' | question 0 twice or in a circle",
                "'0 1' | '5 6' | '1 -1' | '1 -2' | '1 2 3' | question 1 twice or in a circle",
                "'0' | '5' | '-1' | '-1' | '1' | leaf 0 twice or in a circle",
                "'0' | '5' | '1' | '-2' | '1 2' | leads to the question 1, of which it has 1",
                "'0' | '5' | '-1' | '-4' | '1 2' | leads to the leaf 3, of which it has 2",
                "'0' | '5' | '-1' | '-2147483648' | '1 2' | leads to the leaf 2147483647",
                "'0' | '5' | '-1' | '-2' | '1 2 3' | nothing in a tree leads to its leaf 2",
                "'0 1' | '5 6' | '-1 -3' | '-2 -4' | '1 2 3 4' | nothing in a tree leads to its question 1",
            })
    void whatIsNoTreeIsRefusedByItsFault(
            String feature, String threshold, String left, String right, String leaf, String refusal) {
        assertThatThrownBy(() -> new Tree(ints(feature), numbers(threshold), ints(left), ints(right), numbers(leaf)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(refusal);
    }

    @Test
    void oneTooDeepIsRefused() {
        assertThat(chain(Tree.DEEPEST).of(new double[Feature.COUNT])).isZero();
        assertThatThrownBy(() -> chain(Tree.DEEPEST + 1)).hasMessageContaining("deeper than 64");
        assertThatThrownBy(() -> chain(100_000)).hasMessageContaining("deeper than 64");
    }

    private static Tree chain(int depth) {
        int[] left = new int[depth];
        int[] right = new int[depth];
        double[] leaf = new double[depth + 1];
        for (int i = 0; i < depth; i++) {
            left[i] = -1 - i;
            right[i] = i + 1 < depth ? i + 1 : -1 - depth;
            leaf[i] = i;
        }
        return new Tree(new int[depth], new double[depth], left, right, leaf);
    }

    @Test
    void atMostTheThresholdGoesLeft() {
        Tree tree = new Tree(new int[] {8}, new double[] {5}, new int[] {-1}, new int[] {-2}, new double[] {10, 20});
        double[] row = new double[Feature.COUNT];
        row[Feature.STREAM_QUALITY_SCORE.ordinal()] = 5;
        assertThat(tree.of(row)).isEqualTo(10);
        row[Feature.STREAM_QUALITY_SCORE.ordinal()] = Math.nextUp(5.0);
        assertThat(tree.of(row)).isEqualTo(20);
    }

    @Test
    void aLeafAloneIsATree() {
        Tree tree = new Tree(new int[0], new double[0], new int[0], new int[0], new double[] {0.25});
        assertThat(new RandomForestModel(List.of(tree, tree)).probability(new double[Feature.COUNT]))
                .isEqualTo(0.25);
    }

    @Test
    void layingOutChangesNoBit() {
        RandomTrees random = new RandomTrees(1);
        for (int i = 0; i < 50; i++) {
            List<Tree> trees = random.trees(1 + i, i % 11, 3, false);
            TreeEnsemble ensemble = new TreeEnsemble(trees);
            for (int j = 0; j < 200; j++) {
                double[] row = random.row();
                double sum = 0.5;
                for (Tree tree : trees) {
                    sum += tree.of(row);
                }
                assertThat(ensemble.sum(0.5, row)).isEqualTo(sum);
            }
        }
    }

    @Test
    void probabilitiesStayWithinTheirBounds() {
        RandomTrees random = new RandomTrees(2);
        BoostedTreesModel boosted = new BoostedTreesModel(3, random.trees(100, 5, 50, false));
        RandomForestModel forest = new RandomForestModel(random.trees(77, 8, 1, true));
        Tree sure = new Tree(new int[0], new double[0], new int[0], new int[0], new double[] {1});
        for (int i = 0; i < 2000; i++) {
            assertThat(boosted.probability(random.row())).isBetween(0.0, 1.0);
            assertThat(forest.probability(random.row())).isBetween(0.0, 1.0);
        }
        assertThat(new RandomForestModel(List.of(sure, sure, sure)).probability(random.row()))
                .isEqualTo(1);
        assertThatThrownBy(() -> new RandomForestModel(random.trees(5, 3, 2, false)))
                .hasMessageContaining("not in 0..1");
        assertThatThrownBy(() -> new BoostedTreesModel(0, List.of())).hasMessageContaining("no tree");
        assertThatThrownBy(() -> new BoostedTreesModel(Double.NaN, List.of(sure)))
                .hasMessageContaining("intercept NaN");
    }
}
