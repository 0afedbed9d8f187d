// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Laws found in numbers that were made by one, or by another.
class PowerLawTest {
    private static final int SIZE = 4000;

    /// As many numbers as evenly spread shares give.
    private static double[] made(DoubleUnaryOperator ofShare) {
        return IntStream.range(0, SIZE)
                .mapToDouble(i -> ofShare.applyAsDouble((i + 0.5) / SIZE))
                .sorted()
                .toArray();
    }

    private static double pareto(double share) {
        return 3 * Math.pow(1 - share, -1 / 1.5);
    }

    @Test
    void theExponentOfAParetoIsFound() {
        PowerLaw law = PowerLaw.fit(made(PowerLawTest::pareto), false).orElseThrow();
        assertThat(law.exponent()).isCloseTo(2.5, within(0.06));
        assertThat(law.verdict()).isEqualTo(PowerLaw.Verdict.FITS);
        assertThat(law.atLimit()).isZero();
        assertThat(law.error()).isCloseTo((law.exponent() - 1) / Math.sqrt((double) law.count()), within(1e-12));
    }

    @Test
    void numbersThatWereCutOffCountAsAtLeastSoLarge() {
        PowerLaw law =
                PowerLaw.fit(made(share -> Math.min(60, pareto(share))), false).orElseThrow();
        assertThat(law.limit()).isEqualTo(60);
        assertThat(law.atLimit()).isPositive();
        assertThat(law.exponent()).isCloseTo(2.5, within(0.06));
    }

    @Test
    void anExponentialFallsFaster() {
        PowerLaw law = PowerLaw.fit(made(share -> 100 - 80 * Math.log(1 - share)), false)
                .orElseThrow();
        assertThat(law.verdict()).isNotEqualTo(PowerLaw.Verdict.FITS);
        PowerLaw whole =
                PowerLaw.fit(made(share -> -80 * Math.log(1 - share)), false).orElseThrow();
        assertThat(whole.verdict()).isNotEqualTo(PowerLaw.Verdict.FITS);
    }

    @Test
    void aPowerOfTenIsTheLeastThatIsCalledALaw() {
        PowerLaw law =
                PowerLaw.fit(made(share -> Math.min(15, pareto(share))), false).orElseThrow();
        assertThat(law.span()).isLessThan(10);
        assertThat(law.verdict()).isNotEqualTo(PowerLaw.Verdict.FITS);
    }

    @Test
    void countsAreFittedWithAHalfLess() {
        double[] counts = Arrays.stream(made(share -> 20 * Math.pow(1 - share, -1 / 1.2)))
                .map(Math::rint)
                .toArray();
        assertThat(PowerLaw.fit(counts, true).orElseThrow().exponent()).isCloseTo(2.2, within(0.06));
    }

    @Test
    void fewNumbersAndEqualOnesHaveNoLaw() {
        assertThat(PowerLaw.fit(new double[] {1, 2, 3}, false)).isEmpty();
        double[] same = new double[200];
        Arrays.fill(same, 7);
        assertThat(PowerLaw.fit(same, false)).isEmpty();
        assertThat(PowerLaw.fit(new double[500], false)).isEmpty();
    }
}
