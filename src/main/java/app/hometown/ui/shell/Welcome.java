// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the map says while no data is open: what to do, with the buttons for it.
final class Welcome extends VBox {
    Welcome(Runnable open, Runnable generate) {
        super(12);
        setId("welcome");
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label(Texts.text("empty.title"));
        title.getStyleClass().add("title");
        Label what = new Label(Texts.text("empty.what"));
        what.getStyleClass().add("quiet");
        what.setWrapText(true);
        what.setMaxWidth(360);
        Button folder = new Button(Texts.text("empty.open"), Icons.of(Feather.FOLDER, 16));
        folder.getStyleClass().add("accent");
        folder.setOnAction(event -> open.run());
        Button made = new Button(Texts.text("empty.generate"), Icons.of(Feather.SHUFFLE, 16));
        made.setOnAction(event -> generate.run());
        HBox buttons = new HBox(8, folder, made);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(title, what, buttons);
    }
}
