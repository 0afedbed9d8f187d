// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rail at the left and the view that it shows.
final class Views {
    /// What the rail offers, from top to bottom.
    enum View {
        MAP("map", Feather.MAP),
        COMPARE("compare", Feather.COLUMNS),
        DATA("data", Feather.DATABASE),
        TRAIN("train", Feather.CPU),
        EVALUATE("evaluate", Feather.AWARD),
        SERVE("serve", Feather.SERVER);

        private final String key;
        private final Feather glyph;

        View(String key, Feather glyph) {
            this.key = key;
            this.glyph = glyph;
        }

        /// The key of its texts.
        String key() {
            return "view." + key;
        }

        /// Whether it takes the whole stage, without the two lists: Compare has all lists itself, the others have
        /// figures.
        boolean alone() {
            return this != MAP;
        }

        /// Whether it is a page by itself that has nothing to be explained.
        boolean page() {
            return this == DATA || this == TRAIN || this == EVALUATE || this == SERVE;
        }

        /// The keys that show it.
        String shortcut() {
            return "Shortcut+" + (ordinal() + 1);
        }
    }

    private final VBox rail = new VBox(4);
    private final StackPane stage = new StackPane();
    private final Map<View, Supplier<Node>> makings;
    private final Map<View, Node> nodes = new EnumMap<>(View.class);
    private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);

    /// @param makings give each view's content when it is first shown
    /// @param show what a button of the rail does
    Views(Map<View, Supplier<Node>> makings, Consumer<View> show) {
        this.makings = makings;
        rail.getStyleClass().add("rail");
        stage.getStyleClass().add("view-stage");
        stage.setMinWidth(0);
        ToggleGroup group = new ToggleGroup();
        for (View view : View.values()) {
            ToggleButton button = new ToggleButton(Texts.text(view.key()), Icons.of(view.glyph, 20));
            button.setId("rail-" + view.key);
            button.getStyleClass().add("rail-button");
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            Tips.set(button, Texts.text(view.key() + ".tip"));
            button.setOnAction(event -> show.accept(view));
            buttons.put(view, button);
            rail.getChildren().add(button);
        }
        show(View.MAP);
    }

    Node rail() {
        return rail;
    }

    StackPane stage() {
        return stage;
    }

    /// Shows a view; the others stay as they are behind it.
    void show(View view) {
        nodes.computeIfAbsent(view, this::made);
        nodes.forEach((each, node) -> node.setVisible(each == view));
        ToggleButton button = buttons.get(view);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private Node made(View view) {
        Node node = makings.getOrDefault(view, StackPane::new).get();
        node.setVisible(false);
        // Views that nobody sees are not laid out.
        node.managedProperty().bind(node.visibleProperty());
        stage.getChildren().add(node);
        return node;
    }
}
