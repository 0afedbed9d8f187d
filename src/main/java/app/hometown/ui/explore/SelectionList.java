// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.data.RowExport;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The named selections of a kind: ticked, only its rows are left; the rest is in its menu.
final class SelectionList extends VBox {
    private final ExploreModel model;
    private final FilterPane.Actions actions;
    private List<Selection> listed = List.of();

    SelectionList(ExploreModel model, FilterPane.Actions actions) {
        super(2);
        this.model = model;
        this.actions = actions;
        setId("selections");
        getStyleClass().add("facet");
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void show(Kind kind) {
        List<Selection> now = model.selections().get().of(kind);
        if (!now.equals(listed) || now.isEmpty()) {
            listed = now;
            Label title = new Label(Texts.text("selections.title"));
            title.getStyleClass().add("strong");
            getChildren().setAll(title);
            now.forEach(selection -> getChildren().add(line(selection)));
            setVisible(!now.isEmpty());
        }
        Selection within = model.filter(kind).get().within();
        for (Node line : getChildren()) {
            if (line.getUserData() instanceof Selection selection
                    && line instanceof HBox box
                    && box.getChildren().getFirst() instanceof CheckBox tick) {
                tick.setSelected(selection.equals(within));
            }
        }
    }

    private HBox line(Selection selection) {
        CheckBox tick = new CheckBox(selection.name());
        tick.setMnemonicParsing(false);
        tick.setMinWidth(0);
        Tips.set(tick, Texts.text("selections.only", selection.name()));
        tick.setOnAction(event -> model.change(
                selection.kind(),
                model.filter(selection.kind()).get().within(tick.isSelected() ? selection : null),
                Texts.text("filter.of", selection.name()),
                ""));
        Label count = new Label(Formats.count(selection.count()));
        count.getStyleClass().addAll("quiet", "small");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, tick, gap, count, menu(selection));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setUserData(selection);
        return line;
    }

    private MenuButton menu(Selection selection) {
        MenuButton menu = new MenuButton(null, Icons.of(Feather.MORE_HORIZONTAL, 14));
        menu.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        menu.setAccessibleText(Texts.text("selections.menu", selection.name()));
        menu.getItems()
                .addAll(
                        item("selections.show", () -> actions.goTo(selection)),
                        item("selections.rename", () -> rename(selection)),
                        item(
                                "selections.delete",
                                () -> model.select(
                                        Texts.text("selections.deleted", selection.name()),
                                        all -> all.without(selection))),
                        new SeparatorMenuItem());
        for (RowExport.Format format : RowExport.Format.values()) {
            menu.getItems()
                    .add(item(
                            "export." + format.ending(),
                            () -> actions.export(selection.kind(), selection.rows(), format, selection.name())));
        }
        return menu;
    }

    private void rename(Selection selection) {
        actions.rename(selection).ifPresent(name -> {
            try {
                model.select(
                        Texts.text("selections.renamed", selection.name()),
                        all -> all.renamed(selection, name.strip()));
            } catch (app.hometown.domain.InputException e) {
                actions.failed(e);
            }
        });
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
