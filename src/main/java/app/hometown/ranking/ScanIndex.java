// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import java.util.OptionalDouble;

/// Scores every live stream one by one: slow, plain and so the truth that every other index is checked against.
public final class ScanIndex implements RankingIndex {
    /// Some 30 ms of work.
    private static final int ROWS_PER_STEP = 1 << 17;

    private final Catalog catalog;
    private final IdOrder ids;

    /// @param catalog whose streams are ranked
    public ScanIndex(Catalog catalog) {
        this.catalog = catalog;
        ids = new IdOrder(catalog.streams().ids());
    }

    @Override
    public Hits hits(Viewer viewer, Ranker ranker, int k) {
        return hits(viewer, ranker, k, Progress.NONE);
    }

    /// The same, told how many streams are done.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    Hits hits(Viewer viewer, Ranker ranker, int k, Progress progress) {
        Streams streams = catalog.streams();
        Scorer scorer = new Scorer(viewer, streams, ranker);
        TopK top = new TopK(k, ids);
        double[] distancesKm = new double[streams.size()];
        for (int row = 0; row < distancesKm.length; row++) {
            if (row % ROWS_PER_STEP == 0) {
                progress.done(row);
            }
            distancesKm[row] = streams.live(row) ? scorer.distanceKm(row) : Double.NaN;
        }
        OptionalDouble radiusKm = Reach.settle(ranker.scoring(), k, radius -> {
            int inside = 0;
            for (double distanceKm : distancesKm) {
                if (distanceKm <= radius) {
                    inside++;
                }
            }
            return inside;
        });
        double limitKm = radiusKm.orElse(Double.POSITIVE_INFINITY);
        for (int row = 0; row < distancesKm.length; row++) {
            if (row % ROWS_PER_STEP == 0) {
                progress.done(row);
            }
            if (distancesKm[row] <= limitKm) {
                top.offer(row, scorer.score(row, distancesKm[row]), distancesKm[row]);
            }
        }
        int live = streams.liveCount();
        return top.hits(scorer, radiusKm, new Hits.Work(0, live, live));
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }
}
