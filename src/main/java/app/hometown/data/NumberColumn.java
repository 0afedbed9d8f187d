// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// A column of numbers, counts or flags, whatever numeric type the file stores them in, as doubles. Exact: an integer
/// that a double cannot hold makes its row bad. Decimals become the nearest double.
///
/// A null of an optional column is NaN here.
final class NumberColumn extends Column {
    /// Beyond it not every integer is a double.
    private static final long EXACT = 1L << 53;

    /// Which values a column may hold.
    ///
    /// @param needed what they are, for people
    /// @param least the smallest
    /// @param greatest the largest
    /// @param whole whether they are whole numbers
    /// @param booleans whether true and false stand for 1 and 0
    record Values(String needed, double least, double greatest, boolean whole, boolean booleans) {
        /// Any number within limits.
        static Values numbers(double least, double greatest) {
            return new Values("a number", least, greatest, false, false);
        }

        /// Whole numbers from 0.
        static final Values COUNTS = new Values("a whole number", 0, Integer.MAX_VALUE, true, false);

        /// True or false, 1 or 0.
        static final Values FLAGS = new Values("a boolean or 0/1", 0, 1, true, true);
    }

    private final Values range;
    private final double[] values = new double[BATCH];
    private boolean unsigned;
    private int scale = -1;
    private boolean bulk;
    private double[] entries = new double[0];
    private @Nullable Dictionary dictionary;
    private int row;

    NumberColumn(String name, boolean required, Values range) {
        super(name, required);
        this.range = range;
    }

    /// A required column of numbers within limits.
    static NumberColumn of(String name, double least, double greatest) {
        return new NumberColumn(name, true, Values.numbers(least, greatest));
    }

    /// The number of a row of the batch; NaN where an optional one is null.
    double value(int at) {
        return values[at];
    }

    /// Copies the numbers of rows of the batch.
    ///
    /// @param rows the rows; the first `count` count
    /// @param into filled from `first`
    void copy(int[] rows, int count, double[] into, int first) {
        for (int n = 0; n < count; n++) {
            into[first + n] = values[rows[n]];
        }
    }

    /// The flag of a row of the batch.
    boolean flag(int at) {
        return values[at] == 1.0;
    }

    @Override
    String needed() {
        return range.needed();
    }

    @Override
    boolean accepts(PrimitiveType leaf) {
        return ColumnShape.isFloating(leaf)
                || ColumnShape.isInteger(leaf)
                || ColumnShape.decimalScale(leaf) >= 0
                || (range.booleans() && leaf.getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN);
    }

    @Override
    void bind(ColumnShape shape) {
        unsigned = ColumnShape.isUnsigned(shape.leaf());
        scale = ColumnShape.decimalScale(shape.leaf());
        bulk = scale < 0
                && switch (shape.leaf().getPrimitiveTypeName()) {
                    case DOUBLE, FLOAT, BOOLEAN -> true;
                    case INT32 -> !unsigned;
                    default -> false;
                };
    }

    @Override
    void begin(FlatPages next) {
        super.begin(next);
        dictionary = next.dictionary();
        if (dictionary != null && bulk) {
            entries = new double[dictionary.getMaxId() + 1];
            for (int entry = 0; entry < entries.length; entry++) {
                entries[entry] = switch (next.type()) {
                    case INT32 -> dictionary.decodeToInt(entry);
                    case FLOAT -> dictionary.decodeToFloat(entry);
                    default -> dictionary.decodeToDouble(entry);
                };
            }
        }
    }

    @Override
    void read(FlatPages from, int rows) throws IOException {
        for (int start = 0; start < rows; ) {
            int stretch = from.next(rows - start);
            if (bulk) {
                readBulk(from, start, stretch);
            } else {
                readOneByOne(from, start, stretch);
            }
            start += stretch;
        }
    }

