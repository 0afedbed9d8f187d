// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.Algorithm;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryForecastTest {
    /// So many that a garbage collector that rounds large arrays up does not matter.
    private static final int ROWS = 1_000_000;

    private static long held() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /// What is held is measured; what fitting takes at its peak was tried by hand: of a million samples on JDK 25,
    /// logistic regression needs a heap between 240 and 290 MB, forecast 323; a forest between 420 and 600,
    /// forecast 643.
    @Test
    void whatIsHeldIsAsForecast() {
        Generated data = Generator.generate(new GeneratorOptions(1000, 500, 2000, 1), Progress.NONE);
        TrainingOptions options = TrainingOptions.DEFAULT;
        int[] again = IntStream.range(0, ROWS).map(i -> i % 2000).toArray();
        long before = held();
        Samples samples = data.train().at(again);
        long read = held();
        TrainingSet set = TrainingSet.prepare(samples, Optional.empty(), data.catalog(), options, Progress.NONE);
        long prepared = held();
        MemoryForecast forecast = MemoryForecast.of(ROWS, ROWS, 0, data.catalog(), options);
        assertThat((double) forecast.samplesBytes() / (read - before)).isBetween(0.9, 1.15);
        // The numbers of the rows on either side are held besides the features.
        assertThat((double) (forecast.featuresBytes() + 4 * ROWS) / (prepared - read))
                .isBetween(0.9, 1.15);
        // Whatever is asked here was held all the time.
        assertThat(set.samples()).isSameAs(samples);
    }

    @Test
    void growsWithRowsAndWithTheAlgorithm() {
        Generated data = Generator.generate(new GeneratorOptions(100, 50, 1000, 1), Progress.NONE);
        TrainingOptions options = TrainingOptions.DEFAULT;
        MemoryForecast million = MemoryForecast.of(1_000_000, 1_000_000, 0, data.catalog(), options);
        assertThat(million.megabytes()).isBetween(290L, 330L);
        assertThat(MemoryForecast.of(2_000_000, 2_000_000, 0, data.catalog(), options)
                        .bytes())
                .isGreaterThan(19 * million.bytes() / 10);
        assertThat(MemoryForecast.of(2_000_000, 100_000, 0, data.catalog(), options)
                        .bytes())
                .isLessThan(million.bytes());
        assertThat(MemoryForecast.of(1_000_000, 1_000_000, 0, data.catalog(), options.with(Algorithm.RANDOM_FOREST))
                        .bytes())
                .isGreaterThan(million.bytes());
        assertThat(million.sentence()).contains(" MB ");
    }

    @Test
    void saysWhenItDoesNotFit() {
        assertThat(new MemoryForecast(100, 100, 100, 300).fits()).isTrue();
        assertThat(new MemoryForecast(100, 100, 101, 300).fits()).isFalse();
        assertThat(new MemoryForecast(1_000_000, 0, 1, 300).megabytes()).isEqualTo(2);
    }
}
