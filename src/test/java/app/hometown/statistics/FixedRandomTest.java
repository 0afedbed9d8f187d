// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedRandomTest {
    private static final int DRAWS = 200_000;

    @Test
    void isSplitMix64() {
        FixedRandom random = FixedRandom.splitMix(1234567);
        assertThat(random.bits()).isEqualTo(6457827717110365317L);
        assertThat(random.bits()).isEqualTo(3203168211198807973L);
        assertThat(random.bits()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
        assertThat(random.bits()).isEqualTo(4593380528125082431L);
        assertThat(random.bits()).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
    }

    @Test
    void aRowsSequenceDoesNotDependOnWhatWasDrawnBefore() {
        FixedRandom random = new FixedRandom(42, 3);
        random.at(17);
        double first = random.normal();
        random.at(5);
        random.normal();
        random.at(17);
        assertThat(random.normal()).isEqualTo(first);
    }

    @Test
    void seedsSectionsAndRowsHaveSequencesOfTheirOwn() {
        java.util.Set<Long> seen = new java.util.HashSet<>();
        for (long seed = -5; seed < 5; seed++) {
            for (int section = 0; section < 5; section++) {
                FixedRandom random = new FixedRandom(seed, section);
                for (int row = 0; row < 100; row++) {
                    random.at(row);
                    seen.add(random.bits());
                }
            }
        }
        assertThat(seen).hasSize(10 * 5 * 100);
    }

    @ParameterizedTest
    @CsvSource({
        // mean and variance by the textbook; tolerances of five standard errors
        "normal, 0, 1",
        "uniform, 0.5, 0.08333333",
        "exponential, 100, 10000",
        "gamma, 100, 200",
        "beta, 0.4, 0.04"
    })
    void momentsAreTheTextbooks(String distribution, double mean, double variance) {
        ToDoubleFunction<FixedRandom> draw =
                switch (distribution) {
                    case "normal" -> FixedRandom::normal;
                    case "uniform" -> FixedRandom::uniform;
                    case "exponential" -> random -> random.exponential(100.0);
                    case "gamma" -> random -> random.gamma(50.0, 2.0);
                    default -> random -> random.beta(2.0, 3.0);
                };
        FixedRandom random = new FixedRandom(1, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            random.at(i);
            double off = draw.applyAsDouble(random) - mean;
            sum += off;
            squares += off * off;
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS / variance).isCloseTo(1, within(5 * Math.sqrt(8.0 / DRAWS)));
    }

    @Test
    void lomaxHasItsTail() {
        FixedRandom random = new FixedRandom(2, 0);
        int above1 = 0;
        int above10 = 0;
        for (int i = 0; i < DRAWS; i++) {
            double drawn = random.lomax(1.2);
            assertThat(drawn).isNotNegative().isFinite();
            above1 += drawn > 1 ? 1 : 0;
            above10 += drawn > 10 ? 1 : 0;
        }
        assertThat((double) above1 / DRAWS).isCloseTo(Math.pow(2, -1.2), within(0.006));
        assertThat((double) above10 / DRAWS).isCloseTo(Math.pow(11, -1.2), within(0.003));
    }

    @Test
    void belowIsEvenAndInRange() {
        FixedRandom random = new FixedRandom(3, 0);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[random.below(7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_500, 10_500);
        }
    }
}
