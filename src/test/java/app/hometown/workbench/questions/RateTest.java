// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.statistics.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Differences of click rates, worked by others, and ends of ranges, worked by hand.
class RateTest {
    /// Newcombe 1998, table II, method 10.
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void differencesHaveNewcombesIntervals(int hits, int of, int otherHits, int otherOf, double low, double high) {
        Interval less = Rate.of("", hits, of).less(Rate.of("", otherHits, otherOf));
        assertThat(less.estimate()).isCloseTo((double) hits / of - (double) otherHits / otherOf, within(1e-12));
        assertThat(less.low()).isCloseTo(low, within(5e-5));
        assertThat(less.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void nothingIsKnownOfADifferenceFromNoSample() {
        assertThat(Rate.of("", 3, 4).less(Rate.of("", 0, 0))).isEqualTo(new Interval(0, -1, 1));
    }

    @Test
    void neighboursAddUp() {
        Rate both = new Rate("", 0, 1, 0.5, 1, 2).and(new Rate("", 1, 3, 2, 3, 6));
        assertThat(both).isEqualTo(new Rate("", 0, 3, 1.625, 4, 8));
    }

    @Test
    void endsHoldAQuarterOfTheSamplesEach() {
        Answer.Rates rates = new Answer.Rates(
                List.of(
                        new Rate("", 0, 1, 0.5, 1, 10),
                        new Rate("", 1, 2, 1.5, 2, 20),
                        new Rate("", 2, 3, 2.5, 3, 40),
                        new Rate("", 3, 4, 3.5, 4, 30)),
                10,
                100);
        Answer.Ends ends = rates.ends().orElseThrow();
        assertThat(ends.lowest().count()).isEqualTo(30);
        assertThat(ends.lowest().to()).isEqualTo(2);
        assertThat(ends.highest()).isEqualTo(rates.rates().getLast());
    }

    @Test
    void oneRangeHasNoEnds() {
        assertThat(new Answer.Rates(List.of(new Rate("", 0, 1, 0.5, 1, 10)), 1, 10).ends())
                .isEmpty();
        assertThat(new Answer.Rates(List.of(new Rate("", 0, 1, 0.5, 1, 90), new Rate("", 1, 2, 1.5, 1, 10)), 2, 100)
                        .ends())
                .isEmpty();
    }
}
