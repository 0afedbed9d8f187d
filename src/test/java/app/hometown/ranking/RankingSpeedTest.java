// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RankingSpeedTest {
    private final Catalog catalog = Generator.generate(new GeneratorOptions(100, 300, 0, 7), Progress.NONE)
            .catalog();
    private final RankingIndex index = new ScanIndex(catalog);

    /// An index that misses the best stream.
    private final RankingIndex wrong = new RankingIndex() {
        @Override
        public Hits hits(Viewer viewer, Ranker ranker, int k) {
            Hits all = index.hits(viewer, ranker, k + 1);
            int from = Math.min(1, all.size());
            return new Hits(
                    Arrays.copyOfRange(all.rows(), from, all.size()),
                    Arrays.copyOfRange(all.scores(), from, all.size()),
                    Arrays.copyOfRange(all.distancesKm(), from, all.size()),
                    all.radiusKm(),
                    all.work());
        }

        @Override
        public Catalog catalog() {
            return catalog;
        }
    };

    @Test
    void findsAnIndexThatIsNotExact() {
        assertThat(RankingSpeed.measure(wrong, Scoring.DEFAULT, Optional.empty(), Progress.NONE)
                        .exact())
                .isFalse();
        assertThat(RankingSpeed.measure(index, Scoring.DEFAULT, Optional.empty(), Progress.NONE)
                        .exact())
                .isTrue();
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelled = new Progress() {
            private boolean measuring;

            @Override
            public void phase(String name, long total) {
                measuring = name.startsWith("measuring");
            }

            @Override
            public void done(long count) {
                if (measuring) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> RankingSpeed.measure(index, Scoring.DEFAULT, Optional.empty(), cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
