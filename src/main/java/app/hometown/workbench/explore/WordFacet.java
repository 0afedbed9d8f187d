// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Streams;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A column of words, one a row: filtered by a set of them, counted word by word.
public final class WordFacet extends Facet {
    private static final int ROWS_AT_ONCE = 1 << 14;
    private static final int FEW = 256;

    private final List<String> words;
    private final byte[] few;
    private final int[] many;

    private WordFacet(String key, List<String> words, byte[] few, int[] many) {
        super(key);
        this.words = words;
        this.few = few;
        this.many = many;
    }

    /// Copies the codes of all rows once, on all cores.
    ///
    /// @param words by code
    /// @param code of a row
    static WordFacet of(String key, int size, List<String> words, IntUnaryOperator code) {
        boolean small = words.size() <= FEW;
        byte[] few = new byte[small ? size : 0];
        int[] many = new int[small ? 0 : size];
        IntStream.range(0, Math.ceilDiv(size, ROWS_AT_ONCE)).parallel().forEach(part -> {
            int to = Math.min(size, (part + 1) * ROWS_AT_ONCE);
            for (int row = part * ROWS_AT_ONCE; row < to; row++) {
                if (small) {
                    few[row] = (byte) code.applyAsInt(row);
                } else {
                    many[row] = code.applyAsInt(row);
                }
            }
        });
        return new WordFacet(key, words, few, many);
    }

    /// The same column of a later snapshot.
    ///
    /// @param changes the rows whose codes may have changed
    WordFacet with(IntUnaryOperator code, Collection<Streams.Change> changes) {
        byte[] ownFew = few.clone();
        int[] ownMany = many.clone();
        for (Streams.Change change : changes) {
            if (few.length > 0) {
                ownFew[change.row()] = (byte) code.applyAsInt(change.row());
            } else {
                ownMany[change.row()] = code.applyAsInt(change.row());
            }
        }
        return new WordFacet(key(), words, ownFew, ownMany);
    }

    /// The words by their place in the counts.
    public List<String> words() {
        return words;
    }

    @Override
    public int bins() {
        return words.size();
    }

    @Override
    @Nullable
    Object condition(Filter filter) {
        return filter.chosen(key());
    }

    @Override
    void mark(Filter filter, short[] fails, int bit, int from, int to) {
        boolean[] shut = shut(words, filter.chosen(key()));
        if (few.length > 0) {
            for (int row = from; row < to; row++) {
                fails[row] = with(fails[row], bit, shut[few[row] & 0xFF]);
            }
        } else {
            for (int row = from; row < to; row++) {
                fails[row] = with(fails[row], bit, shut[many[row]]);
            }
        }
    }

    /// By code, whether a word is not among the chosen.
    static boolean[] shut(List<String> words, @Nullable Set<String> chosen) {
        boolean[] shut = new boolean[words.size()];
        for (int code = 0; code < shut.length; code++) {
            shut[code] = chosen != null && !chosen.contains(words.get(code));
        }
        return shut;
    }

    @Override
    void count(int[] rows, int number, int[] counts) {
        if (few.length > 0) {
            for (int n = 0; n < number; n++) {
                counts[few[rows[n]] & 0xFF]++;
            }
        } else {
            for (int n = 0; n < number; n++) {
                counts[many[rows[n]]]++;
            }
        }
    }
}
