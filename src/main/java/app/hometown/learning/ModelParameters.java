// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.learning.additive.AdditiveModel;
import app.hometown.learning.additive.Curve;
import app.hometown.learning.trees.BoostedTreesModel;
import app.hometown.learning.trees.RandomForestModel;
import app.hometown.learning.trees.Tree;
import app.hometown.ranking.ClickModel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an algorithm learned, in the shape in which a model file keeps it. One record an algorithm.
public sealed interface ModelParameters {
    /// The algorithm that learned it.
    Algorithm algorithm();

    /// The model, ready to be asked. Making it takes as long as there is to read; keep it.
    ///
    /// @throws IllegalStateException or [IllegalArgumentException] when something is missing or not possible: says
    /// what
    ClickModel model();

    /// The record of an algorithm.
    static Class<? extends ModelParameters> of(Algorithm algorithm) {
        return switch (algorithm) {
            case LOGISTIC -> Logistic.class;
            case ADDITIVE -> Additive.class;
            case BOOSTED_TREES -> BoostedTrees.class;
            case RANDOM_FOREST -> RandomForest.class;
        };
    }

    /// Logistic regression.
    ///
    /// @param coefficients on the raw scale, by feature name
    /// @param intercept log-odds where all features are 0
    record Logistic(Map<String, Double> coefficients, double intercept) implements ModelParameters {
        public Logistic {
            coefficients = Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
        }

        /// The parameters of a model.
        public static Logistic of(LogisticModel model) {
            Map<String, Double> coefficients = new LinkedHashMap<>();
            for (Feature feature : Feature.values()) {
                coefficients.put(feature.column(), model.coefficient(feature));
            }
            return new Logistic(coefficients, model.intercept());
        }

        @Override
        public Algorithm algorithm() {
            return Algorithm.LOGISTIC;
        }

        @Override
        public LogisticModel model() {
            double[] inOrder = new double[Feature.COUNT];
            byFeature("coefficient", coefficients)
                    .forEach((feature, coefficient) -> inOrder[feature.ordinal()] = coefficient);
            return new LogisticModel(inOrder, intercept);
        }
    }

    /// A sum of curves.
    ///
    /// @param intercept what the log-odds start from
    /// @param curves what each feature adds, by feature name
    record Additive(double intercept, Map<String, Curve> curves) implements ModelParameters {
        public Additive {
            curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
        }

        @Override
        public Algorithm algorithm() {
            return Algorithm.ADDITIVE;
        }

        @Override
        public AdditiveModel model() {
            return new AdditiveModel(intercept, byFeature("curve", curves));
        }
    }

    /// Boosted trees.
    ///
    /// @param intercept what the log-odds start from
    /// @param trees what each adds to them
    record BoostedTrees(double intercept, List<Tree> trees) implements ModelParameters {
        public BoostedTrees {
            trees = List.copyOf(trees);
        }

        @Override
        public Algorithm algorithm() {
            return Algorithm.BOOSTED_TREES;
        }

        @Override
        public BoostedTreesModel model() {
            return new BoostedTreesModel(intercept, trees);
        }
    }

    /// A random forest.
    ///
    /// @param trees each of whose leaves is a probability
    record RandomForest(List<Tree> trees) implements ModelParameters {
        public RandomForest {
            trees = List.copyOf(trees);
        }

        @Override
        public Algorithm algorithm() {
            return Algorithm.RANDOM_FOREST;
        }

        @Override
        public RandomForestModel model() {
            return new RandomForestModel(trees);
        }
    }

    private static <T> Map<Feature, T> byFeature(String what, Map<String, T> named) {
        if (named.size() > Feature.COUNT) {
            throw new IllegalStateException(what + "s of unknown features among " + named.keySet());
        }
        Map<Feature, T> found = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            T value = named.get(feature.column());
            if (value == null) {
                throw new IllegalStateException("no " + what + " of " + feature.column());
            }
            found.put(feature, value);
        }
        return found;
    }
}
