// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQualityTest {
    private static boolean[] hits(String list) {
        boolean[] hits = new boolean[list.length()];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = list.charAt(i) == 'x';
        }
        return hits;
    }

    /// Worked by hand with discounts 1, 0.6309298, 0.5, 0.4306766, 0.3868528. `x` is a hit.
    @ParameterizedTest
    @CsvSource({
        // list, relevant, k, ndcg, precision, recall, f1, ap, reciprocal rank
        "xxxxx, 5, 5, 1, 1, 1, 1, 1, 1",
        "-----, 3, 5, 0, 0, 0, 0, 0, 0",
        // 1 + 0.5 of 1 + 0.6309298; (1/1 + 2/3) / 2
        "x-x--, 2, 5, 0.9197207891481877, 0.4, 1, 0.5714285714285714, 0.8333333333333334, 1",
        // five places hold at most five of seven
        "-x--x, 7, 5, 0.345191, 0.4, 0.285714, 0.333333, 0.18, 0.5",
        // a short list is judged by its k places
        "x, 1, 5, 1, 0.2, 1, 0.333333, 1, 1",
        // beyond k counts only for the reciprocal rank
        "-----x, 1, 5, 0, 0, 0, 0, 0, 0.166667",
        "----------x, 1, 5, 0, 0, 0, 0, 0, 0"
    })
    void casesWorkedByHand(
            String list,
            int relevant,
            int k,
            double ndcg,
            double precision,
            double recall,
            double f1,
            double averagePrecision,
            double reciprocalRank) {
        ListQuality quality = ListQuality.of(i -> hits(list)[i], list.length(), relevant, k);
        assertThat(quality.ndcg()).isCloseTo(ndcg, within(1e-6));
        assertThat(quality.precision()).isCloseTo(precision, within(1e-6));
        assertThat(quality.recall()).isCloseTo(recall, within(1e-6));
        assertThat(quality.f1()).isCloseTo(f1, within(1e-6));
        assertThat(quality.averagePrecision()).isCloseTo(averagePrecision, within(1e-6));
        assertThat(quality.hit()).isEqualTo(precision > 0);
        assertThat(ListQuality.reciprocalRank(i -> hits(list)[i], Math.min(10, list.length())))
                .isCloseTo(reciprocalRank, within(1e-6));
    }
}
