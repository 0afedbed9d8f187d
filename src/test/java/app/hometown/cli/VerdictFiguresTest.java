// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictFiguresTest {
    @Test
    void aRowHasAsManyDecimalsAsItsDifferenceNeeds() {
        assertThat(VerdictFigures.row(List.of("nDCG"), Measure.NDCG, of(0.0000312, 0.0000101, 0.0000523), "0.012"))
                .containsExactly("nDCG", "0.100000", "0.100031", "+0.000031", "+0.000010 to +0.000052", "0.012");
        assertThat(VerdictFigures.difference(Measure.NDCG, of(0.003, 0.0005, 0.0058)))
                .containsExactly("0.1000", "0.1030", "+0.0030", "+0.0005 to +0.0058");
    }

    private static PairedDifference of(double difference, double low, double high) {
        return new PairedDifference(
                100_000,
                0.1,
                0.1 + difference,
                new Interval(difference, low, high),
                0.012,
                false,
                30,
                99_950,
                20,
                0.01,
                80_000L);
    }
}
