// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Numbers one reads first, side by side, each with its name above and what it means below.
public final class Tiles extends FlowPane {
    /// None yet.
    public Tiles() {
        super(16, 12);
    }

    /// Adds a number.
    ///
    /// @param key of its name; `key.tip` says what it is
    /// @param value the number for people
    /// @param note below it
    public Tiles add(String key, String value, String note) {
        Label name = new Label(Texts.text(key));
        name.getStyleClass().add("quiet");
        Label number = new Label(value);
        number.getStyleClass().add("figure");
        Label below = new Label(note);
        below.getStyleClass().addAll("quiet", "small");
        VBox tile = new VBox(1, name, number, below);
        tile.getStyleClass().add("metric");
        tile.setMinWidth(USE_PREF_SIZE);
        Tips.set(tile, Texts.text(key + ".tip"));
        tile.setAccessibleText(name.getText() + " " + value + ", " + note);
        getChildren().add(tile);
        return this;
    }
}
