// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The stage of the views and, at its side, the lists, with a divider between them that can be moved. A view that needs
/// the whole width folds the lists away; they come back as wide as they were.
final class Sides {
    /// Two positions of the divider that are closer than this are the same, as shares of the width.
    private static final double SAME = 0.01;

    private final Region side;
    private final SplitPane split;
    private double sideWidth;

    /// @param stage gets what the side leaves
    /// @param sideWidth of the side at first, pixels
    Sides(Node stage, Region side, double sideWidth) {
        this.side = side;
        this.sideWidth = sideWidth;
        split = new SplitPane(stage, side);
        split.getStyleClass().add("main-split");
        SplitPane.setResizableWithParent(side, false);
        split.widthProperty().addListener((property, before, now) -> {
            if (before.doubleValue() == 0 && now.doubleValue() > 0) {
                split.setDividerPositions(1 - sideWidth / now.doubleValue());
            }
        });
    }

    Node node() {
        return split;
    }

    /// Folds the side away, or unfolds it.
    void fold(boolean away) {
        boolean folded = isFolded();
        if (away && !folded) {
            sideWidth = side.getWidth();
            split.getItems().remove(side);
        } else if (!away && folded) {
            split.getItems().add(side);
            split.setDividerPositions(1 - sideWidth / Math.max(1, split.getWidth()));
        }
    }

    private boolean isFolded() {
        return !split.getItems().contains(side);
    }

    /// The width of the side, also while it is folded away, pixels.
    double width() {
        return isFolded() ? sideWidth : side.getWidth();
    }

    /// Gives the stage what the side can spare.
    ///
    /// @return gives it back, unless the person has moved the divider since
    Runnable makeRoom() {
        if (split.getDividers().isEmpty()) {
            return () -> {};
        }
        double before = split.getDividerPositions()[0];
        double least = side.minWidth(-1);
        double roomy = Math.max(before, 1 - least / split.getWidth());
        split.setDividerPositions(roomy);
        return () -> {
            if (!split.getDividers().isEmpty() && Math.abs(split.getDividerPositions()[0] - roomy) < SAME) {
                split.setDividerPositions(before);
            }
        };
    }
}
