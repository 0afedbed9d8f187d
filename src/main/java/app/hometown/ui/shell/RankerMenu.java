// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ranking.ScoringFile;
import app.hometown.ui.compare.LineupModel;
import app.hometown.ui.compare.RankerWords;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/// The rankers that can stand side by side: in the menu and in a button of the Compare view.
final class RankerMenu {
    private final LineupModel lineup;
    private final CompareDesk desk;
    private final List<ObservableList<MenuItem>> menus = new ArrayList<>();

    RankerMenu(LineupModel lineup, CompareDesk desk) {
        this.lineup = lineup;
        this.desk = desk;
        lineup.lineup().addListener(property -> menus.forEach(this::fill));
    }

    /// It as a button.
    MenuButton button() {
        MenuButton button = new MenuButton(Texts.text("ranker.menu"), Icons.of(Feather.LIST, 16));
        button.setId("ranker-menu");
        offer(button.getItems());
        return button;
    }

    /// It as a part of the menu.
    Menu menu() {
        Menu menu = new Menu(Texts.text("ranker.menu"));
        menu.setId("menu-rankers");
        offer(menu.getItems());
        return menu;
    }

    private void offer(ObservableList<MenuItem> items) {
        menus.add(items);
        fill(items);
    }

    private void fill(ObservableList<MenuItem> items) {
        List<MenuItem> all = new ArrayList<>();
        Stream.of(RankerDefinition.Kind.values())
                .map(kind -> check(new RankerDefinition.BuiltIn(kind)))
                .forEach(all::add);
        List<RankerDefinition> own = lineup.lineup().get().definitions().stream()
                .filter(RankerDefinition.Custom.class::isInstance)
                .toList();
        own.forEach(ranker -> all.add(check(ranker)));
        all.add(new SeparatorMenuItem());
        for (String preset : ScoringFile.presets()) {
            all.add(item("ranker-preset-" + preset, Texts.text("ranker.preset", preset), () -> desk.add(preset)));
        }
        all.add(item("ranker-scoring", Texts.text("ranker.scoring"), () -> desk.addFile("ranker.scoring.title")));
        all.add(item("ranker-model", Texts.text("ranker.model"), () -> desk.addFile("ranker.model.title")));
        all.add(new SeparatorMenuItem());
        MenuItem reset = item("ranker-reset", Texts.text("ranker.reset"), lineup::reset);
        reset.setDisable(false);
        all.add(reset);
        items.setAll(all);
    }

    private MenuItem check(RankerDefinition ranker) {
        boolean has = lineup.has(ranker);
        CheckMenuItem item = new CheckMenuItem(RankerWords.name(ranker));
        item.setId("ranker-" + ranker.name());
        item.setMnemonicParsing(false);
        item.setSelected(has);
        item.setDisable(has ? lineup.isShortest() : !lineup.hasRoom());
        item.setOnAction(event -> desk.toggle(ranker));
        return item;
    }

    private MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setDisable(!lineup.hasRoom());
        item.setOnAction(event -> action.run());
        return item;
    }
}
