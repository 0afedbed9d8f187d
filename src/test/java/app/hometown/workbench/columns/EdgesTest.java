// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgesTest {
    @ParameterizedTest
    @CsvSource({"1, 10000, 40", "1, 50, 30", "3, 900, 25", "1, 100000, 60", "10, 10000, 48", "1, 2, 20"})
    void logarithmicRangesOfWholeNumbersHoldNoFewerThanSmallerOnes(double least, double most, int bins) {
        double[] edges = Edges.of(range(least, most), bins, true, true);
        double[] widths = IntStream.range(1, edges.length)
                .mapToDouble(i -> edges[i] - edges[i - 1])
                .toArray();
        assertThat(edges[0]).isLessThanOrEqualTo(least);
        assertThat(edges[edges.length - 1]).isGreaterThanOrEqualTo(most);
        assertThat(Arrays.stream(widths)).allMatch(width -> width >= 1 && width == Math.rint(width));
        int single = (int)
                IntStream.range(0, widths.length).filter(i -> widths[i] == 1).count();
        assertThat(Arrays.stream(widths, 0, single)).allMatch(width -> width == 1);
    }

    @Test
    void smallWholeNumbersHaveARangeEach() {
        assertThat(Edges.of(range(1, 20), 20, true, true))
                .startsWith(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 10}, within(0.0));
    }

    private static ColumnRange range(double least, double most) {
        return new ColumnRange(least, most, least, 0, new int[0]);
    }
}
