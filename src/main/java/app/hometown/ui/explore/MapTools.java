// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.explore.Hue;
import app.hometown.workbench.explore.Sizing;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A small bar on the map: filters, box and lasso, colours and sizes, the clock.
public final class MapTools extends HBox {
    private final ToggleButton filter = tool("explore-filter", Feather.FILTER, Texts.text("explore.filter.tip"));
    private final ToggleButton box = tool("explore-box", Feather.SQUARE, Texts.text("explore.box"));
    private final ToggleButton lasso = tool("explore-lasso", Feather.EDIT_3, Texts.text("explore.lasso"));

    /// @param model whose colours and sizes
    /// @param clock the clock
    public MapTools(ExploreModel model, ClockBar clock) {
        super(2);
        setId("map-tools");
        getStyleClass().add("map-tools");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(filter, box, lasso, looks(model), clock);
    }

    /// Shows or hides the filters.
    public ToggleButton filter() {
        return filter;
    }

    /// Draws a box.
    public ToggleButton box() {
        return box;
    }

    /// Draws a lasso.
    public ToggleButton lasso() {
        return lasso;
    }

    private static ToggleButton tool(String id, Feather glyph, String name) {
        ToggleButton button = new ToggleButton(null, Icons.of(glyph, 15));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button", "map-tool");
        button.setAccessibleText(name);
        Tips.set(button, name);
        return button;
    }

    private static Node looks(ExploreModel model) {
        MenuButton menu = new MenuButton(null, Icons.of(Feather.DROPLET, 15));
        menu.setId("explore-looks");
        menu.getStyleClass().addAll("flat", "icon-button", "no-arrow", "map-tool");
        String name = Texts.text("explore.colour") + ", " + Texts.text("explore.size");
        menu.setAccessibleText(name);
        Tips.set(menu, name);
        heading(menu, "explore.colour");
        ToggleGroup hues = new ToggleGroup();
        for (Hue hue : Hue.values()) {
            choice(menu, hues, model.hue(), hue, "hue-" + key(hue), Words.hue(hue));
        }
        menu.getItems().add(new SeparatorMenuItem());
        heading(menu, "explore.size");
        ToggleGroup sizes = new ToggleGroup();
        for (Sizing.By by : Sizing.By.values()) {
            choice(menu, sizes, model.size(), by, "size-" + key(by), Texts.text("size." + key(by)));
        }
        return menu;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void heading(MenuButton menu, String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().addAll("quiet", "small");
        MenuItem heading = new CustomMenuItem(label, false);
        heading.getStyleClass().add("menu-heading");
        heading.setDisable(true);
        menu.getItems().add(heading);
    }

    private static <T> void choice(
            MenuButton menu, ToggleGroup group, ObjectProperty<T> property, T value, String id, String name) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setId(id);
        item.setToggleGroup(group);
        item.setSelected(value.equals(property.get()));
        item.setOnAction(event -> property.set(value));
        property.addListener((changed, before, now) -> item.setSelected(value.equals(now)));
        menu.getItems().add(item);
    }
}
