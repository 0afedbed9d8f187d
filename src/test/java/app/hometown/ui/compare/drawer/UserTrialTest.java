// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.User;
import app.hometown.ui.OpenedData;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.compare.UserVariation;
import app.hometown.workbench.explore.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserTrialTest {
    private final History history = new History();
    private final CompareModel model =
            new CompareModel(OpenedData.withoutModel(), 10, new Latest(Runnable::run, Runnable::run, error -> {
                throw error;
            }));
    private final UserTrial trial = new UserTrial(model, history);
    private final User home = OpenedData.CATALOG.user(0);

    @BeforeEach
    void pick() {
        model.pick(0);
    }

    @Test
    void theListsAreThoseOfTheUserAsTriedOutAndTheDataStay() {
        Lists before = lists();
        trial.language("xx");
        trial.preference(0.9, "");
        trial.categories(List.of());
        assertThat(lists().user())
                .isEqualTo(new User(
                        home.id(),
                        home.latitude(),
                        home.longitude(),
                        home.city(),
                        "xx",
                        List.of(),
                        0.9,
                        home.totalWatchHours()));
        assertThat(lists().left().lines()).isNotEqualTo(before.left().lines());
        assertThat(OpenedData.CATALOG.user(0)).isEqualTo(home);
    }

    @Test
    void whatIsAsInTheDataIsNoTrial() {
        trial.language("xx");
        trial.language(home.language());
        trial.preference(0.9, "");
        trial.preference(home.localPreferenceStrength(), "");
        trial.categories(List.of());
        List<String> others = new ArrayList<>(home.preferredCategories());
        Collections.reverse(others);
        trial.categories(others);
        assertThat(trial.variation()).isEqualTo(UserVariation.NONE);
    }

    @Test
    void aSlideOfThePreferenceIsOneStep() {
        trial.preference(0.5, "slide");
        trial.preference(0.6, "slide");
        trial.preference(0.7, "slide");
        trial.rest();
        history.undo();
        assertThat(trial.variation().isNone()).isTrue();
        history.redo();
        assertThat(trial.variation().localPreferenceStrength()).hasValue(0.7);
    }

    @Test
    void takingBackALanguageLeavesTheUserWhereTheyWereMovedMeanwhile() {
        trial.language("xx");
        var place = new UserVariation.Place(1, 2);
        model.move(Optional.of(place));
        history.undo();
        assertThat(trial.variation()).isEqualTo(UserVariation.NONE.withPlace(Optional.of(place)));
    }

    @Test
    void allIsSetBackAtOnceAndThatIsTakenBack() {
        trial.language("xx");
        model.move(Optional.of(new UserVariation.Place(1, 2)));
        UserVariation tried = trial.variation();
        trial.reset();
        assertThat(trial.variation().isNone()).isTrue();
        history.undo();
        assertThat(trial.variation()).isEqualTo(tried);
    }

    @Test
    void anotherUserIsNotChangedByTakingBack() {
        trial.language("xx");
        trial.language("yy");
        model.pick(1);
        history.undo();
        assertThat(lists().user()).isEqualTo(OpenedData.CATALOG.user(1));
    }

    private Lists lists() {
        return Objects.requireNonNull(model.lists().get());
    }
}
