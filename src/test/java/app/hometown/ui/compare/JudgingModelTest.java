// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.ui.OpenedData;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.Vote;
import app.hometown.workbench.compare.Votes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgingModelTest {
    private static final int[] USERS = IntStream.range(0, 60).toArray();

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Kept kept = new Kept();
    private final CompareModel comparison = new CompareModel(OpenedData.withoutModel(), 5, latest());
    private final JudgingModel model = new JudgingModel(comparison, latest(), kept, () -> Instant.EPOCH);

    private static final class Kept implements JudgingModel.Keeper {
        private Votes votes = Votes.NONE;

        @Override
        public Votes read() {
            return votes;
        }

        @Override
        public void write(Votes all) {
            votes = all;
        }

        @Override
        public String place() {
            return "votes.csv";
        }
    }

    private Latest latest() {
        return new Latest(work::add, Runnable::run, error -> {
            throw error;
        });
    }

    @Test
    void whileItGoesOnNothingInTheWindowShowsALists() {
        comparison.pick(3);
        work();
        start(USERS);
        assertThat(comparison.lists().get()).isNull();
        comparison.pick(4);
        work();
        assertThat(comparison.lists().get()).isNull();
        model.end();
        assertThat(comparison.lists().get()).isNull();
        model.close();
        work();
        assertThat(comparison.lists().get()).isNotNull();
    }

    @Test
    void sidesAreDrawnAUserAndDrawnAgainTheSame() {
        start(USERS);
        int swapped = 0;
        for (int user : USERS) {
            Trial now = trial();
            assertThat(now.user()).isEqualTo(OpenedData.CATALOG.user(user));
            swapped += leftIs(now, RankerDefinition.NEAREST) ? 1 : 0;
            model.vote(Vote.Choice.LEFT);
            work();
        }
        assertThat(swapped).isBetween(15, 45);
        Votes first = kept.votes;
        model.close();
        kept.votes = Votes.NONE;
        start(USERS);
        for (int i = 0; i < USERS.length; i++) {
            model.vote(Vote.Choice.LEFT);
            work();
        }
        assertThat(kept.votes).isEqualTo(first);
    }

    private static boolean leftIs(Trial trial, RankerDefinition ranker) {
        var ranking = new Lineup(List.of(ranker, RankerDefinition.POPULAR))
                .rank(OpenedData.withoutModel(), trial.user(), 5)
                .standings()
                .getFirst()
                .ranking()
                .orElseThrow();
        return trial.left().stream()
                .map(Trial.Line::row)
                .toList()
                .equals(ranking.entries().stream().map(entry -> entry.row()).toList());
    }

    @Test
    void aVoteForASideCountsForTheRankerThatStoodThere() {
        start(USERS);
        for (int i = 0; i < 20; i++) {
            model.vote(leftIs(trial(), RankerDefinition.NEAREST) ? Vote.Choice.LEFT : Vote.Choice.RIGHT);
            work();
        }
        model.vote(Vote.Choice.EQUAL);
        work();
        model.skip();
        work();
        assertThat(model.progress().get()).isEqualTo(new JudgingModel.Progress(21, 1, 1));
        model.end();
        JudgingModel.Verdict verdict = Objects.requireNonNull(model.verdict().get());
        assertThat(verdict.now().winsB()).isEqualTo(20);
        assertThat(verdict.now().winsA()).isZero();
        assertThat(verdict.now().equal()).isEqualTo(1);
        assertThat(VerdictPane.result(verdict, verdict.now()))
                .startsWith("Nearest was better than Basic in 20 of 20 decided votes: 100%");
        assertThat(VerdictPane.meaning(verdict, verdict.now())).contains("Nearest is better");
    }

    @Test
    void goingBackTakesTheVoteBackAndShowsTheSameListsAgain() {
        start(USERS);
        Trial first = trial();
        model.vote(Vote.Choice.RIGHT);
        work();
        model.back();
        work();
        assertThat(trial()).isEqualTo(first);
        assertThat(kept.votes.votes()).isEmpty();
        model.skip();
        work();
        model.back();
        work();
        assertThat(trial()).isEqualTo(first);
        model.back();
        assertThat(trial()).isEqualTo(first);
    }

    @Test
    void aSecondKeyBeforeTheNextListsAreThereIsNoVote() {
        start(USERS);
        model.vote(Vote.Choice.LEFT);
        model.vote(Vote.Choice.LEFT);
        work();
        assertThat(kept.votes.votes()).hasSize(1);
    }

    @Test
    void afterTheLastUserComesTheVerdictWithEarlierVotes() {
        start(new int[] {0, 1});
        model.vote(Vote.Choice.EQUAL);
        work();
        model.vote(Vote.Choice.LEFT);
        work();
        assertThat(model.verdict().get()).isNotNull();
        model.close();
        start(new int[] {2});
        model.vote(Vote.Choice.LEFT);
        work();
        JudgingModel.Verdict verdict = Objects.requireNonNull(model.verdict().get());
        assertThat(verdict.now().votes()).isEqualTo(1);
        assertThat(verdict.all().votes()).isEqualTo(3);
    }

    @Test
    void withNobodyToJudgeNothingIsHidden() {
        assertThatThrownBy(() -> start(new int[0])).isInstanceOf(InputException.class);
        assertThat(comparison.hidden().get()).isFalse();
    }

    private void start(int[] users) {
        model.start(RankerDefinition.BASIC, RankerDefinition.NEAREST, users, 7);
        work();
    }

    private Trial trial() {
        return Objects.requireNonNull(model.trial().get());
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
