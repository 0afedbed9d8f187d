// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column that rows are filtered by through a set of chosen words, and counted over word by word.
public abstract sealed class ChoiceFacet extends Facet permits WordFacet, LikesFacet {
    private final List<String> words;

    ChoiceFacet(String key, List<String> words) {
        super(key);
        this.words = words;
    }

    /// The words by their place in the counts.
    public final List<String> words() {
        return words;
    }

    @Override
    public final int bins() {
        return words.size();
    }

    @Override
    final @Nullable Object condition(Filter filter) {
        return filter.chosen(key());
    }

    /// By code, whether a word is not among those that a filter chooses.
    final boolean[] shut(Filter filter) {
        Set<String> chosen = filter.chosen(key());
        boolean[] shut = new boolean[words.size()];
        for (int code = 0; code < shut.length; code++) {
            shut[code] = chosen != null && !chosen.contains(words.get(code));
        }
        return shut;
    }
}
