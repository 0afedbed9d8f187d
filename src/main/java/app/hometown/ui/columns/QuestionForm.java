// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.columns;

import app.hometown.ui.explore.Words;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.columns.ColumnCatalog;
import app.hometown.workbench.columns.ColumnKey;
import app.hometown.workbench.columns.DataColumn;
import app.hometown.workbench.columns.NumberColumn;
import app.hometown.workbench.columns.PlotQuestion;
import app.hometown.workbench.columns.PlotQuestion.Measure;
import app.hometown.workbench.columns.PlotQuestion.Shape;
import app.hometown.workbench.columns.Shapes;
import app.hometown.workbench.columns.WordColumn;
import app.hometown.workbench.explore.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Where a question is put together: what is counted, along what, what is measured, by which groups, and how it looks.
final class QuestionForm extends ScrollPane {
    private final PlotModel model;
    private final ToggleButton[] kinds = new ToggleButton[Kind.values().length];
    private final ComboBox<Optional<ColumnKey>> across = columns("plot-x");
    private final ComboBox<Measure> measure = new ComboBox<>();
    private final ComboBox<Optional<ColumnKey>> of = columns("plot-y");
    private final ComboBox<Optional<ColumnKey>> colour = columns("plot-colour");
    private final ComboBox<Optional<ColumnKey>> facet = columns("plot-facet");
    private final ComboBox<Shape> shape = new ComboBox<>();
    private final Slider bins = new Slider(PlotQuestion.FEWEST, PlotQuestion.MOST, 40);
    private final Label binCount = new Label();
    private final CheckBox logarithmic = new CheckBox(Texts.text("columns.log"));
    private final Node ofField;
    private boolean following;
    private @Nullable ColumnCatalog listed;
    private @Nullable Kind listedKind;

    QuestionForm(PlotModel model) {
        this.model = model;
        setId("question-form");
        getStyleClass().addAll("question-form", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        for (Kind kind : Kind.values()) {
            ToggleButton button = new ToggleButton(ColumnWords.rows(kind));
            button.setId("plot-of-" + ColumnWords.key(kind));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> {
                if (button.isSelected()) {
                    ask(question -> PlotQuestion.first(kind));
                } else {
                    button.setSelected(true);
                }
            });
            kinds[kind.ordinal()] = button;
        }
        StringConverter<Optional<ColumnKey>> names = words(this::name);
        List.of(across, of, colour, facet).forEach(box -> box.setConverter(names));
        SegmentedButton rows = new SegmentedButton(kinds);
        on(across, (question, column) -> column.map(question::withX).orElse(question));
        on(of, (question, column) -> question.measured(question.measure(), column.orElse(null)));
        on(colour, (question, column) -> question.colouredBy(column.orElse(null)));
        on(facet, (question, column) -> question.facetedBy(column.orElse(null)));
        measure.setId("plot-measure");
        measure.getItems().setAll(Measure.values());
        measure.setConverter(words(ColumnWords::measure));
        on(measure, (question, chosen) -> question.measured(chosen, question.y()));
        shape.setId("plot-shape");
        shape.setConverter(words(ColumnWords::shape));
        on(shape, PlotQuestion::shaped);
        bins.setId("plot-bins");
        bins.setBlockIncrement(1);
        bins.valueProperty().addListener((property, before, now) -> {
            int count = (int) Math.round(now.doubleValue());
            binCount.setText(Formats.count(count));
            ask(question -> question.withBins(count), "plot bins");
        });
        bins.valueChangingProperty().addListener((property, before, now) -> {
            if (!now) {
                model.endGesture();
            }
        });
        binCount.getStyleClass().addAll("quiet", "figures");
        binCount.setMinWidth(28);
        logarithmic.setId("plot-log");
        logarithmic.setWrapText(true);
        logarithmic.managedProperty().bind(logarithmic.visibleProperty());
        logarithmic.setOnAction(event -> ask(question -> question.logarithmic(logarithmic.isSelected())));
        HBox.setHgrow(bins, Priority.ALWAYS);
        HBox binning = new HBox(8, bins, binCount);
        binning.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button again = new Button(Texts.text("columns.again"));
        again.setId("plot-again");
        again.getStyleClass().addAll("flat", "small");
        again.setOnAction(event -> ask(question -> PlotQuestion.first(question.of())));
        ofField = field("columns.field.of", of);
        VBox form = new VBox(
                10,
                field("columns.field.rows", rows),
                field("columns.field.x", across),
                field("columns.field.measure", measure),
                ofField,
                field("columns.field.colour", colour),
                field("columns.field.facet", facet),
                field("columns.field.shape", shape),
                field("columns.field.bins", binning),
                logarithmic,
                again);
        form.getStyleClass().add("setup-form");
        setContent(form);
        model.question().addListener(property -> follow());
        model.shown().addListener(property -> follow());
        follow();
    }

