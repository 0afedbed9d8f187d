// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void aCaseWorkedByHand() {
        // foretold: 0.9 right, 0.6 wrong, 0.6 right; not foretold: 0.5 missed, 0.2 right
        Metrics metrics =
                Metrics.of(new double[] {0.9, 0.6, 0.6, 0.5, 0.2}, new boolean[] {true, false, true, true, false});
        assertThat(metrics.rows()).isEqualTo(5);
        assertThat(metrics.clicked()).isEqualTo(3);
        assertThat(metrics.accuracy()).isEqualTo(3.0 / 5);
        assertThat(metrics.precision()).isEqualTo(2.0 / 3);
        assertThat(metrics.recall()).isEqualTo(2.0 / 3);
        assertThat(metrics.f1()).isCloseTo(2.0 / 3, within(1e-15));
        // six pairs: 0.9 beats both, 0.6 ties one and beats one, 0.5 loses one and beats one
        assertThat(metrics.auc()).isEqualTo((2 + 1.5 + 1) / 6);
        double loss = -Math.log(0.9) - Math.log(0.4) - Math.log(0.6) - Math.log(0.5) - Math.log(0.8);
        assertThat(metrics.logLoss()).isCloseTo(loss / 5, within(1e-15));
    }

    @Test
    void nothingForetoldHasPrecisionZero() {
        Metrics metrics = Metrics.of(new double[] {0.1, 0.2}, new boolean[] {true, false});
        assertThat(metrics.precision()).isZero();
        assertThat(metrics.recall()).isZero();
        assertThat(metrics.f1()).isZero();
        assertThat(metrics.auc()).isZero();
    }

    @Test
    void certaintyThatIsWrongHasAFiniteLoss() {
        assertThat(Metrics.of(new double[] {0, 1}, new boolean[] {true, false}).logLoss())
                .isCloseTo(52 * Math.log(2), within(1e-3));
    }

    @Test
    void aucIsTheShareOfPairsInOrder() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 50; round++) {
            int size = 2 + random.nextInt(60);
            double[] scores =
                    random.doubles(size).map(x -> Math.rint(x * 10) / 10).toArray();
            boolean[] labels = new boolean[size];
            for (int i = 2; i < size; i++) {
                labels[i] = random.nextBoolean();
            }
            labels[0] = true;
            labels[1] = false;
            double won = 0;
            int pairs = 0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    if (labels[i] && !labels[j]) {
                        won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                        pairs++;
                    }
                }
            }
            assertThat(Metrics.auc(scores, labels)).isEqualTo(won / pairs);
        }
    }

    @Test
    void aucRefusesWhatItCannotOrder() {
        assertThatThrownBy(() -> Metrics.auc(new double[] {1, 2}, new boolean[] {true, true}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metrics.auc(new double[] {Double.NaN, 2}, new boolean[] {true, false}))
                .hasMessageContaining("NaN");
    }
}
