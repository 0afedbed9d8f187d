// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.ranking.Ranker;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.util.Optional;
import java.util.OptionalDouble;

/// A ranker with the data and the model of one session, ready to rank; or why it cannot. Immutable, for any thread.
public sealed interface ResolvedRanker {
    /// Ranks by the formula.
    ///
    /// @param ranker scoring and click model
    /// @param note what a person should know about it
    record Formula(Ranker ranker, Optional<String> note) implements ResolvedRanker {}

    /// Ranks by what the data's samples know.
    ///
    /// @param data the open data
    /// @param reach whose radius and expansion say which streams are candidates
    record TrueClickRanker(OpenData data, Scoring reach) implements ResolvedRanker {
        static ResolvedRanker of(Session session) {
            return new TrueClickRanker(session.requireData(), session.scoring());
        }
    }

    /// It cannot rank.
    ///
    /// @param why what is the matter, a sentence without full stop
    /// @param remedy what to do about it, a sentence
    record Missing(String why, String remedy) implements ResolvedRanker {}

    /// The formula behind it, where there is one: what can be explained feature by feature and tipped.
    default Optional<Ranker> formula() {
        return this instanceof Formula formula ? Optional.of(formula.ranker()) : Optional.empty();
    }

    /// The same among candidates of another radius.
    ///
    /// @param radiusKm empty means the whole world
    default ResolvedRanker within(OptionalDouble radiusKm) {
        return switch (this) {
            case Formula(Ranker ranker, Optional<String> note) ->
                new Formula(new Ranker(ranker.name(), ranker.scoring().within(radiusKm), ranker.clickModel()), note);
            case TrueClickRanker(OpenData data, Scoring reach) -> new TrueClickRanker(data, reach.within(radiusKm));
            case Missing missing -> missing;
        };
    }
}
