// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.User;
import app.hometown.ranking.Breakdown;
import app.hometown.ranking.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final User USER = new User("u", 0, 0, "city", "en", List.of(), 0.5, 1);

    @Test
    void saysWhereEveryStreamWent() {
        Comparison comparison = new Comparison(USER, ranking(4.0, 10, 11, 12), ranking(5.0, 11, 10, 13));
        assertThat(comparison.place(11).rise()).isEqualTo(OptionalInt.of(1));
        assertThat(comparison.place(10).rise()).isEqualTo(OptionalInt.of(-1));
        assertThat(comparison.place(12).inB()).isEmpty();
        assertThat(comparison.place(13).inA()).isEmpty();
        assertThat(comparison.place(13).rise()).isEmpty();
        assertThat(comparison.shared()).isEqualTo(2);
        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.boost().orElseThrow()).isEqualTo(0.25, Offset.offset(1e-12));
    }

    @Test
    void equalListsAreIdenticalWhateverTheirScores() {
        assertThat(new Comparison(USER, ranking(1.0, 3, 4), ranking(2.0, 3, 4)).identical())
                .isTrue();
    }

    @Test
    void emptyListsHaveNoAverageAndNoBoost() {
        Comparison comparison = new Comparison(USER, ranking(1.0), ranking(1.0));
        assertThat(comparison.identical()).isTrue();
        assertThat(comparison.boost()).isEmpty();
        assertThat(Comparison.averageDistanceKm(comparison.a())).isEmpty();
    }

    private static Ranking ranking(double score, int... rows) {
        List<Ranking.Entry> entries = new ArrayList<>();
        for (int row : rows) {
            entries.add(new Ranking.Entry(
                    entries.size() + 1, row, "stream_" + row, score, 10, 0, new Breakdown(0, score, 0, 0, 0, 0, 0, 0)));
        }
        return new Ranking("test", 5, entries, OptionalDouble.of(250));
    }
}
