// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Figures side by side, as many as there is width for, all of a size; one that wants the width of the page has a row
/// for itself.
final class FigureFlow extends Region {
    private static final double LEAST = 380;
    private static final double GAP = 12;
    private static final double INSET = 12;
    private static final double SHAPE = 0.72;
    private static final double LEAST_HEIGHT = 330;
    private static final double MOST_HEIGHT = 400;
    private static final double WIDE = 960;
    private static final double WIDE_HEIGHT = 470;

    FigureFlow(List<FigureSlot> slots) {
        setMinWidth(0);
        // The words in the figures stand in line with those on the page.
        VBox.setMargin(this, new Insets(0, -INSET, 0, -INSET));
        getChildren().setAll(slots);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private static int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / (LEAST + GAP)));
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width > 0 ? width : Math.max(getWidth(), LEAST), false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * LEAST + GAP;
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /// Goes over the figures from the left and downwards.
    ///
    /// @param move whether they are put in their places too
    /// @return how high they stand together
    private double place(double width, boolean move) {
        int columns = columns(width);
        double cell = Math.floor((width - GAP * (columns - 1)) / columns);
        double height = Math.floor(Math.clamp(cell * SHAPE, LEAST_HEIGHT, MOST_HEIGHT));
        int column = 0;
        double y = 0;
        for (Node node : getManagedChildren()) {
            boolean wide = node instanceof FigureSlot slot && slot.isWide();
            if (wide && column > 0) {
                column = 0;
                y += height + GAP;
            }
            if (move) {
                node.resizeRelocate(
                        column * (cell + GAP), y, wide ? Math.min(width, WIDE) : cell, wide ? WIDE_HEIGHT : height);
            }
            column++;
            if (wide || column == columns) {
                column = 0;
                y += (wide ? WIDE_HEIGHT : height) + GAP;
            }
        }
        return column == 0 ? Math.max(0, y - GAP) : y + height;
    }
}
