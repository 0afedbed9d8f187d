// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import app.hometown.data.FileReport;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.OpenData;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the load found, file by file: rows read, kept and left out with reasons and examples, columns not used.
public final class LoadReportPane extends ScrollPane {
    private final VBox files = new VBox(24);

    public LoadReportPane() {
        setFitToWidth(true);
        setId("load-report");
        getStyleClass().add("report");
        files.getStyleClass().add("report-content");
        setContent(files);
    }

    /// Shows what came of loading some data.
    public void show(OpenData open) {
        files.getChildren().clear();
        Label folder = new Label(open.folder().toAbsolutePath().normalize().toString());
        folder.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button(Texts.text("error.copy"), Icons.of(Feather.COPY, 14));
        copy.getStyleClass().addAll("flat", "small");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join(System.lineSeparator(), open.report().lines()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox head = new HBox(12, folder, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        files.getChildren().add(head);
        open.report().files().forEach(file -> files.getChildren().add(section(file)));
    }

    private static VBox section(FileReport file) {
        Label name = new Label(String.valueOf(file.path().getFileName()));
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        Label format = quiet(file.format().line());
        HBox head = new HBox(12, name, format);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox section = new VBox(8, head);
        HBox figures = new HBox(
                32,
                figure("report.read", file.rowsRead()),
                figure("report.kept", file.rowsKept()),
                figure("report.skipped", file.rowsSkipped()));
        section.getChildren().add(figures);
        if (!file.badRows().isEmpty()) {
            section.getChildren().add(reasons(file));
        }
        if (!file.ignoredColumns().isEmpty()) {
            Label ignored = quiet(Texts.text("report.ignored", String.join(", ", file.ignoredColumns())));
            ignored.setWrapText(true);
            section.getChildren().add(ignored);
        }
        return section;
    }

    private static VBox figure(String key, long value) {
        Label number = new Label(Formats.count(value));
        number.getStyleClass().add("figure");
        return new VBox(number, quiet(Texts.text(key)));
    }

    private static GridPane reasons(FileReport file) {
        GridPane grid = new GridPane(16, 4);
        int line = 0;
        for (FileReport.BadRows bad : file.badRows()) {
            Label count = new Label(Formats.count(bad.count()));
            count.getStyleClass().add("strong");
            grid.addRow(line++, count, new Label(bad.reason()));
            for (FileReport.Example example : bad.examples()) {
                grid.add(
                        quiet(Texts.text(
                                "report.example", Formats.count(example.row()), example.id(), example.value())),
                        1,
                        line++);
            }
        }
        return grid;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }
}
