// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.columns;

import app.hometown.domain.Catalog;
import app.hometown.ui.explore.Words;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.columns.ColumnKey;
import app.hometown.workbench.columns.Dimension;
import app.hometown.workbench.columns.PlotQuestion;
import app.hometown.workbench.explore.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What columns, measures and groups are called for people.
final class ColumnWords {
    private ColumnWords() {}

    /// A column, saying whose it is where rows have columns of several kinds.
    static String column(Kind rows, ColumnKey column) {
        String name = Words.column(column.key());
        return rows == Kind.SAMPLES && column.kind() != Kind.SAMPLES
                ? Texts.text("columns.of." + key(column.kind()), name)
                : name;
    }

    /// A column within a sentence.
    static String lower(Kind rows, ColumnKey column) {
        String name = column(rows, column);
        return name.substring(0, 1).toLowerCase(Locale.getDefault()) + name.substring(1);
    }

    /// Rows of a kind: "Users".
    static String rows(Kind kind) {
        return Texts.text("columns.rows." + key(kind));
    }

    /// Some rows of a kind: "1,000 users".
    static String counted(Kind kind, long count) {
        return Texts.counted("count." + key(kind), count);
    }

    /// A measure, as one chooses it.
    static String measure(PlotQuestion.Measure measure) {
        return Texts.text("columns.measure." + key(measure));
    }

    /// A shape, as one chooses it.
    static String shape(PlotQuestion.Shape shape) {
        return Texts.text("columns.shape." + key(shape));
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// What the groups of a dimension are called, in their order.
    static List<String> groups(Dimension dimension, Catalog catalog) {
        List<String> names = new ArrayList<>();
        switch (dimension) {
            case Dimension.OfWords words -> {
                words.words()
                        .forEach(word ->
                                names.add(Words.word(words.column().key().key(), word, catalog)));
                if (words.rest() > 0) {
                    names.add(Texts.counted("columns.rest", words.rest()));
                }
            }
            case Dimension.OfNumbers ranges -> {
                String unit = Words.unit(ranges.column().key().key());
                String behind = unit.isEmpty() ? "" : "\u202f" + unit;
                for (int at = 0; at < ranges.size(); at++) {
                    names.add(Texts.text("plot.range", number(ranges.edges()[at]), number(ranges.edges()[at + 1]))
                            + behind);
                }
            }
        }
        return names;
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return Formats.number(value, size >= 100 || size == 0 ? 0 : size >= 1 ? 2 : 4);
    }
}
