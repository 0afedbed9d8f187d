// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"1, 10000", "0, 100000", "10, 100000", "0, 60", "0, 7", "5, 5", "0, 1000000000"})
    void everyBarOfWholeNumbersHoldsOne(double least, double most) {
        Scale scale = Scale.of(least, most, true, true);
        boolean[] held = new boolean[scale.bars()];
        IntStream.rangeClosed((int) least, (int) Math.min(most, 2_000_000)).forEach(n -> held[scale.bar(n)] = true);
        IntStream.range(0, scale.bars())
                .forEach(bar -> held[bar] |= scale.bar(scale.number((bar + 0.5) / scale.bars())) == bar);
        assertThat(held).doesNotContain(false);
        assertThat(scale.bar(most)).isEqualTo(scale.bars() - 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 10000, true", "0, 100000, true", "0, 7, true", "0.5, 900, false"})
    void aNumberIsFoundAgainAtItsPlace(double least, double most, boolean whole) {
        Scale scale = Scale.of(least, most, true, whole);
        assertThat(scale.place(least)).isZero();
        assertThat(scale.place(most)).isEqualTo(1);
        assertThat(IntStream.rangeClosed(0, 40)).allSatisfy(i -> {
            double number = scale.number(i / 40.0);
            assertThat(scale.number(scale.place(number))).isCloseTo(number, within(1e-9 * most));
        });
    }
}
