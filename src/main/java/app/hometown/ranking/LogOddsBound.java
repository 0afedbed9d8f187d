// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;

/// A bound that adds up on the logit scale: no pair is likelier than 1 / (1 + e^-z) with
/// z = [#constant] + [#distance] + city + language + category + stream term. A search can look its parts up in tables
/// ([ClickBound]) instead of asking for each pair.
public interface LogOddsBound extends PairBound {
    /// The user's share, with what all roundings of the other parts may add but for those of the stream term, whose
    /// roundings are below a 10⁻¹⁰th of it.
    double constant();

    /// Not less than the shares of all distances from one on. The same for every user of the model.
    double distance(double leastKm);

    /// What a relation to the stream's city adds at most. The same for every user of the model.
    double city(Match match);

    /// What a relation to the stream's language adds at most, likewise.
    double language(Match match);

    /// What a relation to the stream's category adds at most, likewise.
    double category(Match match);
}
