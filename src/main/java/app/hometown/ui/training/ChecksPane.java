// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.checks.DataCheck;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.training.TrainingPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was found in the samples, a sentence each with how bad it is, and what the training will take.
final class ChecksPane extends VBox {
    ChecksPane(TrainingModel model) {
        super(8);
        setId("train-checks");
        model.checked().addListener((property, before, now) -> show(now));
        show(model.checked().get());
    }

    private void show(TrainingModel.@Nullable Checked checked) {
        List<Node> lines = new ArrayList<>();
        if (checked != null) {
            Label heading = new Label(Texts.text("setup.checks"));
            heading.getStyleClass().addAll("strong", "setup-heading");
            lines.add(heading);
            if (checked.fault() != null) {
                lines.add(line(
                        DataCheck.Severity.STOPS,
                        checked.fault().what() + ". " + checked.fault().remedy()));
            }
            if (checked.preview() != null) {
                lines.addAll(lines(checked.preview()));
            }
        }
        getChildren().setAll(lines);
    }

    private static List<Node> lines(TrainingPreview preview) {
        List<Node> lines = new ArrayList<>();
        for (DataCheck check : preview.checks()) {
            lines.add(line(check.severity(), check.text()));
        }
        if (preview.trainRows() > 0) {
            lines.add(line(
                    DataCheck.Severity.TELLS,
                    Texts.text(
                            "setup.rows",
                            Formats.count(preview.trainRows()),
                            Formats.count(preview.testRows()),
                            Formats.count(preview.fileRows()))));
        }
        lines.add(line(
                preview.memory().fits() ? DataCheck.Severity.TELLS : DataCheck.Severity.WARNS,
                Texts.text(
                        "setup.memory",
                        Formats.count(preview.memory().megabytes()),
                        Formats.count(preview.memory().freeBytes() / 1_000_000))));
        return lines;
    }

    /// A finding.
    static Node line(DataCheck.Severity severity, String sentence) {
        FontIcon icon = Icons.of(
                switch (severity) {
                    case STOPS -> Feather.X_OCTAGON;
                    case WARNS -> Feather.ALERT_TRIANGLE;
                    case TELLS -> Feather.INFO;
                },
                14);
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.getStyleClass().add("small");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinHeight(USE_PREF_SIZE);
        HBox line = new HBox(8, icon, text);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass()
                .addAll(
                        "finding",
                        switch (severity) {
                            case STOPS -> "stops";
                            case WARNS -> "warns";
                            case TELLS -> "tells";
                        });
        line.setAccessibleText(Texts.text("finding." + severity.name().toLowerCase(Locale.ROOT), sentence));
        return line;
    }
}
