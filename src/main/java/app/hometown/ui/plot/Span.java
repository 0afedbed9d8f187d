// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

/// The part of an axis that is in view.
///
/// @param scale how numbers become places
/// @param from the number at the start
/// @param to the number at the end, above from
record Span(Axis.Scale scale, double from, double to) {
    /// Room beside what the data have, as a share of it.
    private static final double ROOM = 0.05;

    /// All that a figure has on one of its axes.
    static Span of(Figure figure, Mark.Along along) {
        Axis axis = along == Mark.Along.X ? figure.x() : figure.y();
        if (axis.named()) {
            return new Span(axis.scale(), -0.5, axis.names().size() - 0.5);
        }
        Extent extent = new Extent(axis.scale() == Axis.Scale.LOG);
        figure.marks().forEach(mark -> extent.take(mark, along));
        double from = Double.isNaN(axis.from()) ? extent.from(ROOM) : axis.from();
        double to = Double.isNaN(axis.to()) ? extent.to(ROOM) : axis.to();
        if (!(from < to)) {
            double middle = Double.isFinite(from) ? from : 0;
            double half = middle == 0 ? 0.5 : Math.abs(middle) / 10;
            return axis.scale() == Axis.Scale.LOG
                    ? new Span(axis.scale(), Math.max(middle, 1) / 10, Math.max(middle, 1) * 10)
                    : new Span(axis.scale(), Math.min(from, middle - half), middle + half);
        }
        return new Span(axis.scale(), from, to);
    }

    private double scaled(double value) {
        return scale == Axis.Scale.LOG ? Math.log(value) : value;
    }

    private double unscaled(double place) {
        return scale == Axis.Scale.LOG ? Math.exp(place) : place;
    }

    /// Where a number lies: 0 at the start, 1 at the end; NaN where it has no place.
    double share(double value) {
        if (scale == Axis.Scale.LOG && value <= 0) {
            return Double.NaN;
        }
        return (scaled(value) - scaled(from)) / (scaled(to) - scaled(from));
    }

    /// The number that lies at a share.
    double value(double share) {
        return unscaled(scaled(from) + share * (scaled(to) - scaled(from)));
    }

    /// A part or a surrounding of this, with the same number at a share of it.
    ///
    /// @param factor of the length, below 1 to come nearer
    Span zoomed(double factor, double share) {
        double length = scaled(to) - scaled(from);
        double start = scaled(from) + share * length * (1 - factor);
        return new Span(scale, unscaled(start), unscaled(start + length * factor));
    }

    /// This, moved on by a share of its length.
    Span moved(double share) {
        double step = share * (scaled(to) - scaled(from));
        return new Span(scale, unscaled(scaled(from) + step), unscaled(scaled(to) + step));
    }

    /// This, moved and cut so that nothing outside another is in view.
    Span within(Span all) {
        double length = scaled(to) - scaled(from);
        double most = scaled(all.to) - scaled(all.from);
        if (length >= most) {
            return all;
        }
        double start = Math.clamp(scaled(from), scaled(all.from), scaled(all.to) - length);
        return new Span(scale, unscaled(start), unscaled(start + length));
    }

    /// The least and the largest number of marks on one axis.
    private static final class Extent {
        private final boolean positive;
        private double least = Double.POSITIVE_INFINITY;
        private double largest = Double.NEGATIVE_INFINITY;
        private boolean fromZero;
        private boolean roomy;

        Extent(boolean positive) {
            this.positive = positive;
        }

        void take(Mark mark, Mark.Along along) {
            boolean x = along == Mark.Along.X;
            roomy |= !x || mark instanceof Mark.Points || mark instanceof Mark.Intervals;
            switch (mark) {
                case Mark.Line line -> take(x ? line.x() : line.y());
                case Mark.Band band -> {
                    take(x ? band.x() : band.low());
                    take(x ? band.x() : band.high());
                }
                case Mark.Bars bars -> {
                    take(bars.values());
                    zero();
                    roomy = true;
                }
                case Mark.Histogram histogram -> {
                    take(x ? histogram.edges() : histogram.counts());
                    if (!x) {
                        zero();
                    }
                }
                case Mark.Points points -> take(x ? points.x() : points.y());
                case Mark.Intervals intervals -> {
                    if (intervals.along() == along) {
                        take(intervals.low());
                        take(intervals.high());
                        take(intervals.estimate());
                    } else {
                        take(intervals.at());
                    }
                }
                case Mark.Boxes boxes -> {
                    take(x ? boxes.at() : boxes.least());
                    take(x ? boxes.at() : boxes.most());
                }
                case Mark.HeatMap map -> take(x ? map.xEdges() : map.yEdges());
                case Mark.Rule rule -> {
                    if (rule.along() == along) {
                        take(rule.value());
                    }
                }
                case Mark.Rug rug -> {}
                case Mark.Diagonal diagonal -> {}
            }
            if (mark instanceof Mark.HeatMap) {
                roomy = false;
            }
        }

        private void zero() {
            fromZero = true;
            take(0);
        }

        private void take(Numbers numbers) {
            for (int i = 0; i < numbers.size(); i++) {
                take(numbers.get(i));
            }
        }

        private void take(double value) {
            if (Double.isFinite(value) && !(positive && value <= 0)) {
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            }
        }

        double from(double room) {
            if (!roomy || (fromZero && least == 0)) {
                return least;
            }
            double padded = positive ? least / Math.pow(largest / least, room) : least - room * (largest - least);
            return least >= 0 && padded < 0 ? 0 : padded;
        }

        double to(double room) {
            if (!roomy || (fromZero && largest == 0)) {
                return largest;
            }
            return positive ? largest * Math.pow(largest / least, room) : largest + room * (largest - least);
        }
    }
}
