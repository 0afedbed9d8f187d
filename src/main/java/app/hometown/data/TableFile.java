// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.files.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/// A table of figures as a file for other programs: CSV (UTF-8, RFC 4180, a line of names first) or Parquet, by the
/// file's ending. Numbers are unrounded; one that is not finite is empty in CSV.
public final class TableFile {
    private static final int STEP = 1 << 12;

    private TableFile() {}

    /// A column: its name and the value of each row from 0.
    public sealed interface Field {
        /// The name in the file.
        String name();

        /// A column of text.
        record Text(String name, IntFunction<String> value) implements Field {}

        /// A column of numbers.
        record Real(String name, IntToDoubleFunction value) implements Field {}

        /// A column of whole numbers.
        record Count(String name, IntUnaryOperator value) implements Field {}
    }

    /// Writes a table; the file appears when it is whole.
    ///
    /// @param file its ending says the format: .csv or .parquet
    /// @throws InputException when the ending is another, or the disk refuses
    /// @throws java.util.concurrent.CancellationException when cancelled; a file that was there is as it was
    public static void write(Path file, List<Field> fields, int rows, Progress progress) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean parquet = name.endsWith(".parquet");
        if (!parquet && !name.endsWith(".csv")) {
            throw new InputException(
                    file.toString(), "is neither CSV nor Parquet by its name", "End the name in .csv or .parquet.");
        }
        progress.phase("writing rows", rows);
        AtomicFile.write(file, out -> {
            if (parquet) {
                writeParquet(out, fields, rows, progress);
            } else {
                writeCsv(out, fields, rows, progress);
            }
        });
    }

    private static void writeCsv(OutputStream out, List<Field> fields, int rows, Progress progress) throws IOException {
        StringBuilder text = new StringBuilder();
        Csv.append(text, fields.stream().map(Field::name).toList());
        for (int row = 0; row < rows; row++) {
            List<String> line = new ArrayList<>(fields.size());
            for (Field field : fields) {
                line.add(
                        switch (field) {
                            case Field.Text one -> one.value().apply(row);
                            case Field.Real one -> number(one.value().applyAsDouble(row));
                            case Field.Count one -> Integer.toString(one.value().applyAsInt(row));
                        });
            }
            Csv.append(text, line);
            if (row % STEP == 0) {
                progress.done(row);
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static void writeParquet(OutputStream out, List<Field> fields, int rows, Progress progress)
            throws IOException {
        List<Type> types = fields.stream()
                .map(field -> switch (field) {
                    case Field.Text _ -> Schema.text(field.name());
                    case Field.Real _ -> Schema.number(field.name());
                    case Field.Count _ -> Schema.count(field.name());
                })
                .toList();
        MessageType type = new MessageType("table", types);
        ParquetSink.write(out, type, rows, progress, (row, to) -> {
            for (Field field : fields) {
                switch (field) {
                    case Field.Text one -> to.text(Binary.fromString(one.value().apply(row)));
                    case Field.Real one -> to.number(one.value().applyAsDouble(row));
                    case Field.Count one -> to.count(one.value().applyAsInt(row));
                }
            }
        });
    }
}