    private void readBulk(FlatPages from, int start, int stretch) {
        int present = from.present();
        if (from.coded()) {
            int[] codes = from.codes();
            for (int n = 0; n < present; n++) {
                values[start + n] = entries[codes[n]];
            }
        } else {
            from.numbers(values, start);
        }
        if (present < stretch) {
            spread(from, start, stretch);
        }
        double least = range.least();
        double greatest = range.greatest();
        boolean whole = range.whole();
        for (int at = start; at < start + stretch; at++) {
            double value = values[at];
            if (!(value >= least && value <= greatest) || (whole && value != Math.rint(value))) {
                if (from.has(at - start)) {
                    row = at;
                    judge(value);
                }
            }
        }
    }

    /// Moves values to their rows, from the last to the first because they only move up, and marks rows without one.
    private void spread(FlatPages from, int start, int stretch) {
        int value = start + from.present();
        for (int n = stretch - 1; n >= 0; n--) {
            if (from.has(n)) {
                values[start + n] = values[--value];
            } else {
                putNull(start + n);
            }
        }
    }

    private void putNull(int at) {
        values[at] = Double.NaN;
        if (required()) {
            fail(at, Fault.NULL);
        }
    }

    private void readOneByOne(FlatPages from, int start, int stretch) {
        Dictionary coded = from.coded() ? dictionary : null;
        int[] codes = from.coded() ? from.codes() : new int[0];
        int taken = 0;
        for (int n = 0; n < stretch; n++) {
            row = start + n;
            if (!from.has(n)) {
                putNull(row);
            } else if (coded == null) {
                from.take(this);
            } else {
                int code = codes[taken++];
                switch (from.type()) {
                    case INT32 -> addInt(coded.decodeToInt(code));
                    case INT64 -> addLong(coded.decodeToLong(code));
                    default -> addBinary(coded.decodeToBinary(code));
                }
            }
        }
    }

    @Override
    void read(ColumnReader from, int rows) {
        int full = from.getDescriptor().getMaxDefinitionLevel();
        for (row = 0; row < rows; row++) {
            if (from.getCurrentDefinitionLevel() == full) {
                from.writeCurrentValueToConverter();
            } else {
                putNull(row);
            }
            from.consume();
        }
    }

    @Override
    public void addDouble(double value) {
        values[row] = value;
        if (!(value >= range.least() && value <= range.greatest()) || (range.whole() && value != Math.rint(value))) {
            judge(value);
        }
    }

    @Override
    public void addFloat(float value) {
        addDouble(value);
    }

    @Override
    public void addBoolean(boolean value) {
        addDouble(value ? 1 : 0);
    }

    @Override
    public void addInt(int value) {
        addLong(unsigned ? Integer.toUnsignedLong(value) : value);
    }

    @Override
    public void addLong(long value) {
        if (scale > 0) {
            addDecimal(BigInteger.valueOf(value));
            return;
        }
        boolean huge = unsigned && value < 0;
        addDouble(huge ? value + 0x1p64 : value);
        if (huge || (Math.abs(value) > EXACT && (value == Long.MAX_VALUE || (long) (double) value != value))) {
            fail(row, Fault.LOSES_DIGITS);
        }
    }

    @Override
    public void addBinary(Binary value) {
        addDecimal(new BigInteger(value.getBytesUnsafe()));
    }

    private void addDecimal(BigInteger unscaled) {
        addDouble(new BigDecimal(unscaled, scale).doubleValue());
    }

    private void judge(double value) {
        if (Double.isNaN(value)) {
            if (required()) {
                fail(row, Fault.NOT_A_NUMBER);
            }
        } else if (Double.isInfinite(value)) {
            fail(row, Fault.INFINITE);
        } else if (value < range.least() || value > range.greatest()) {
            fail(row, Fault.OUT_OF_RANGE);
        } else {
            fail(row, Fault.NOT_WHOLE);
        }
    }

    @Override
    String reason(Fault fault) {
        if (fault != Fault.OUT_OF_RANGE) {
            return super.reason(fault);
        }
        if (range.greatest() == Double.MAX_VALUE) {
            return name() + " is below " + plain(range.least());
        }
        return name() + " is outside " + plain(range.least()) + ".." + plain(range.greatest());
    }

    @Override
    String shown(int at) {
        return Objects.equals(fault(at), Fault.NULL) ? "null" : plain(values[at]);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
