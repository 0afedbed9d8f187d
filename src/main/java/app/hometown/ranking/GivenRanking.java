// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.domain.User;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Ranks streams whose click probabilities for a user are given, not computed. Candidates, expansion and ties are as
/// everywhere: live streams within the radius, which doubles until there are k or the world is covered; equal
/// probabilities by stream id. The score is the probability.
public final class GivenRanking {
    private GivenRanking() {}

    /// Ranks.
    ///
    /// @param name of the ranker
    /// @param user anyone
    /// @param rows distinct rows of the catalog's streams, in any order, live or not
    /// @param probabilities theirs, 0..1
    /// @param reach whose radius and expansion say which of them are candidates
    /// @param k how many, at least 1
    public static Ranking of(
            String name, User user, Catalog catalog, int[] rows, double[] probabilities, Scoring reach, int k) {
        Scorer scorer = new Scorer(Viewer.of(user, catalog), catalog.streams(), Ranker.basic(reach));
        Identifiers ids = catalog.streams().ids();
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (catalog.streams().live(rows[i])) {
                all.add(new Given(rows[i], probabilities[i], scorer.distanceKm(rows[i])));
            }
        }
        OptionalDouble radiusKm = Reach.settle(reach, k, radius ->
                (int) all.stream().filter(one -> one.distanceKm() <= radius).count());
        double limitKm = radiusKm.orElse(Double.POSITIVE_INFINITY);
        List<Given> best = all.stream()
                .filter(one -> one.distanceKm() <= limitKm)
                .sorted((one, other) -> one.probability() == other.probability()
                        ? ids.compare(one.row(), other.row())
                        : Double.compare(other.probability(), one.probability()))
                .limit(k)
                .toList();
        List<Ranking.Entry> entries = new ArrayList<>();
        for (Given one : best) {
            entries.add(new Ranking.Entry(
                    entries.size() + 1,
                    one.row(),
                    ids.get(one.row()),
                    one.probability(),
                    one.distanceKm(),
                    one.probability(),
                    new Breakdown(0, 0, 0, 0, 0, 0, 0, one.probability())));
        }
        return new Ranking(name, k, entries, radiusKm);
    }

    private record Given(int row, double probability, double distanceKm) {}
}
