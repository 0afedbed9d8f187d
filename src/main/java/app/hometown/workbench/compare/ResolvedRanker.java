// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.User;
import app.hometown.ranking.Explanation;
import app.hometown.ranking.GivenRanking;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.TrueClicks;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// A ranker with the data and the model of one session, ready to rank; or why it cannot. Immutable, for any thread.
public sealed interface ResolvedRanker {
    /// Ranks by the formula.
    ///
    /// @param ranker scoring and click model
    /// @param remark what a person should know about it
    record Formula(Ranker ranker, Optional<String> remark) implements ResolvedRanker {}

    /// Ranks by how likely clicks truly are, which the data's samples know for the pairs that they show. Covers the
    /// streams that the samples show to the user, and nobody who is not in the data; what is varied of a user
    /// changes
    /// the candidates only.
    ///
    /// @param clicks what the samples know
    /// @param reach whose radius and expansion say which streams are candidates
    record TrueClickRanker(TrueClicks.ByUser clicks, Scoring reach) implements ResolvedRanker {
        static ResolvedRanker of(Session session) {
            try {
                OpenData data = session.requireData();
                return new TrueClickRanker(data.trueClicks().require(data.catalog()), session.scoring());
            } catch (InputException e) {
                return new Missing(e.where() + ": " + e.what(), e.remedy());
            }
        }

        /// Ranks for a user.
        ///
        /// @param catalog the data whose samples these are
        public Ranking top(User user, Catalog catalog, int k) {
            int row = catalog.users().ids().indexOf(user.id());
            return GivenRanking.of(
                    RankerDefinition.IDEAL.name(),
                    user,
                    catalog,
                    clicks.streams(row),
                    clicks.probabilities(row),
                    reach,
                    k);
        }

        String note(User user, Catalog catalog) {
            int covered = clicks.streams(catalog.users().ids().indexOf(user.id())).length;
            return String.format(
                    Locale.ROOT,
                    "by the true click probability of the %,d streams that the samples show to this user, of %,d",
                    covered,
                    catalog.streams().size());
        }
    }

    /// It cannot rank.
    ///
    /// @param why what is the matter, a sentence without full stop
    /// @param remedy what to do about it, a sentence
    record Missing(String why, String remedy) implements ResolvedRanker {}

    /// The best streams for a user; empty when it cannot rank. Costs an index query.
    ///
    /// @param k how many, at least 1
    default Optional<Ranking> top(User user, OpenData data, int k) {
        return switch (this) {
            case Formula formula -> Optional.of(data.index().top(user, formula.ranker(), k));
            case TrueClickRanker ideal -> Optional.of(ideal.top(user, data.catalog(), k));
            case Missing _ -> Optional.empty();
        };
    }

    /// Why an entry of its ranking has its score.
    ///
    /// @param name what it is called
    default Explanation explain(String name, User user, Catalog catalog, Ranking.Entry entry) {
        return formula()
                .map(ranker -> Explanation.of(user, catalog, ranker, entry.row()))
                .orElseGet(() -> Explanation.of(name, entry));
    }

    /// What a person should know about its ranking for a user: what it covers, what it lacks.
    default Optional<String> note(User user, OpenData data) {
        return switch (this) {
            case Formula formula -> formula.remark();
            case TrueClickRanker ideal -> Optional.of(ideal.note(user, data.catalog()));
            case Missing _ -> Optional.empty();
        };
    }

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
            case TrueClickRanker(TrueClicks.ByUser clicks, Scoring reach) ->
                new TrueClickRanker(clicks, reach.within(radiusKm));
            case Missing missing -> missing;
        };
    }
}
