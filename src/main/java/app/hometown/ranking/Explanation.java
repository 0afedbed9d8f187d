// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a stream has the score it has under a ranker. Immutable.
///
/// @param ranker the ranker's name
/// @param row the stream's row in the catalog
/// @param streamId its id
/// @param distanceKm WGS-84 geodesic distance to the user
/// @param score what it is ordered by
/// @param terms all terms in their order, in points; they sum to the score to within 1e-9 at ordinary sizes
/// @param click what is behind the click term; empty for a ranker without a click model
public record Explanation(
        String ranker,
        int row,
        String streamId,
        double distanceKm,
        double score,
        Map<ScoreTerm, Double> terms,
        Optional<Click> click) {
    public Explanation {
        terms = Collections.unmodifiableMap(new EnumMap<>(terms));
    }

    /// What is behind the click term.
    ///
    /// @param weight points that a certain click would give
    /// @param probability P(click), 0..1; the term is the weight times this
    /// @param logit how the probability comes about; empty when the model does not add up
    public record Click(double weight, double probability, Optional<Logit> logit) {}

    /// A probability on the scale on which its model adds up: P = 1 / (1 + e^-logOdds).
    ///
    /// @param intercept what the log-odds start from
    /// @param contributions one a feature in [Feature]'s order
    /// @param logOdds the sum of all of them
    public record Logit(double intercept, List<Contribution> contributions, double logOdds) {
        public Logit {
            contributions = List.copyOf(contributions);
        }
    }

    /// What a feature adds to the log-odds.
    ///
    /// @param feature which
    /// @param value the pair's value of it
    /// @param logOdds what that adds
    public record Contribution(Feature feature, double value, double logOdds) {}

    /// Explains any stream to any user, live or not, in reach or not. Costs a few microseconds.
    ///
    /// @param row a row of the catalog's streams
    public static Explanation of(User user, Catalog catalog, Ranker ranker, int row) {
        Viewer viewer = Viewer.of(user, catalog);
        Scorer scorer = new Scorer(viewer, catalog.streams(), ranker);
        double distanceKm = scorer.distanceKm(row);
        Optional<Click> click = ranker.clickModel().map(model -> {
            double[] features = new double[Feature.COUNT];
            Features.compute(viewer, catalog.streams(), row, distanceKm, features);
            return new Click(
                    ranker.scoring().weights().ml(),
                    model.probability(features),
                    model instanceof AdditiveClickModel additive
                            ? Optional.of(logit(additive, features))
                            : Optional.empty());
        });
        return new Explanation(
                ranker.name(),
                row,
                catalog.streams().ids().get(row),
                distanceKm,
                scorer.score(row, distanceKm),
                terms(scorer.breakdown(row, distanceKm)),
                click);
    }

    /// The terms of an entry of a ranking, for rankings that no [Ranker] made; nothing of what is behind the click
    /// term.
    ///
    /// @param ranker the name of what ranked
    public static Explanation of(String ranker, Ranking.Entry entry) {
        return new Explanation(
                ranker,
                entry.row(),
                entry.streamId(),
                entry.distanceKm(),
                entry.score(),
                terms(entry.breakdown()),
                Optional.empty());
    }

    private static Map<ScoreTerm, Double> terms(Breakdown breakdown) {
        Map<ScoreTerm, Double> terms = new EnumMap<>(ScoreTerm.class);
        for (ScoreTerm term : ScoreTerm.values()) {
            terms.put(term, term.points(breakdown));
        }
        return terms;
    }

    private static Logit logit(AdditiveClickModel model, double[] features) {
        List<Contribution> contributions = new ArrayList<>();
        double sum = model.intercept();
        for (Feature feature : Feature.values()) {
            double value = features[feature.ordinal()];
            double logOdds = model.contribution(feature, value);
            contributions.add(new Contribution(feature, value, logOdds));
            sum += logOdds;
        }
        return new Logit(model.intercept(), contributions, sum);
    }

    /// The points of a term.
    public double points(ScoreTerm term) {
        return terms.getOrDefault(term, 0.0);
    }
}
