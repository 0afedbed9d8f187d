// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.data.RowExport;
import app.hometown.ranking.Scoring;
import app.hometown.ui.compare.drawer.DrawerTab;
import app.hometown.ui.data.DataPane;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.map.MapPicture;
import app.hometown.ui.report.DocumentFile;
import app.hometown.workbench.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Every action by its place in the menu; the one list from which the menu, the data button and the page of shortcuts
/// are made.
final class MainMenu {
    private static final List<String> IN_STREAM_MENU =
            List.of(DrawerTab.WHY.action(), "action.rival", DrawerTab.TIPPING.action());

    private final Actions actions;
    private final List<Command> file;
    private final List<Command> picture;
    private final List<Command> view;
    private final List<Command> ranking;
    private final List<Command> stream;
    private final List<Command> explore;
    private final List<Command> data;
    private final List<Command> explain;
    private final List<Command> compare;
    private final List<Command> model;
    private final List<Command> evaluate;
    private final List<Command> serve;
    private final List<Command> help;
    private final List<Menu> recent = new ArrayList<>();

    MainMenu(Actions actions) {
        this.actions = actions;
        file = List.of(
                Command.of("action.open", "Shortcut+O", actions::openFolder),
                Command.of("action.generate", "Shortcut+G", actions::generate),
                Command.of("action.report", "Shortcut+R", actions::showReport),
                Command.of("action.copy", "Shortcut+Shift+C", actions::copyComparison),
                Command.of("action.export", "Shortcut+E", actions::exportComparison),
                Command.of("action.comparison.open", "Shortcut+Shift+O", () -> actions.compare()
                        .open()),
                Command.of("action.comparison.save", "Shortcut+Shift+S", () -> actions.compare()
                        .save()),
                Command.of("action.quit", "Shortcut+Q", actions::quit),
                Command.of("action.files", "Shortcut+Shift+I", () -> actions.otherFiles()
                        .choose()));
        compare = List.of(
                Command.of("action.list.left", "Shortcut+Shift+Left", () -> actions.compare()
                        .moveList(-1)),
                Command.of("action.list.right", "Shortcut+Shift+Right", () -> actions.compare()
                        .moveList(1)),
                Command.of("action.list.remove", "Shortcut+Delete", () -> actions.compare()
                        .removeList()),
                Command.of("action.differ.find", "Shortcut+Shift+F", () -> actions.compare()
                        .find()),
                Command.of("action.differ.next", "Shortcut+N", () -> actions.compare()
                        .step(1)),
                Command.of("action.differ.previous", "Shortcut+Shift+N", () -> actions.compare()
                        .step(-1)),
                Command.of("action.differ.map", "Shortcut+M", () -> actions.compare()
                        .toggleOnMap()),
                Command.of("action.judge", "Shortcut+Shift+B", () -> actions.compare()
                        .judge()),
                Command.of("action.comparison.picture", "Shortcut+Shift+P", () -> actions.compare()
                        .savePicture()),
                Command.of("action.comparison.command", "Shortcut+Alt+C", () -> actions.compare()
                        .copyCommand()));
        picture = Stream.concat(
                        MapPicture.SCALES.stream()
                                .map(scale -> Command.of(
                                        "action.saveMap." + scale,
                                        "Shortcut+Shift+" + scale,
                                        () -> actions.saveMap(scale))),
                        MapPicture.SCALES.stream()
                                .map(scale -> Command.of(
                                        "action.copyMap." + scale,
                                        "Shortcut+Alt+" + scale,
                                        () -> actions.copyMap(scale))))
                .toList();
        view = Stream.concat(
                        Stream.of(Views.View.values())
                                .map(each -> Command.of(each.key(), each.shortcut(), () -> actions.show(each))),
                        Stream.of(
                                Command.of("action.search", "Shortcut+F", actions::search),
                                Command.of("action.zoomIn", "Shortcut+Equals", () -> actions.zoom(1)),
                                Command.of("action.zoomOut", "Shortcut+Minus", () -> actions.zoom(-1)),
                                Command.of("action.home", "Shortcut+Home", actions::flyToUser),
                                Command.of("action.theme", "Shortcut+Shift+D", actions::switchTheme),
                                Command.of("action.tiles", "Shortcut+Shift+T", actions::chooseOnlineTiles)))
                .toList();
        ranking = Settings.KS.stream()
                .map(k -> new Command("k.choice", null, () -> actions.length(k)))
                .toList();
        stream = List.of(
                Command.of("action.offAir", "Shortcut+D", actions::takeOffAir),
                Command.of("action.viewers", "Shortcut+I", actions::changeViewers));
        explore = List.of(
                Command.of("action.undo", "Shortcut+Z", actions::undo),
                Command.of("action.redo", "Shortcut+Shift+Z", actions::redo),
                Command.of("action.filters", "Shortcut+L", actions::toggleFilters),
                Command.of("action.filters.reset", "Shortcut+Shift+L", () -> actions.explore()
                        .resetFilters()),
                Command.of("action.selectView", "Shortcut+Shift+A", () -> actions.explore()
                        .selectView()),
                Command.of("export.csv", () -> actions.explore().exportLeft(RowExport.Format.CSV)),
                Command.of("export.geojson", () -> actions.explore().exportLeft(RowExport.Format.GEOJSON)),
                Command.of("export.parquet", () -> actions.explore().exportLeft(RowExport.Format.PARQUET)),
                Command.of("action.clock", "Shortcut+K", () -> actions.explore()
                        .clock()
                        .toggle()),
                Command.of("action.clock.reset", () -> actions.explore().clock().reset()));
        data = List.of(
                Command.of("action.data.questions", "Shortcut+Alt+Q", () -> actions.data()
                        .show(DataPane.Page.QUESTIONS)),
                Command.of("action.data.plot", "Shortcut+Alt+P", () -> actions.data()
                        .show(DataPane.Page.PLOT)),
                Command.of("action.data.tables", "Shortcut+Alt+T", () -> actions.data()
                        .show(DataPane.Page.TABLES)),
                Command.of("action.figures.html", "Shortcut+Alt+H", () -> actions.data()
                        .saveReport(DocumentFile.Format.HTML)),
                Command.of("action.figures.pdf", () -> actions.data().saveReport(DocumentFile.Format.PDF)),
                Command.of("action.selection.clear", "Shortcut+Alt+L", () -> actions.data()
                        .clearSelection()));
        explain = Stream.concat(
                        Stream.of(DrawerTab.values())
                                .map(tab -> Command.of(tab.action(), tab.shortcut(), () -> actions.show(tab))),
                        Stream.of(
                                Command.of("action.drawer.fold", "F8", actions::toggleDrawer),
                                Command.of("action.rival", "Shortcut+B", actions::compareWithNext),
                                Command.of("action.scoring.open", "Shortcut+J", () -> actions.whatIf()
                                        .openScoring()),
                                Command.of("action.scoring.save", "Shortcut+Shift+J", () -> actions.whatIf()
                                        .saveScoring()),
                                Command.of("action.scoring.default", () -> actions.whatIf()
                                        .preset("tuning.default", Scoring.DEFAULT)),
                                Command.of("action.scoring.reference", () -> actions.whatIf()
                                        .preset("tuning.reference", Scoring.REFERENCE)),
                                Command.of("action.user.reset", "Shortcut+Shift+U", () -> actions.whatIf()
                                        .trial()
                                        .reset())))
                .toList();
        model = List.of(
                Command.of(
                        "action.train", "Shortcut+T", () -> actions.training().train()),
                Command.of("action.train.cancel", "Shortcut+Period", () -> actions.training()
                        .cancel()),
                Command.of("action.train.seeds", "Shortcut+Shift+Y", () -> actions.training()
                        .trySeeds()),
                Command.of("action.model.accept", "Shortcut+U", () -> actions.training()
                        .model()
                        .accept()),
                Command.of("action.model.keep", "Shortcut+Shift+K", () -> actions.training()
                        .model()
                        .keep()),
                Command.of("action.model.discard", "Shortcut+Shift+X", () -> actions.training()
                        .model()
                        .discard()),
                Command.of("action.models", "Shortcut+Shift+M", () -> actions.training()
                        .showModels()),
                Command.of("action.models.use", "Shortcut+Alt+U", () -> actions.training()
                        .pane()
                        .useChosen()),
                Command.of("action.models.rename", "Shortcut+Alt+R", () -> actions.training()
                        .pane()
                        .renameChosen()),
                Command.of("action.models.export", "Shortcut+Alt+E", () -> actions.training()
                        .pane()
                        .exportChosen()),
                Command.of("action.models.delete", "Shortcut+Alt+D", () -> actions.training()
                        .pane()
                        .deleteChosen()));
        evaluate = List.of(
                Command.of("action.evaluate", "Shortcut+Shift+E", () -> actions.evaluating()
                        .evaluate()),
                Command.of("action.evaluate.cancel", "Shortcut+Shift+Period", () -> actions.evaluating()
                        .model()
                        .cancel()),
                Command.of("action.evaluate.open", "Shortcut+Alt+O", () -> actions.evaluating()
                        .open()),
                Command.of("action.evaluate.save", "Shortcut+Alt+S", () -> actions.evaluating()
                        .save()),
                Command.of("action.evaluate.since", "Shortcut+Alt+V", () -> actions.evaluating()
                        .compareWith()),
                Command.of("action.evaluate.users.csv", "Shortcut+Alt+X", () -> actions.evaluating()
                        .exportUsers("csv")),
                Command.of("action.evaluate.users.parquet", () -> actions.evaluating()
                        .exportUsers("parquet")),
                Command.of("action.evaluate.html", "Shortcut+Alt+W", () -> actions.evaluating()
                        .report(DocumentFile.Format.HTML)),
                Command.of("action.evaluate.pdf", () -> actions.evaluating().report(DocumentFile.Format.PDF)),
                Command.of("action.evaluate.map", "Shortcut+Alt+K", () -> actions.evaluating()
                        .showOnMap()));
        serve = List.of(
                Command.of("action.serve", "Shortcut+Shift+H", () -> actions.serving()
                        .toggle()),
                Command.of("action.serve.docs", "Shortcut+Alt+I", () -> actions.serving()
                        .openDocs()),
                Command.of("action.serve.address", "Shortcut+Alt+A", () -> actions.serving()
                        .copyAddress()),
                Command.of("action.serve.curl.basic", "Shortcut+Alt+B", () -> actions.serving()
                        .copyCurl(false)),
                Command.of("action.serve.curl.ml", "Shortcut+Alt+M", () -> actions.serving()
                        .copyCurl(true)));
        help = List.of(
                Command.of("action.shortcuts", "F1", actions::showShortcuts),
                Command.of("action.about", actions::showAbout));
    }

