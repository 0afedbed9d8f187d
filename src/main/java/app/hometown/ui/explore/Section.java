// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.workbench.explore.Left;
import javafx.scene.Node;

/// The part of the filter pane that is about one column.
interface Section {
    /// What it looks like.
    Node node();

    /// Shows what is left.
    void show(Left left);
}
