// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.evaluation.ListSimilarity;
import app.hometown.ranking.Scoring;
import app.hometown.ui.OpenedData;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.Jobs;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Disagreement;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DisagreementModelTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final CompareModel comparison =
            new CompareModel(OpenedData.withoutModel(), 5, new Latest(Runnable::run, Runnable::run, error -> {
                throw error;
            }));
    private final DisagreementModel model =
            new DisagreementModel(comparison, new Jobs(work::add), Runnable::run, failures::add);

    DisagreementModelTest() {
        comparison.lineup().set(new Lineup(List.of(RankerDefinition.BASIC, RankerDefinition.NEAREST)));
    }

    @Test
    void everyUserIsJudgedAsTheListsBesideJudgeThem() {
        model.find();
        assertThat(model.job().get()).isNotNull();
        work();
        assertThat(model.job().get()).isNull();
        Disagreement found = found();
        assertThat(found.users()).isEqualTo(60);
        for (int user = 0; user < found.users(); user++) {
            comparison.pick(user);
            ListSimilarity alike = Objects.requireNonNull(comparison.lists().get())
                    .similarities()
                    .getFirst()
                    .orElseThrow();
            assertThat(found.identical(user)).isEqualTo(alike.identical());
            assertThat(found.score(user)).isEqualTo((float) (1 - alike.rankBiasedOverlap()));
        }
    }

    @Test
    void steppingGoesAlongTheListAndStopsAtItsEnds() {
        model.find();
        work();
        model.arranged(new int[] {40, 7, 21});
        assertThat(model.step(1)).isEqualTo(40);
        assertThat(model.step(1)).isEqualTo(7);
        assertThat(comparison.userRow().get()).isEqualTo(7);
        model.step(1);
        assertThat(model.step(1)).isEqualTo(21);
        assertThat(model.step(-1)).isEqualTo(7);
        comparison.pick(3);
        assertThat(model.step(-1)).isEqualTo(40);
    }

    @Test
    void aStepBeforeAnythingIsKnownFindsItFirstAndThenSteps() {
        assertThat(model.step(1)).isEqualTo(CompareModel.NONE);
        assertThat(model.job().get()).isNotNull();
        work();
        model.arranged(found().byDisagreement());
        assertThat(comparison.userRow().get()).isEqualTo(found().byDisagreement()[0]);
    }

    @Test
    void whatWasFoundIsOutOfDateWhenAnythingItDependsOnChanges() {
        model.find();
        work();
        assertThat(model.stale().get()).isFalse();
        comparison.k().set(10);
        assertThat(model.stale().get()).isTrue();
        comparison.k().set(5);
        assertThat(model.stale().get()).isFalse();
        model.second().set(RankerDefinition.POPULAR);
        assertThat(model.stale().get()).isTrue();
    }

    @Test
    void cancelledNothingIsFound() {
        model.find();
        Objects.requireNonNull(model.job().get());
        model.cancel();
        work();
        assertThat(model.found().get()).isNull();
        assertThat(model.job().get()).isNull();
        assertThat(failures).hasSize(1).first().isInstanceOf(CancellationException.class);
    }

    @Test
    void aRankerThatCannotRankSaysSo() {
        comparison.lineup().set(Lineup.DEFAULT);
        model.find();
        work();
        assertThat(model.found().get()).isNull();
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst()).hasMessageContaining("Train one.");
    }

    @Test
    void thePairFollowsTheLineup() {
        assertThat(model.second().get()).isEqualTo(RankerDefinition.NEAREST);
        comparison
                .lineup()
                .set(new Lineup(List.of(RankerDefinition.POPULAR, RankerDefinition.BASIC, RankerDefinition.NEAREST)));
        assertThat(model.first().get()).isEqualTo(RankerDefinition.BASIC);
        comparison.lineup().set(new Lineup(List.of(RankerDefinition.POPULAR, RankerDefinition.BASIC)));
        assertThat(model.first().get()).isEqualTo(RankerDefinition.POPULAR);
        assertThat(model.second().get()).isEqualTo(RankerDefinition.BASIC);
    }

    @Test
    void otherDataForgetsWhatWasFound() {
        model.find();
        work();
        comparison
                .session()
                .set(new Session(Optional.empty(), comparison.session().get().model(), Scoring.DEFAULT));
        assertThat(model.found().get()).isNull();
        assertThat(model.step(1)).isEqualTo(CompareModel.NONE);
    }

    private Disagreement found() {
        return Objects.requireNonNull(model.found().get());
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
