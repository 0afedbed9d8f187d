// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.FileReport;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A CSV file as a table: UTF-8, with or without gzip, of a [Dialect] that is guessed from its beginning or given.
/// Fields in quotes are as RFC 4180 has them; a field that is empty and not in quotes is no value.
///
/// @param path the file
/// @param columns its columns, by the first row or numbered
/// @param total its bytes
/// @param written how it is written
/// @param format how it is made
public record CsvSource(Path path, List<Column> columns, long total, Dialect written, FileReport.Format format)
        implements Source {
    public CsvSource {
        columns = List.copyOf(columns);
    }

    /// Guesses how a file is written.
    ///
    /// @throws InputException when it is not text in UTF-8
    static CsvSource of(Path path) {
        try (CsvText text = CsvText.open(path)) {
            return of(path, text, DialectGuess.of(text.beginning(), text.whole()));
        }
    }

    /// The same file, taken to be written otherwise.
    public CsvSource with(Dialect other) {
        try (CsvText text = CsvText.open(path)) {
            return of(path, text, other);
        }
    }

    private static CsvSource of(Path path, CsvText text, Dialect dialect) {
        List<List<String>> first = DialectGuess.records(text.beginning(), dialect.separator(), 1);
        if (first.isEmpty()) {
            throw new InputException(path.toString(), "has no rows", "Choose a file with rows.");
        }
        List<Column> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String field : first.getFirst()) {
            String plain = dialect.header() ? field.strip() : "";
            String name = plain.isEmpty() ? "column " + (columns.size() + 1) : plain;
            for (int again = 2; !taken.add(name); again++) {
                name = plain + " (" + again + ")";
            }
            columns.add(new Column(name, "text", true));
        }
        FileReport.Format format =
                new FileReport.Format("CSV", text.bytes(), 0, text.compressed() ? List.of("GZIP") : List.of(), "");
        return new CsvSource(path, columns, text.bytes(), dialect, format);
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(written);
    }

    @Override
    public Rows rows(int[] wanted) {
        CsvRows rows = new CsvRows(this, wanted);
        if (written.header()) {
            try {
                rows.next(Progress.NONE);
            } catch (RuntimeException e) {
                rows.close();
                throw e;
            }
        }
        return rows;
    }
}
