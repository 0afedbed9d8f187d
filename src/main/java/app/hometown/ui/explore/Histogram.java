// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// Bars of counts over a range; those within the chosen range stand out. The longest bar is as high as there is room.
final class Histogram extends Region {
    private static final double HEIGHT = 36;
    private static final double GAP = 1;

    private final Path inside = new Path();
    private final Path outside = new Path();
    private int[] counts = new int[0];
    private double low;
    private double high = 1;

    Histogram() {
        getStyleClass().add("histogram");
        inside.getStyleClass().add("inside");
        outside.getStyleClass().add("outside");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMouseTransparent(true);
        for (Path part : List.of(outside, inside)) {
            part.setManaged(false);
            part.setStrokeWidth(0);
            getChildren().add(part);
        }
    }

    /// @param shown by bar
    void show(int[] shown) {
        counts = shown;
        requestLayout();
    }

    /// Marks the chosen range, 0..1 each.
    void choose(double from, double to) {
        low = from;
        high = to;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<PathElement> chosen = new ArrayList<>();
        List<PathElement> others = new ArrayList<>();
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        double bar = width / Math.max(1, counts.length);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                continue;
            }
            // What is there at all shows.
            double height = Math.max(1.5, HEIGHT * counts[i] / most);
            double middle = (i + 0.5) / counts.length;
            List<PathElement> to = middle >= low && middle <= high ? chosen : others;
            double x = left + i * bar;
            to.add(new MoveTo(x, HEIGHT));
            to.add(new LineTo(x, HEIGHT - height));
            to.add(new LineTo(x + bar - GAP, HEIGHT - height));
            to.add(new LineTo(x + bar - GAP, HEIGHT));
            to.add(new ClosePath());
        }
        inside.getElements().setAll(chosen);
        outside.getElements().setAll(others);
    }
}
