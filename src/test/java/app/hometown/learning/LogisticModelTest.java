// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Feature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogisticModelTest {
    @Test
    void addsUpTheLogOdds() {
        double[] coefficients = new double[Feature.COUNT];
        coefficients[0] = 0.5;
        coefficients[13] = -2;
        double[] features = new double[Feature.COUNT];
        features[0] = 3;
        features[13] = 1;
        LogisticModel model = new LogisticModel(coefficients, 1);
        assertThat(model.logOdds(features)).isEqualTo(0.5);
        assertThat(model.probability(features)).isCloseTo(0.6224593312018546, within(1e-15));
    }

    @Test
    void keepsOrderAndRangeAtAnySize() {
        double before = 0;
        for (double at = -800; at <= 800; at += 0.0625) {
            double p = LogisticModel.sigmoid(at);
            assertThat(p).isBetween(before, 1.0);
            before = p;
        }
        double x = -3;
        for (int i = 0; i < 100_000; i++, x = Math.nextUp(x)) {
            assertThat(LogisticModel.sigmoid(Math.nextUp(x)) >= LogisticModel.sigmoid(x))
                    .isTrue();
        }
        assertThat(LogisticModel.sigmoid(-1e300)).isZero();
        assertThat(LogisticModel.sigmoid(1e300)).isEqualTo(1);
        assertThat(LogisticModel.sigmoid(-700)).isPositive();
    }

    @Test
    void takesOnlyFiniteCoefficientsOneAFeature() {
        double[] broken = new double[Feature.COUNT];
        Arrays.fill(broken, Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> new LogisticModel(broken, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogisticModel(new double[13], 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogisticModel(new double[14], Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
