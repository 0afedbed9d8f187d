// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Guesses how CSV is written from its beginning.
final class DialectGuess {
    private static final int RECORDS = 200;
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+");
    private static final Pattern POINT = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");

    private DialectGuess() {}

    /// The separator is the one that divides most rows into as many fields as the first one, which must be two or
    /// more.
    ///
    /// @param whole whether the beginning is all of the text; else its last row may be cut
    static Dialect of(String beginning, boolean whole) {
        String best = ",";
        double most = 0;
        for (String separator : Dialect.SEPARATORS) {
            double fits = fit(rows(beginning, separator, whole));
            if (fits > most) {
                most = fits;
                best = separator;
            }
        }
        List<List<String>> rows = rows(beginning, best, whole);
        return new Dialect(best, decimalComma(rows), hasHeader(rows));
    }

    /// The first records of a text.
    static List<List<String>> records(String text, String separator, int most) {
        List<List<String>> records = new ArrayList<>();
        try {
            for (CsvRecord record : CsvReader.builder()
                    .fieldSeparator(separator.charAt(0))
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text)) {
                records.add(record.getFields());
                if (records.size() == most) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            // What was read until here is what a guess is made of; reading the rows tells what is wrong.
            return records;
        }
        return records;
    }

    private static List<List<String>> rows(String beginning, String separator, boolean whole) {
        List<List<String>> rows = records(beginning, separator, RECORDS);
        boolean cut = !whole && rows.size() > 1 && rows.size() < RECORDS;
        return cut ? rows.subList(0, rows.size() - 1) : rows;
    }

    private static double fit(List<List<String>> rows) {
        if (rows.isEmpty() || rows.getFirst().size() < 2) {
            return 0;
        }
        int width = rows.getFirst().size();
        long same = rows.stream().filter(row -> row.size() == width).count();
        // Of two that divide all rows evenly, the one with more fields.
        return (double) same / rows.size() + width / 1e4;
    }

    private static boolean decimalComma(List<List<String>> rows) {
        long commas = 0;
        long points = 0;
        for (List<String> row : rows) {
            for (String field : row) {
                String plain = field.strip();
                commas += COMMA.matcher(plain).matches() ? 1 : 0;
                points += POINT.matcher(plain).matches() ? 1 : 0;
            }
        }
        return commas > points;
    }

    /// Names are neither numbers nor empty nor the same.
    private static boolean hasHeader(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return true;
        }
        List<String> first = rows.getFirst().stream().map(String::strip).toList();
        boolean numbers = first.stream()
                .anyMatch(field -> COMMA.matcher(field).matches() || !Double.isNaN(Values.number(field, false)));
        boolean same = new HashSet<>(first).size() < first.size();
        return !numbers && (!same || first.contains(""));
    }
}
