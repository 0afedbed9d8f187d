// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// A column of words: one a row, or, where a row has several, any number of them.
public final class WordColumn implements DataColumn {
    /// The code of a word that is not known.
    static final int UNKNOWN = -1;

    private final ColumnKey key;
    private final List<String> words;
    private final boolean flag;
    private final Reader reader;
    private final @Nullable Several several;

    /// Reads the codes of some rows.
    interface Reader {
        /// Reads them.
        ///
        /// @param rows the first `count` of them are read
        /// @param codes filled: places in the words, or [#UNKNOWN]
        void read(int[] rows, int count, int[] codes);
    }

    /// Rows that have any number of words.
    ///
    /// @param count how many words a row has
    /// @param code of the n-th word of a row
    record Several(IntUnaryOperator count, Code code) {}

    /// Finds the code of a word.
    interface Code {
        int of(int row, int n);
    }

    WordColumn(ColumnKey key, List<String> words, boolean flag, Reader reader, @Nullable Several several) {
        this.key = key;
        this.words = List.copyOf(words);
        this.flag = flag;
        this.reader = reader;
        this.several = several;
    }

    @Override
    public ColumnKey key() {
        return key;
    }

    @Override
    public boolean filtered() {
        return true;
    }

    /// The words by code.
    public List<String> words() {
        return words;
    }

    /// Whether it says yes or no; yes is the first word.
    public boolean flag() {
        return flag;
    }

    /// Whether a row may have several words; it counts for each of them.
    public boolean several() {
        return several != null;
    }

    @Nullable
    Several severalWords() {
        return several;
    }

    /// Reads the codes of some rows; not of a column that has several a row.
    void read(int[] rows, int count, int[] codes) {
        reader.read(rows, count, codes);
    }

    /// The same for the samples of a join.
    ///
    /// @param rowOf row of a sample's user or stream, negative where there is none
    WordColumn joined(IntUnaryOperator rowOf) {
        Several own = several;
        Several theirs = own == null
                ? null
                : new Several(
                        row -> rowOf.applyAsInt(row) < 0 ? 0 : own.count().applyAsInt(rowOf.applyAsInt(row)),
                        (row, n) -> own.code().of(rowOf.applyAsInt(row), n));
        return new WordColumn(
                key,
                words,
                flag,
                (rows, count, codes) -> {
                    int[] of = new int[count];
                    for (int n = 0; n < count; n++) {
                        of[n] = Math.max(0, rowOf.applyAsInt(rows[n]));
                    }
                    reader.read(of, count, codes);
                    for (int n = 0; n < count; n++) {
                        if (rowOf.applyAsInt(rows[n]) < 0) {
                            codes[n] = UNKNOWN;
                        }
                    }
                },
                theirs);
    }
}
