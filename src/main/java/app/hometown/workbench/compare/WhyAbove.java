// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.domain.InputException;
import app.hometown.domain.User;
import app.hometown.ranking.Explanation;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.ScoreGap;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Why one stream is above another for a user, the streams named by their ids.
public final class WhyAbove {
    private final OpenData data;
    private final User user;
    private final int k;
    private final String name;
    private final ResolvedRanker ranker;

    private WhyAbove(OpenData data, User user, int k, String name, ResolvedRanker ranker) {
        this.data = data;
        this.user = user;
        this.k = k;
        this.name = name;
        this.ranker = ranker;
    }

    /// The gap between the scores of two candidates.
    ///
    /// @param k how many streams are asked for: with the radius it says which are candidates
    /// @param radiusKm the radius asked for; empty means the whole world
    /// @param a id of the one
    /// @param b id of the other
    /// @throws InputException when the ranker cannot rank, an id is unknown or names no candidate, or both are the
    /// same
    public static ScoreGap of(
            Session session,
            RankerDefinition definition,
            User user,
            int k,
            OptionalDouble radiusKm,
            String a,
            String b) {
        if (a.equals(b)) {
            throw new InputException("stream " + a, "is named twice", "Name two different streams.");
        }
        ResolvedRanker ranker = definition.resolve(session).within(radiusKm);
        if (ranker instanceof ResolvedRanker.Missing(String why, String remedy)) {
            throw new InputException("ranker " + definition.name(), why, remedy);
        }
        WhyAbove question = new WhyAbove(session.requireData(), user, k, definition.name(), ranker);
        int rowA = question.row(a);
        int rowB = question.row(b);
        return ScoreGap.between(question.explanation(a, rowA), question.explanation(b, rowB));
    }

    private Explanation explanation(String id, int row) {
        Catalog catalog = data.catalog();
        if (!catalog.streams().live(row)) {
            throw notCandidate(id, "is off the air", "Only live streams are ranked.");
        }
        return switch (ranker) {
            case ResolvedRanker.Formula(Ranker formula, var _) -> {
                Explanation explanation = Explanation.of(user, catalog, formula, row);
                double radiusKm = data.index().top(user, formula, k).radiusKm().orElse(Double.POSITIVE_INFINITY);
                if (explanation.distanceKm() > radiusKm) {
                    throw notCandidate(
                            id,
                            String.format(
                                    Locale.ROOT,
                                    "is not a candidate: it is %,.1f km from %s, and streams within %,.0f km are"
                                            + " ranked",
                                    explanation.distanceKm(),
                                    user.id(),
                                    radiusKm),
                            "Give a larger radius, as in --radius-km world.");
                }
                yield explanation;
            }
            default ->
                ranker.top(user, data, catalog.streams().size()).stream()
                        .flatMap(ranking -> ranking.entries().stream())
                        .filter(entry -> entry.row() == row)
                        .findFirst()
                        .map((Ranking.Entry entry) -> ranker.explain(name, user, catalog, entry))
                        .orElseThrow(() -> notCandidate(
                                id,
                                "is not ranked by " + name + " for " + user.id(),
                                "It ranks the streams that the samples show to the user, within the radius."));
        };
    }

    private int row(String id) {
        Identifiers ids = data.catalog().streams().ids();
        int row = ids.indexOf(id);
        if (row < 0) {
            List<String> nearest = ids.nearest(id, 3);
            throw notCandidate(
                    id,
                    "there is no such stream among the " + ids.size() + " loaded",
                    nearest.isEmpty()
                            ? "Streams are named like " + ids.get(0) + "."
                            : "Did you mean " + String.join(", ", nearest) + "?");
        }
        return row;
    }

    private static InputException notCandidate(String id, String what, String remedy) {
        return new InputException("stream " + id, what, remedy);
    }
}
