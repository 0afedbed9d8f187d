// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What reading one file found.
///
/// @param path the file
/// @param rowsRead rows in the file
/// @param rowsKept rows that are usable
/// @param ignoredColumns columns not used, each with the reason in brackets when it is not simply unknown
/// @param badRows why rows were left out, the most frequent reason first
/// @param format how the file is made
public record FileReport(
        Path path, long rowsRead, long rowsKept, List<String> ignoredColumns, List<BadRows> badRows, Format format) {

    /// Rows left out for one reason.
    ///
    /// @param reason column and what is wrong: "latitude is null"
    /// @param count how many rows
    /// @param examples the first of them
    public record BadRows(String reason, long count, List<Example> examples) {
        public BadRows {
            examples = List.copyOf(examples);
        }
    }

    /// One row left out.
    ///
    /// @param row its place in the file, counted from 1
    /// @param id what identifies the row, or "null"
    /// @param value the value concerned
    public record Example(long row, String id, String value) {}

    /// How a file is made.
    ///
    /// @param name Parquet or CSV
    /// @param bytes its size
    /// @param rowGroups how many row groups; 0 when it has no such thing
    /// @param codecs the names of the compression codecs in it
    /// @param createdBy the program that wrote it, as it calls itself; may be empty
    public record Format(String name, long bytes, int rowGroups, List<String> codecs, String createdBy) {
        public Format {
            codecs = List.copyOf(codecs);
        }

        /// As one line: "Parquet, 3 row groups, ZSTD, by parquet-mr".
        public String line() {
            StringBuilder line = new StringBuilder(name);
            if (rowGroups > 0) {
                line.append(rowGroups == 1 ? ", 1 row group" : ", " + rowGroups + " row groups");
            }
            if (!codecs.isEmpty()) {
                line.append(", ").append(String.join("/", codecs));
            }
            if (!createdBy.isEmpty()) {
                line.append(", by ").append(createdBy);
            }
            return line.toString();
        }
    }

    public FileReport {
        ignoredColumns = List.copyOf(ignoredColumns);
        badRows = List.copyOf(badRows);
    }

    /// How many rows were left out.
    public long rowsSkipped() {
        return rowsRead - rowsKept;
    }

    /// This report as lines of text, without a trailing line break.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%s: %,d of %,d rows (%s)", path.getFileName(), rowsKept, rowsRead, format.line()));
        if (!ignoredColumns.isEmpty()) {
            lines.add("  ignored columns: " + String.join(", ", ignoredColumns));
        }
        for (BadRows bad : badRows) {
            lines.add(String.format(Locale.ROOT, "  left out %,d: %s", bad.count(), bad.reason()));
            for (Example example : bad.examples()) {
                lines.add(String.format(
                        Locale.ROOT, "    row %,d, %s: %s", example.row(), example.id(), example.value()));
            }
        }
        return lines;
    }
}
