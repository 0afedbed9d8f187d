// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.InputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A way to learn a click model.
public enum Algorithm {
    /// Logistic regression on the raw features: one coefficient a feature.
    LOGISTIC("logistic"),
    /// A sum of one curve a feature on the scale of log-odds: bends where the data bends and stays explainable.
    ADDITIVE("additive"),
    /// Many small trees, each mending what those before it got wrong.
    BOOSTED_TREES("boosted-trees"),
    /// The mean of many deep trees, each grown on other rows and features.
    RANDOM_FOREST("random-forest");

    private final String id;

    Algorithm(String id) {
        this.id = id;
    }

    /// Its name on the command line and in model files.
    public String id() {
        return id;
    }

    /// The algorithm of a name.
    ///
    /// @param where what to call the place of the name in an error
    /// @throws InputException when there is none
    public static Algorithm of(String where, String id) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        where,
                        "there is no algorithm \"" + id + "\" here",
                        "Known are: "
                                + Arrays.stream(values()).map(Algorithm::id).collect(Collectors.joining(", ")) + "."));
    }
}
