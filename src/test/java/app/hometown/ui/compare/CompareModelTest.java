// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.ranking.Scoring;
import app.hometown.ui.OpenedData;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.UserVariation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CompareModelTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final CompareModel model =
            new CompareModel(OpenedData.withoutModel(), 10, new Latest(work::add, Runnable::run, error -> {
                throw error;
            }));

    @Test
    void pickingAUserShowsTheirListAndExplainsItsBest() {
        model.pick(3);
        assertThat(model.lists().get()).isNull();
        work();
        assertThat(lists().user()).isEqualTo(OpenedData.CATALOG.user(3));
        assertThat(lists().left().lines()).hasSize(10);
        assertThat(model.selected().get())
                .isEqualTo(lists().left().lines().getFirst().entry().row());
    }

    @Test
    void withoutAModelThereIsNoMlListButTheReason() {
        model.pick(0);
        work();
        assertThat(lists().right().lines()).isEmpty();
        assertThat(lists().right().refusal()).contains("There is none").contains("Train one.");
        assertThat(lists().left().lines().getFirst().movement()).isEqualTo(Movement.ALONE);
    }

    @Test
    void aNewModelFillsTheMlListForTheSameUserAndKeepsTheChosenStream() {
        model.pick(0);
        work();
        int chosen = lists().left().lines().get(4).entry().row();
        model.selected().set(chosen);
        model.session().set(OpenedData.withModelOf(model.session().get()));
        work();
        assertThat(lists().right().lines()).hasSize(10);
        assertThat(model.selected().get()).isEqualTo(chosen);
    }

    @Test
    void lengthAndRadiusRankAgain() {
        model.pick(0);
        work();
        model.k().set(5);
        work();
        assertThat(lists().left().lines()).hasSize(5);
        model.radiusKm().set(OptionalDouble.empty());
        work();
        assertThat(lists().askedRadiusKm()).isEmpty();
        assertThat(lists().expanded()).isFalse();
    }

    @Test
    void aRadiusWithTooFewStreamsSaysHowFarItGrew() {
        model.radiusKm().set(OptionalDouble.of(0.001));
        model.pick(0);
        work();
        assertThat(lists().expanded()).isTrue();
        assertThat(lists().radiusKm().orElse(Double.MAX_VALUE)).isGreaterThan(0.001);
    }

    @Test
    void aRankingForTheOldDataIsNotShownForTheNew() {
        model.pick(0);
        model.session().set(new Session(Optional.empty(), model.session().get().model(), Scoring.DEFAULT));
        work();
        assertThat(model.lists().get()).isNull();
        assertThat(model.userRow().get()).isEqualTo(CompareModel.NONE);
    }

    @Test
    void aMovedUserIsRankedThereByTheLastPlaceAloneAndKeepsTheChosenStream() {
        model.pick(0);
        work();
        Lists home = lists();
        int chosen = home.left().lines().get(3).entry().row();
        model.selected().set(chosen);
        model.move(Optional.of(new UserVariation.Place(10, 20)));
        model.move(Optional.of(new UserVariation.Place(-37.8, 145)));
        assertThat(work).hasSize(2);
        work();
        assertThat(lists().user()).isEqualTo(OpenedData.CATALOG.user(0).at(-37.8, 145));
        assertThat(lists().standings())
                .isEqualTo(Lineup.DEFAULT.rank(model.session().get(), lists().user(), 10, lists().askedRadiusKm()));
        assertThat(model.selected().get()).isEqualTo(chosen);
        model.move(Optional.empty());
        work();
        assertThat(lists()).isEqualTo(home);
    }

    @Test
    void anotherUserIsPickedAtHome() {
        model.pick(0);
        model.move(Optional.of(new UserVariation.Place(10, 20)));
        model.pick(1);
        work();
        assertThat(lists().user()).isEqualTo(OpenedData.CATALOG.user(1));
        assertThat(model.variation().get()).isEqualTo(UserVariation.NONE);
    }

    @Test
    void whereNobodyIsPickedNobodyIsMoved() {
        model.move(Optional.of(new UserVariation.Place(10, 20)));
        assertThat(work).isEmpty();
        assertThat(model.variation().get()).isEqualTo(UserVariation.NONE);
    }

    @Test
    void anotherLineupRanksAgainAndTheColumnsKeepTheirLooks() {
        model.pick(0);
        model.lineup()
                .set(new Lineup(List.of(RankerDefinition.BASIC, RankerDefinition.NEAREST, RankerDefinition.POPULAR)));
        work();
        assertThat(lists().columns())
                .extracting(RankedColumn::name)
                .containsExactly("Basic", "Nearest", "Most popular");
        assertThat(lists().similarities()).hasSize(2).allMatch(Optional::isPresent);
        RankerLook popular = lists().columns().get(2).look();
        model.lineup().set(new Lineup(List.of(RankerDefinition.POPULAR, RankerDefinition.BASIC)));
        work();
        assertThat(lists().left().look()).isEqualTo(popular);
        assertThat(lists().right().look()).isEqualTo(RankerLook.BASIC);
    }

    @Test
    void whileSomebodyJudgesThereAreNoLists() {
        model.pick(0);
        work();
        model.hidden().set(true);
        model.pick(1);
        work();
        assertThat(model.lists().get()).isNull();
        assertThat(model.selected().get()).isEqualTo(CompareModel.NONE);
        model.hidden().set(false);
        work();
        assertThat(lists().user()).isEqualTo(OpenedData.CATALOG.user(1));
    }

    private Lists lists() {
        return Objects.requireNonNull(model.lists().get());
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
