// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody wants to see of the data. Immutable.
///
/// @param of what is counted: users, streams or samples
/// @param x along the horizontal axis
/// @param measure what is added up, group by group
/// @param y what is measured, or stands along the vertical axis; null for counts and shares
/// @param colour groups side by side; null for one
/// @param facet groups in plots of their own; null for one plot
/// @param bins into how many ranges numbers are divided, or how many words stand along an axis, at most
/// @param shape how it is shown
/// @param logarithmic whether skewed numbers lie on a logarithmic axis
public record PlotQuestion(
        Kind of,
        ColumnKey x,
        Measure measure,
        @Nullable ColumnKey y,
        @Nullable ColumnKey colour,
        @Nullable ColumnKey facet,
        int bins,
        Shape shape,
        boolean logarithmic) {
    /// Fewest bins.
    public static final int FEWEST = 2;

    /// Most bins.
    public static final int MOST = 200;

    /// What is added up.
    public enum Measure {
        /// How many rows.
        COUNT(false),
        /// The part of all rows; with colours, the part of the rows at a place.
        SHARE(false),
        /// The part that says yes, with its interval; of a column of yes and no.
        RATE(true),
        /// The mean, with its interval.
        MEAN(true),
        MEDIAN(true),
        SUM(true),
        /// Nothing: every row by itself.
        ROWS(true);

        private final boolean column;

        Measure(boolean column) {
            this.column = column;
        }

        /// Whether it is of a column.
        public boolean ofColumn() {
            return column;
        }
    }

    /// How it is shown.
    public enum Shape {
        /// As suits the columns best.
        SENSIBLE,
        HISTOGRAM,
        BARS,
        LINE,
        DOTS,
        BOXES,
        SCATTER,
        DENSITY,
        HEAT
    }

    public PlotQuestion {
        bins = Math.clamp(bins, FEWEST, MOST);
    }

    /// What is asked first of a kind.
    public static PlotQuestion first(Kind kind) {
        return switch (kind) {
            case USERS -> counts(kind, new ColumnKey(kind, Facets.PREFERENCE));
            case STREAMS -> counts(kind, new ColumnKey(kind, Facets.VIEWERS));
            case SAMPLES ->
                new PlotQuestion(
                        kind,
                        new ColumnKey(kind, Facets.DISTANCE),
                        Measure.RATE,
                        new ColumnKey(kind, Facets.CLICKED),
                        null,
                        null,
                        24,
                        Shape.SENSIBLE,
                        true);
        };
    }

    private static PlotQuestion counts(Kind kind, ColumnKey x) {
        return new PlotQuestion(kind, x, Measure.COUNT, null, null, null, 40, Shape.SENSIBLE, true);
    }

    /// As words, to be kept; [#ofWords] reads them.
    public Map<String, String> words() {
        Map<String, String> words = new HashMap<>(Map.of(
                "of", of.name(),
                "x", x.text(),
                "measure", measure.name(),
                "bins", Integer.toString(bins),
                "shape", shape.name(),
                "logarithmic", Boolean.toString(logarithmic)));
        put(words, "y", y);
        put(words, "colour", colour);
        put(words, "facet", facet);
        return Map.copyOf(words);
    }

    private static void put(Map<String, String> words, String name, @Nullable ColumnKey key) {
        if (key != null) {
            words.put(name, key.text());
        }
    }

    /// From [#words]; empty when they are not those of a question.
    public static Optional<PlotQuestion> ofWords(Map<String, String> words) {
        try {
            return Optional.of(new PlotQuestion(
                    Kind.valueOf(words.getOrDefault("of", "")),
                    ColumnKey.of(words.getOrDefault("x", "")).orElseThrow(),
                    Measure.valueOf(words.getOrDefault("measure", "")),
                    ColumnKey.of(words.getOrDefault("y", "")).orElse(null),
                    ColumnKey.of(words.getOrDefault("colour", "")).orElse(null),
                    ColumnKey.of(words.getOrDefault("facet", "")).orElse(null),
                    Integer.parseInt(words.getOrDefault("bins", "")),
                    Shape.valueOf(words.getOrDefault("shape", "")),
                    Boolean.parseBoolean(words.get("logarithmic"))));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /// The same along another horizontal axis.
    public PlotQuestion withX(ColumnKey other) {
        return new PlotQuestion(of, other, measure, y, colour, facet, bins, shape, logarithmic);
    }

    /// Another measure of a column.
    ///
    /// @param column null for counts and shares
    public PlotQuestion measured(Measure other, @Nullable ColumnKey column) {
        return new PlotQuestion(of, x, other, column, colour, facet, bins, shape, logarithmic);
    }

    /// With other groups side by side.
    public PlotQuestion colouredBy(@Nullable ColumnKey other) {
        return new PlotQuestion(of, x, measure, y, other, facet, bins, shape, logarithmic);
    }

    /// With other groups in plots of their own.
    public PlotQuestion facetedBy(@Nullable ColumnKey other) {
        return new PlotQuestion(of, x, measure, y, colour, other, bins, shape, logarithmic);
    }

    /// With another number of bins.
    public PlotQuestion withBins(int other) {
        return new PlotQuestion(of, x, measure, y, colour, facet, other, shape, logarithmic);
    }

    /// In another shape.
    public PlotQuestion shaped(Shape other) {
        return new PlotQuestion(of, x, measure, y, colour, facet, bins, other, logarithmic);
    }

    /// With skewed numbers on a logarithmic axis, or not.
    public PlotQuestion logarithmic(boolean other) {
        return new PlotQuestion(of, x, measure, y, colour, facet, bins, shape, other);
    }
}
