// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.FileReport;
import app.hometown.data.FileTrouble;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table in a file, whatever its columns are called. Immutable; every [#rows] reads the file anew.
public sealed interface Source permits CsvSource, ParquetTable {
    /// A column of the file.
    ///
    /// @param name its name, which no other column has
    /// @param stored its type as the file tells it: "int64", "text"
    /// @param readable whether its values can be used
    record Column(String name, String stored, boolean readable) {}

    /// The rows, one after the other. Closes the file. Not safe for use by several threads.
    interface Rows extends AutoCloseable {
        /// The next row: for every column that was asked for, in that order, a String, Long, Double, Boolean, list of
        /// String, or null. Overwritten by the next call.
        ///
        /// @return null at the end
        /// @throws InputException when the file is damaged from here on
        @Nullable
        Object @Nullable [] next(Progress progress);

        /// What is wrong with the form of the row, or null.
        @Nullable
        String fault();

        @Override
        void close();
    }

    /// The file.
    Path path();

    /// The columns in file order.
    List<Column> columns();

    /// How much there is to read, in what progress counts: rows of Parquet, bytes of CSV.
    long total();

    /// How CSV is written; empty for Parquet.
    Optional<Dialect> dialect();

    /// How the file is made.
    FileReport.Format format();

    /// Opens the rows.
    ///
    /// @param columns the places of the columns asked for; readable ones
    Rows rows(int[] columns);

    /// The place of a column, or -1.
    default int column(String name) {
        for (int at = 0; at < columns().size(); at++) {
            if (columns().get(at).name().equals(name)) {
                return at;
            }
        }
        return -1;
    }

    /// The names of the columns.
    default List<String> header() {
        return columns().stream().map(Column::name).toList();
    }

    /// Opens a Parquet or CSV file, compressed by gzip or not, whatever its name ends in, and looks at its beginning.
    ///
    /// @throws InputException when it is missing, empty, neither of the two, or damaged
    static Source open(Path path) {
        if (Files.isDirectory(path)) {
            throw new InputException(path.toString(), "is a folder, not a file", "Choose a Parquet or CSV file.");
        }
        byte[] head = new byte[4];
        int length;
        try (InputStream in = Files.newInputStream(path)) {
            length = in.readNBytes(head, 0, 4);
        } catch (IOException e) {
            throw FileTrouble.unreadable(path, e);
        }
        if (length == 0) {
            throw new InputException(path.toString(), "is empty", "Choose a file with rows.");
        }
        String magic = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (magic.startsWith("PAR")) {
            return ParquetTable.of(path);
        }
        if (magic.startsWith("PK")) {
            throw new InputException(
                    path.toString(),
                    "is an archive or a workbook, neither Parquet nor CSV",
                    "Save the table as CSV in UTF-8, or unpack the archive.");
        }
        return CsvSource.of(path);
    }
}
