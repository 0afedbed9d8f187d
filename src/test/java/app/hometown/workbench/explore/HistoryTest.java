// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();
    private int value;

    private void change(int after, String gesture) {
        int before = value;
        value = after;
        history.record(new History.Edit("to " + after, gesture, () -> value = before, () -> value = after));
    }

    @Test
    void takesBackAndDoesAgainInOrder() {
        change(1, "");
        change(2, "");
        assertThat(history.undo()).map(History.Edit::what).contains("to 2");
        assertThat(value).isEqualTo(1);
        history.undo();
        assertThat(value).isZero();
        assertThat(history.undo()).isEmpty();
        history.redo();
        assertThat(value).isEqualTo(1);
        change(5, "");
        assertThat(history.redo())
                .as("another change ends what could be done again")
                .isEmpty();
    }

    @Test
    void aGestureIsOneEdit() {
        change(1, "");
        change(2, "slider");
        change(3, "slider");
        history.seal();
        change(4, "slider");
        history.undo();
        assertThat(value).isEqualTo(3);
        history.undo();
        assertThat(value).isEqualTo(1);
        history.redo();
        assertThat(value).isEqualTo(3);
    }

    @Test
    void otherDataHasNoPast() {
        change(1, "");
        history.undo();
        history.clear();
        assertThat(history.undo()).isEmpty();
        assertThat(history.redo()).isEmpty();
    }
}
