// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file, parsed by FastCSV. Only fields that are asked for become strings.
final class CsvRows implements Source.Rows {
    private static final int STEP = 1 << 12;

    private final CsvSource source;
    private final CsvText text;
    private final CloseableIterator<Fields> records;
    private final int width;
    private long row;
    private @Nullable String fault;

    CsvRows(CsvSource source, int[] wanted) {
        this.source = source;
        width = source.columns().size();
        row = source.written().header() ? -1 : 0;
        text = CsvText.open(source.path());
        Fields fields = new Fields(width, wanted);
        CsvReader<Fields> reader = CsvReader.builder()
                .fieldSeparator(source.written().separator().charAt(0))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(fields, text.all());
        records = reader.iterator();
    }

    @Override
    public @Nullable Object @Nullable [] next(Progress progress) {
        if (row % STEP == 0 && row > 0) {
            progress.done(text.done());
        }
        try {
            if (!records.hasNext()) {
                return null;
            }
            Fields fields = records.next();
            row++;
            fault = fields.count == width
                    ? null
                    : "has " + fields.count + (fields.count == 1 ? " field" : " fields") + " instead of " + width;
            return fields.values;
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw cause == null ? e : CsvText.trouble(source.path(), cause, Math.max(row, 0));
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException disk) {
                throw CsvText.trouble(source.path(), disk, row);
            }
            throw new InputException(
                    source.path().toString(),
                    "cannot be read after row " + row + ": a quote may never be closed",
                    "Mend the quotes there, or choose another separator.",
                    e);
        }
    }

    @Override
    public @Nullable String fault() {
        return fault;
    }

    @Override
    public void close() {
        text.close();
    }

    /// Takes the fields of one record after the other.
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Fields> {
        private final int[] places;
        private final @Nullable Object[] values;
        private int count;

        Fields(int width, int[] wanted) {
            places = new int[width];
            Arrays.fill(places, -1);
            for (int n = 0; n < wanted.length; n++) {
                places[wanted[n]] = n;
            }
            values = new Object[wanted.length];
        }

        @Override
        protected void handleBegin(long line) {
            Arrays.fill(values, null);
            count = 0;
        }

        @Override
        protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
            count = field + 1;
            if (field < places.length && places[field] >= 0 && (length > 0 || quoted)) {
                values[places[field]] = new String(buffer, offset, length);
            }
        }

        @Override
        protected Fields buildRecord() {
            return this;
        }
    }
}
