// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Names of category ids as CSV: `category_id,name`.
final class CategoriesFile {
    private static final String CATEGORY_ID = "category_id";
    private static final String NAME = "name";

    private CategoriesFile() {}

    /// The names of a file.
    ///
    /// @param names name by category id
    /// @param report what was found
    record Read(Map<String, String> names, FileReport report) {}

    /// Reads a file.
    ///
    /// @throws InputException when it is not CSV in UTF-8 or has no such columns
    static Read read(Path path) {
        List<List<String>> rows = Csv.parse(path, text(path));
        List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
        int id = header.indexOf(CATEGORY_ID);
        int name = header.indexOf(NAME);
        if (id < 0 || name < 0) {
            throw new InputException(
                    path.toString(),
                    "does not begin with the header category_id,name",
                    "Add the header line, or remove the file to do without names.");
        }
        Map<String, String> names = new LinkedHashMap<>();
        BadRowLog log = new BadRowLog();
        for (int row = 1; row < rows.size(); row++) {
            List<String> fields = rows.get(row);
            if (fields.size() != header.size()) {
                log.add("wrong number of fields", row, fields.getFirst(), String.join(",", fields));
            } else if (fields.get(id).isEmpty()) {
                log.add("category_id is empty", row, "", fields.get(name));
            } else if (names.putIfAbsent(fields.get(id), fields.get(name)) != null) {
                log.add("category_id is repeated", row, fields.get(id), fields.get(name));
            }
        }
        List<String> ignored = header.stream()
                .filter(column -> !column.equals(CATEGORY_ID) && !column.equals(NAME))
                .toList();
        FileReport.Format format = new FileReport.Format("CSV", path.toFile().length(), 0, List.of(), "");
        return new Read(
                names,
                new FileReport(path, rows.size() - 1L, rows.size() - 1L - log.count(), ignored, log.report(), format));
    }

    private static String text(Path path) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException(path.toString(), "is not UTF-8 text", "Save it as UTF-8.", e);
        } catch (IOException e) {
            throw FileTrouble.unreadable(path, e);
        }
    }

    /// Writes the names of a catalog, in the order of the ids.
    static void write(OutputStream out, Catalog catalog) throws IOException {
        StringBuilder csv = new StringBuilder();
        Csv.append(csv, List.of(CATEGORY_ID, NAME));
        catalog.categoryNames().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())))
                .forEach(entry -> Csv.append(csv, List.of(entry.getKey(), entry.getValue())));
        out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
