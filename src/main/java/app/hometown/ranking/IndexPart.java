// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A packed tree and the stream terms of the models that were asked for last. Shared by an index and those that changes
/// have made of it. Safe to use from any thread; only a model's first request waits for the pass over the streams.
final class IndexPart {
    /// The active model and the one it is compared with, and one to spare while they change.
    private static final int MODELS = 3;

    private record Known(BoundedClickModel model, ModelTerms terms) {}

    private final PackedTree tree;
    private volatile List<Known> known = List.of();

    IndexPart(PackedTree tree) {
        this.tree = tree;
    }

    PackedTree tree() {
        return tree;
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
                made = ModelTerms.of(tree, model);
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
}
