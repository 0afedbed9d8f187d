// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Streams;
import app.hometown.ranking.Hits;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.RankingIndex;
import app.hometown.ranking.Scorer;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.Viewer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/// Lists by a formula, from an index.
///
/// @param index of the catalog whose users are asked for
/// @param ranker scoring and click model
public record FormulaLister(RankingIndex index, Ranker ranker) implements Lister {
    @Override
    public String name() {
        return ranker.name();
    }

    @Override
    public NestedLists lists(int row, Viewer viewer, int most) {
        return NestedLists.of(ranker.scoring(), most, (reach, k) -> find(viewer, reach, k));
    }

    /// The best streams within a radius.
    NestedLists.Piece find(Viewer viewer, Scoring reach, int k) {
        Hits hits = index.hits(viewer, new Ranker(ranker.name(), reach, ranker.clickModel()), k);
        return new NestedLists.Piece(k, hits.rows(), hits.distancesKm());
    }

    @Override
    public Optional<int[]> ordered(int row, Viewer viewer, int[] rows, OptionalDouble radiusKm) {
        Streams streams = index.catalog().streams();
        Scorer scorer = new Scorer(viewer, streams, ranker);
        double limitKm = radiusKm.orElse(Double.POSITIVE_INFINITY);
        return Optional.of(Arrays.stream(rows)
                .mapToObj(stream -> new Scored(stream, scorer.distanceKm(stream), scorer))
                .filter(one -> one.distanceKm <= limitKm)
                .sorted(Comparator.comparingDouble((Scored one) -> -one.score)
                        .thenComparing((one, other) -> streams.ids().compare(one.stream, other.stream)))
                .mapToInt(one -> one.stream)
                .toArray());
    }

    private static final class Scored {
        private final int stream;
        private final double distanceKm;
        private final double score;

        Scored(int stream, double distanceKm, Scorer scorer) {
            this.stream = stream;
            this.distanceKm = distanceKm;
            score = scorer.score(stream, distanceKm);
        }
    }
}
