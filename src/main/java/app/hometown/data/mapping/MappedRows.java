// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.BadRowLog;
import app.hometown.data.FileReport;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a file as a mapping makes them: asked for column by column, with the same rules about what a column may
/// hold as data folders have. The first thing wrong with a row makes it bad. Not safe for use by several threads.
final class MappedRows implements AutoCloseable {
    private static final double EXACT = 0x1p53;

    private final Source source;
    private final Mapping mapping;
    private final long most;
    private final List<Field> fields = new ArrayList<>();
    private final Source.Rows rows;
    private final BadRowLog log = new BadRowLog();
    private final boolean decimalComma;
    private @Nullable Object[] cells = new Object[0];
    private long row;
    private @Nullable String fault;
    private @Nullable Object faulty;

    /// One of our columns and where it comes from.
    ///
    /// @param place among the columns asked for; -1 for a constant, -2 for nowhere
    private record Field(Target target, Binding binding, int place) {
        boolean absent() {
            return place == -2;
        }
    }

    /// @param most rows to read at most
    /// @throws InputException when the mapping lacks a column or names one that the file has not
    MappedRows(Source source, Mapping mapping, long most) {
        this.source = source;
        this.mapping = mapping;
        this.most = most;
        decimalComma = source.dialect().map(Dialect::decimalComma).orElse(false);
        List<Integer> places = new ArrayList<>();
        for (Target target : mapping.kind().targets()) {
            fields.add(field(target, mapping.of(target), places));
        }
        rows = source.rows(places.stream().mapToInt(Integer::intValue).toArray());
    }

    private Field field(Target target, Binding binding, List<Integer> places) {
        String name = binding.column();
        if (name == null) {
            if (binding.absent() && !target.absentAllowed()) {
                throw new InputException(
                        source.path() + ", column " + target.column(),
                        "no column of the file is it",
                        "Choose the column that it is"
                                + (target.constantAllowed() ? ", or one value for all rows." : "."));
            }
            return new Field(target, binding, binding.absent() ? -2 : -1);
        }
        int at = source.column(name);
        if (at < 0 || !source.columns().get(at).readable()) {
            throw new InputException(
                    source.path() + ", column " + name,
                    at < 0
                            ? "the column is missing; there are " + String.join(", ", source.header())
                            : "holds " + source.columns().get(at).stored() + ", which cannot be used",
                    "Choose another column for " + target.column() + ".");
        }
        int asked = places.indexOf(at);
        if (asked < 0) {
            asked = places.size();
            places.add(at);
        }
        return new Field(target, binding, asked);
    }

    /// Goes to the next row.
    boolean next(Progress progress) {
        if (row == most) {
            return false;
        }
        @Nullable Object[] read = rows.next(progress);
        if (read == null) {
            return false;
        }
        cells = read;
        row++;
        fault = rows.fault();
        faulty = fault == null ? null : cells.length == 0 ? "" : cells[0];
        return true;
    }

    /// Whether nothing was wrong with the row so far.
    boolean good() {
        return fault == null;
    }

    /// Whether a column comes from nowhere.
    boolean absent(int target) {
        return fields.get(target).absent();
    }

    /// A text; "" where there is none.
    String text(int target) {
        Field field = fields.get(target);
        Object cell = cell(field);
        String text = Values.text(cell);
        if (text == null || (cell instanceof String && text.equals("\\N"))) {
            none(field);
            return "";
        }
        return text;
    }

    /// An identifier, which is not empty.
    String id(int target) {
        String text = text(target);
        if (text.isEmpty() && good()) {
            bad(fields.get(target), "is empty");
        }
        return text;
    }

    /// A number; NaN where there is none.
    double number(int target) {
        Field field = fields.get(target);
        Object cell = cell(field);
        boolean flags = field.target().type() == Target.Type.FLAG;
        double value =
                switch (cell) {
                    case null -> none(field);
                    case Boolean flag when flags || field.target().absent() == Target.Absent.COMPUTED -> flag ? 1 : 0;
                    case Long whole -> whole(field, whole);
                    case Double number -> number;
                    case String text when Values.missing(text) -> none(field);
                    case String text -> ofText(field, text);
                    default -> bad(field, "is not a number");
                };
        double result =
                field.binding().times() == 1 ? value : value * field.binding().times();
        return good() && !field.absent() && cell != null ? judged(field, cell, result) : result;
    }

