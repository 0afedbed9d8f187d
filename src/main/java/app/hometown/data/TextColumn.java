// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Vocabulary;
import java.io.IOException;
import org.apache.parquet.column.ColumnReader;

/// A column with one text a row: a city, a language, a category.
final class TextColumn extends TermColumn {
    private static final int NONE = -1;

    private final int[] batch = new int[BATCH];
    private int row;

    /// @param integersToo whether integers are as good as text
    TextColumn(String name, boolean required, boolean integersToo) {
        super(name, required, integersToo);
    }

    /// The codes of rows of the batch, which must be good ones, in the column's vocabulary.
    ///
    /// @param rows the rows; the first `count` count
    /// @param codes filled
    void codes(int[] rows, int count, Vocabulary.Builder vocabulary, int[] codes) {
        for (int n = 0; n < count; n++) {
            codes[n] = code(rows[n], vocabulary);
        }
    }

    /// The code of a row of the batch, which must be a good one, in the column's vocabulary.
    int code(int at, Vocabulary.Builder vocabulary) {
        return terms().code(batch[at], vocabulary);
    }

    /// The text of a row of the batch, or "" where it is null.
    String text(int at) {
        return batch[at] < 0 ? "" : terms().text(batch[at]);
    }

    @Override
    String needed() {
        return integersToo() ? "an integer or a string" : "a string";
    }

    @Override
    void read(ColumnReader from, int rows) {
        beginBatch();
        int full = from.getDescriptor().getMaxDefinitionLevel();
        for (row = 0; row < rows; row++) {
            if (from.getCurrentDefinitionLevel() == full) {
                from.writeCurrentValueToConverter();
            } else {
                putFault(Fault.NULL);
            }
            from.consume();
        }
    }

    @Override
    void read(FlatPages from, int rows) throws IOException {
        beginBatch();
        for (int start = 0; start < rows; ) {
            int stretch = from.next(rows - start);
            int[] codes = from.coded() ? from.codes() : null;
            int taken = 0;
            for (int n = 0; n < stretch; n++) {
                row = start + n;
                if (!from.has(n)) {
                    putFault(Fault.NULL);
                } else if (codes != null) {
                    addValueFromDictionary(codes[taken++]);
                } else {
                    from.take(this);
                }
            }
            start += stretch;
        }
    }

    @Override
    void put(int term) {
        batch[row] = term;
        if (term == Terms.NOT_TEXT && required()) {
            fail(row, Fault.NOT_TEXT);
        }
    }

    @Override
    void putFault(Fault fault) {
        batch[row] = NONE;
        if (required()) {
            fail(row, fault);
        }
    }

    @Override
    String shown(int at) {
        Fault fault = fault(at);
        if (fault == Fault.NULL) {
            return "null";
        }
        return batch[at] < 0 ? (fault == null ? "" : "unreadable") : terms().text(batch[at]);
    }
}
