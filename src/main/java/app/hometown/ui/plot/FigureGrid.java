// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Figures side by side, as many as there is width for, all of a size. Reaches a little beyond what is around it, so
/// that the words in the figures stand in line with those on the page.
public final class FigureGrid extends Region {
    private static final double LEAST = 280;
    private static final double GAP = 8;
    private static final double INSET = 12;
    private static final double SHAPE = 0.74;
    private static final double MOST_HEIGHT = 400;

    private final double leastHeight;
    private final double leastWidth;

    /// @param leastHeight of a figure
    public FigureGrid(double leastHeight) {
        this(leastHeight, LEAST);
    }

    /// @param leastHeight of a figure
    /// @param leastWidth of a figure, as long as there is room for one
    public FigureGrid(double leastHeight, double leastWidth) {
        this.leastHeight = leastHeight;
        this.leastWidth = leastWidth;
        setMinWidth(0);
        VBox.setMargin(this, new Insets(0, -INSET, 0, -INSET));
    }

    /// Shows other figures.
    public void show(List<? extends Node> figures) {
        getChildren().setAll(figures);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        int fit = Math.max(1, (int) ((width + GAP) / (leastWidth + GAP)));
        int figures = getManagedChildren().size();
        // Four are better two by two than three and one.
        return figures == 4 && fit == 3 ? 2 : Math.min(fit, Math.max(1, figures));
    }

    private static double cellWidth(double width, int columns) {
        return Math.floor((width - GAP * (columns - 1)) / columns);
    }

    private double cellHeight(double cellWidth) {
        return Math.floor(Math.clamp(cellWidth * SHAPE, leastHeight, MOST_HEIGHT));
    }

    @Override
    protected double computePrefHeight(double width) {
        double known = width > 0 ? width : Math.max(getWidth(), LEAST);
        int columns = columns(known);
        int rows = (getManagedChildren().size() + columns - 1) / columns;
        return rows == 0 ? 0 : rows * cellHeight(cellWidth(known, columns)) + (rows - 1) * GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * LEAST + GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        List<Node> figures = getManagedChildren();
        int columns = columns(getWidth());
        double width = cellWidth(getWidth(), columns);
        double height = cellHeight(width);
        for (int i = 0; i < figures.size(); i++) {
            int column = i % columns;
            int row = i / columns;
            double x = column * (width + GAP);
            double y = row * (height + GAP);
            figures.get(i).resizeRelocate(x, y, width, height);
        }
    }
}
