// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// A column of single values whatever they are, as String, Long, Double or Boolean: for files of which nobody knows yet
/// what they mean. A dictionary entry becomes one object, however many rows refer to it. Bytes that are no text count
/// as
/// no value.
final class ValueColumn extends Column {
    private final @Nullable Object[] values = new Object[BATCH];
    private @Nullable Object[] entries = new Object[0];
    private @Nullable Dictionary dictionary;
    private boolean unsigned;
    private int scale = -1;
    private int row;

    ValueColumn(String name) {
        super(name, false);
    }

    /// The value of a row of the batch, or null.
    @Nullable
    Object value(int at) {
        return values[at];
    }

    @Override
    String needed() {
        return "a text, a number or a boolean";
    }

    @Override
    boolean accepts(PrimitiveType leaf) {
        return ColumnShape.isText(leaf)
                || ColumnShape.isInteger(leaf)
                || ColumnShape.isFloating(leaf)
                || ColumnShape.decimalScale(leaf) >= 0
                || leaf.getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN;
    }

    @Override
    void bind(ColumnShape shape) {
        unsigned = ColumnShape.isUnsigned(shape.leaf());
        scale = ColumnShape.decimalScale(shape.leaf());
    }

    @Override
    void begin(FlatPages next) {
        super.begin(next);
        dictionary = next.dictionary();
        entries = new Object[dictionary == null ? 0 : dictionary.getMaxId() + 1];
    }

    @Override
    void read(ColumnReader from, int rows) {
        int full = from.getDescriptor().getMaxDefinitionLevel();
        Arrays.fill(values, 0, rows, null);
        for (row = 0; row < rows; row++) {
            if (from.getCurrentDefinitionLevel() == full) {
                from.writeCurrentValueToConverter();
            }
            from.consume();
        }
    }

    @Override
    void read(FlatPages from, int rows) throws IOException {
        Arrays.fill(values, 0, rows, null);
        for (int start = 0; start < rows; ) {
            int stretch = from.next(rows - start);
            Dictionary known = from.coded() ? dictionary : null;
            int[] codes = known == null ? new int[0] : from.codes();
            int taken = 0;
            for (int n = 0; n < stretch; n++) {
                row = start + n;
                if (!from.has(n)) {
                    continue;
                }
                if (known == null) {
                    from.take(this);
                } else {
                    takeEntry(known, codes[taken++], from.type());
                }
            }
            start += stretch;
        }
    }

    private void takeEntry(Dictionary known, int code, PrimitiveTypeName type) {
        if (entries[code] == null) {
            switch (type) {
                case INT32 -> addInt(known.decodeToInt(code));
                case INT64 -> addLong(known.decodeToLong(code));
                case FLOAT -> addFloat(known.decodeToFloat(code));
                case DOUBLE -> addDouble(known.decodeToDouble(code));
                default -> addBinary(known.decodeToBinary(code));
            }
            entries[code] = values[row];
        }
        values[row] = entries[code];
    }

    @Override
    public void addBinary(Binary value) {
        byte[] bytes = value.getBytes();
        if (scale >= 0) {
            values[row] = new BigDecimal(new BigInteger(bytes), scale).doubleValue();
        } else if (IdColumn.isUtf8(bytes, 0, bytes.length)) {
            values[row] = value.toStringUsingUTF8();
        }
    }

    @Override
    public void addBoolean(boolean value) {
        values[row] = value;
    }

    @Override
    public void addDouble(double value) {
        values[row] = value;
    }

    @Override
    public void addFloat(float value) {
        values[row] = (double) value;
    }

    @Override
    public void addInt(int value) {
        addLong(unsigned ? Integer.toUnsignedLong(value) : value);
    }

    @Override
    public void addLong(long value) {
        if (scale > 0) {
            values[row] = BigDecimal.valueOf(value, scale).doubleValue();
        } else if (unsigned && value < 0) {
            values[row] = Long.toUnsignedString(value);
        } else {
            values[row] = value;
        }
    }

    @Override
    String shown(int at) {
        return String.valueOf(values[at]);
    }
}
