// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import app.hometown.data.FileReport;
import app.hometown.data.mapping.Dialect;
import app.hometown.data.mapping.FileKind;
import app.hometown.data.mapping.Mapping;
import app.hometown.data.mapping.Target;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The files at the left; beside them, of the chosen one, how it is written, its columns, its first rows and what comes
/// of them.
final class MappingPane extends BorderPane {
    private final MappingModel model;
    private final Latest reading;
    private final Consumer<RuntimeException> failed;
    private final FileList files;
    private final ColumnGrid columns;
    private final PreviewTable preview = new PreviewTable();
    private final Label title = new Label();
    private final Label format = new Label();
    private final ComboBox<FileKind> kind = new ComboBox<>();
    private final ComboBox<String> separator = new ComboBox<>();
    private final CheckBox comma = new CheckBox(Texts.text("mapping.comma"));
    private final CheckBox header = new CheckBox(Texts.text("mapping.header"));
    private final HBox writing = new HBox(12, separator, comma, header);
    private final CheckBox remember = new CheckBox(Texts.text("mapping.remember"));
    private final TextField name = new TextField();
    private final Label verdict = new Label();
    private final Label reasons = new Label();
    private int file;
    private boolean following;

    MappingPane(MappingModel model, Latest reading, Consumer<RuntimeException> failed) {
        this.model = model;
        this.reading = reading;
        this.failed = failed;
        files = new FileList(model, this::turnTo);
        columns = new ColumnGrid(model, () -> file);
        getStyleClass().add("mapping-pane");
        setLeft(files);
        setCenter(details());
        model.version().addListener(property -> refresh());
        refresh();
    }

    private VBox details() {
        title.getStyleClass().add("heading");
        title.setMinWidth(0);
        format.getStyleClass().add("quiet");
        format.setMinWidth(0);
        kind.setId("mapping-kind");
        kind.setAccessibleText(Texts.text("mapping.kind"));
        List<@Nullable FileKind> kinds = new ArrayList<>(List.of(FileKind.values()));
        kinds.add(null);
        kind.getItems().setAll(kinds);
        kind.setButtonCell(new Choice<>(MappingPane::kind));
        kind.setCellFactory(list -> new Choice<>(MappingPane::kind));
        kind.valueProperty().addListener((property, before, now) -> {
            if (!following) {
                model.take(file, now);
            }
        });
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(12, title, format, gap, new Label(Texts.text("mapping.kind")), kind);
        head.setAlignment(Pos.CENTER_LEFT);
        separator.setId("mapping-separator");
        separator.setAccessibleText(Texts.text("mapping.separator"));
        separator.getItems().setAll(Dialect.SEPARATORS);
        separator.setButtonCell(new Choice<>(MappingPane::separator));
        separator.setCellFactory(list -> new Choice<>(MappingPane::separator));
        separator.valueProperty().addListener((property, before, now) -> {
            if (!following && now != null) {
                write(dialect -> dialect.withSeparator(now));
            }
        });
        comma.setId("mapping-comma");
        comma.selectedProperty().addListener((property, before, now) -> {
            if (!following) {
                write(dialect -> dialect.withDecimalComma(now));
            }
        });
        header.setId("mapping-header");
        header.selectedProperty().addListener((property, before, now) -> {
            if (!following) {
                write(dialect -> dialect.withHeader(now));
            }
        });
        writing.setAlignment(Pos.CENTER_LEFT);
        writing.managedProperty().bind(writing.visibleProperty());
        remember.setId("mapping-remember");
        remember.setMinWidth(Region.USE_PREF_SIZE);
        name.setId("mapping-name");
        name.setAccessibleText(Texts.text("mapping.remember"));
        name.setPrefColumnCount(14);
        name.disableProperty().bind(remember.selectedProperty().not());
        name.textProperty().addListener(property -> named());
        remember.selectedProperty().addListener(property -> named());
        HBox keeping = new HBox(8, remember, name);
        keeping.setAlignment(Pos.CENTER_LEFT);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox second = new HBox(12, writing, between, keeping);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(columns, Priority.ALWAYS);
        verdict.setId("mapping-verdict");
        verdict.getStyleClass().add("strong");
        reasons.setId("mapping-reasons");
        reasons.getStyleClass().add("quiet");
        reasons.setWrapText(true);
        reasons.setMinHeight(36);
        reasons.setPrefHeight(36);
        VBox checked = new VBox(2, verdict, reasons);
        VBox details = new VBox(10, head, second, columns, preview, checked);
        details.getStyleClass().add("mapping-details");
        return details;
    }

