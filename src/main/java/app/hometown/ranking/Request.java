// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.BitSet;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One request to a [TreeIndex]: searches its trees for ever larger radii until there are enough.
final class Request implements Reach.Within {
    private final TreeIndex index;
    private final Viewer viewer;
    private final Ranker ranker;
    private final int k;
    private final Scorer scorer;
    private final TopK top;
    private final @Nullable Shortlist shortlist;
    private final Search main;
    private final @Nullable Search changed;

    Request(TreeIndex index, Viewer viewer, Ranker ranker, int k) {
        this.index = index;
        this.viewer = viewer;
        this.ranker = ranker;
        this.k = k;
        IdOrder ids = index.main().tree().ids();
        scorer = new Scorer(viewer, index.catalog().streams(), ranker);
        top = new TopK(k, ids);
        BoundedClickModel model = TreeIndex.bounded(ranker);
        shortlist = model != null && TreeSearch.narrows(index.main().tree(), ranker) ? new Shortlist(k, ids) : null;
        main = search(index.main(), model);
        changed = index.changed() == null ? null : search(index.changed(), model);
    }

    private Search search(IndexPart part, @Nullable BoundedClickModel model) {
        BitSet outdated = part == index.main() ? index.outdated() : null;
        if (PlainSearch.fits(part.tree(), ranker)) {
            return new PlainSearch(part.tree(), outdated, index.catalog(), viewer, ranker, scorer, top);
        }
        return new TreeSearch(
                part.tree(),
                outdated,
                index.catalog(),
                viewer,
                ranker,
                scorer,
                model == null ? null : part.terms(model),
                top,
                shortlist);
    }

    /// The best k.
    Hits run() {
        OptionalDouble radiusKm = Reach.settle(ranker.scoring(), k, this);
        Hits.Work work = main.work();
        if (changed != null) {
            work = work.and(changed.work());
        }
        return shortlist == null ? top.hits(scorer, radiusKm, work) : shortlist.hits(scorer, radiusKm, work);
    }

    @Override
    public int atMost(double radiusKm) {
        return index.atMost(viewer.latitude(), viewer.longitude(), radiusKm, k);
    }

    @Override
    public int count(double radiusKm) {
        top.clear();
        if (shortlist != null) {
            shortlist.clear();
        }
        if (changed != null) {
            changed.within(radiusKm);
        }
        main.within(radiusKm);
        return shortlist == null ? top.size() : shortlist.size();
    }
}
