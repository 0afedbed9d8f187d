// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static Split split(int size, int clicks, long seed) {
        return Split.stratified(size, sample -> sample < clicks, seed);
    }

    @Test
    void keepsAFifthBackWithTheSamePartOfClicks() {
        Split split = split(1000, 300, 42);
        assertThat(split.test()).hasSize(200).isSorted();
        assertThat(split.train()).hasSize(800).isSorted();
        assertThat(Arrays.stream(split.test()).filter(sample -> sample < 300)).hasSize(60);
    }

    @Test
    void takesEachSampleOnce() {
        Split split = split(1237, 411, 7);
        assertThat(IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, 1237).toArray());
    }

    @Test
    void dependsOnTheSeedAlone() {
        assertThat(split(500, 100, 42).test()).isEqualTo(split(500, 100, 42).test());
        assertThat(split(500, 100, 42).test()).isNotEqualTo(split(500, 100, 43).test());
    }

    @Test
    void leavesBothLabelsInBothParts() {
        Split split = split(100, 2, 42);
        assertThat(Arrays.stream(split.test()).filter(sample -> sample < 2)).hasSize(1);
        assertThat(Arrays.stream(split.train()).filter(sample -> sample < 2)).hasSize(1);
        Split small = split(4, 2, 42);
        assertThat(small.test()).hasSize(2);
    }

    @Test
    void refusesWhatCannotBeDivided() {
        assertThatThrownBy(() -> split(0, 0, 42))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> split(50, 0, 42))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("0 of 50 were clicked");
        assertThatThrownBy(() -> split(50, 49, 42)).isInstanceOf(InputException.class);
    }
}
