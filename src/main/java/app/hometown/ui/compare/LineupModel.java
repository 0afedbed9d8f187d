// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.explore.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Which rankers stand side by side: adds, removes and moves them. What is changed can be taken back. Needs no toolkit;
/// used from one thread, the window's.
public final class LineupModel {
    private final CompareModel comparison;
    private final History history;

    /// @param comparison whose lineup it is
    /// @param history remembers changes
    public LineupModel(CompareModel comparison, History history) {
        this.comparison = comparison;
        this.history = history;
    }

    /// The lineup.
    public ReadOnlyObjectProperty<Lineup> lineup() {
        return comparison.lineup();
    }

    /// Whether a ranker is in the lineup.
    public boolean has(RankerDefinition ranker) {
        return definitions().contains(ranker);
    }

    /// Whether there is room for one more.
    public boolean hasRoom() {
        return definitions().size() < Lineup.MOST;
    }

    /// Whether none can be taken away.
    public boolean isShortest() {
        return definitions().size() == Lineup.FEWEST;
    }

    /// Adds a ranker at the right.
    ///
    /// @throws InputException when there is no room or another ranker has its name
    public void add(RankerDefinition ranker) {
        List<RankerDefinition> changed = new ArrayList<>(definitions());
        changed.add(ranker);
        change(changed, Texts.text("edit.ranker.added", RankerWords.name(ranker)));
    }

    /// Takes the ranker of a column away, unless there are too few without it.
    public void remove(int column) {
        if (definitions().size() > Lineup.FEWEST) {
            List<RankerDefinition> changed = new ArrayList<>(definitions());
            RankerDefinition gone = changed.remove(column);
            change(changed, Texts.text("edit.ranker.removed", RankerWords.name(gone)));
        }
    }

    /// Adds a ranker that is not there, takes away one that is.
    public void toggle(RankerDefinition ranker) {
        int column = definitions().indexOf(ranker);
        if (column < 0) {
            add(ranker);
        } else {
            remove(column);
        }
    }

    /// Moves the ranker of a column to the left or right; at the end it stays.
    ///
    /// @param by -1 or 1
    /// @return the column where it stands now
    public int move(int column, int by) {
        int to = column + by;
        if (to < 0 || to >= definitions().size()) {
            return column;
        }
        List<RankerDefinition> changed = new ArrayList<>(definitions());
        Collections.swap(changed, column, to);
        change(changed, Texts.text("edit.ranker.moved", RankerWords.name(changed.get(to))));
        return to;
    }

    /// Basic and ML again.
    public void reset() {
        change(Lineup.DEFAULT.definitions(), Texts.text("edit.ranker.reset"));
    }

    private List<RankerDefinition> definitions() {
        return lineup().get().definitions();
    }

    private void change(List<RankerDefinition> definitions, String what) {
        Lineup before = lineup().get();
        Lineup after = new Lineup(definitions);
        if (!after.equals(before)) {
            comparison.lineup().set(after);
            history.record(new History.Edit(what, "", () -> comparison.lineup().set(before), () -> comparison
                    .lineup()
                    .set(after)));
        }
    }
}