    private static ComboBox<Optional<ColumnKey>> columns(String id) {
        ComboBox<Optional<ColumnKey>> box = new ComboBox<>();
        box.setId(id);
        box.setVisibleRowCount(18);
        return box;
    }

    private static Node field(String key, Region control) {
        Label name = new Label(Texts.text(key));
        name.getStyleClass().addAll("quiet", "small");
        name.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(name.getText());
        VBox field = new VBox(2, name, control);
        field.managedProperty().bind(field.visibleProperty());
        return field;
    }

    private String name(Optional<ColumnKey> key) {
        return key.map(column -> {
                    String unit = Words.unit(column.key());
                    String name = ColumnWords.column(model.question().get().of(), column);
                    return unit.isEmpty() ? name : name + " (" + unit + ")";
                })
                .orElse(Texts.text("columns.nothing"));
    }

    private static <T> StringConverter<T> words(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    /// What a choice makes of a question.
    private interface Choice<T> {
        PlotQuestion chosen(PlotQuestion before, T value);
    }

    private <T> void on(ComboBox<T> box, Choice<T> choice) {
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                ask(question -> choice.chosen(question, now));
            }
        });
    }

    private void ask(Function<PlotQuestion, PlotQuestion> change) {
        ask(change, "");
    }

    private void ask(Function<PlotQuestion, PlotQuestion> change, String gesture) {
        if (!following) {
            model.ask(change.apply(model.question().get()), gesture);
        }
    }

    /// Shows what is asked.
    private void follow() {
        following = true;
        PlotQuestion asked = model.question().get();
        for (Kind kind : Kind.values()) {
            kinds[kind.ordinal()].setSelected(kind == asked.of());
        }
        model.columns().ifPresent(known -> {
            list(known, asked);
            boolean words = known.find(asked.of(), asked.x())
                    .filter(WordColumn.class::isInstance)
                    .isPresent();
            List<Shape> shapes = new ArrayList<>(List.of(Shape.SENSIBLE));
            shapes.addAll(Shapes.fitting(asked.measure(), words, asked.colour() != null));
            set(shape.getItems(), shapes);
            shape.setValue(shapes.contains(asked.shape()) ? asked.shape() : Shape.SENSIBLE);
            set(of.getItems(), keys(PlotModel.measurable(known, asked.of(), asked.measure()), false));
            logarithmic.setVisible(skewed(known, asked.of(), asked.x())
                    || (asked.y() != null && skewed(known, asked.of(), asked.y())));
        });
        across.setValue(Optional.of(asked.x()));
        measure.setValue(asked.measure());
        of.setValue(Optional.ofNullable(asked.y()));
        ofField.setVisible(asked.measure().ofColumn());
        colour.setValue(Optional.ofNullable(asked.colour()));
        facet.setValue(Optional.ofNullable(asked.facet()));
        bins.setValue(asked.bins());
        binCount.setText(Formats.count(asked.bins()));
        logarithmic.setSelected(asked.logarithmic());
        following = false;
    }

    private static boolean skewed(ColumnCatalog known, Kind of, ColumnKey key) {
        return known.find(of, key)
                .filter(column -> column instanceof NumberColumn numbers && numbers.skewed())
                .isPresent();
    }

    private static <T> void set(List<T> items, List<T> now) {
        if (!items.equals(now)) {
            items.clear();
            items.addAll(now);
        }
    }

    @SuppressWarnings("ReferenceEquality") // a catalogue is itself
    private void list(ColumnCatalog known, PlotQuestion asked) {
        Kind kind = asked.of();
        if (known == listed && kind == listedKind) {
            return;
        }
        listed = known;
        listedKind = kind;
        set(across.getItems(), keys(known.of(kind), false));
        List<Optional<ColumnKey>> groups = keys(known.of(kind), true);
        set(colour.getItems(), groups);
        set(facet.getItems(), groups);
    }

    private static List<Optional<ColumnKey>> keys(List<DataColumn> columns, boolean none) {
        List<Optional<ColumnKey>> keys = new ArrayList<>();
        if (none) {
            keys.add(Optional.empty());
        }
        columns.forEach(column -> keys.add(Optional.of(column.key())));
        return keys;
    }
}
