// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.learning.additive.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Fits a sum of curves, one a feature, each of straight pieces between knots (T. Hastie, R. Tibshirani, "Generalized
/// additive models", 1986, with the difference penalty of P. Eilers, B. Marx, "Flexible smoothing with B-splines and
/// penalties", 1996):
///
/// ```
/// Σ rows log-loss  +  ½ smoothness · Σ (second differences of neighbouring knots)²  +  ½ ridge · Σ heights²
/// ```
///
/// Knots are at quantiles, so that a curve can bend where the rows are; a flag has two, 0 and 1. All heights are found
/// together by Newton steps; then each curve is moved so that its mean over the rows is 0.
final class AdditiveFitter implements Fitter {
    /// Decides between features that say the same, and holds what no row speaks of at 0.
    private static final double RIDGE = 0.1;

    private static final double TOLERANCE = 1e-10;

    /// Enough rows to place knots.
    private static final int SEEN = 100_000;

    @Override
    public Fit fit(TrainingData data, int[] rows, int[] heldOut, TrainingOptions options, FitProgress progress) {
        double rate = ClickRate.of(data, rows);
        progress.phase("placing knots", Feature.COUNT);
        KnotBasis basis = KnotBasis.of(data, rows, options.additive().knots(), progress);
        double[] start = new double[basis.size()];
        start[basis.intercept()] = ClickRate.logOdds(rate);
        double smoothness = options.additive().smoothness();
        Newton.Result result = Newton.minimise(
                "additive model",
                start,
                rows.length,
                TOLERANCE,
                at -> penalised(basis, smoothness, at, losses(data, rows, basis, at, progress)),
                (step, at, derivatives) -> new LossPoint(
                        step,
                        (derivatives.value - penalised(basis, smoothness, at, new Derivatives(basis.size())).value)
                                / rows.length,
                        loss(data, heldOut, basis, at, progress)),
                progress);
        return new Fit(
                parameters(basis, result.at(), weightSums(data, rows, basis, progress), rows.length),
                result.lossCurve(),
                result.steps(),
                OptionalDouble.of(result.gradient()));
    }

    private static Derivatives losses(
            TrainingData data, int[] rows, KnotBasis basis, double[] at, FitProgress progress) {
        return RowChunks.sum(rows.length, progress, 0, new RowChunks.Sum<Derivatives>() {
            @Override
            public Derivatives zero() {
                return new Derivatives(basis.size());
            }

            @Override
            public void add(Derivatives sum, int from, int to) {
                double[] features = new double[Feature.COUNT];
                int[] places = new int[basis.touched()];
                double[] weights = new double[basis.touched()];
                for (int i = from; i < to; i++) {
                    data.features(rows[i], features);
                    basis.touch(features, places, weights);
                    add(sum, places, weights, at, data.clicked(rows[i]));
                }
            }

            private void add(Derivatives sum, int[] places, double[] weights, double[] at, boolean clicked) {
                double logOdds = 0.0;
                for (int a = 0; a < places.length; a++) {
                    logOdds += at[places[a]] * weights[a];
                }
                double probability = LogisticModel.sigmoid(logOdds);
                double error = clicked ? probability - 1.0 : probability;
                double curvature = probability * (1.0 - probability);
                sum.value += LogLoss.ofLogOdds(logOdds, clicked);
                // The places rise, so this is the lower triangle.
                for (int a = 0; a < places.length; a++) {
                    sum.gradient[places[a]] += error * weights[a];
                    double weighted = curvature * weights[a];
                    double[] line = sum.hessian[places[a]];
                    for (int b = 0; b <= a; b++) {
                        line[places[b]] += weighted * weights[b];
                    }
                }
            }

            @Override
            public void merge(Derivatives sum, Derivatives other) {
                sum.add(other);
            }
        });
    }

    private static Derivatives penalised(KnotBasis basis, double smoothness, double[] at, Derivatives to) {
        for (int place = 0; place < basis.intercept(); place++) {
            to.penalise(place, RIDGE, at[place]);
        }
        for (Feature feature : Feature.values()) {
            int first = basis.first(feature);
            for (int middle = first + 1; middle + 1 < first + basis.knots(feature).length; middle++) {
                bend(to, middle, smoothness, at);
            }
        }
        return to;
    }

    /// Adds ½ · strength · (left − 2 middle + right)².
    private static void bend(Derivatives to, int middle, double strength, double[] at) {
        double bend = at[middle - 1] - 2 * at[middle] + at[middle + 1];
        to.value += 0.5 * strength * bend * bend;
        double[] parts = {1, -2, 1};
        for (int a = 0; a < parts.length; a++) {
            to.gradient[middle - 1 + a] += strength * bend * parts[a];
            for (int b = 0; b <= a; b++) {
                to.hessian[middle - 1 + a][middle - 1 + b] += strength * parts[a] * parts[b];
            }
        }
    }

