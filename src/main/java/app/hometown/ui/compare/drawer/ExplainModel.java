// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.fx.Latest;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps what the drawer explains up with the lists, the chosen stream and the one it is compared with.
///
/// Needs no toolkit. Used from one thread, the window's; the scores are taken apart elsewhere, newest request first.
final class ExplainModel {
    private final CompareModel model;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<@Nullable Explained> explained = new ReadOnlyObjectWrapper<>();

    /// @param model whom and what we look at
    /// @param latest takes scores apart
    ExplainModel(CompareModel model, Latest latest) {
        this.model = model;
        this.latest = latest;
        model.lists().addListener(property -> explain());
        model.selected().addListener(property -> explain());
        model.rival().addListener(property -> explain());
        explain();
    }

    /// What is explained; null while nothing is chosen.
    ReadOnlyObjectProperty<@Nullable Explained> explained() {
        return explained.getReadOnlyProperty();
    }

    private void explain() {
        Lists lists = model.lists().get();
        int row = model.selected().get();
        if (lists == null || row == CompareModel.NONE) {
            latest.drop();
            explained.set(null);
            return;
        }
        int rival = model.rival().get();
        latest.request(() -> Explained.of(lists, row, rival), explained::set);
    }
}
