// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Streams;
import java.util.Collection;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// A column of words, one a row: filtered by a set of them, counted word by word.
public final class WordFacet extends ChoiceFacet {
    private static final int ROWS_AT_ONCE = 1 << 14;
    private static final int FEW = 256;

    private final byte[] few;
    private final int[] many;

    private WordFacet(String key, List<String> words, byte[] few, int[] many) {
        super(key, words);
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
        return new WordFacet(key(), words(), ownFew, ownMany);
    }

    @Override
    void mark(Filter filter, short[] fails, int bit, int from, int to) {
        boolean[] shut = shut(filter);
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
