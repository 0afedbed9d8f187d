// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedColumn;
import app.hometown.ui.compare.RankedLine;
import java.util.List;
import java.util.Optional;

/// What the drawer explains: the chosen stream, and the one it is compared with. Immutable.
///
/// @param lists of the user for whom it is explained
/// @param chosen the chosen stream
/// @param rival the other one, if there is any; it may be the same
record Explained(Lists lists, Subject chosen, Optional<Subject> rival) {
    /// Explains. Not for the JavaFX thread.
    ///
    /// @param row the chosen stream
    /// @param rival the other one, or [CompareModel#NONE] for the one that stands beside the chosen
    static Explained of(Lists lists, int row, int rival) {
        Subject chosen = Subject.of(lists, row);
        int other = rival == CompareModel.NONE ? beside(lists, row) : rival;
        Optional<Subject> second = other == CompareModel.NONE
                ? Optional.empty()
                : Optional.of(other == row ? chosen : Subject.of(lists, other));
        return new Explained(lists, chosen, second);
    }

    /// The stream that stands just above, or below the first one; for a stream in no list the last that is in one. In
    /// the second list first, which is usually the one in question.
    private static int beside(Lists lists, int row) {
        List<RankedColumn> columns =
                lists.right().lines().isEmpty() ? lists.columns() : List.of(lists.right(), lists.left());
        for (RankedColumn column : columns) {
            Optional<RankedLine> line = column.line(row);
            if (line.isPresent() && column.lines().size() > 1) {
                int place = line.get().entry().rank() - 1;
                return column.lines().get(place == 0 ? 1 : place - 1).entry().row();
            }
        }
        return columns.stream()
                .filter(column -> !column.lines().isEmpty())
                .map(column -> column.lines().getLast().entry().row())
                .filter(last -> last != row)
                .findFirst()
                .orElse(CompareModel.NONE);
    }
}
