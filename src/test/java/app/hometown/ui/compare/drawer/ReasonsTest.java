// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.ranking.ScoreGap;
import app.hometown.ranking.ScoreTerm;
import app.hometown.ui.OpenedData;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedLine;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.SumFigures;
import app.hometown.workbench.Session;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final Session SESSION = OpenedData.withModelOf(OpenedData.withoutModel());

    private final CompareModel model = new CompareModel(SESSION, 10, new Latest(Runnable::run, Runnable::run, error -> {
        throw error;
    }));
    private Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void english() {
        before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
        model.pick(0);
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @Test
    void theTermsShownAddUpToTheScoreShownForEveryStreamListedOrNot() {
        for (int row = 0; row < OpenedData.CATALOG.streams().size(); row++) {
            Subject subject = Subject.of(lists(), row);
            assertThat(subject.views()).hasSize(2);
            List<SumFigures> all = Reasons.figures(subject);
            for (int view = 0; view < 2; view++) {
                SumFigures figures = all.get(view);
                BigDecimal sum = IntStream.range(0, ScoreTerm.values().length)
                        .mapToObj(i -> new BigDecimal(figures.part(i)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(figures.sum());
                assertThat(figures.total())
                        .isCloseTo(subject.views().get(view).explanation().score(), within(0.0005));
            }
        }
    }

    @Test
    void aListedStreamHasTheScoreOfItsList() {
        for (int column = 0; column < 2; column++) {
            for (RankedLine line : lists().columns().get(column).lines()) {
                Subject.View view =
                        Subject.of(lists(), line.entry().row()).views().get(column);
                assertThat(view.explanation().score()).isEqualTo(line.entry().score());
                assertThat(view.rank()).hasValue(line.entry().rank());
            }
        }
    }

    @Test
    void theDifferencesShownAddUpToTheGapShown() {
        Subject first = Subject.of(lists(), 0);
        for (int row = 1; row < 40; row++) {
            Subject second = Subject.of(lists(), row);
            ScoreGap gap = ScoreGap.between(
                    first.views().get(1).explanation(), second.views().get(1).explanation());
            SumFigures figures = Reasons.figures(gap);
            BigDecimal sum = IntStream.range(0, gap.differences().size())
                    .mapToObj(i -> new BigDecimal(figures.part(i)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(figures.sum());
        }
    }

    @Test
    void theFeaturesShownAddUpToTheLogOddsShown() {
        Subject.View view = Subject.of(lists(), 0).learned().orElseThrow();
        var logit = view.explanation().click().orElseThrow().logit().orElseThrow();
        SumFigures figures = Reasons.figures(logit);
        BigDecimal sum = IntStream.range(0, figures.parts().size())
                .mapToObj(i -> new BigDecimal(figures.part(i)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(figures.sum());
        assertThat(1 / (1 + Math.exp(-logit.logOdds())))
                .isCloseTo(view.explanation().click().orElseThrow().probability(), within(1e-12));
    }

    @Test
    void saysWhatMostPointsComeFromAndWhatTheModelAdds() {
        Subject subject =
                Subject.of(lists(), lists().right().lines().getFirst().entry().row());
        assertThat(Reasons.why(subject))
                .matches("[\\d.]+ of its [\\d.]+ points in Basic come from .+, [\\d.]+ from .+\\. ML adds [\\d.]+ for a"
                        + " click chance of [\\d.]+%.*\\.");
    }

    @Test
    void namesTheHigherOneFirstWhicheverWasChosen() {
        Subject high =
                Subject.of(lists(), lists().left().lines().getFirst().entry().row());
        Subject low =
                Subject.of(lists(), lists().left().lines().getLast().entry().row());
        ScoreGap gap = ScoreGap.between(
                high.views().getFirst().explanation(), low.views().getFirst().explanation());
        ScoreGap back = ScoreGap.between(
                low.views().getFirst().explanation(), high.views().getFirst().explanation());
        assertThat(Reasons.gap(gap, "high", "low"))
                .isEqualTo(Reasons.gap(back, "low", "high"))
                .startsWith("high is ")
                .contains(" above low: it has ");
    }

    @Test
    void aStreamAgainstItselfHasTheSameScore() {
        var explanation = Subject.of(lists(), 0).views().getFirst().explanation();
        assertThat(Reasons.gap(ScoreGap.between(explanation, explanation), "a", "b"))
                .isEqualTo("a and b have the same score, term by term.");
    }

    @Test
    void withoutBeingToldTheStreamAboveIsTheOther() {
        var lines = lists().right().lines();
        int first = lines.getFirst().entry().row();
        int second = lines.get(1).entry().row();
        int third = lines.get(2).entry().row();
        assertThat(rival(third, CompareModel.NONE)).isEqualTo(second);
        assertThat(rival(first, CompareModel.NONE)).isEqualTo(second);
        assertThat(rival(third, first)).isEqualTo(first);
        int outside = IntStream.range(0, OpenedData.CATALOG.streams().size())
                .filter(row -> !lists().shows(row))
                .findFirst()
                .orElseThrow();
        assertThat(rival(outside, CompareModel.NONE))
                .isEqualTo(lines.getLast().entry().row());
    }

    private int rival(int chosen, int rival) {
        return Explained.of(lists(), chosen, rival).rival().orElseThrow().row();
    }

    private Lists lists() {
        return Objects.requireNonNull(model.lists().get());
    }
}
