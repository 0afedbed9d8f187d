// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Catalog;
import app.hometown.evaluation.Lister;
import app.hometown.evaluation.NestedLists;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.Viewer;
import app.hometown.workbench.compare.ResolvedRanker;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Lists by the true click probabilities of the pairs that the data's samples show, as [ResolvedRanker.TrueClickRanker]
/// gives them.
///
/// @param catalog the data whose samples these are
record TrueClickLister(String name, ResolvedRanker.TrueClickRanker ranker, Catalog catalog) implements Lister {
    @Override
    public NestedLists lists(int row, Viewer viewer, int most) {
        return NestedLists.of(ranker.reach(), most, (reach, k) -> {
            List<Ranking.Entry> entries = new ResolvedRanker.TrueClickRanker(ranker.clicks(), reach)
                    .top(catalog.user(row), catalog, k)
                    .entries();
            return new NestedLists.Piece(
                    k,
                    entries.stream().mapToInt(Ranking.Entry::row).toArray(),
                    entries.stream().mapToDouble(Ranking.Entry::distanceKm).toArray());
        });
    }

    /// All judged streams: their radius is that of the samples, not of the candidates.
    @Override
    public Optional<int[]> ordered(int row, Viewer viewer, int[] rows, OptionalDouble radiusKm) {
        int[] streams = ranker.clicks().streams(row);
        double[] probabilities = ranker.clicks().probabilities(row);
        Map<Integer, Double> known = new HashMap<>();
        for (int i = 0; i < streams.length; i++) {
            known.put(streams[i], probabilities[i]);
        }
        return Optional.of(Arrays.stream(rows)
                .boxed()
                .sorted((one, other) -> {
                    int order = Double.compare(known.getOrDefault(other, 0.0), known.getOrDefault(one, 0.0));
                    return order != 0 ? order : catalog.streams().ids().compare(one, other);
                })
                .mapToInt(Integer::intValue)
                .toArray());
    }
}
