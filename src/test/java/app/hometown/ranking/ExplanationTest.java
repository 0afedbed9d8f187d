// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.User;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final int CASES = 3000;

    @Test
    void termsSumToTheScoreThatRanks() {
        Worlds worlds = new Worlds(1);
        for (int n = 0; n < CASES; n++) {
            Question question = question(worlds);
            Ranking ranking = question.index().top(question.user(), question.ranker(), 5);
            for (Ranking.Entry entry : ranking.entries()) {
                Explanation explanation = question.explain(entry.row());
                assertThat(explanation.score()).isEqualTo(entry.score());
                assertThat(explanation.distanceKm()).isEqualTo(entry.distanceKm());
                assertThat(explanation.streamId()).isEqualTo(entry.streamId());
                double sum = explanation.terms().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                assertThat(sum).isCloseTo(entry.score(), within(tolerance(explanation)));
                assertThat(explanation.terms())
                        .isEqualTo(Explanation.of("any", entry).terms());
            }
        }
    }

    @Test
    void contributionsSumToTheLogOddsOfTheProbability() {
        Worlds worlds = new Worlds(2);
        for (int n = 0; n < CASES; n++) {
            Question question = question(worlds);
            TestLogisticModel model = worlds.logistic();
            Ranker ranker = Ranker.ml(Scoring.DEFAULT, model);
            int row = worlds.random.nextInt(question.catalog().streams().size());
            Explanation explanation = Explanation.of(question.user(), question.catalog(), ranker, row);
            Explanation.Click click = explanation.click().orElseThrow();
            Explanation.Logit logit = click.logit().orElseThrow();
            double logOdds = logit.intercept()
                    + logit.contributions().stream()
                            .mapToDouble(Explanation.Contribution::logOdds)
                            .sum();
            assertThat(logit.contributions())
                    .extracting(Explanation.Contribution::feature)
                    .containsExactly(Feature.values());
            assertThat(logit.logOdds()).isCloseTo(logOdds, within(1e-9));
            assertThat(click.probability()).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
            assertThat(explanation.points(ScoreTerm.CLICK))
                    .isEqualTo(click.weight() * click.probability(), within(1e-12));
        }
    }

    @Test
    void aModelThatDoesNotAddUpHasAProbabilityAndNoContributions() {
        Question question = question(new Worlds(3));
        Ranker ranker = Ranker.ml(Scoring.DEFAULT, Worlds.erratic(1));
        Explanation explanation = Explanation.of(question.user(), question.catalog(), ranker, 0);
        assertThat(explanation.click().orElseThrow().logit()).isEmpty();
        Explanation basic = Explanation.of(question.user(), question.catalog(), Ranker.basic(Scoring.DEFAULT), 0);
        assertThat(basic.click()).isEmpty();
        assertThat(basic.points(ScoreTerm.CLICK)).isZero();
    }

    @Test
    void differencesSumToTheGapLargestFirst() {
        Worlds worlds = new Worlds(4);
        for (int n = 0; n < CASES; n++) {
            Question question = question(worlds);
            int streams = question.catalog().streams().size();
            // Two streams under one ranker, and one stream under two.
            Explanation a = question.explain(worlds.random.nextInt(streams));
            Explanation b = n % 2 == 0
                    ? question.explain(worlds.random.nextInt(streams))
                    : Explanation.of(
                            question.user(),
                            question.catalog(),
                            question(worlds).ranker(),
                            a.row());
            ScoreGap gap = ScoreGap.between(a, b);
            assertThat(gap.gap()).isEqualTo(a.score() - b.score());
            double sum = gap.differences().stream()
                    .mapToDouble(ScoreGap.Difference::points)
                    .sum();
            assertThat(sum).isCloseTo(gap.gap(), within(tolerance(a) + tolerance(b)));
            assertThat(gap.differences())
                    .hasSameSizeAs(ScoreTerm.values())
                    .isSortedAccordingTo(Comparator.comparingDouble(one -> -Math.abs(one.points())));
        }
    }

    /// 1e-9, or what is left of it beside terms of another size.
    private static double tolerance(Explanation explanation) {
        double size =
                explanation.terms().values().stream().mapToDouble(Math::abs).sum();
        return Math.max(1e-9, 1e-14 * size);
    }

    private record Question(Catalog catalog, User user, Ranker ranker) {
        RankingIndex index() {
            return new ScanIndex(catalog);
        }

        Explanation explain(int row) {
            return Explanation.of(user, catalog, ranker, row);
        }
    }

    private static Question question(Worlds worlds) {
        Worlds.Kind kind = Worlds.Kind.values()[worlds.random.nextInt(Worlds.Kind.values().length - 1)];
        Catalog catalog = worlds.catalog(kind, worlds.random.nextInt(1, 20), 1);
        Ranker ranker = worlds.ranker();
        while (!ranker.scoring().tame()) {
            ranker = worlds.ranker();
        }
        return new Question(catalog, worlds.user(catalog), ranker);
    }
}
