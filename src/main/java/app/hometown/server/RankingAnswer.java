// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.ranking.Breakdown;
import app.hometown.ranking.Hits;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.RankingIndex;
import app.hometown.ranking.Scorer;
import app.hometown.ranking.Viewer;
import org.eclipse.jetty.http.HttpStatus;

/// Ranks for users of one snapshot and writes down what came out: bare rows from the index straight into bytes, without
/// the values that people look at.
final class RankingAnswer {
    private static final int SCORE_DECIMALS = 3;
    private static final int DISTANCE_DECIMALS = 1;

    /// Bytes a stream takes, about.
    private static final int STREAM_BYTES = 96;

    private static final int BREAKDOWN_BYTES = 256;

    private final RankingIndex index;
    private final Catalog catalog;
    private final Ranker ranker;
    private final Query query;

    /// @param index of the snapshot
    /// @param ranker with the scoring as the query wants it
    RankingAnswer(RankingIndex index, Ranker ranker, Query query) {
        this.index = index;
        this.catalog = index.catalog();
        this.ranker = ranker;
        this.query = query;
    }

    /// Bytes of an answer, about.
    int expectedBytes() {
        return 16 + query.maxResults() * (query.explain() ? STREAM_BYTES + BREAKDOWN_BYTES : STREAM_BYTES);
    }

    /// The row of a user, or -1 when there is none of that id.
    int row(String userId) {
        return catalog.users().ids().indexOf(userId);
    }

    /// What to say of a user that there is not.
    Problem unknown(String userId) {
        int users = catalog.users().size();
        return Problem.of(
                HttpStatus.NOT_FOUND_404,
                "There is no user " + Problem.told(userId) + " among the " + users + " loaded."
                        + (users == 0
                                ? ""
                                : " Users are named like "
                                        + catalog.users().ids().get(0) + "."));
    }

    /// Writes `"streams":[…]` for a user.
    ///
    /// @param row of the user
    /// @throws Problem.Refusal when a score overflows to no number: the scoring's fault
    void write(int row, JsonBytes json) {
        Viewer viewer = Viewer.of(row, catalog);
        Hits hits = index.hits(viewer, ranker, query.maxResults());
        Streams streams = catalog.streams();
        Scorer scorer = query.explain() ? new Scorer(viewer, streams, ranker) : null;
        json.raw("\"streams\":[");
        for (int i = 0; i < hits.size(); i++) {
            int stream = hits.rows()[i];
            double score = hits.scores()[i];
            double distanceKm = hits.distancesKm()[i];
            if (!Double.isFinite(score)) {
                throw new Problem.Refusal(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "The score of " + streams.ids().get(stream)
                                + " is too large for a number. Use a scoring with smaller weights."));
            }
            json.raw(i == 0 ? "{\"stream_id\":" : ",{\"stream_id\":")
                    .string(streams.ids().get(stream));
            json.raw(",\"city\":").string(catalog.cities().name(streams.city(stream)));
            json.raw(",\"score\":").rounded(score, SCORE_DECIMALS);
            json.raw(",\"distance_km\":").rounded(distanceKm, DISTANCE_DECIMALS);
            if (scorer != null) {
                breakdown(scorer.breakdown(stream, distanceKm), json);
            }
            json.raw("}");
        }
        json.raw("]");
    }

    private static void breakdown(Breakdown terms, JsonBytes json) {
        json.raw(",\"breakdown\":{\"proximity\":").number(terms.proximity());
        json.raw(",\"quality\":").number(terms.quality());
        json.raw(",\"language\":").number(terms.language());
        json.raw(",\"category\":").number(terms.category());
        json.raw(",\"viewers\":").number(terms.viewers());
        json.raw(",\"followers\":").number(terms.followers());
        json.raw(",\"partnered\":").number(terms.partnered());
        json.raw(",\"click\":").number(terms.click()).raw("}");
    }
}
