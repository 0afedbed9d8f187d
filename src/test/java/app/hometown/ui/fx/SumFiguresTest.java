// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumFiguresTest {
    @Test
    void thirdsAddUpToTheWhole() {
        SumFigures figures = SumFigures.of(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, 1, 2);
        assertThat(figures.parts()).containsExactly(0.34, 0.33, 0.33);
        assertThat(figures.total()).isEqualTo(1);
    }

    @Test
    void whatIsNothingStaysNothing() {
        SumFigures figures = SumFigures.of(new double[] {0, 0.0149, 0, 0.0149}, 0.0298, 2);
        assertThat(figures.parts()).containsExactly(0.0, 0.02, 0.0, 0.01);
    }

    @Test
    void figuresAddUpAndLieWithinAUnitOfTheirNumbers() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            double[] parts = random.doubles(1 + random.nextInt(14), -5, 5).toArray();
            int digits = random.nextInt(5);
            double unit = Math.pow(10, -digits);
            SumFigures figures = SumFigures.of(parts, Arrays.stream(parts).sum(), digits);
            long sum = figures.parts().stream()
                    .mapToLong(part -> Math.round(part / unit))
                    .sum();
            assertThat(sum).isEqualTo(Math.round(figures.total() / unit));
            for (int i = 0; i < parts.length; i++) {
                assertThat(figures.parts().get(i)).isCloseTo(parts[i], within(unit * 1.0001));
            }
        }
    }

    @Test
    void whatIsTheSameInTwoSumsHasOneFigure() {
        double[] basic = {1.32751, 0};
        double[] ml = {1.32751, 0.42295};
        // Alone the second would take its thousandth from the first addend.
        assertThat(SumFigures.of(ml, 1.75046, 3).parts()).containsExactly(1.327, 0.423);
        assertThat(SumFigures.of(basic, 1.32751, 3).beside(basic, ml, 1.75046).parts())
                .containsExactly(1.328, 0.422);
    }

    @Test
    void sumsBesideEachOtherAddUp() {
        Random random = new Random(8);
        for (int round = 0; round < 2000; round++) {
            double[] first = random.doubles(1 + random.nextInt(6), 0, 5).toArray();
            double[] second = first.clone();
            second[random.nextInt(first.length)] = random.nextDouble();
            SumFigures figures = SumFigures.of(first, Arrays.stream(first).sum(), 3)
                    .beside(first, second, Arrays.stream(second).sum());
            long sum = figures.parts().stream()
                    .mapToLong(part -> Math.round(part * 1000))
                    .sum();
            assertThat(sum).isEqualTo(Math.round(figures.total() * 1000));
            for (int i = 0; i < second.length; i++) {
                assertThat(figures.parts().get(i)).isCloseTo(second[i], within(0.0010001));
            }
        }
    }

    @Test
    void figuresBeyondAllDecimalsAreLeftAlone() {
        assertThat(SumFigures.of(new double[] {1e300, -1e300}, 0, 3).parts()).containsExactly(1e300, -1e300);
    }
}
