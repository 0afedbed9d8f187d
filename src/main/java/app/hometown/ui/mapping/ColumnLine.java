// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import app.hometown.data.mapping.Binding;
import app.hometown.data.mapping.Guess;
import app.hometown.data.mapping.Mapping;
import app.hometown.data.mapping.Preview;
import app.hometown.data.mapping.Target;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One of our columns: its name, what it comes from, how it is read, and its first values.
final class ColumnLine {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<String> SEPARATORS = List.of(";", ",", "|", "/", " ");

    private final Target target;
    private final Consumer<Binding> changed;
    private final VBox name;
    private final ComboBox<From> from = new ComboBox<>();
    private final ComboBox<Double> times = new ComboBox<>();
    private final ComboBox<String> separator = new ComboBox<>();
    private final TextField constant = new TextField();
    private final Label meaning = new Label();
    private final StackPane how;
    private final Label values = new Label();
    private Binding binding = Binding.ABSENT;
    private boolean following;

    /// What a column can come from.
    sealed interface From {
        /// A column of the file.
        record Column(String name) implements From {}

        /// One value for all rows.
        record Constant() implements From {}

        /// Nothing.
        record Nowhere() implements From {}
    }

    ColumnLine(Target target, Preview preview, Consumer<Binding> changed) {
        this.target = target;
        this.changed = changed;
        Label title = new Label(target.column());
        title.getStyleClass().add(target.absentAllowed() ? "plain" : "strong");
        Label hint = new Label(hint(target));
        hint.getStyleClass().addAll("quiet", "small");
        name = new VBox(title, hint);
        List<From> choices = new ArrayList<>();
        preview.source().columns().stream()
                .filter(column -> column.readable())
                .forEach(column -> choices.add(new From.Column(column.name())));
        if (target.constantAllowed()) {
            choices.add(new From.Constant());
        }
        choices.add(new From.Nowhere());
        from.setId("from-" + target.column());
        from.setAccessibleText(Texts.text("mapping.from.of", target.column()));
        from.setMaxWidth(Double.MAX_VALUE);
        from.getItems().setAll(choices);
        from.setButtonCell(new Choice<>(this::words));
        from.setCellFactory(list -> new Choice<>(this::words));
        from.valueProperty().addListener((property, before, now) -> {
            if (!following && now != null) {
                choose(now, preview);
            }
        });
        List<Double> factors = new ArrayList<>(List.of(1.0));
        factors.addAll(target.factors());
        times.setId("times-" + target.column());
        times.setMaxWidth(Double.MAX_VALUE);
        times.getItems().setAll(factors);
        times.setButtonCell(new Choice<>(ColumnLine::factor));
        times.setCellFactory(list -> new Choice<>(ColumnLine::factor));
        times.setAccessibleText(Texts.text("mapping.how.of", target.column()));
        times.valueProperty().addListener((property, before, now) -> {
            if (!following && now != null) {
                change(binding.times(now));
            }
        });
        separator.setId("separator-" + target.column());
        separator.setMaxWidth(Double.MAX_VALUE);
        separator.getItems().setAll(SEPARATORS);
        separator.setButtonCell(new Choice<>(ColumnLine::separated));
        separator.setCellFactory(list -> new Choice<>(ColumnLine::separated));
        separator.setAccessibleText(Texts.text("mapping.how.of", target.column()));
        separator.valueProperty().addListener((property, before, now) -> {
            if (!following && now != null) {
                change(binding.separator(now));
            }
        });
        constant.setId("constant-" + target.column());
        constant.setPromptText(Texts.text("mapping.constant"));
        constant.setAccessibleText(Texts.text("mapping.how.of", target.column()));
        constant.textProperty().addListener((property, before, now) -> {
            if (!following) {
                change(Binding.constant(now));
            }
        });
        meaning.getStyleClass().addAll("quiet", "small");
        meaning.setWrapText(true);
        how = new StackPane(times, separator, constant, meaning);
        how.setAlignment(Pos.CENTER_LEFT);
        values.getStyleClass().add("quiet");
        values.setMaxWidth(Double.MAX_VALUE);
    }

