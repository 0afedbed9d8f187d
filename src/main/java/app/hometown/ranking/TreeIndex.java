// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The index behind [RankingIndex#of]: the packed tree, the counts that decide on expansion, and the stream terms of
/// the models used last. Everything that a request shares with another is immutable; only a model's first request
/// waits for the pass over the streams.
final class TreeIndex implements RankingIndex {
    /// The active model and the one it is compared with, and one to spare while they change.
    private static final int MODELS = 3;

    private record Known(BoundedClickModel model, ModelTerms terms) {}

    private final Catalog catalog;
    private final PackedTree tree;
    private final CountGrid counts;
    private volatile List<Known> known = List.of();

    private TreeIndex(Catalog catalog, PackedTree tree) {
        this.catalog = catalog;
        this.tree = tree;
        counts = new CountGrid(catalog.streams());
    }

    static TreeIndex of(Catalog catalog, Progress progress) {
        return new TreeIndex(catalog, PackedTree.of(catalog, progress));
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Hits hits(Viewer viewer, Ranker ranker, int k) {
        ModelTerms terms = ranker.scoring().weights().ml() > 0
                        && ranker.clickModel().orElse(null) instanceof BoundedClickModel model
                ? terms(model)
                : null;
        Scorer scorer = new Scorer(viewer, catalog.streams(), ranker);
        TopK top = new TopK(k, tree.ids());
        Shortlist shortlist = TreeSearch.narrows(tree, ranker, terms) ? new Shortlist(k, tree.ids()) : null;
        TreeSearch search = new TreeSearch(tree, null, catalog, viewer, ranker, scorer, terms, top, shortlist);
        OptionalDouble radiusKm = Reach.settle(ranker.scoring(), k, new Reach.Within() {
            @Override
            public int count(double radius) {
                top.clear();
                if (shortlist != null) {
                    shortlist.clear();
                }
                search.within(radius);
                return shortlist == null ? top.size() : shortlist.size();
            }

            @Override
            public int atMost(double radius) {
                return counts.atMost(viewer.latitude(), viewer.longitude(), radius, k);
            }
        });
        return shortlist == null
                ? top.hits(scorer, radiusKm, search.work())
                : shortlist.hits(scorer, radiusKm, search.work());
    }

    PackedTree tree() {
        return tree;
    }

    CountGrid counts() {
        return counts;
    }

    /// The model's stream terms, made if it is new.
    ModelTerms terms(BoundedClickModel model) {
        ModelTerms terms = find(model);
        if (terms != null) {
            return terms;
        }
        synchronized (this) {
            ModelTerms made = find(model);
            if (made == null) {
                made = ModelTerms.of(tree, catalog.streams(), model);
                List<Known> newer = new ArrayList<>();
                newer.add(new Known(model, made));
                newer.addAll(known.subList(0, Math.min(known.size(), MODELS - 1)));
                known = List.copyOf(newer);
            }
            return made;
        }
    }

    private @Nullable ModelTerms find(BoundedClickModel model) {
        for (Known one : known) {
            if (one.model() == model) {
                return one.terms();
            }
        }
        return null;
    }

    /// What the index takes in memory beyond the catalog, without models, bytes.
    long bytes() {
        return tree.bytes() + counts.bytes();
    }
}
