// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.ranking.ClickModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an algorithm learned, in the shape in which a model file keeps it. One record an algorithm.
public sealed interface ModelParameters {
    /// The algorithm that learned it.
    Algorithm algorithm();

    /// The model, ready to be asked. Everything in it must be finite.
    ClickModel model();

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
            if (coefficients.size() > Feature.COUNT) {
                throw new IllegalStateException("coefficients of unknown features among " + coefficients.keySet());
            }
            double[] inOrder = new double[Feature.COUNT];
            for (Feature feature : Feature.values()) {
                Double coefficient = coefficients.get(feature.column());
                if (coefficient == null) {
                    throw new IllegalStateException("no coefficient of " + feature.column());
                }
                inOrder[feature.ordinal()] = coefficient;
            }
            return new LogisticModel(inOrder, intercept);
        }
    }
}