    private double ofText(Field field, String text) {
        Target.Type type = field.target().type();
        double value = type == Target.Type.FLAG
                ? Values.flag(text)
                : type == Target.Type.COUNT ? Values.count(text, decimalComma) : Values.number(text, decimalComma);
        if (!Double.isNaN(value)) {
            return value;
        }
        String plain = text.strip();
        if (plain.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        if (plain.toLowerCase(java.util.Locale.ROOT).matches("[-+]?inf(inity)?")) {
            return Double.POSITIVE_INFINITY;
        }
        return bad(field, type == Target.Type.FLAG ? "is neither yes nor no" : "is not a number");
    }

    private double whole(Field field, long value) {
        if (Math.abs((double) value) > EXACT && (long) (double) value != value) {
            return bad(field, "has more digits than a double holds");
        }
        return value;
    }

    private double judged(Field field, Object cell, double value) {
        Target target = field.target();
        if (cell instanceof String text && Values.missing(text)) {
            return Double.NaN;
        }
        if (Double.isNaN(value)) {
            return target.required() ? bad(field, "is not a number (NaN)") : value;
        }
        if (Double.isInfinite(value)) {
            return bad(field, "is infinite");
        }
        if (value < target.least() || value > target.most()) {
            return bad(field, target.outside());
        }
        boolean whole = target.type() == Target.Type.COUNT || target.type() == Target.Type.FLAG;
        if (whole && value != Math.rint(value)) {
            // Thousands with decimals have become counts by a factor: 1.2345 thousand viewers.
            return field.binding().times() != 1 ? Math.rint(value) : bad(field, "is not a whole number");
        }
        return value;
    }

    /// A list; empty where there is none.
    List<String> list(int target) {
        Field field = fields.get(target);
        Object cell = cell(field);
        String constant = field.binding().constant();
        if (field.place() == -1 && constant != null) {
            return Values.list(constant, field.binding().separator());
        }
        return switch (cell) {
            case null -> {
                none(field);
                yield List.of();
            }
            case List<?> list -> list.stream().map(Object::toString).toList();
            case String text -> Values.list(text, field.binding().separator());
            default -> List.of(String.valueOf(Values.text(cell)));
        };
    }

    private @Nullable Object cell(Field field) {
        return field.place() >= 0 ? cells[field.place()] : field.binding().constant();
    }

    private double none(Field field) {
        if (!field.absent() && field.target().required()) {
            bad(field, "is null");
        }
        return Double.NaN;
    }

    private double bad(Field field, String what) {
        if (fault == null) {
            String name = field.target().column();
            String column = field.binding().column();
            String from = column == null || column.equals(name) ? "" : " (from " + column + ")";
            fault = name + from + " " + what;
            faulty = cell(field);
        }
        return Double.NaN;
    }

    /// Says that the identifier of the row was there before.
    void repeated(int target) {
        bad(fields.get(target), "is repeated");
    }

    /// Says what is wrong with the row.
    void refuse(String what, String value) {
        if (fault == null) {
            fault = what;
            faulty = value;
        }
    }

    /// Counts the row as a bad one.
    void leaveOut() {
        String reason = fault == null ? "is bad" : fault;
        if (!log.wantsExample(reason)) {
            log.add(reason);
            return;
        }
        StringBuilder id = new StringBuilder();
        for (int key = 0; key < mapping.kind().keys(); key++) {
            id.append(id.isEmpty() ? "" : " / ").append(shown(cell(fields.get(key))));
        }
        log.add(reason, row, id.toString(), shown(faulty));
    }

    private static String shown(@Nullable Object cell) {
        String text = Values.text(cell);
        return text == null ? "null" : text;
    }

    /// What was found so far, good or not.
    FileReport found() {
        Set<String> used = mapping.used();
        List<String> ignored = source.columns().stream()
                .filter(column -> !used.contains(column.name()))
                .map(column -> column.readable() ? column.name() : column.name() + " (" + column.stored() + ")")
                .toList();
        return new FileReport(source.path(), row, row - log.count(), ignored, log.report(), source.format());
    }

    /// What was found in the whole file.
    ///
    /// @throws InputException when there is not one good row
    FileReport report() {
        if (log.count() >= row) {
            throw new InputException(
                    source.path().toString(),
                    row == 0 ? "has no rows" : "has no usable row: " + log.sentence(),
                    row == 0 ? "Choose a file with rows." : "Choose other columns, or mend the file.");
        }
        return found();
    }

    @Override
    public void close() {
        rows.close();
    }
}
