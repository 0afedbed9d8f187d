// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ui.fx.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Named numbers as bars to the right and left of zero, all in one scale, in as many columns as the width has room for.
/// Lines are kept and filled anew, so that numbers may change with every move of a hand.
final class DivergingBars extends Pane {
    private static final double LINE = 20;
    private static final double BAR = 12;
    private static final double GAP = 8;
    private static final double COLUMN_GAP = 24;
    private static final double NARROWEST = 220;

    /// Rows from which another column begins, if there is room.
    private static final int ROWS = 8;

    /// The share of a column that names may take; what does not fit is in the tooltip.
    private static final double MOST_NAME = 0.56;

    private final List<Line> lines = new ArrayList<>();
    private int shown;
    private double longest;

    /// A number and how it is drawn.
    ///
    /// @param name of it
    /// @param value its length and side
    /// @param figure it for people
    /// @param style of the bar, in style sheets
    /// @param tip more about it
    record Bar(String name, double value, String figure, String style, String tip) {}

    DivergingBars() {
        getStyleClass().add("diverging-bars");
        setMinWidth(0);
    }

    /// Draws numbers, in the order given, downwards.
    void show(List<Bar> bars) {
        while (lines.size() < bars.size()) {
            Line line = new Line();
            lines.add(line);
            getChildren().addAll(line.axis, line.bar, line.name, line.figure);
        }
        longest = bars.stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(0);
        shown = bars.size();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).show(i < shown ? bars.get(i) : null);
        }
        StringBuilder words = new StringBuilder();
        bars.forEach(bar -> words.append(words.isEmpty() ? "" : ", ")
                .append(bar.name())
                .append(' ')
                .append(bar.figure()));
        setAccessibleText(words.toString());
        requestLayout();
    }

    private int columns(double width) {
        int fits = (int) ((width + COLUMN_GAP) / (NARROWEST + COLUMN_GAP));
        return Math.clamp(fits, 1, Math.max(1, (shown + ROWS - 1) / ROWS));
    }

    private int rows(double width) {
        int columns = columns(width);
        return (shown + columns - 1) / columns;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows(width < 0 ? getWidth() : width) * LINE;
    }

    @Override
    protected double computePrefWidth(double height) {
        return NARROWEST;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        int rows = rows(getWidth());
        double width = (getWidth() - (columns - 1) * COLUMN_GAP) / columns;
        double names = 0;
        double figures = 0;
        boolean negative = false;
        boolean positive = false;
        for (Line line : lines.subList(0, shown)) {
            names = Math.max(names, line.name.prefWidth(-1));
            figures = Math.max(figures, line.figure.prefWidth(-1));
            negative |= line.value < 0;
            positive |= line.value > 0;
        }
        names = Math.min(Math.ceil(names), width * MOST_NAME);
        figures = Math.ceil(figures);
        double room = Math.max(0, width - names - figures - 2 * GAP);
        // Where all lie on one side of zero, that side has the whole room.
        double zero = negative && positive ? room / 2 : negative ? room : 0;
        double unit = longest <= 0 ? 0 : (negative && positive ? room / 2 : room) / longest;
        for (int i = 0; i < shown; i++) {
            int column = i / rows;
            double x = snapPositionX(column * (width + COLUMN_GAP));
            lines.get(i).place(x, (i % rows) * LINE, names, figures, snapPositionX(x + names + GAP), zero, unit, width);
        }
    }

    private static final class Line {
        private final Label name = new Label();
        private final Label figure = new Label();
        private final Region bar = new Region();
        private final Region axis = new Region();
        private double value;

        Line() {
            name.getStyleClass().addAll("quiet", "small");
            figure.getStyleClass().add("small");
            figure.setAlignment(Pos.CENTER_RIGHT);
            axis.getStyleClass().add("zero-line");
        }

        void show(@Nullable Bar now) {
            for (Region part : List.of(name, figure, bar, axis)) {
                part.setVisible(now != null);
            }
            if (now != null) {
                value = now.value();
                name.setText(now.name());
                figure.setText(now.figure());
                for (Region part : List.of(name, figure, bar)) {
                    Tips.set(part, now.tip());
                }
                if (!bar.getStyleClass().equals(List.of("diverging-bar", now.style()))) {
                    bar.getStyleClass().setAll("diverging-bar", now.style());
                }
            }
        }

        void place(
                double x, double y, double names, double figures, double from, double zero, double unit, double width) {
            name.resizeRelocate(x, y, names, LINE);
            figure.resizeRelocate(x + width - figures, y, figures, LINE);
            double length = Math.abs(value) * unit;
            double start = value < 0 ? from + zero - length : from + zero;
            bar.resizeRelocate(start, y + (LINE - BAR) / 2, value == 0 ? 0 : Math.max(1, length), BAR);
            axis.resizeRelocate(Math.rint(from + zero), y, 1, LINE);
        }
    }
}
