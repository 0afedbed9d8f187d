// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.ui.OpenedData;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.explore.History;
import org.junit.jupiter.api.Test;

class LineupModelTest {
    private final History history = new History();
    private final CompareModel comparison =
            new CompareModel(OpenedData.withoutModel(), 5, new Latest(Runnable::run, Runnable::run, error -> {
                throw error;
            }));
    private final LineupModel model = new LineupModel(comparison, history);

    @Test
    void rankersAreAddedAtTheRightMovedAndTakenAway() {
        model.add(RankerDefinition.NEAREST);
        assertThat(names()).isEqualTo("basic ml nearest");
        assertThat(model.move(2, -1)).isEqualTo(1);
        assertThat(names()).isEqualTo("basic nearest ml");
        assertThat(model.move(0, -1)).isZero();
        model.remove(0);
        assertThat(names()).isEqualTo("nearest ml");
        assertThat(model.isShortest()).isTrue();
        model.remove(0);
        assertThat(names()).isEqualTo("nearest ml");
    }

    @Test
    void everyChangeIsTakenBackAndDoneAgain() {
        model.toggle(RankerDefinition.POPULAR);
        model.move(0, 1);
        history.undo();
        assertThat(names()).isEqualTo("basic ml popular");
        history.undo();
        assertThat(names()).isEqualTo("basic ml");
        history.redo();
        history.redo();
        assertThat(names()).isEqualTo("ml basic popular");
        model.toggle(RankerDefinition.POPULAR);
        assertThat(model.has(RankerDefinition.POPULAR)).isFalse();
        model.reset();
        assertThat(comparison.lineup().get()).isEqualTo(Lineup.DEFAULT);
    }

    @Test
    void noRankerStandsThereTwiceAndThereIsRoomForSix() {
        assertThatThrownBy(() -> model.add(RankerDefinition.BASIC)).isInstanceOf(InputException.class);
        assertThat(names()).isEqualTo("basic ml");
        model.add(RankerDefinition.NEAREST);
        model.add(RankerDefinition.POPULAR);
        model.add(RankerDefinition.IDEAL);
        model.add(RankerNames.parse("reference"));
        assertThat(model.hasRoom()).isFalse();
        assertThatThrownBy(() -> model.add(RankerNames.parse("another=reference+none")))
                .isInstanceOf(InputException.class);
    }

    @Test
    void theListsFollow() {
        comparison.pick(0);
        model.add(RankerDefinition.NEAREST);
        Lists lists = comparison.lists().get();
        assertThat(lists).isNotNull();
        assertThat(lists.columns()).hasSize(3);
        assertThat(lists.columns()).extracting(RankedColumn::look).doesNotHaveDuplicates();
    }

    private String names() {
        return String.join(
                " ",
                model.lineup().get().definitions().stream()
                        .map(RankerDefinition::name)
                        .toList());
    }
}
