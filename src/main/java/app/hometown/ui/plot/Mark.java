// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.List;

/// What is drawn between the axes of a figure. Numbers are those of the axes; a place on an axis of names is 0 for
/// the first. Later marks lie over earlier ones.
public sealed interface Mark {
    /// What it is called in legend, values and files; "" is left out of the legend.
    String name();

    /// The part it plays.
    Tone tone();

    /// Further numbers of each place, shown with its values and written to files.
    default List<Extra> extras() {
        return List.of();
    }

    /// Further numbers of each place of a mark.
    ///
    /// @param label what they are
    /// @param style how they are written
    /// @param values one a place
    record Extra(String label, NumberStyle style, Numbers values) {}

    /// How a line goes.
    enum Stroke {
        SOLID,
        DASHED,
        /// Holds its number until the next place.
        STEPS,
        /// One of many, too thin to be read by itself.
        THIN
    }

    /// A line through points.
    record Line(String name, Tone tone, Stroke stroke, Numbers x, Numbers y, List<Extra> extras) implements Mark {
        public Line {
            same(x, y);
            extras = List.copyOf(extras);
            extras.forEach(extra -> same(x, extra.values()));
        }

        /// A solid line.
        public static Line of(String name, Tone tone, Numbers x, Numbers y) {
            return new Line(name, tone, Stroke.SOLID, x, y, List.of());
        }
    }

    /// The area between two lines, for what is uncertain.
    record Band(String name, Tone tone, Numbers x, Numbers low, Numbers high) implements Mark {
        public Band {
            same(x, low);
            same(x, high);
        }
    }

    /// Bars from 0, one a name; along the axis that has names.
    ///
    /// @param values one a name
    record Bars(String name, Tone tone, Numbers values, List<Extra> extras) implements Mark {
        public Bars {
            extras = List.copyOf(extras);
            extras.forEach(extra -> same(values, extra.values()));
        }
    }

    /// Counts of neighbouring ranges of the horizontal axis.
    ///
    /// @param edges one more than counts, ascending
    record Histogram(String name, Tone tone, Numbers edges, Numbers counts) implements Mark {
        public Histogram {
            if (edges.size() != counts.size() + 1) {
                throw new IllegalArgumentException(edges.size() + " edges of " + counts.size() + " counts");
            }
        }
    }

    /// Single points.
    record Points(String name, Tone tone, Numbers x, Numbers y, List<Extra> extras) implements Mark {
        public Points {
            same(x, y);
            extras = List.copyOf(extras);
            extras.forEach(extra -> same(x, extra.values()));
        }
    }

    /// Estimates with their intervals.
    ///
    /// @param along the axis on which estimates and intervals are measured
    /// @param at places on the other axis
    record Intervals(
            String name,
            Tone tone,
            Along along,
            Numbers at,
            Numbers estimate,
            Numbers low,
            Numbers high,
            List<Extra> extras)
            implements Mark {
        public Intervals {
            same(at, estimate);
            same(at, low);
            same(at, high);
            extras = List.copyOf(extras);
            extras.forEach(extra -> same(at, extra.values()));
        }
    }

    /// Boxes from the first quartile to the third with a line at the median and whiskers to the ends, upright, one a
    /// place of the horizontal axis.
    ///
    /// @param at places on the horizontal axis
    /// @param least lower end of the whiskers
    /// @param most upper end
    record Boxes(
            String name,
            Tone tone,
            Numbers at,
            Numbers least,
            Numbers low,
            Numbers middle,
            Numbers high,
            Numbers most,
            List<Extra> extras)
            implements Mark {
        public Boxes {
            same(at, least);
            same(at, low);
            same(at, middle);
            same(at, high);
            same(at, most);
            extras = List.copyOf(extras);
            extras.forEach(extra -> same(at, extra.values()));
        }
    }

    /// An axis.
    enum Along {
        /// The horizontal axis.
        X,
        /// The vertical axis.
        Y
    }

    /// Cells of a grid, the larger the number the stronger the colour, 0 none.
    ///
    /// @param xEdges one more than columns, ascending
    /// @param yEdges one more than rows, ascending
    /// @param values row after row
    /// @param label what the numbers are
    /// @param style how they are written
    /// @param written whether each cell shows its number
    /// @param strongest the size that has the full colour, or NaN: that of the largest number
    record HeatMap(
            String name,
            Tone tone,
            Numbers xEdges,
            Numbers yEdges,
            Numbers values,
            String label,
            NumberStyle style,
            boolean written,
            double strongest)
            implements Mark {
        public HeatMap {
            if ((xEdges.size() - 1) * (yEdges.size() - 1) != values.size()) {
                throw new IllegalArgumentException(values.size() + " cells");
            }
        }

        /// The largest number has the full colour.
        public HeatMap(
                String name,
                Tone tone,
                Numbers xEdges,
                Numbers yEdges,
                Numbers values,
                String label,
                NumberStyle style,
                boolean written) {
            this(name, tone, xEdges, yEdges, values, label, style, written, Double.NaN);
        }

        /// Columns of the grid.
        int columns() {
            return xEdges.size() - 1;
        }

        /// Rows of the grid.
        int rows() {
            return yEdges.size() - 1;
        }
    }

    /// A line across at one number, with its name beside it.
    ///
    /// @param along the axis on which the number lies
    record Rule(String name, Tone tone, Along along, double value) implements Mark {}

    /// Short lines at the foot of the horizontal axis: where data are.
    record Rug(String name, Tone tone, Numbers at) implements Mark {}

    /// The line where both axes have the same number.
    record Diagonal(String name, Tone tone) implements Mark {}

    private static void same(Numbers a, Numbers b) {
        if (a.size() != b.size()) {
            throw new IllegalArgumentException(a.size() + " and " + b.size() + " numbers");
        }
    }
}
