// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.FileReport;
import app.hometown.data.ParquetRows;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A Parquet file as a table.
///
/// @param path the file
/// @param columns its columns
/// @param total its rows
/// @param format how it is made
record ParquetTable(Path path, List<Column> columns, long total, FileReport.Format format) implements Source {
    ParquetTable {
        columns = List.copyOf(columns);
    }

    static ParquetTable of(Path path) {
        try (ParquetRows rows = ParquetRows.open(path)) {
            return new ParquetTable(
                    path,
                    rows.columns().stream()
                            .map(column -> new Column(column.name(), column.stored(), column.readable()))
                            .toList(),
                    rows.totalRows(),
                    rows.format());
        }
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.empty();
    }

    @Override
    public Rows rows(int[] wanted) {
        ParquetRows rows = ParquetRows.open(path);
        try {
            for (int column : wanted) {
                String name = columns.get(column).name();
                rows.ask(rows.column(name)
                        .orElseThrow(() -> new InputException(
                                path + ", column " + name, "is gone", "Open the file again: it has changed.")));
            }
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
        return new Going(rows, new Object[wanted.length]);
    }

    private static final class Going implements Rows {
        private final ParquetRows rows;
        private final @Nullable Object[] values;

        Going(ParquetRows rows, @Nullable Object[] values) {
            this.rows = rows;
            this.values = values;
        }

        @Override
        public @Nullable Object @Nullable [] next(Progress progress) {
            if (!rows.next(progress)) {
                return null;
            }
            for (int column = 0; column < values.length; column++) {
                values[column] = rows.value(column);
            }
            return values;
        }

        @Override
        public @Nullable String fault() {
            return null;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
