// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.ParquetDecodingException;

/// A column with a list of texts a row. A null list, an empty list and a null element are three things: the first and
/// the last make the row of a required column bad; in an optional one they count as no list and no element.
final class ListColumn extends TermColumn {
    private final int[] ends = new int[BATCH];
    private int[] elements = new int[BATCH * 4];
    private int row;
    private int length;
    private long unread;
    private boolean nullable;
    private int elementLevel;

    /// @param integersToo whether integers are as good as text
    ListColumn(String name, boolean required, boolean integersToo) {
        super(name, required, integersToo);
    }

    /// Copies the codes of a row of the batch, which must be a good one.
    ///
    /// @param into filled from its start, and replaced when too short
    /// @return the filled array
    int[] codes(int at, Vocabulary.Builder vocabulary, int[] into) {
        int count = count(at);
        int[] codes = count <= into.length ? into : new int[count * 2];
        for (int n = 0; n < count; n++) {
            codes[n] = terms().code(elements[start(at) + n], vocabulary);
        }
        return codes;
    }

    /// How many elements a row of the batch has.
    int count(int at) {
        return ends[at] - start(at);
    }

    /// The list of a row of the batch, unmodifiable.
    List<String> texts(int at) {
        if (count(at) == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(count(at));
        for (int n = start(at); n < ends[at]; n++) {
            texts.add(terms().text(elements[n]));
        }
        return List.copyOf(texts);
    }

    @Override
    String needed() {
        return integersToo() ? "a list of integers or of strings" : "a list of strings";
    }

    @Override
    void bind(ColumnShape shape) {
        super.bind(shape);
        nullable = shape.nullable();
        elementLevel = shape.elementLevel();
    }

    @Override
    void begin(ColumnReader next, long values) {
        super.begin(next, values);
        unread = values;
    }

    @Override
    void read(ColumnReader from, int rows) {
        beginBatch();
        int full = from.getDescriptor().getMaxDefinitionLevel();
        length = 0;
        for (row = 0; row < rows; row++) {
            if (unread == 0) {
                throw new ParquetDecodingException("fewer lists than rows");
            }
            do {
                int level = from.getCurrentDefinitionLevel();
                if (level == full) {
                    from.writeCurrentValueToConverter();
                } else if (level >= elementLevel) {
                    putFault(Fault.NULL_ELEMENT);
                } else if (level == 0 && nullable) {
                    putFault(Fault.NULL);
                }
                from.consume();
                unread--;
            } while (unread > 0 && from.getCurrentRepetitionLevel() > 0);
            ends[row] = length;
        }
    }

    @Override
    void read(FlatPages from, int rows) {
        throw new IllegalStateException("a list is not flat");
    }

    @Override
    void end() {
        if (unread != 0) {
            throw new ParquetDecodingException("more lists than rows");
        }
    }

    @Override
    void put(int term) {
        if (term == Terms.NOT_TEXT) {
            putFault(Fault.NOT_TEXT);
            return;
        }
        if (length == elements.length) {
            elements = Arrays.copyOf(elements, Math.multiplyExact(length, 2));
        }
        elements[length++] = term;
    }

    @Override
    void putFault(Fault fault) {
        if (required()) {
            fail(row, fault);
        }
    }

    @Override
    String shown(int at) {
        return fault(at) == Fault.NULL ? "null" : texts(at).toString();
    }

    private int start(int at) {
        return at == 0 ? 0 : ends[at - 1];
    }
}