    /// The menu.
    ///
    /// @param rankers the menu of rankers
    MenuBar bar(Menu rankers) {
        Menu files = menu("menu.file");
        files.getItems()
                .addAll(
                        file.get(0).item(),
                        file.get(8).item(),
                        recentMenu(),
                        file.get(1).item(),
                        file.get(2).item(),
                        new SeparatorMenuItem(),
                        file.get(3).item(),
                        file.get(4).item(),
                        pictureMenu(),
                        new SeparatorMenuItem(),
                        file.get(5).item(),
                        file.get(6).item(),
                        new SeparatorMenuItem(),
                        file.get(7).item());
        Menu views = menu("menu.view");
        view.forEach(command -> views.getItems().add(command.item()));
        views.getItems().add(Views.View.values().length, new SeparatorMenuItem());
        Menu explores = menu("menu.explore");
        explore.forEach(command -> explores.getItems().add(command.item()));
        for (int after : List.of(8, 5, 2)) {
            explores.getItems().add(after, new SeparatorMenuItem());
        }
        explores.getItems().add(new SeparatorMenuItem());
        data.forEach(command -> explores.getItems().add(command.item()));
        Menu rankings = menu("menu.ranking");
        for (int i = 0; i < ranking.size(); i++) {
            MenuItem item = ranking.get(i).item();
            item.setText(Texts.text("k.choice", Formats.count(Settings.KS.get(i))));
            item.setId("menu-k-" + Settings.KS.get(i));
            rankings.getItems().add(item);
        }
        rankings.getItems().add(new SeparatorMenuItem());
        stream.forEach(command -> rankings.getItems().add(command.item()));
        Menu models = menu("menu.model");
        model.forEach(command -> models.getItems().add(command.item()));
        for (int after : List.of(6, 3)) {
            models.getItems().add(after, new SeparatorMenuItem());
        }
        Menu explains = menu("menu.explain");
        explain.forEach(command -> explains.getItems().add(command.item()));
        for (int after : List.of(11, 7, 6)) {
            explains.getItems().add(after, new SeparatorMenuItem());
        }
        Menu compares = menu("menu.compare");
        compares.getItems().add(rankers);
        compare.forEach(command -> compares.getItems().add(command.item()));
        for (int after : List.of(9, 8, 4)) {
            compares.getItems().add(after, new SeparatorMenuItem());
        }
        Menu evaluates = menu("menu.evaluate");
        evaluate.forEach(command -> evaluates.getItems().add(command.item()));
        for (int after : List.of(9, 5, 2)) {
            evaluates.getItems().add(after, new SeparatorMenuItem());
        }
        Menu serves = menu("menu.serve");
        serve.forEach(command -> serves.getItems().add(command.item()));
        for (int after : List.of(3, 1)) {
            serves.getItems().add(after, new SeparatorMenuItem());
        }
        Menu helps = menu("menu.help");
        help.forEach(command -> helps.getItems().add(command.item()));
        MenuBar bar =
                new MenuBar(files, views, explores, rankings, compares, explains, models, evaluates, serves, helps);
        bar.getStyleClass().add("main-menu");
        return bar;
    }

