// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Vector;
import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The index behind [RankingIndex#of]: the packed tree, and the counts that decide on expansion.
///
/// Changes of single streams leave the tree as it is. Their rows are marked as outdated, the search passes them over,
/// and those of them that are live are packed afresh into a second, small tree that is searched first. So every bound
/// stays true, and an index is as immutable as its catalog.
final class TreeIndex implements LiveIndex {
    /// The share of the streams that may be outdated before a rebuild pays, and how many always may: the second tree
    /// is packed anew at each change, 0.5 µs a stream that changed since, and with a second tree of 3,900 streams
    /// beside
    /// a million a request takes 1.7 times as long.
    private static final int OUTDATED_SHARE = 256;

    private static final int OUTDATED_ALWAYS = 1000;

    /// Of so few streams it is cheaper to count those within a radius one by one, 2 ns each, than to search it in vain:
    /// of 500, within 250 km and its doubles, a request takes 0.72 to 0.86 times as long, and its 99th percentile
    /// 0.55;
    /// of 2,000 the median is 1.1 times as long.
    private static final int FEW_STREAMS = 1000;

    private final Catalog catalog;
    private final IndexPart main;
    private final @Nullable IndexPart changed;
    private final @Nullable BitSet outdated;
    private final CountGrid counts;

    private TreeIndex(
            Catalog catalog, IndexPart main, @Nullable IndexPart changed, @Nullable BitSet outdated, CountGrid counts) {
        this.catalog = catalog;
        this.main = main;
        this.changed = changed;
        this.outdated = outdated;
        this.counts = counts;
    }

    static TreeIndex of(Catalog catalog, Progress progress) {
        IndexPart main = new IndexPart(PackedTree.of(catalog, progress));
        return new TreeIndex(catalog, main, null, null, new CountGrid(catalog.streams()));
    }

    @Override
    public TreeIndex with(Collection<Streams.Change> changes) {
        Catalog newer = catalog.with(catalog.streams().with(changes));
        if (changes.stream().allMatch(change -> scoresAlike(catalog.streams(), newer.streams(), change.row()))) {
            // Only what is shown has changed, such as current viewers.
            return new TreeIndex(newer, main, changed, outdated, counts);
        }
        BitSet rows = outdated == null ? new BitSet() : (BitSet) outdated.clone();
        Streams packed = main.tree().streams();
        changes.forEach(change -> rows.set(change.row(), !scoresAlike(packed, newer.streams(), change.row())));
        if (rows.isEmpty()) {
            return new TreeIndex(newer, main, null, null, counts);
        }
        int[] live = rows.stream().filter(newer.streams()::live).toArray();
        IndexPart fresh = new IndexPart(main.tree().packed(newer, live));
        return new TreeIndex(newer, main, fresh, rows, counts);
    }

    private static boolean scoresAlike(Streams one, Streams other, int row) {
        return one.live(row) == other.live(row) && one.avgViewerCount(row) == other.avgViewerCount(row);
    }

    @Override
    public boolean loose() {
        return outdated != null
                && outdated.cardinality()
                        > Math.max(OUTDATED_ALWAYS, catalog.streams().size() / OUTDATED_SHARE);
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public void prepare(Ranker ranker) {
        BoundedClickModel model = bounded(ranker);
        if (model != null) {
            main.terms(model);
        }
    }

    @Override
    public Hits hits(Viewer viewer, Ranker ranker, int k) {
        return new Request(this, viewer, ranker, k).run();
    }

    /// The ranker's model, if it has a bound and it matters.
    static @Nullable BoundedClickModel bounded(Ranker ranker) {
        return ranker.scoring().weights().ml() > 0
                        && ranker.clickModel().orElse(null) instanceof BoundedClickModel model
                ? model
                : null;
    }

    /// Nearly all streams.
    IndexPart main() {
        return main;
    }

    /// Those that changed since the main part was packed, if any.
    @Nullable
    IndexPart changed() {
        return changed;
    }

    /// The rows that the main part no longer speaks for, if any.
    @Nullable
    BitSet outdated() {
        return outdated;
    }

    /// Not less than the number of live streams within a radius, or any number that is not less than `enough`.
    int atMost(double latitude, double longitude, double radiusKm, int enough) {
        int fresh = changed == null ? 0 : changed.tree().size();
        int atMost = fresh + counts.atMost(latitude, longitude, radiusKm, enough - fresh);
        if (atMost < enough || main.tree().size() > FEW_STREAMS) {
            return atMost;
        }
        return fresh + main.tree().atMost(Vector.of(latitude, longitude), radiusKm, enough - fresh);
    }

    /// What the index takes in memory beyond the catalog, without models, bytes.
    long bytes() {
        return main.tree().bytes() + counts.bytes();
    }
}
