// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ranking.Explanation;
import app.hometown.ranking.ScoreTerm;
import app.hometown.ui.fx.SumFigures;
import app.hometown.ui.fx.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// One score as a bar of its terms, side by side in points; bars with the same scale compare by length. Terms below
/// zero have no length; their figures stand below the bars.
final class TermBar extends Pane {
    private static final double NARROWEST_TEXT = 40;

    private final double[] points = new double[ScoreTerm.values().length];
    private final String[] texts = new String[points.length];
    private final List<Label> parts = new ArrayList<>();
    private double scale = 1;

    TermBar() {
        getStyleClass().add("term-bar");
        setMinWidth(0);
        for (ScoreTerm term : ScoreTerm.values()) {
            Label part = new Label();
            part.getStyleClass().addAll("term-part", Terms.style(term));
            part.setMinWidth(0);
            parts.add(part);
            texts[term.ordinal()] = "";
            getChildren().add(part);
        }
    }

    /// Draws a score.
    ///
    /// @param explanation its terms
    /// @param figures their figures
    /// @param fullWidth the points that fill the whole width
    void show(Explanation explanation, SumFigures figures, double fullWidth) {
        scale = fullWidth;
        StringBuilder words = new StringBuilder();
        for (ScoreTerm term : ScoreTerm.values()) {
            int i = term.ordinal();
            points[i] = Math.max(0, explanation.points(term));
            texts[i] = figures.part(i);
            String name = Terms.name(term) + " " + texts[i];
            if (explanation.points(term) != 0) {
                words.append(words.isEmpty() ? "" : ", ").append(name);
            }
            Tips.set(parts.get(i), name);
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
        for (int i = 0; i < points.length; i++) {
            double width = scale <= 0 ? 0 : points[i] / scale * getWidth();
            double from = snapPositionX(x);
            double to = snapPositionX(x + width);
            Label part = (Label) getChildren().get(i);
            part.setVisible(to > from);
            part.setText(to - from >= NARROWEST_TEXT ? texts[i] : "");
            part.resizeRelocate(from, 0, Math.max(0, to - from), getHeight());
            x += width;
        }
    }
}
