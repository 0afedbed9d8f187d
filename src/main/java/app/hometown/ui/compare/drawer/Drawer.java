// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.Settings;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The drawer under the views: explanations of the chosen stream, and what if. It has one height whatever it shows,
/// which its upper edge changes, and folds to the line of its tabs, by hand or where it has nothing to say.
public final class Drawer extends VBox {
    private static final double LOWEST = 120;
    private static final double MOST_OF_WINDOW = 0.6;

    /// The border, the edge to take hold of, and the line of the tabs, as the style sheet has them.
    private static final double HEAD = 1 + 4 + 34;

    private final CompareModel model;
    private final Tuning tuning;
    private final UserTrial trial;
    private final DrawerActions actions;
    private final ExplainModel explain;
    private final TippingModel tipping;
    private final ObjectProperty<DrawerTab> tab = new SimpleObjectProperty<>(DrawerTab.WHY);
    private final Map<DrawerTab, ToggleButton> tabs = new EnumMap<>(DrawerTab.class);
    private final Map<DrawerTab, Region> pages = new EnumMap<>(DrawerTab.class);
    private final StackPane body = new StackPane();
    private final Label hint = new Label(Texts.text("drawer.hint"));
    private final WhyPane why = new WhyPane();
    private final GapPane gap;
    private final DrawerTitle title;
    private final Button fold;
    private boolean folded;
    private double grabbed;

    /// @param model whom and what we look at
    /// @param tuning changes the scoring
    /// @param trial changes the user
    /// @param actions what it asks of the window
    /// @param explaining takes scores apart
    /// @param solving solves tipping points
    /// @param stands how it stood last
    public Drawer(
            CompareModel model,
            Tuning tuning,
            UserTrial trial,
            DrawerActions actions,
            Latest explaining,
            Latest solving,
            Settings.Drawer stands) {
        this.model = model;
        this.tuning = tuning;
        this.trial = trial;
        this.actions = actions;
        explain = new ExplainModel(model, explaining);
        tipping = new TippingModel(model, solving);
        // Until there is something to explain it would say what a model without shares has to say.
        why.setVisible(false);
        gap = new GapPane(model);
        title = new DrawerTitle(model, tuning, trial, this::show);
        getStyleClass().add("drawer");
        Region edge = new Region();
        edge.getStyleClass().add("drawer-edge");
        edge.setCursor(Cursor.V_RESIZE);
        edge.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> grabbed = event.getScreenY() + body.getPrefHeight());
        edge.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> resize(grabbed - event.getScreenY()));
        fold = Icons.button(Feather.CHEVRON_DOWN, Texts.text("drawer.fold"), this::toggle);
        fold.setId("drawer-fold");
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(12, tabBar(), title, fold);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("drawer-head");
        hint.getStyleClass().add("quiet");
        body.setId("explain");
        body.getStyleClass().add("drawer-body");
        body.getChildren().add(hint);
        body.setMinHeight(0);
        setHeight(Math.max(LOWEST, stands.height()), body);
        body.managedProperty().bind(body.visibleProperty());
        getChildren().setAll(edge, head, body);
        // Who judges blindly is told nothing, and has the room.
        visibleProperty().bind(model.hidden().not());
        managedProperty().bind(visibleProperty());
        tab.addListener(property -> turn());
        explain.explained().addListener(property -> fill());
        model.selected().addListener(property -> turn());
        model.userRow().addListener(property -> turn());
        model.lists().addListener(property -> turn());
        tab.set(DrawerTab.of(stands.tab()));
        folded = stands.folded();
        model.rival().addListener((property, before, now) -> {
            if (now.intValue() != CompareModel.NONE) {
                show(DrawerTab.GAP);
            }
        });
        turn();
    }

    /// How high a drawer is that stands so, when it has something to show.
    public static double heightOf(Settings.Drawer stands) {
        return HEAD + (stands.folded() ? 0 : Math.max(LOWEST, stands.height()));
    }

    /// How it stands, to be so again.
    public Settings.Drawer stands() {
        return new Settings.Drawer(tab.get().key(), body.getPrefHeight(), folded);
    }

    private static void setHeight(double height, Region body) {
        body.setPrefHeight(height);
        body.setMaxHeight(height);
    }

    private void resize(double height) {
        double most = getScene() == null ? height : getScene().getHeight() * MOST_OF_WINDOW;
        setHeight(Math.clamp(height, LOWEST, Math.max(LOWEST, most)), body);
    }

    private HBox tabBar() {
        HBox bar = new HBox(2);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (DrawerTab each : DrawerTab.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setId("drawer-" + each.key());
            button.getStyleClass().add("drawer-tab");
            Tips.set(button, Texts.text(each.action()) + " (" + each.shortcut() + ")");
            button.setToggleGroup(group);
            button.setOnAction(event -> show(each));
            tabs.put(each, button);
            bar.getChildren().add(button);
        }
        return bar;
    }

    /// Makes a page, when it is first seen.
    private Region page(DrawerTab which) {
        Region page =
                switch (which) {
                    case WHY -> scrolling(why);
                    case GAP -> scrolling(gap);
                    case TIPPING -> new TippingPane(tipping, tuning, actions);
                    case SCORING -> scrolling(new ScoringPane(tuning, actions));
                    case USER -> scrolling(new UserPane(model, trial));
                };
        page.getStyleClass().add("drawer-page");
        body.getChildren().add(page);
        return page;
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    /// Opens the drawer at a tab.
    public void show(DrawerTab which) {
        folded = false;
        tab.set(which);
        turn();
    }

    /// Folds it away or opens it.
    public void toggle() {
        folded = body.isVisible();
        turn();
    }

    /// Whether it is open: not folded, and with something to show.
    private boolean open() {
        return !folded
                && (!tab.get().aboutStream() || model.selected().get() != CompareModel.NONE || model.isAwaited());
    }

    private void turn() {
        boolean open = open();
        DrawerTab now = tab.get();
        boolean nothing = now.aboutStream() && model.selected().get() == CompareModel.NONE;
        tabs.forEach((each, button) -> button.setSelected(each == now));
        if (open && !nothing) {
            pages.computeIfAbsent(now, this::page);
        }
        pages.forEach((each, page) -> page.setVisible(each == now && !nothing));
        hint.setVisible(nothing && !model.isAwaited());
        body.setVisible(open);
        tipping.watched().set(open && now == DrawerTab.TIPPING);
        ((FontIcon) fold.getGraphic()).setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP);
        String says = Texts.text(open ? "drawer.fold" : "drawer.unfold");
        fold.setAccessibleText(says);
        Tips.set(fold, says);
        fill();
    }

    /// Only what is seen is drawn.
    private void fill() {
        Explained now = explain.explained().get();
        title.show(now);
        if (now == null || !open()) {
            return;
        }
        switch (tab.get()) {
            case WHY -> {
                why.show(now);
                why.setVisible(true);
            }
            case GAP -> gap.show(now);
            case TIPPING, SCORING, USER -> {}
        }
    }
}
