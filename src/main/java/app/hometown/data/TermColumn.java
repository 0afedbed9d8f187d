// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.util.Arrays;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// A column whose values are text, or integers that stand for themselves as text. Values come as [Terms]; a dictionary
/// entry is looked up once, however many rows refer to it.
abstract class TermColumn extends Column {
    private static final int UNKNOWN = -2;

    private final boolean integersToo;
    private final Terms terms = new Terms();
    private int[] dictionaryTerms = new int[0];
    private @Nullable Dictionary dictionary;
    private PrimitiveTypeName stored = PrimitiveTypeName.BINARY;
    private boolean integer;
    private boolean unsigned;
    private int lastTerm = UNKNOWN;

    /// @param integersToo whether integers are as good as text
    TermColumn(String name, boolean required, boolean integersToo) {
        super(name, required);
        this.integersToo = integersToo;
    }

    /// The values of the batch.
    final Terms terms() {
        return terms;
    }

    /// Whether the file holds integers.
    final boolean integer() {
        return integer;
    }

    final boolean integersToo() {
        return integersToo;
    }

    /// Takes the next value.
    ///
    /// @param term its term, or [Terms#NOT_TEXT]
    abstract void put(int term);

    /// Takes a number that stands for no integer.
    abstract void putFault(Fault fault);

    /// Begins a batch.
    final void beginBatch() {
        if (terms.trim()) {
            Arrays.fill(dictionaryTerms, UNKNOWN);
        }
    }

    @Override
    boolean accepts(PrimitiveType leaf) {
        return ColumnShape.isText(leaf)
                || (integersToo && (ColumnShape.isInteger(leaf) || ColumnShape.isFloating(leaf)));
    }

    @Override
    void begin(FlatPages next) {
        super.begin(next);
        if (next.dictionary() != null) {
            setDictionary(next.dictionary());
        }
    }

    @Override
    void bind(ColumnShape shape) {
        stored = shape.leaf().getPrimitiveTypeName();
        integer = stored != PrimitiveTypeName.BINARY;
        unsigned = ColumnShape.isUnsigned(shape.leaf());
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary next) {
        dictionary = next;
        dictionaryTerms = new int[next.getMaxId() + 1];
        Arrays.fill(dictionaryTerms, UNKNOWN);
    }

    @Override
    public void addValueFromDictionary(int id) {
        int term = dictionaryTerms[id];
        if (term >= 0) {
            put(term);
            return;
        }
        Dictionary entries = dictionary;
        if (entries == null) {
            throw new IllegalStateException("no dictionary");
        }
        switch (stored) {
            case BINARY -> addBinary(entries.decodeToBinary(id));
            case INT32 -> addInt(entries.decodeToInt(id));
            case INT64 -> addLong(entries.decodeToLong(id));
            case FLOAT -> addFloat(entries.decodeToFloat(id));
            default -> addDouble(entries.decodeToDouble(id));
        }
        dictionaryTerms[id] = lastTerm;
    }

    private void found(int term) {
        lastTerm = term;
        put(term);
    }

    @Override
    public void addBinary(Binary value) {
        found(terms.of(value));
    }

    @Override
    public void addInt(int value) {
        found(terms.of(unsigned ? Integer.toUnsignedLong(value) : value));
    }

    @Override
    public void addLong(long value) {
        if (unsigned && value < 0) {
            found(terms.of(Binary.fromString(Long.toUnsignedString(value))));
        } else {
            found(terms.of(value));
        }
    }

    @Override
    public void addFloat(float value) {
        addDouble(value);
    }

    /// Integers that a table with gaps was forced to keep as floating-point numbers.
    @Override
    public void addDouble(double value) {
        if (Double.isNaN(value)) {
            lastTerm = UNKNOWN;
            putFault(Fault.NOT_A_NUMBER);
        } else if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            lastTerm = UNKNOWN;
            putFault(Double.isInfinite(value) ? Fault.INFINITE : Fault.NOT_WHOLE);
        } else {
            found(terms.of((long) value));
        }
    }
}