    Node name() {
        return name;
    }

    Node from() {
        return from;
    }

    Node how() {
        return how;
    }

    Node values() {
        return values;
    }

    void show(Mapping mapping, Preview preview) {
        following = true;
        binding = mapping.of(target);
        String column = binding.column();
        From now = column != null
                ? new From.Column(column)
                : binding.constant() != null ? new From.Constant() : new From.Nowhere();
        from.setValue(now);
        from.pseudoClassStateChanged(WRONG, binding.absent() && !target.absentAllowed());
        boolean list = target.type() == Target.Type.LIST && column != null;
        boolean number = !target.factors().isEmpty() && column != null;
        times.setVisible(number);
        if (number) {
            if (!times.getItems().contains(binding.times())) {
                times.getItems().add(binding.times());
            }
            times.setValue(binding.times());
        }
        Preview.Sketch sketch = preview.columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElse(null);
        separator.setVisible(
                list && sketch != null && preview.source().dialect().isPresent());
        separator.setValue(binding.separator());
        constant.setVisible(binding.constant() != null);
        if (binding.constant() != null && !constant.getText().equals(binding.constant())) {
            constant.setText(binding.constant());
        }
        meaning.setVisible(binding.absent());
        meaning.setText(Texts.text("mapping.absent." + target.absent()));
        values.setText(sketch == null ? "" : String.join(", ", sketch.examples()));
        values.setTooltip(sketch == null ? null : new Tooltip(about(sketch)));
        OptionalDouble factor = sketch == null ? OptionalDouble.empty() : Guess.factor(target, sketch);
        if (sketch != null && number && factor.isPresent() && binding.times() == 1) {
            values.setText(Texts.text(
                    "mapping.unit",
                    Formats.number(sketch.least(), 2),
                    Formats.number(sketch.most(), 2),
                    factor(factor.getAsDouble())));
        }
        values.pseudoClassStateChanged(WRONG, number && factor.isPresent() && binding.times() == 1);
        following = false;
    }

    private void choose(From now, Preview preview) {
        switch (now) {
            case From.Column column -> change(Guess.binding(target, preview.column(column.name())));
            case From.Constant ignored ->
                change(Binding.constant(binding.constant() == null ? "" : binding.constant()));
            case From.Nowhere ignored -> change(Binding.ABSENT);
        }
    }

    private void change(Binding other) {
        if (!other.equals(binding)) {
            binding = other;
            changed.accept(other);
        }
    }

    private String words(@Nullable From choice) {
        return switch (choice) {
            case From.Column column -> column.name();
            case From.Constant ignored -> Texts.text("mapping.from.constant");
            case null, default -> Texts.text(target.absentAllowed() ? "mapping.from.none" : "mapping.from.choose");
        };
    }

    private static String factor(@Nullable Double factor) {
        if (factor == null || factor == 1) {
            return Texts.text("mapping.times.one");
        }
        return factor < 1
                ? Texts.text("mapping.times.part", Formats.number(1 / factor, 2))
                : Texts.text("mapping.times.more", Formats.number(factor, 2));
    }

    private static String separated(@Nullable String separator) {
        return Texts.text("mapping.list", separator == null || separator.equals(" ") ? "␣" : separator);
    }

    /// What values must be: "0 to 10", "whole number", "yes or no".
    private static String hint(Target target) {
        boolean open = target.most() == Double.MAX_VALUE || target.most() == Integer.MAX_VALUE;
        return switch (target.type()) {
            case NUMBER ->
                open
                        ? Texts.text("mapping.type.from", Formats.number(target.least(), 0))
                        : Texts.text(
                                "mapping.type.range",
                                Formats.number(target.least(), 0),
                                Formats.number(target.most(), 0));
            default -> Texts.text("mapping.type." + target.type());
        };
    }

    private static String about(Preview.Sketch sketch) {
        return Texts.text(
                "mapping.about",
                Formats.count(sketch.values()),
                Formats.count(sketch.missing()),
                Formats.count(sketch.distinct()));
    }
}