    private static double loss(TrainingData data, int[] rows, KnotBasis basis, double[] at, FitProgress progress) {
        return RowLoss.of(data, rows, progress, 0, (i, features) -> {
            int[] places = new int[basis.touched()];
            double[] weights = new double[basis.touched()];
            basis.touch(features, places, weights);
            double logOdds = 0.0;
            for (int a = 0; a < places.length; a++) {
                logOdds += at[places[a]] * weights[a];
            }
            return LogLoss.ofLogOdds(logOdds, data.clicked(rows[i]));
        });
    }

    /// How much of each function there is in all rows.
    private static double[] weightSums(TrainingData data, int[] rows, KnotBasis basis, FitProgress progress) {
        return RowChunks.sum(rows.length, progress, 0, new RowChunks.Sum<double[]>() {
            @Override
            public double[] zero() {
                return new double[basis.size()];
            }

            @Override
            public void add(double[] sum, int from, int to) {
                double[] features = new double[Feature.COUNT];
                int[] places = new int[basis.touched()];
                double[] weights = new double[basis.touched()];
                for (int i = from; i < to; i++) {
                    data.features(rows[i], features);
                    basis.touch(features, places, weights);
                    for (int a = 0; a < places.length; a++) {
                        sum[places[a]] += weights[a];
                    }
                }
            }

            @Override
            public void merge(double[] sum, double[] other) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += other[i];
                }
            }
        });
    }

    /// Curves whose means over the rows are 0, and an intercept that makes up for it.
    private static ModelParameters.Additive parameters(KnotBasis basis, double[] at, double[] weightSums, int rows) {
        double intercept = at[basis.intercept()];
        Map<String, Curve> curves = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            double[] knots = basis.knots(feature);
            int first = basis.first(feature);
            double mean = 0.0;
            for (int i = 0; i < knots.length; i++) {
                mean += at[first + i] * weightSums[first + i] / rows;
            }
            intercept += mean;
            List<Double> heights = new ArrayList<>();
            for (int i = 0; i < knots.length; i++) {
                heights.add(at[first + i] - mean);
            }
            curves.put(
                    feature.column(), new Curve(DoubleStream.of(knots).boxed().toList(), heights));
        }
        return new ModelParameters.Additive(intercept, curves);
    }

    /// Hat functions at the knots of all features, and a 1 for the intercept at the end.
    private static final class KnotBasis {
        private final double[][] knots;
        private final int[] first = new int[Feature.COUNT + 1];
        private final int touched;

        private KnotBasis(double[][] knots) {
            this.knots = knots;
            int touches = 1;
            for (int i = 0; i < knots.length; i++) {
                first[i + 1] = first[i] + knots[i].length;
                touches += Math.min(2, knots[i].length);
            }
            touched = touches;
        }

        static KnotBasis of(TrainingData data, int[] rows, int most, FitProgress progress) {
            int seen = Math.min(SEEN, rows.length);
            double[][] knots = new double[Feature.COUNT][];
            for (Feature feature : Feature.values()) {
                progress.done(feature.ordinal());
                double[] sorted = IntStream.range(0, seen)
                        .mapToDouble(i -> data.feature(rows[(int) ((long) i * rows.length / seen)], feature))
                        .sorted()
                        .toArray();
                knots[feature.ordinal()] = knots(sorted, most);
            }
            return new KnotBasis(knots);
        }

        /// All values where they are few, else quantiles, the extremes among them.
        private static double[] knots(double[] sorted, int most) {
            double[] distinct =
                    Arrays.stream(sorted).distinct().limit(most + 1L).toArray();
            if (distinct.length <= most) {
                return distinct;
            }
            return IntStream.range(0, most)
                    .mapToDouble(i -> sorted[(int) ((long) i * (sorted.length - 1) / (most - 1))])
                    .distinct()
                    .toArray();
        }

        int size() {
            return first[Feature.COUNT] + 1;
        }

        int intercept() {
            return first[Feature.COUNT];
        }

        int first(Feature feature) {
            return first[feature.ordinal()];
        }

        double[] knots(Feature feature) {
            return knots[feature.ordinal()];
        }

        /// How many functions are not 0 at a row.
        int touched() {
            return touched;
        }

        /// Finds them, places rising.
        void touch(double[] features, int[] places, double[] weights) {
            int end = 0;
            for (int i = 0; i < knots.length; i++) {
                double[] at = knots[i];
                if (at.length == 1) {
                    places[end] = first[i];
                    weights[end++] = 1.0;
                    continue;
                }
                int piece = piece(at, features[i]);
                double share = Math.clamp((features[i] - at[piece]) / (at[piece + 1] - at[piece]), 0.0, 1.0);
                places[end] = first[i] + piece;
                weights[end++] = 1.0 - share;
                places[end] = first[i] + piece + 1;
                weights[end++] = share;
            }
            places[end] = intercept();
            weights[end] = 1.0;
        }

        /// The piece that a value is in, or the nearest.
        private static int piece(double[] at, double value) {
            int low = 1;
            int high = at.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (at[middle] <= value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low - 1;
        }
    }
}