    private static String kind(@Nullable FileKind kind) {
        return Texts.text(kind == null ? "mapping.kind.none" : "mapping.kind." + kind);
    }

    private static String separator(@Nullable String separator) {
        return Texts.text("mapping.separator."
                + switch (separator) {
                    case ";" -> "semicolon";
                    case "\t" -> "tab";
                    case "|" -> "bar";
                    case null, default -> "comma";
                });
    }

    private void write(UnaryOperator<Dialect> change) {
        model.entries()
                .get(file)
                .preview()
                .source()
                .dialect()
                .ifPresent(dialect -> model.write(file, change.apply(dialect), reading, failed));
    }

    private void named() {
        if (!following) {
            model.name(file, remember.isSelected() ? name.getText() : "");
        }
    }

    private void turnTo(int other) {
        file = other;
        refresh();
    }

    private void refresh() {
        if (model.entries().isEmpty()) {
            return;
        }
        following = true;
        MappingModel.Entry entry = model.entries().get(file);
        title.setText(String.valueOf(entry.preview().source().path().getFileName()));
        FileReport.Format made = entry.preview().source().format();
        format.setText(made.line() + (entry.known() ? " · " + Texts.text("mapping.known", entry.name()) : ""));
        kind.setValue(entry.kind());
        Optional<Dialect> dialect = entry.preview().source().dialect();
        writing.setVisible(dialect.isPresent());
        dialect.ifPresent(written -> {
            separator.setValue(written.separator());
            comma.setSelected(written.decimalComma());
            header.setSelected(written.header());
        });
        if (!name.isFocused()) {
            remember.setSelected(!entry.name().isEmpty());
            name.setText(entry.name());
        }
        following = false;
        columns.show(entry);
        preview.show(entry.preview(), entry.mapping());
        tell(entry);
        files.refresh(file);
    }

    private void tell(MappingModel.Entry entry) {
        MappingModel.Check check = entry.check();
        Optional<Mapping> mapping = entry.mapping();
        reasons.setText("");
        if (mapping.isEmpty()) {
            verdict.setText(Texts.text("mapping.out"));
        } else if (!mapping.get().missing().isEmpty()) {
            verdict.setText(
                    Texts.counted("mapping.missing", mapping.get().missing().size()));
            reasons.setText(String.join(
                    ", ", mapping.get().missing().stream().map(Target::column).toList()));
        } else if (check == null) {
            verdict.setText(Texts.text("mapping.checking"));
        } else if (check.problem() != null) {
            verdict.setText(Texts.text("mapping.unreadable"));
            reasons.setText(check.problem().getMessage());
        } else if (check.report() != null) {
            FileReport report = check.report();
            boolean part = report.rowsRead() == MappingModel.CHECKED;
            verdict.setText(Texts.text(
                    part ? "mapping.checked.first" : "mapping.checked",
                    Formats.count(report.rowsKept()),
                    Formats.count(report.rowsRead())));
            reasons.setText(reasons(report));
        }
    }

    /// The most frequent reasons for bad rows, each with its first example.
    private static String reasons(FileReport report) {
        StringBuilder text = new StringBuilder();
        report.badRows().stream().limit(3).forEach(bad -> {
            FileReport.Example example = bad.examples().getFirst();
            text.append(text.isEmpty() ? "" : "   ")
                    .append(Texts.text(
                            "mapping.reason",
                            Formats.count(bad.count()),
                            bad.reason(),
                            Formats.count(example.row()),
                            example.value()));
        });
        return text.toString();
    }
}
