// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Feature;
import app.hometown.learning.trees.Tree;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.model.cart.Loss;

class SmileTreeTest {
    @Test
    void whatIsTakenOutSaysWhatSmileSays() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] rows = new double[400][Feature.COUNT];
            double[] labels = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < Feature.COUNT; j++) {
                    rows[i][j] = j % 3 == 0 ? random.nextInt(-3, 3) : random.nextGaussian() * Math.pow(10, j - 7);
                }
                labels[i] = random.nextDouble() + (rows[i][3] > 0 ? 1 : 0);
            }
            TreeRows columns = TreeRows.of(
                    TrainingData.of(rows, new BitSet()),
                    IntStream.range(0, rows.length).toArray());
            int[] samples = new int[rows.length];
            Arrays.fill(samples, 1);
            SmileTree smile = new SmileTree(columns, Loss.ls(labels), 8, 2, Feature.COUNT, samples, () -> {});
            Tree tree = smile.tree(said -> said);
            assertThat(tree.leaf().length).isGreaterThan(20);
            for (int i = 0; i < rows.length; i++) {
                assertThat(tree.of(rows[i]))
                        .isEqualTo(smile.predict(columns.frame().get(i)));
            }
        }
    }

    @Test
    void stopsAtAnyNode() {
        double[][] rows = new double[100][Feature.COUNT];
        for (int i = 0; i < rows.length; i++) {
            rows[i][4] = i;
        }
        TreeRows columns = TreeRows.of(
                TrainingData.of(rows, new BitSet()),
                IntStream.range(0, rows.length).toArray());
        int[] samples = new int[rows.length];
        Arrays.fill(samples, 1);
        double[] labels =
                IntStream.range(0, rows.length).mapToDouble(i -> i % 7).toArray();
        assertThatThrownBy(() -> new SmileTree(columns, Loss.ls(labels), 4, 2, Feature.COUNT, samples, () -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void columnsAreOrderedLikeNumbers() {
        SplittableRandom random = new SplittableRandom(1);
        for (int size : new int[] {0, 1, 2, 100, 5000}) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = random.nextInt(3) == 0
                        ? random.nextInt(-2, 3)
                        : random.nextGaussian() * Math.pow(10, random.nextInt(-300, 300));
            }
            int[] expected = IntStream.range(0, size)
                    .boxed()
                    .sorted((a, b) -> Double.compare(values[a], values[b]))
                    .mapToInt(i -> i)
                    .toArray();
            assertThat(ColumnOrder.of(values)).isEqualTo(expected);
        }
    }
}