    /// The button that says what is open, with what one can do about it. Its lines carry no keys of their own: those
    /// belong to the menu.
    MenuButton dataButton() {
        MenuButton button = new MenuButton();
        for (Command command : file.subList(0, 3)) {
            button.getItems().add(new Command(command.key(), null, command.action()).item());
        }
        button.getItems().add(1, recentMenu());
        return button;
    }

    /// What one can do with the chosen stream; like the data button's lines, without keys of its own.
    ContextMenu streamMenu() {
        ContextMenu menu = new ContextMenu();
        stream.forEach(command -> menu.getItems().add(new Command(command.key(), null, command.action()).item()));
        menu.getItems().add(new SeparatorMenuItem());
        explain.stream()
                .filter(command -> IN_STREAM_MENU.contains(command.key()))
                .forEach(command -> menu.getItems().add(new Command(command.key(), null, command.action()).item()));
        return menu;
    }

    /// Offers the folders opened before.
    void showRecent(List<String> folders) {
        for (Menu menu : recent) {
            menu.getItems().setAll(folders.stream().map(this::recentItem).toList());
            menu.setDisable(folders.isEmpty());
        }
    }

    /// Everything that has a shortcut.
    List<Command> withShortcuts() {
        return Stream.of(file, picture, view, explore, data, stream, compare, explain, model, evaluate, serve, help)
                .flatMap(List::stream)
                .filter(command -> command.shortcut() != null)
                .toList();
    }

    private Menu pictureMenu() {
        Menu menu = menu("menu.picture");
        picture.forEach(command -> menu.getItems().add(command.item()));
        menu.getItems().add(MapPicture.SCALES.size(), new SeparatorMenuItem());
        return menu;
    }

    private MenuItem recentItem(String folder) {
        MenuItem item = new MenuItem(folder);
        item.setMnemonicParsing(false);
        Consumer<Path> open = actions::open;
        item.setOnAction(event -> open.accept(Path.of(folder)));
        return item;
    }

    private Menu recentMenu() {
        Menu menu = menu("menu.recent");
        menu.setDisable(true);
        recent.add(menu);
        return menu;
    }

    private static Menu menu(String key) {
        Menu menu = new Menu(Texts.text(key));
        menu.setId(key.replace('.', '-'));
        return menu;
    }
}
