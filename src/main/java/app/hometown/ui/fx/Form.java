// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The parts of a form at the side of a view, the same in every view: headings, names with their fields, and the scroll
/// that holds them. On the JavaFX thread.
public final class Form {
    private Form() {}

    /// A heading between groups of fields.
    ///
    /// @param key of its text
    public static Label heading(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().addAll("strong", "setup-heading");
        return label;
    }

    /// The name of a control, for the eye and for a screen reader.
    ///
    /// @param key of its text
    public static Label named(String key, Node control) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("quiet");
        label.setLabelFor(control);
        return label;
    }

    /// Two columns: names, and their controls at the right edge.
    public static GridPane grid() {
        GridPane grid = new GridPane(8, 6);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, fields);
        return grid;
    }

    /// Fields that may be more than the view is high.
    public static ScrollPane scroll(VBox fields) {
        fields.getStyleClass().add("setup-form");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }
}
