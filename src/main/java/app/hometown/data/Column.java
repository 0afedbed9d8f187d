// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// One column of a file, decoded a batch of rows at a time into arrays that the next batch overwrites. The reader of
/// the Parquet library hands each value to it, by the type the file stores or by its place in the dictionary; where
/// [FlatPages] can read a row group, it is asked for many values at a time instead.
///
/// Not safe for use by several threads at once; several columns may be decoded side by side.
abstract class Column extends PrimitiveConverter {
    /// The most rows a batch has: small enough that a column of it stays in the cache, large enough that handing
    /// columns
    /// to other processors and waiting for them (some 20 µs) is nothing beside decoding it (some 100 µs a column).
    static final int BATCH = 1 << 15;

    private final String name;
    private final boolean required;
    private final @Nullable Fault[] faults = new Fault[BATCH];
    private int faultCount;
    private @Nullable ColumnReader reader;
    private @Nullable FlatPages pages;

    Column(String name, boolean required) {
        this.name = name;
        this.required = required;
    }

    /// Its name in the file.
    final String name() {
        return name;
    }

    /// Whether a null makes the row bad.
    final boolean required() {
        return required;
    }

    /// What the column must hold, for people: "a number".
    abstract String needed();

    /// Whether a leaf of this type can be read without losing anything.
    abstract boolean accepts(PrimitiveType leaf);

    /// Prepares for the type that the file has; called once before anything is read.
    abstract void bind(ColumnShape shape);

    /// Goes on with a row group.
    ///
    /// @param values how many values it has, nulls and empty lists counting as one
    void begin(ColumnReader next, long values) {
        reader = next;
        pages = null;
    }

    /// Goes on with a row group that can be read many values at a time.
    void begin(FlatPages next) {
        reader = null;
        pages = next;
    }

    /// Decodes the next rows.
    final void decode(int rows) throws IOException {
        if (faultCount > 0) {
            Arrays.fill(faults, null);
            faultCount = 0;
        }
        if (pages != null) {
            read(pages, rows);
        } else if (reader != null) {
            read(reader, rows);
        } else {
            throw new IllegalStateException("no row group");
        }
    }

    /// Reads one value or list a row.
    abstract void read(ColumnReader from, int rows);

    /// Reads one value a row.
    abstract void read(FlatPages from, int rows) throws IOException;

    /// Called when the row group's rows have all been read.
    void end() {}

    /// Marks a row of the batch as bad.
    final void fail(int row, Fault fault) {
        if (faults[row] == null) {
            faults[row] = fault;
            faultCount++;
        }
    }

    /// What is wrong with a row of the batch, or null.
    final @Nullable Fault fault(int row) {
        return faults[row];
    }

    /// How many rows of the batch are bad.
    final int faultCount() {
        return faultCount;
    }

    /// What a fault of this column is called: "latitude is null".
    String reason(Fault fault) {
        return name + " " + fault.words();
    }

    /// A value of the batch for people; of any row, bad or good.
    abstract String shown(int row);
}
