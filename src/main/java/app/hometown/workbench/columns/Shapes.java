// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import app.hometown.workbench.columns.PlotQuestion.Measure;
import app.hometown.workbench.columns.PlotQuestion.Shape;
import java.util.ArrayList;
import java.util.List;

/// Which shapes suit a question, the most sensible first.
public final class Shapes {
    private Shapes() {}

    /// The shapes that a question can be shown in, the sensible one first; never none.
    ///
    /// @param xWords whether words stand along the horizontal axis
    /// @param coloured whether there are groups side by side
    public static List<Shape> fitting(Measure measure, boolean xWords, boolean coloured) {
        List<Shape> shapes = new ArrayList<>(
                switch (measure) {
                    case COUNT, SHARE ->
                        xWords ? List.of(Shape.BARS, Shape.DOTS) : List.of(Shape.HISTOGRAM, Shape.LINE);
                    case RATE, MEAN -> xWords ? List.of(Shape.DOTS, Shape.BARS) : List.of(Shape.LINE, Shape.DOTS);
                    case MEDIAN, SUM -> xWords ? List.of(Shape.BARS, Shape.DOTS) : List.of(Shape.LINE, Shape.DOTS);
                    case ROWS -> xWords ? List.of(Shape.BOXES) : List.of(Shape.SCATTER, Shape.DENSITY, Shape.BOXES);
                });
        if (coloured && measure != Measure.ROWS) {
            shapes.add(Shape.HEAT);
        }
        return List.copyOf(shapes);
    }

    /// The shape that is shown: the one asked for where it fits, else the sensible one. Very many points are shown as
    /// their density.
    ///
    /// @param rows how many rows there are to show
    static Shape shown(PlotQuestion question, boolean xWords, long rows) {
        List<Shape> fitting = fitting(question.measure(), xWords, question.colour() != null);
        Shape shape = fitting.contains(question.shape()) ? question.shape() : fitting.getFirst();
        boolean many = shape == Shape.SCATTER
                && rows > (question.shape() == Shape.SCATTER ? PlotAnswer.MOST_POINTS : PlotAnswer.MANY_POINTS);
        return many ? Shape.DENSITY : shape;
    }
}
