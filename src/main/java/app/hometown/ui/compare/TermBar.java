// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ranking.Breakdown;
import app.hometown.ui.fx.Formats;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/// One score as a bar of its terms, side by side in points; bars with the same scale compare by length. Terms below
/// zero have no length; their figures stand beside the bar.
final class TermBar extends Pane {
    private final double[] points = new double[Term.values().length];
    private double scale = 1;

    TermBar() {
        getStyleClass().add("term-bar");
        setMinWidth(0);
        for (Term term : Term.values()) {
            Label part = new Label();
            part.getStyleClass().addAll("term-part", "term-" + term.key());
            part.setMinWidth(0);
            getChildren().add(part);
        }
    }

    /// Draws a score.
    ///
    /// @param breakdown its terms
    /// @param fullWidth the points that fill the whole width
    void show(Breakdown breakdown, double fullWidth) {
        scale = fullWidth;
        StringBuilder words = new StringBuilder();
        for (Term term : Term.values()) {
            double value = term.points(breakdown);
            points[term.ordinal()] = Math.max(0, value);
            String name = term.label() + " " + Formats.score(value);
            if (value != 0) {
                words.append(words.isEmpty() ? "" : ", ").append(name);
            }
            Tooltip.install(getChildren().get(term.ordinal()), new Tooltip(name));
        }
        setAccessibleText(words.toString());
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 18;
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (Term term : Term.values()) {
            double width = scale <= 0 ? 0 : points[term.ordinal()] / scale * getWidth();
            double from = snapPositionX(x);
            double to = snapPositionX(x + width);
            Label part = (Label) getChildren().get(term.ordinal());
            part.setVisible(to > from);
            part.setText(to - from >= 36 ? Formats.score(points[term.ordinal()]) : "");
            part.resizeRelocate(from, 0, Math.max(0, to - from), getHeight());
            x += width;
        }
    }
}
