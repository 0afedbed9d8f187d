// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/// The rows of any Parquet file, whatever its columns are called: for files that are not a data folder's. First
/// columns are asked for, then rows are gone through one by one. Not safe for use by several threads.
public final class ParquetRows implements AutoCloseable {
    private final ParquetSource source;
    private final List<Column> asked = new ArrayList<>();
    private int batch;
    private int row;

    /// A column of a file.
    ///
    /// @param name its name
    /// @param stored its type as people name it: "int64", "list of string", "timestamp"
    /// @param readable whether [#ask] takes it
    /// @param list whether a row holds a list of values
    public record Stored(String name, String stored, boolean readable, boolean list) {}

    private ParquetRows(ParquetSource source) {
        this.source = source;
    }

    /// Opens a file and reads its footer.
    ///
    /// @throws InputException when it is missing, not Parquet, truncated or damaged
    public static ParquetRows open(Path path) {
        return new ParquetRows(ParquetSource.open(path));
    }

    /// Rows in the file.
    public long totalRows() {
        return source.totalRows();
    }

    /// How the file is made.
    public FileReport.Format format() {
        return source.format();
    }

    /// The columns in file order.
    public List<Stored> columns() {
        MessageType schema = source.schema();
        return schema.getFields().stream().map(field -> stored(schema, field)).toList();
    }

    private static Stored stored(MessageType schema, Type field) {
        ColumnShape shape = ColumnShape.of(schema, field.getName());
        boolean list = shape != null && shape.list();
        boolean readable = shape != null && column(field.getName(), list).accepts(shape.leaf());
        return new Stored(field.getName(), ColumnShape.describe(field), readable, list);
    }

    private static Column column(String name, boolean list) {
        return list ? new ListColumn(name, true, true) : new ValueColumn(name);
    }

    /// Asks for a column, before the first row.
    ///
    /// @return its place in [#value]
    /// @throws InputException when it is not readable
    public int ask(Stored column) {
        asked.add(source.require(column(column.name(), column.list())));
        return asked.size() - 1;
    }

    /// Goes to the next row.
    ///
    /// @param progress told now and then how many rows are done
    /// @return whether there is one
    /// @throws InputException when the file is damaged
    public boolean next(Progress progress) {
        row++;
        if (row >= batch) {
            batch = source.next(progress);
            row = 0;
        }
        return batch > 0;
    }

    /// A value of the row: String, Long, Double, Boolean, a list of String, or null. Integers in lists are their text.
    public @Nullable Object value(int column) {
        Column from = asked.get(column);
        if (from instanceof ListColumn list) {
            return list.fault(row) == null ? list.texts(row) : null;
        }
        return ((ValueColumn) from).value(row);
    }

    /// The column of a name.
    public Optional<Stored> column(String name) {
        return columns().stream().filter(column -> column.name().equals(name)).findFirst();
    }

    @Override
    public void close() {
        source.close();
    }
}
