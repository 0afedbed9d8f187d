// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Where ranges of numbers begin and end: at round numbers, so that people can say what a bar holds.
final class Edges {
    private static final double[] NONE = {0, 1};

    private Edges() {}

    /// Edges of about as many ranges as are wished for, which cover everything that a column has. Logarithmic ones
    /// cover
    /// what is above 0.
    ///
    /// @param whole whether numbers are whole: then ranges are not narrower than 1, and logarithmic ones hold no
    /// fewer
    ///   numbers than those before them
    static double[] of(ColumnRange range, int bins, boolean logarithmic, boolean whole) {
        if (Double.isNaN(range.least())) {
            return NONE.clone();
        }
        if (logarithmic && !Double.isNaN(range.leastPositive())) {
            double[] edges = logarithmic(range.leastPositive(), range.most(), bins);
            return whole ? whole(edges) : edges;
        }
        return linear(range.least(), range.most(), bins, whole);
    }

    private static double[] linear(double least, double most, int bins, boolean whole) {
        double width = most - least;
        if (width == 0) {
            return new double[] {least - 0.5, least + 0.5};
        }
        double rough = width / bins;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double times : new double[] {1, 2, 2.5, 5, 10}) {
            double candidate = times * power;
            if (Math.abs(Math.log(candidate / rough)) < Math.abs(Math.log(step / rough))) {
                step = candidate;
            }
        }
        if (whole) {
            step = Math.max(1, Math.rint(step));
        }
        long first = (long) Math.floor(least / step);
        long last = (long) Math.ceil(most / step);
        if (whole && last * step == most) {
            // The largest count has a range of its own kind, not one that holds two numbers.
            last++;
        }
        double[] edges = new double[(int) (last - first) + 1];
        for (int i = 0; i < edges.length; i++) {
            // A step below 1 is divided by: 3 / 10 is 0.3 and 3 · 0.1 is not.
            edges[i] = step < 1 ? (first + i) / Math.rint(1 / step) : (first + i) * step;
        }
        return edges;
    }

    /// A round number of ranges a decade.
    private static double[] logarithmic(double least, double most, int bins) {
        int first = (int) Math.floor(Math.log10(least) + 1e-9);
        int last = (int) Math.max(first + 1, Math.ceil(Math.log10(most) - 1e-9));
        int decade = Math.clamp(Math.round((double) bins / (last - first)), 1, 100);
        double[] edges = new double[(last - first) * decade + 1];
        Arrays.setAll(edges, i -> power(first + Math.floorDiv(i, decade), (double) Math.floorMod(i, decade) / decade));
        int from = 0;
        while (from + 2 < edges.length && edges[from + 1] <= least) {
            from++;
        }
        int to = edges.length - 1;
        while (to - 1 > from && edges[to - 1] >= most) {
            to--;
        }
        return Arrays.copyOfRange(edges, from, to + 1);
    }

    /// Between whole numbers there is nothing to count: edges are whole too. Below the last range that has room for one
    /// number only, each number has its own: a range of two between ranges of one would stand out as twice as many.
    private static double[] whole(double[] edges) {
        double[] whole = Arrays.stream(edges).map(Math::ceil).distinct().toArray();
        if (whole.length < 2) {
            return new double[] {whole[0], whole[0] + 1};
        }
        int narrow = whole.length - 1;
        while (narrow > 0 && whole[narrow] - whole[narrow - 1] > 1) {
            narrow--;
        }
        double from = whole[narrow];
        DoubleStream single = DoubleStream.iterate(whole[0], edge -> edge < from, edge -> edge + 1);
        return DoubleStream.concat(single, Arrays.stream(whole, narrow, whole.length))
                .toArray();
    }

    private static double power(int whole, double part) {
        double ten = whole < 0 ? 1 / Math.pow(10, -whole) : Math.pow(10, whole);
        return part == 0 ? ten : ten * Math.pow(10, part);
    }
}
