// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {
    private static int[] resample(int[] from, int length, double start, double ratio) {
        var resampling = new Resampling(length, start, ratio);
        int[] to = new int[length];
        resampling.apply(from, resampling.first(), to, 0);
        return to;
    }

    private static int grey(int level) {
        return 0xFF000000 | level * 0x10101;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.57, 0.999, 1, 1.15, 1.5, 2, 2.29})
    void oneColourStaysThatColourAtEveryScaleAndPlace(double ratio) {
        int[] from = new int[700];
        Arrays.fill(from, 0xFF7FC3FE);
        for (double start = 3; start < 5; start += 0.13) {
            assertThat(resample(from, 256, start, ratio)).containsOnly(0xFF7FC3FE);
        }
    }

    @Test
    void twoPixelsBecomeTheirMean() {
        int[] from = {grey(0), grey(0), grey(10), grey(30), grey(200), grey(100)};
        assertThat(resample(from, 2, 2, 2)).containsExactly(grey(20), grey(150));
    }

    @Test
    void aPixelThatCoversPartsCountsThem() {
        int[] from = {grey(100), grey(200), grey(100), grey(0)};
        assertThat(resample(from, 1, 0.5, 1.5)).containsExactly(grey(166));
    }

    @Test
    void pixelsForPixelsAreTheSame() {
        int[] from = {grey(1), grey(2), grey(3), grey(250), grey(9)};
        assertThat(resample(from, 3, 1, 1)).containsExactly(grey(2), grey(3), grey(250));
    }

    @Test
    void finerPixelsLieBetween() {
        int[] from = {grey(0), grey(100), grey(100)};
        assertThat(resample(from, 2, 0.5, 0.5)).containsExactly(grey(25), grey(75));
    }
}
