// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.OpenData;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The first line of the window: name, menu, what is open, the search, the theme.
final class TopBar extends HBox {
    private final MenuButton data;
    private final Button theme;

    /// @param menu the menu
    /// @param data the button that says what is open
    /// @param search the search
    /// @param switchTheme what the theme's button does
    TopBar(MenuBar menu, MenuButton data, SearchField search, Runnable switchTheme) {
        super(8);
        this.data = data;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        ImageView mark = new ImageView(new Image(
                TopBar.class.getResource("/app/hometown/icons/hometown-64.png").toExternalForm(), 48, 48, true, true));
        mark.setFitWidth(24);
        mark.setFitHeight(24);
        Label name = new Label(Texts.text("app.name"));
        name.getStyleClass().add("app-name");
        name.setMinWidth(USE_PREF_SIZE);
        menu.setMinWidth(USE_PREF_SIZE);
        data.setId("data-menu");
        data.getStyleClass().add("data-menu");
        data.setGraphic(Icons.of(Feather.DATABASE, 14));
        data.setMinWidth(120);
        search.setPrefWidth(180);
        search.setMinWidth(160);
        search.setMaxWidth(320);
        HBox.setHgrow(search, Priority.ALWAYS);
        theme = Icons.button(Feather.MOON, Texts.text("action.theme"), switchTheme);
        theme.setId("theme");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(mark, name, menu, gap, data, search, theme);
    }

    /// Says what is open.
    void show(Optional<OpenData> open) {
        data.setText(open.map(OpenData::catalog).map(TopBar::counts).orElse(Texts.text("data.none")));
        Tips.set(
                data,
                open.map(found -> found.folder().toAbsolutePath().normalize().toString())
                        .orElse(Texts.text("data.none.tip")));
        data.setAccessibleText(data.getText());
    }

    private static String counts(Catalog catalog) {
        return Texts.text(
                "data.counts",
                Texts.counted("count.users", catalog.users().size()),
                Formats.count(catalog.streams().liveCount()),
                Texts.counted("count.streams", catalog.streams().size()));
    }

    void show(Theme now) {
        ((FontIcon) theme.getGraphic()).setIconCode(now == Theme.DARK ? Feather.SUN : Feather.MOON);
    }
}
