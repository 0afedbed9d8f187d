// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Optional;

/// A way to order streams for a user: a scoring and, for the ones that learn, a click model. *basic* and *ml* are two
/// values of it.
///
/// @param name how it is called: `basic`, `ml` or the analyst's own name
/// @param scoring the numbers of the score
/// @param clickModel the model behind the click term; without one the term is 0
public record Ranker(String name, Scoring scoring, Optional<ClickModel> clickModel) {
    /// The name of the ranker without a click model.
    public static final String BASIC = "basic";

    /// The name of the ranker with the active click model.
    public static final String ML = "ml";

    /// Proximity, quality and preferences.
    public static Ranker basic(Scoring scoring) {
        return new Ranker(BASIC, scoring, Optional.empty());
    }

    /// The same plus the learned click probability.
    public static Ranker ml(Scoring scoring, ClickModel model) {
        return new Ranker(ML, scoring, Optional.of(model));
    }
}
