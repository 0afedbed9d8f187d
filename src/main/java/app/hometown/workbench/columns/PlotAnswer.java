// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.statistics.Interval;
import app.hometown.workbench.columns.PlotQuestion.Measure;
import app.hometown.workbench.columns.PlotQuestion.Shape;
import app.hometown.workbench.explore.LeftRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What comes of a question: numbers by group, without words for people. Immutable.
///
/// Groups are those of all data, so that axes stay where they are while the selection changes; what is counted are the
/// rows that are looked at.
///
/// @param question what was asked
/// @param shape in which it is shown
/// @param xColumn the column along the horizontal axis
/// @param x its groups; empty for single points
/// @param y along the vertical axis of a density
/// @param colour groups side by side
/// @param facet groups in plots of their own
/// @param value what is measured
/// @param cells numbers by group; facet before colour before y before x
/// @param points single points by facet and colour, for a scatter
/// @param rows how many rows were looked at
/// @param of of how many
/// @param lost how many of them are in no group, because a number or word is not known or not above 0 on a
///   logarithmic axis
public record PlotAnswer(
        PlotQuestion question,
        Shape shape,
        DataColumn xColumn,
        Optional<Dimension> x,
        Optional<Dimension> y,
        Optional<Dimension> colour,
        Optional<Dimension> facet,
        Optional<DataColumn> value,
        List<Cell> cells,
        List<Points> points,
        long rows,
        long of,
        long lost) {
    /// Beyond this many rows points are shown as their density, unless asked for.
    static final int MANY_POINTS = 3_000;

    /// Beyond this many they always are.
    static final int MOST_POINTS = 10_000;

    private static final int MOST_FACETS = 12;
    private static final int MOST_COLOURS = 8;
    private static final int FACET_RANGES = 6;
    private static final int COLOUR_RANGES = 5;
    private static final int DENSITY_COLUMNS = 72;
    private static final int DENSITY_ROWS = 48;
    private static final int BOX_RANGES = 16;

    /// The numbers of a group.
    ///
    /// @param count rows
    /// @param value what is measured; NaN where there is nothing
    /// @param low end of its interval; of a box, the first quartile; NaN where there is none
    /// @param high likewise; the third quartile
    /// @param least the smallest value, of a box
    /// @param most the largest value, of a box
    public record Cell(long count, double value, double low, double high, double least, double most) {
        private Cell(long count, double value) {
            this(count, value, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /// Points of a scatter.
    ///
    /// @param xs numbers along the horizontal axis
    /// @param ys numbers along the vertical axis
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Points(double[] xs, double[] ys) {}

    /// Counts.
    ///
    /// @param columns of the data that the rows are of
    /// @param rows which rows
    /// @throws InputException when there is no such column, or the question makes no sense of it
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static PlotAnswer of(PlotQuestion question, ColumnCatalog columns, LeftRows rows, Progress progress) {
        return new Asking(question, columns, rows.rows(question.of()), progress).answer();
    }

    /// How many groups of the colour there are, at least 1.
    public int colours() {
        return colour.map(Dimension::size).orElse(1);
    }

    /// How many facets there are, at least 1.
    public int facets() {
        return facet.map(Dimension::size).orElse(1);
    }

    /// The numbers of a group.
    ///
    /// @param up place along the vertical axis of a density, else 0
    public Cell cell(int facetPlace, int colourPlace, int up, int across) {
        int width = x.map(Dimension::size).orElse(1);
        int height = y.map(Dimension::size).orElse(1);
        return cells.get(((facetPlace * colours() + colourPlace) * height + up) * width + across);
    }

    /// How many rows a facet has.
    public long facetRows(int facetPlace) {
        int each = cells.size() / facets();
        return points.isEmpty()
                ? cells.subList(facetPlace * each, (facetPlace + 1) * each).stream()
                        .mapToLong(Cell::count)
                        .sum()
                : points.subList(facetPlace * colours(), (facetPlace + 1) * colours()).stream()
                        .mapToLong(some -> some.xs().length)
                        .sum();
    }

    /// What is needed to answer.
    private static final class Asking {
        private final PlotQuestion question;
        private final ColumnCatalog columns;
        private final BitSet rows;
        private final Progress progress;
        private final int size;
        private final DataColumn x;
        private final @Nullable DataColumn y;
        private final long left;

        Asking(PlotQuestion question, ColumnCatalog columns, BitSet rows, Progress progress) {
            this.question = question;
            this.columns = columns;
            this.rows = rows;
            this.progress = progress;
            size = columns.size(question.of());
            x = column(question.x());
            y = question.y() == null ? null : column(question.y());
            left = rows.cardinality();
            require();
        }

        private DataColumn column(ColumnKey key) {
            return columns.find(question.of(), key)
                    .orElseThrow(() -> new InputException(
                            "column " + key.text(), "these data do not have it", "Choose another column."));
        }

        private void require() {
            DataColumn measured = y;
            if (question.measure().ofColumn() == (measured == null)) {
                throw new InputException(
                        "plot",
                        measured == null ? "nothing is chosen to be measured" : "a count is of no column",
                        "Choose what is measured.");
            }
            boolean fits = measured == null
                    || (question.measure() == Measure.RATE
                            ? measured instanceof WordColumn words && words.flag()
                            : measured instanceof NumberColumn);
            if (!fits) {
                throw new InputException(
                        "column " + measured.key().text(),
                        question.measure() == Measure.RATE ? "does not say yes or no" : "has no numbers",
                        "Choose another column to measure.");
            }
        }

        PlotAnswer answer() {
            Shape shape = Shapes.shown(question, x instanceof WordColumn, left);
            Optional<Dimension> facet = group(question.facet(), MOST_FACETS, FACET_RANGES);
            if (shape == Shape.SCATTER) {
                return scatter(facet);
            }
            Optional<Dimension> colour =
                    switch (shape) {
                        case DENSITY -> Optional.empty();
                        case HEAT -> group(question.colour(), question.bins(), Math.min(20, question.bins()));
                        default -> group(question.colour(), MOST_COLOURS, COLOUR_RANGES);
                    };
            int bins =
                    switch (shape) {
                        case DENSITY -> DENSITY_COLUMNS;
                        case BOXES -> Math.min(BOX_RANGES, question.bins());
                        default -> question.bins();
                    };
            Dimension across = dimension(x, x instanceof WordColumn ? question.bins() : bins);
            Optional<Dimension> up = shape == Shape.DENSITY && y instanceof NumberColumn numbers
                    ? Optional.of(dimension(numbers, DENSITY_ROWS))
                    : Optional.empty();
            List<Dimension> dimensions = Stream.of(facet, colour, up, Optional.of(across))
                    .flatMap(Optional::stream)
                    .toList();
            boolean measures = question.measure().ofColumn() && up.isEmpty();
            double pivot = 0;
            if (measures && y instanceof NumberColumn numbers) {
                ColumnRange range = columns.range(question.of(), numbers);
                pivot = Double.isNaN(range.least()) ? 0 : (range.least() + range.most()) / 2;
            }
            progress.phase("counting", size);
            Totals totals = new Totals(rows, size, dimensions, measures ? y : null, pivot, progress);
            Totals.Sums sums = totals.count();
            boolean sorts = measures && (question.measure() == Measure.MEDIAN || shape == Shape.BOXES);
            double[][] sorted = sorts ? totals.sorted() : new double[0][];
            List<Cell> cells = cells(
                    sums,
                    sorted,
                    colour,
                    across.size() * up.map(Dimension::size).orElse(1));
            return new PlotAnswer(
                    question,
                    shape,
                    x,
                    Optional.of(across),
                    up,
                    colour,
                    facet,
                    Optional.ofNullable(y),
                    cells,
                    List.of(),
                    left,
                    size,
                    sums.lost());
        }

        private Optional<Dimension> group(@Nullable ColumnKey key, int words, int ranges) {
            if (key == null) {
                return Optional.empty();
            }
            DataColumn column = column(key);
            return Optional.of(dimension(column, column instanceof WordColumn ? words : ranges));
        }

        private Dimension dimension(DataColumn column, int most) {
            ColumnRange range = columns.range(question.of(), column);
            return switch (column) {
                case WordColumn words -> Dimension.OfWords.of(words, range.counts(), most);
                case NumberColumn numbers -> Dimension.OfNumbers.of(numbers, range, most, question.logarithmic());
            };
        }

        private List<Cell> cells(Totals.Sums sums, double[][] sorted, Optional<Dimension> colour, int places) {
            int colours = colour.map(Dimension::size).orElse(1);
            Cell[] cells = new Cell[sums.counts().length];
            for (int group = 0; group < cells.length; group++) {
                long count = sums.counts()[group];
                cells[group] = switch (question.measure()) {
                    case COUNT -> new Cell(count, count);
                    case SHARE -> new Cell(count, (double) count / whole(sums, group, colours, places));
                    case RATE -> {
                        Interval rate = Interval.share(Math.round(sums.sums()[group]), count);
                        yield count == 0
                                ? new Cell(0, Double.NaN)
                                : new Cell(count, rate.estimate(), rate.low(), rate.high(), Double.NaN, Double.NaN);
                    }
                    case MEAN -> {
                        double mean = sums.sums()[group] / count;
                        Interval of = Interval.normal(mean, Math.sqrt(sums.variance(group) / count));
                        yield new Cell(count, mean, of.low(), of.high(), Double.NaN, Double.NaN);
                    }
                    case SUM -> new Cell(count, sums.sums()[group]);
                    case MEDIAN -> new Cell(count, quantile(sorted[group], 0.5));
                    case ROWS -> sorted.length == 0 ? new Cell(count, count) : box(sorted[group]);
                };
            }
            return List.of(cells);
        }

        /// Of what a share is: of all rows of the facet, or with colours of those at the same place.
        private long whole(Totals.Sums sums, int group, int colours, int places) {
            int facet = group / (colours * places);
            long whole = 0;
            if (colours == 1) {
                for (int place = 0; place < places; place++) {
                    whole += sums.counts()[facet * places + place];
                }
            } else {
                int place = group % places;
                for (int colour = 0; colour < colours; colour++) {
                    whole += sums.counts()[(facet * colours + colour) * places + place];
                }
            }
            return whole;
        }

        private static Cell box(double[] sorted) {
            return sorted.length == 0
                    ? new Cell(0, Double.NaN)
                    : new Cell(
                            sorted.length,
                            quantile(sorted, 0.5),
                            quantile(sorted, 0.25),
                            quantile(sorted, 0.75),
                            sorted[0],
                            sorted[sorted.length - 1]);
        }

        /// The number below which a share of some lies, between two of them in proportion (R. Hyndman, Y. Fan, "Sample
        /// quantiles in statistical packages", 1996, type 7).
        private static double quantile(double[] sorted, double share) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            double at = share * (sorted.length - 1);
            int low = (int) at;
            double part = at - low;
            return low + 1 < sorted.length ? sorted[low] + part * (sorted[low + 1] - sorted[low]) : sorted[low];
        }

        private PlotAnswer scatter(Optional<Dimension> facet) {
            Optional<Dimension> colour = group(question.colour(), MOST_COLOURS, COLOUR_RANGES);
            List<Dimension> dimensions =
                    Stream.of(facet, colour).flatMap(Optional::stream).toList();
            List<List<double[]>> found = new ArrayList<>();
            int groups = dimensions.stream().mapToInt(Dimension::size).reduce(1, Math::multiplyExact);
            for (int group = 0; group < groups; group++) {
                found.add(new ArrayList<>());
            }
            int[] some = rows.stream().toArray();
            double[] xs = new double[some.length];
            double[] ys = new double[some.length];
            ((NumberColumn) x).read(some, some.length, xs);
            if (y instanceof NumberColumn numbers) {
                numbers.read(some, some.length, ys);
            }
            long lost = 0;
            int[] group = Totals.groups(dimensions, some);
            for (int n = 0; n < some.length; n++) {
                if (group[n] < 0 || Double.isNaN(xs[n]) || Double.isNaN(ys[n])) {
                    lost++;
                } else {
                    found.get(group[n]).add(new double[] {xs[n], ys[n]});
                }
            }
            return new PlotAnswer(
                    question,
                    Shape.SCATTER,
                    x,
                    Optional.empty(),
                    Optional.empty(),
                    colour,
                    facet,
                    Optional.ofNullable(y),
                    List.of(),
                    found.stream()
                            .map(points -> new Points(
                                    points.stream()
                                            .mapToDouble(point -> point[0])
                                            .toArray(),
                                    points.stream()
                                            .mapToDouble(point -> point[1])
                                            .toArray()))
                            .toList(),
                    left,
                    size,
                    lost);
        }
    }
}
