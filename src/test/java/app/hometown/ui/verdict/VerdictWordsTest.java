// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {
    private static final Interval TINY = new Interval(0.0000312, 0.0000101, 0.0000523);

    @Test
    void smallDifferencesOfManyUsersShowTheirDigitsAndSoDoesTheirRow() {
        assertThat(VerdictWords.signed(Measure.NDCG, TINY)).isEqualTo("+0.000031");
        assertThat(VerdictWords.range(Measure.NDCG, TINY)).isEqualTo("+0.000010 to +0.000052");
        assertThat(VerdictWords.number(Measure.NDCG, 0.1234567, TINY)).isEqualTo("0.123457");
    }

    @Test
    void othersHaveFourDecimals() {
        Interval usual = new Interval(0.0030, 0.0005, 0.0058);
        assertThat(VerdictWords.signed(Measure.NDCG, usual)).isEqualTo("+0.0030");
        assertThat(VerdictWords.range(Measure.NDCG, usual)).isEqualTo("+0.0005 to +0.0058");
        assertThat(VerdictWords.number(Measure.NDCG, 0.1234567, usual)).isEqualTo("0.1235");
        assertThat(VerdictWords.number(Measure.NDCG, 0.1234567)).isEqualTo("0.1235");
    }

    @Test
    void kilometresHaveOneDecimalOrAsManyAsTheyNeed() {
        assertThat(VerdictWords.signed(Measure.DISTANCE_KM, new Interval(-3.1, -5.2, -1.1)))
                .isEqualTo("−3.1\u202fkm");
        assertThat(VerdictWords.range(Measure.DISTANCE_KM, new Interval(0.031, 0.009, 0.053)))
                .isEqualTo("+0.009 to +0.053\u202fkm");
    }
}
