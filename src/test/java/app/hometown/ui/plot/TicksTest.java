// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 5, 0.2, 0.0 0.2 0.4 0.6 0.8 1.0",
        "0, 1, 10, 0.1, 0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0",
        "-0.03, 0.07, 4, 0.02, -0.02 0.0 0.02 0.04 0.06",
        "3, 97, 4, 20, 20.0 40.0 60.0 80.0",
        "0, 12345, 3, 5000, 0.0 5000.0 10000.0",
        "1e-7, 9e-7, 4, 2e-7, 2.0E-7 4.0E-7 6.0E-7 8.0E-7"
    })
    void linearTicksAreRoundNumbersWithinTheRange(double from, double to, int wished, double step, String at) {
        Ticks ticks = Ticks.linear(from, to, wished, 0);
        assertThat(ticks.step()).isEqualTo(step);
        assertThat(ticks.at()).isEqualTo(numbers(at));
    }

    @Test
    void countsHaveNoHalves() {
        assertThat(Ticks.linear(0, 3, 10, 1).at()).containsExactly(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Ticks.linear(0, 1, 5, 0).at().getFirst()).isEqualTo(0.0).hasToString("0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000, 10, 1.0 2.0 5.0 10.0 20.0 50.0 100.0 200.0 500.0 1000.0",
        "0.01, 100, 5, 0.01 0.1 1.0 10.0 100.0",
        "1, 1000000, 3, 1.0 100.0 10000.0 1000000.0",
        "2, 8, 3, 2.0 4.0 6.0 8.0"
    })
    void logarithmicTicksArePowersOfTenAndFewBetween(double from, double to, int wished, String at) {
        assertThat(Ticks.log(from, to, wished).at()).isEqualTo(numbers(at));
    }

    @Test
    void ticksOfAnyRangeAreInItEvenAndAboutAsManyAsWished() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double from = random.nextGaussian() * Math.pow(10, random.nextInt(13) - 6);
            double to = from + (random.nextDouble() + 1e-3) * Math.pow(10, random.nextInt(13) - 6);
            int wished = 2 + random.nextInt(10);
            if ((to - from) < 1e-9 * Math.abs(from)) {
                continue;
            }
            Ticks ticks = Ticks.linear(from, to, wished, 0);
            double margin = 1e-6 * (to - from);
            assertThat(ticks.at()).allMatch(at -> at >= from - margin && at <= to + margin);
            assertThat(ticks.at().size()).isBetween((int) Math.floor(wished / 1.6), (int) Math.ceil(wished * 1.5) + 1);
        }
    }

    private static List<Double> numbers(String text) {
        return List.of(text.split(" ")).stream().map(Double::valueOf).toList();
    }
}
