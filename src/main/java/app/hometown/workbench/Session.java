// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.domain.InputException;
import app.hometown.domain.User;
import app.hometown.evaluation.Comparison;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.explore.Selections;
import java.util.Optional;

/// What is open at one instant: the data, the model and the scoring that belong together. Immutable; every answer comes
/// from one session, never half from the next.
///
/// @param data users and streams, if a folder is open
/// @param model the click model
/// @param scoring the numbers of the score
/// @param selections named rows of the open data
public record Session(Optional<OpenData> data, ModelState model, Scoring scoring, Selections selections) {
    /// With no selection.
    public Session(Optional<OpenData> data, ModelState model, Scoring scoring) {
        this(data, model, scoring, Selections.NONE);
    }

    /// The open data.
    ///
    /// @throws InputException when nothing is open
    public OpenData requireData() {
        return data.orElseThrow(
                () -> new InputException("data", "nothing is open", "Open a data folder or generate data."));
    }

    /// The same with other data; selections stay when it has the same rows.
    Session with(OpenData other) {
        boolean sameRows =
                data.isPresent() && other.catalog().hasRowsOf(data.get().catalog());
        return new Session(Optional.of(other), model, scoring, sameRows ? selections : Selections.NONE);
    }

    /// The same with other selections.
    Session with(Selections other) {
        return new Session(data, model, scoring, other);
    }

    /// *basic* under a scoring.
    public static Ranker basic(Scoring scoring) {
        return Ranker.basic(scoring);
    }

    /// *ml* under a scoring, when there is a model.
    public Optional<Ranker> ml(Scoring scoring) {
        return model.clickModel().map(click -> Ranker.ml(scoring, click));
    }

    /// Ranks for a user by both rankers. The cost is that of two index queries; not for the JavaFX thread.
    ///
    /// @param user anyone
    /// @param scoring the session's own or a variation of it
    /// @param k how many streams, at least 1
    public SideBySide compare(User user, Scoring scoring, int k) {
        var index = requireData().index();
        Ranking basic = index.top(user, basic(scoring), k);
        return new SideBySide(
                user, basic, ml(scoring).map(ranker -> new Comparison(user, basic, index.top(user, ranker, k))), model);
    }

    /// Both rankings for a user, or *basic* alone where there is no model.
    ///
    /// @param user for whom
    /// @param basic the basic ranking
    /// @param comparison basic and ml, when there is a model
    /// @param model the model it was made with
    public record SideBySide(User user, Ranking basic, Optional<Comparison> comparison, ModelState model) {
        /// The ml ranking, when there is a model.
        public Optional<Ranking> ml() {
            return comparison.map(Comparison::b);
        }

        /// Why there is no ml ranking, and what to do; empty when there is one.
        public Optional<String> mlUnavailable() {
            return model instanceof ModelState.Missing(String why, String remedy)
                    ? Optional.of(why + ". " + remedy)
                    : Optional.empty();
        }
    }
}
