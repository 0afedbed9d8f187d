// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.domain.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the beginning of a file looks like: the first rows as text, and of every column what its values are like.
///
/// @param source the file
/// @param rows the first rows as they are shown; a field without a value is empty
/// @param columns what the first thousand rows hold, in file order
public record Preview(Source source, List<List<String>> rows, List<Sketch> columns) {
    private static final int SHOWN = 50;
    private static final int LOOKED_AT = 1000;

    /// What values look like.
    public enum Look {
        NOTHING,
        INTEGER,
        NUMBER,
        FLAG,
        TEXT,
        LIST,
        /// Dates, structures and the like.
        UNREADABLE
    }

    /// What a column looks like.
    ///
    /// @param name of the column
    /// @param look what its values are
    /// @param least the smallest number; NaN when there are none
    /// @param most the largest number
    /// @param values how many rows have a value
    /// @param missing how many have none
    /// @param distinct how many different values
    /// @param longest characters of the longest value
    /// @param separator what divides the elements of a list that is text
    /// @param examples the first different values
    public record Sketch(
            String name,
            Look look,
            double least,
            double most,
            int values,
            int missing,
            int distinct,
            int longest,
            String separator,
            List<String> examples) {
        public Sketch {
            examples = List.copyOf(examples);
        }

        /// Whether the values are numbers.
        public boolean numeric() {
            return look == Look.INTEGER || look == Look.NUMBER;
        }

        /// Whether no value comes twice.
        public boolean unique() {
            return values > 0 && distinct == values;
        }
    }

    public Preview {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /// Reads the beginning of a file.
    ///
    /// @throws app.hometown.domain.InputException when it is damaged
    public static Preview of(Source source) {
        int width = source.columns().size();
        int[] readable = new int[width];
        int count = 0;
        for (int column = 0; column < width; column++) {
            if (source.columns().get(column).readable()) {
                readable[count++] = column;
            }
        }
        readable = Arrays.copyOf(readable, count);
        boolean comma = source.dialect().map(Dialect::decimalComma).orElse(false);
        List<List<String>> shown = new ArrayList<>();
        List<Looking> looking = new ArrayList<>();
        for (Source.Column column : source.columns()) {
            looking.add(new Looking(column, comma));
        }
        try (Source.Rows rows = source.rows(readable)) {
            @Nullable Object[] cells = rows.next(Progress.NONE);
            for (int row = 0; cells != null && row < LOOKED_AT; row++) {
                String[] line = new String[width];
                Arrays.fill(line, "");
                for (int n = 0; n < count; n++) {
                    Object cell = cells[n];
                    looking.get(readable[n]).at(cell);
                    String text = Values.text(cell);
                    line[readable[n]] = text == null ? "" : text;
                }
                if (row < SHOWN) {
                    shown.add(List.of(line));
                }
                cells = rows.next(Progress.NONE);
            }
        }
        return new Preview(source, shown, looking.stream().map(Looking::sketch).toList());
    }

    /// The sketch of a column.
    ///
    /// @throws java.util.NoSuchElementException when there is no such column
    public Sketch column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Looks at the values of one column.
    private static final class Looking {
        private static final String SEPARATORS = ";|,/";

        private final Source.Column column;
        private final boolean comma;
        private final Set<String> different = new HashSet<>();
        private final List<String> examples = new ArrayList<>();
        private final int[] divided = new int[SEPARATORS.length()];
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private int values;
        private int missing;
        private int numbers;
        private int integers;
        private int flags;
        private int lists;
        private int longest;

        Looking(Source.Column column, boolean comma) {
            this.column = column;
            this.comma = comma;
        }

        void at(@Nullable Object cell) {
            String text = Values.text(cell);
            if (cell == null || text == null || (cell instanceof String && Values.missing(text))) {
                missing++;
                return;
            }
            values++;
            longest = Math.max(longest, text.length());
            if (different.add(text) && examples.size() < 3) {
                examples.add(text);
            }
            switch (cell) {
                case Boolean flag -> flags++;
                case List<?> list -> lists++;
                case Number number -> number(number.doubleValue());
                default -> text(text);
            }
        }

        private void number(double number) {
            numbers++;
            integers += number == Math.rint(number) ? 1 : 0;
            least = Math.min(least, number);
            most = Math.max(most, number);
        }

        private void text(String text) {
            double number = Values.count(text, comma);
            if (!Double.isNaN(number)) {
                number(number);
            } else if (!Double.isNaN(Values.flag(text))) {
                flags++;
            } else if (Values.enclosed(text.strip())) {
                lists++;
            }
            for (int separator = 0; separator < divided.length; separator++) {
                divided[separator] += text.indexOf(SEPARATORS.charAt(separator)) >= 0 ? 1 : 0;
            }
        }

        Sketch sketch() {
            int most3 = 0;
            for (int separator = 1; separator < divided.length; separator++) {
                most3 = divided[separator] > divided[most3] ? separator : most3;
            }
            return new Sketch(
                    column.name(),
                    look(divided[most3]),
                    numbers > 0 ? least : Double.NaN,
                    numbers > 0 ? most : Double.NaN,
                    values,
                    missing,
                    different.size(),
                    longest,
                    divided[most3] == 0 ? ";" : String.valueOf(SEPARATORS.charAt(most3)),
                    examples);
        }

        /// Of what most values are: single mistakes do not make a column of numbers a text.
        private Look look(int dividedMost) {
            if (!column.readable()) {
                return Look.UNREADABLE;
            }
            if (values == 0) {
                return Look.NOTHING;
            }
            int enough = (int) Math.ceil(values * 0.8);
            if (flags >= enough) {
                return Look.FLAG;
            }
            if (numbers >= enough) {
                return integers == numbers ? Look.INTEGER : Look.NUMBER;
            }
            return lists >= enough || dividedMost * 2 >= values ? Look.LIST : Look.TEXT;
        }
    }
}
