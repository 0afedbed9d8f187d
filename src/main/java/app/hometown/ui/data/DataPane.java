// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Data view: pages about the open data, above them what is selected of it.
public final class DataPane extends BorderPane {
    /// The pages, in their order.
    public enum Page {
        /// The questions that are ready made.
        QUESTIONS,
        /// A question of one's own.
        PLOT,
        TABLES,
        /// What the load found.
        LOADING;

        /// As it is kept in settings and named in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Page, Supplier<? extends Node>> makings = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);
    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();
    private final StackPane stage = new StackPane();
    private final Node empty;
    private final HBox head = new HBox(4);
    private final ToggleButton filter = new ToggleButton(Texts.text("action.filters"), Icons.of(Feather.FILTER, 14));
    private @Nullable Node filterPane;
    private final VBox top;

    /// @param makings make what is on the pages, when they are first looked at
    /// @param selection says what is selected
    /// @param filters made when they are first shown
    /// @param empty what is shown while no data is open
    public DataPane(
            Map<Page, ? extends Supplier<? extends Node>> makings, Node selection, Supplier<Node> filters, Node empty) {
        this.makings.putAll(makings);
        setVisible(false);
        this.empty = empty;
        setId("data");
        getStyleClass().add("data-pane");
        ToggleGroup group = new ToggleGroup();
        head.getStyleClass().add("data-tabs");
        this.makings.keySet().forEach(each -> {
            ToggleButton tab = new ToggleButton(Texts.text("data.page." + each.key()));
            tab.setId("data-" + each.key());
            tab.getStyleClass().add("drawer-tab");
            tab.setToggleGroup(group);
            tab.setUserData(each);
            tabs.put(each, tab);
            head.getChildren().add(tab);
        });
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else if (now != null) {
                turnTo((Page) now.getUserData());
            }
        });
        stage.setMinSize(0, 0);
        visibleProperty().addListener(property -> look());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        filter.setId("data-filters");
        filter.getStyleClass().addAll("flat", "drawer-tab");
        filter.selectedProperty().addListener((property, before, now) -> {
            if (filterPane == null) {
                filterPane = filters.get();
            }
            filterPane.setVisible(now);
            setRight(now ? filterPane : null);
        });
        head.getChildren().addAll(gap, filter);
        top = new VBox(head, selection);
        setTop(top);
        setCenter(new StackPane(stage, empty));
        setOpen(false);
    }

    /// What is shown while no data is open.
    ///
    /// @param actions buttons
    public static Node nothingOpen(Node... actions) {
        Label title = new Label(Texts.text("data.empty.title"));
        title.getStyleClass().add("title");
        Label what = new Label(Texts.text("data.empty.what"));
        what.setWrapText(true);
        what.setMaxWidth(560);
        what.getStyleClass().add("quiet");
        HBox line = new HBox(8, actions);
        VBox page = new VBox(12, title, what, line);
        page.setId("data-empty");
        page.getStyleClass().add("page");
        return page;
    }

    /// Whether the filters are shown.
    public BooleanProperty filtering() {
        return filter.selectedProperty();
    }

    /// Shows the pages, or what to do while there is no data.
    public void setOpen(boolean open) {
        empty.setVisible(!open);
        stage.setVisible(open);
        top.setVisible(open);
        top.setManaged(open);
    }

    /// The page that is turned to; null at first.
    public ReadOnlyObjectProperty<@Nullable Page> page() {
        return page.getReadOnlyProperty();
    }

    /// Whether a page is turned to and the view is shown.
    public BooleanExpression sees(Page which) {
        return visibleProperty().and(page.isEqualTo(which));
    }

    /// Turns to a page.
    public void show(Page to) {
        ToggleButton tab = tabs.get(to);
        if (tab != null) {
            tab.setSelected(true);
        }
    }

    private void turnTo(Page to) {
        page.set(to);
        look();
    }

    private void look() {
        Page now = page.get();
        if (now == null || !isVisible()) {
            return;
        }
        Supplier<? extends Node> making = makings.remove(now);
        if (making != null) {
            Node made = making.get();
            pages.put(now, made);
            stage.getChildren().add(made);
        }
        pages.forEach((each, node) -> node.setVisible(each == now));
    }
}
