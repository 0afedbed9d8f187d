// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures are SciPy 1.10.1's scipy.stats.norm.
class NormalTest {
    @ParameterizedTest
    @CsvSource({
        "1e-10, -6.361340902404056",
        "0.001, -3.090232306167813",
        "0.025, -1.9599639845400545",
        "0.3, -0.5244005127080409",
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.9999, 3.719016485455709"
    })
    void quantilesAreThoseOfSciPy(double share, double quantile) {
        assertThat(Normal.quantile(share)).isCloseTo(quantile, within(2e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "-20, 0",
        "-8, 6.22096057427174e-16",
        "-3.2, 0.0006871379379158471",
        "-1, 0.15865525393145707",
        "-0.1, 0.460172162722971",
        "0, 0.5",
        "0.5, 0.6914624612740131",
        "1.96, 0.9750021048517795",
        "5, 0.9999997133484281",
        "20, 1"
    })
    void sharesAreThoseOfSciPy(double x, double share) {
        assertThat(Normal.below(x)).isCloseTo(share, within(1e-15));
    }

    @Test
    void nothingIsBelowAllOrNone() {
        assertThatThrownBy(() -> Normal.quantile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Normal.quantile(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
