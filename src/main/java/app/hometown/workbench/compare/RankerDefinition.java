// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.ranking.Ranker;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import java.util.Locale;
import java.util.Optional;

/// A ranker as the analyst names it, before data and model are known. What its files say is read when it is defined
/// ([RankerNames]), so a definition is a value: immutable, and the same whatever becomes of the files.
public sealed interface RankerDefinition {
    /// *basic* by the session's scoring.
    RankerDefinition BASIC = new BuiltIn(Kind.BASIC);

    /// *ml* by the session's scoring and model.
    RankerDefinition ML = new BuiltIn(Kind.ML);

    /// The nearest first.
    RankerDefinition NEAREST = new BuiltIn(Kind.NEAREST);

    /// The most watched first.
    RankerDefinition POPULAR = new BuiltIn(Kind.POPULAR);

    /// By the true click probabilities of the data's samples, where they are known.
    RankerDefinition IDEAL = new BuiltIn(Kind.IDEAL);

    /// How it is called in lists, files and on the command line; different within a lineup.
    String name();

    /// What it ranks with in a session, or why it cannot. Numbers and model that the definition does not have are the
    /// session's. Quick; only the first ranking by *ideal* reads a file.
    ResolvedRanker resolve(Session session);

    /// The rankers that need no file.
    enum Kind {
        BASIC,
        ML,
        NEAREST,
        POPULAR,
        IDEAL;

        /// Its name for people and files.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A ranker that needs no file.
    ///
    /// @param kind which
    record BuiltIn(Kind kind) implements RankerDefinition {
        /// More points than viewers can give.
        private static final double NO_CAP = 1e9;

        private static final double VIEWERS_PER_POINT = 1000;

        @Override
        public String name() {
            return kind.key();
        }

        @Override
        public ResolvedRanker resolve(Session session) {
            Scoring scoring = session.scoring();
            return switch (kind) {
                case BASIC -> new ResolvedRanker.Formula(Ranker.basic(scoring), Optional.empty());
                case ML ->
                    switch (session.model()) {
                        case ModelState.Active active ->
                            new ResolvedRanker.Formula(Ranker.ml(scoring, active.model()), Optional.empty());
                        case ModelState.Missing(String why, String remedy) -> new ResolvedRanker.Missing(why, remedy);
                    };
                case NEAREST ->
                    formula(scoring, new Scoring.Weights(1, 0, 0), new Scoring.Base(0, 0, 0, 1, 0, 1, 0, 0));
                case POPULAR ->
                    formula(
                            scoring,
                            new Scoring.Weights(0, 1, 0),
                            new Scoring.Base(0, 0, 0, VIEWERS_PER_POINT, NO_CAP, 1, 0, 0));
                case IDEAL -> ResolvedRanker.TrueClickRanker.of(session);
            };
        }

        /// By other weights among the same candidates.
        private ResolvedRanker formula(Scoring session, Scoring.Weights weights, Scoring.Base base) {
            Scoring scoring = new Scoring(weights, base, session.radiusKm(), session.expand());
            return new ResolvedRanker.Formula(new Ranker(name(), scoring, Optional.empty()), Optional.empty());
        }
    }

    /// A ranker with numbers or a model of its own.
    ///
    /// @param name the analyst's name for it
    /// @param scoring its own numbers; empty for the session's
    /// @param click where its click term comes from
    record Custom(String name, Optional<NamedScoring> scoring, Click click) implements RankerDefinition {
        @Override
        public ResolvedRanker resolve(Session session) {
            Scoring numbers = scoring.map(NamedScoring::scoring).orElse(session.scoring());
            return switch (click) {
                case Click.None _ ->
                    new ResolvedRanker.Formula(new Ranker(name, numbers, Optional.empty()), Optional.empty());
                case Click.Own own ->
                    new ResolvedRanker.Formula(
                            new Ranker(name, numbers, Optional.of(own.model().model())), Optional.empty());
                case Click.Active _ ->
                    new ResolvedRanker.Formula(
                            new Ranker(name, numbers, session.model().clickModel()), withoutModel(numbers, session));
            };
        }

        private static Optional<String> withoutModel(Scoring numbers, Session session) {
            return session.model() instanceof ModelState.Missing(String why, String _)
                            && numbers.weights().ml() != 0
                    ? Optional.of("without the click term: " + why)
                    : Optional.empty();
        }
    }

    /// Numbers and where they came from.
    ///
    /// @param source a preset's name or a file
    /// @param scoring the numbers
    record NamedScoring(String source, Scoring scoring) {}

    /// Where a click term comes from.
    sealed interface Click {
        /// The session's model, if it has one; without one the term is 0, which is said.
        record Active() implements Click {}

        /// There is none.
        record None() implements Click {}

        /// A model of its own.
        ///
        /// @param model which
        record Own(OwnModel model) implements Click {}
    }
}
