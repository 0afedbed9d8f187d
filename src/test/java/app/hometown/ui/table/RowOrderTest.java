// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    @Test
    void sortsAsTheLibraryDoesAndKeepsEqualRowsInOrder() {
        Random random = new Random(5);
        for (int size = 0; size < 200; size++) {
            double[] values =
                    random.doubles(size).map(value -> Math.floor(value * 10)).toArray();
            int[] rows = IntStream.range(0, size).toArray();
            Integer[] expected = IntStream.range(0, size).boxed().toArray(Integer[]::new);
            Arrays.sort(expected, Comparator.comparingDouble(row -> values[row]));
            RowOrder.by(row -> values[row]).sort(rows);
            assertThat(rows).containsExactly(expected);
        }
    }

    @Test
    void namesSortAsPeopleDo() {
        List<String> names = List.of("Zürich", "São Paulo", "Santiago", "santa fe");
        int[] rows = {0, 1, 2, 3};
        RowOrder.byName(row -> row, names).sort(rows);
        assertThat(Arrays.stream(rows).mapToObj(names::get))
                .containsExactly("santa fe", "Santiago", "São Paulo", "Zürich");
    }

    @Test
    void reversedTurnsItRound() {
        int[] rows = {0, 1, 2};
        RowOrder.by(row -> row).reversed().sort(rows);
        assertThat(rows).containsExactly(2, 1, 0);
    }
}
