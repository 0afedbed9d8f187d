// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them: fields that hold a comma, a quote or a line break stand in quotes, a
/// quote in them is doubled. Reads any line ending, writes LF.
public final class Csv {
    private Csv() {}

    /// The records of a text; blank lines are none.
    ///
    /// @param path what to name in an error
    /// @throws InputException when a quote is not closed or something follows it
    public static List<List<String>> parse(Path path, String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder field = new StringBuilder();
            at = text.charAt(at) == '"' ? quoted(path, text, at, field) : plain(text, at, field);
            row.add(field.toString());
            boolean comma = at < text.length() && text.charAt(at) == ',';
            if (comma && at + 1 == text.length()) {
                row.add("");
            }
            if (comma) {
                at++;
                if (at < text.length()) {
                    char next = text.charAt(at);
                    if (next == '\n' || next == '\r') {
                        row.add("");
                    } else {
                        continue;
                    }
                }
            }
            if (row.size() > 1 || !row.getFirst().isEmpty()) {
                rows.add(row);
            }
            row = new ArrayList<>();
            if (text.startsWith("\r\n", at)) {
                at++;
            }
            at++;
        }
        return rows;
    }

    private static int plain(String text, int from, StringBuilder field) {
        int at = from;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            field.append(text.charAt(at++));
        }
        return at;
    }

    private static int quoted(Path path, String text, int from, StringBuilder field) {
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else if (at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0) {
                return at;
            } else {
                throw broken(path, text, at, "has text after a closing quote");
            }
        }
        throw broken(path, text, from, "has a quote that is never closed");
    }

    private static InputException broken(Path path, String text, int at, String what) {
        long line = (text.substring(0, at) + ".").lines().count();
        return new InputException(path + ", line " + line, what, "Mend the quotes.");
    }

    /// Appends one record.
    public static void append(StringBuilder csv, List<String> fields) {
        for (int f = 0; f < fields.size(); f++) {
            String field = fields.get(f);
            csv.append(f == 0 ? "" : ",");
            if (field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
                csv.append('"').append(field.replace("\"", "\"\"")).append('"');
            } else {
                csv.append(field);
            }
        }
        csv.append('\n');
    }
}
