// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.ComparePane;
import app.hometown.ui.compare.drawer.Drawer;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.fx.WebPages;
import app.hometown.ui.map.LayerStack;
import app.hometown.workbench.Job;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The window's content: the views, the two lists beside them, the explanation below, and what holds them together.
///
/// Made and used on the JavaFX thread. What changes in the workbench, on whatever thread, shows here.
public final class MainWindow {
    private final Workbench workbench;
    private final Workers workers;
    private final Actions actions;
    private final CompareModel comparison;
    private final MapDesk map;
    private final OnlineMap online;
    private final ExploreDesk explore;
    private final CompareDesk compare;
    private final History history;
    private final WhatIf whatIf;
    private final Drawer drawer;
    private final DataDesk data;
    private final TrainDesk training;
    private final EvaluateDesk evaluating;
    private final ServeDesk serving;
    private final Views views;
    private final MainMenu menu;
    private final SearchField search;
    private final TopBar top;
    private final Welcome welcome;
    private final MessageBar message = new MessageBar();
    private final StatusBar status;
    private final ComparePane lists;
    private final Sides sides;
    private final BorderPane centre = new BorderPane();
    private final Scene scene;
    private Theme theme;
    private @Nullable Catalog shown;
    private volatile @Nullable SearchIndex searched;

    /// @param workbench what the window shows and does
    /// @param files asks for files and folders
    /// @param workers the threads beside the JavaFX thread
    /// @param settings how it looks at first
    public MainWindow(Workbench workbench, FileChoices files, Workers workers, Settings settings) {
        this(workbench, files, workers, settings, WebPages.NONE, new FirstLook(settings));
    }

    /// @param workbench what the window shows and does
    /// @param files asks for files and folders
    /// @param workers the threads beside the JavaFX thread
    /// @param settings how it looks at first
    /// @param pages opens pages in a browser
    /// @param first whose map and scene it takes over
    public MainWindow(
            Workbench workbench,
            FileChoices files,
            Workers workers,
            Settings settings,
            WebPages pages,
            FirstLook first) {
        this.workbench = workbench;
        this.workers = workers;
        history = new History();
        actions = new Actions(workbench, this, files, workers, history);
        welcome = new Welcome(actions::openFolder, actions::generate);
        comparison = new CompareModel(
                workbench.session(), settings.k(), new Latest(workers.ranking(), FxThread.EXECUTOR, this::failed));
        whatIf = new WhatIf(workbench, this, files, workers, history);
        drawer = new Drawer(
                comparison,
                whatIf.tuning(),
                whatIf.trial(),
                whatIf,
                new Latest(workers.ranking(), FxThread.EXECUTOR, this::failed),
                new Latest(workers.exploring(), FxThread.EXECUTOR, this::failed),
                settings.drawer());
        training = new TrainDesk(workbench, this, files, workers, history);
        serving = new ServeDesk(workbench, this, files, workers, pages);
        map = new MapDesk(comparison, first.map(), actions::undoable, actions::wentHome);
        explore = new ExploreDesk(workbench, this, map.pane(), files, workers, history);
        data = new DataDesk(workbench, this, explore, files, workers, history);
        menu = new MainMenu(actions);
        compare = new CompareDesk(workbench, this, comparison, files, workers, history, menu::streamMenu);
        evaluating = new EvaluateDesk(workbench, this, explore, files, workers, history);
        views = new Views(
                Map.of(
                        Views.View.MAP, () -> new StackPane(explore.node(), welcome),
                        Views.View.COMPARE, compare::view,
                        Views.View.DATA, data::pane,
                        Views.View.TRAIN, training::pane,
                        Views.View.EVALUATE, evaluating::pane,
                        Views.View.SERVE, serving::pane),
                this::show);
        search = new SearchField(
                new Latest(workers.reading(), FxThread.EXECUTOR, this::failed), this::searchIndex, this::found);
        top = new TopBar(menu.bar(compare.rankers().menu()), menu.dataButton(), search, actions::switchTheme);
        status = new StatusBar(workbench.jobs());
        lists = new ComparePane(comparison, actions::trainAndUse, actions::copyComparison, menu::streamMenu);
        sides = new Sides(views.stage(), lists, settings.window().sideWidth());
        centre.setCenter(sides.node());
        centre.setBottom(drawer);
        BorderPane root = new BorderPane(centre);
        root.getStyleClass().add("main-window");
        root.setTop(new VBox(top, message));
        root.setLeft(views.rail());
        root.setBottom(status);
        scene = first.scene();
        scene.setRoot(root);
        scene.setCursor(null);
        theme = first.theme();
        map.pane().pointerProperty().addListener((property, before, now) -> status.point(now));
        compare.showOn(map.pane(), explore);
        map.pane().layers().addListener((property, before, now) -> save(now));
        show(theme);
        online = new OnlineMap(map.pane(), workbench.folders().tiles(), this::say);
        show(settings.tiles());
        Drops.accept(scene, actions::drop);
        comparison.k().addListener((property, before, now) -> save(now.intValue()));
        comparison.lists().addListener((property, before, now) -> {
            if (now != null
                    && (before == null || !before.user().id().equals(now.user().id()))) {
                save(now.user().id());
            }
        });
        workbench.watch(session -> FxThread.run(() -> show(session)));
        show(workbench.session());
    }

    /// The scene to put on a stage or to take a picture of.
    public Scene scene() {
        return scene;
    }

    /// What one can do.
    Actions actions() {
        return actions;
    }

    /// The map.
    MapDesk map() {
        return map;
    }

    /// Filters, selections and the clock.
    ExploreDesk explore() {
        return explore;
    }

    /// The Compare view.
    CompareDesk compare() {
        return compare;
    }

    /// The state of the lists.
    public CompareModel comparison() {
        return comparison;
    }

    /// The scoring and the user as they are tried out.
    WhatIf whatIf() {
        return whatIf;
    }

    /// Explanations under the views.
    Drawer drawer() {
        return drawer;
    }

    /// The theme that is shown.
    Theme theme() {
        return theme;
    }

    /// The Data view.
    DataDesk data() {
        return data;
    }

    TrainDesk training() {
        return training;
    }

    EvaluateDesk evaluating() {
        return evaluating;
    }

    ServeDesk serving() {
        return serving;
    }

    /// Shows a view.
    void show(Views.View view) {
        sides.fold(view.alone());
        centre.setBottom(view.page() ? null : drawer);
        views.show(view);
    }

    /// Shows everything in another theme.
    void show(Theme next) {
        theme = next;
        theme.apply(scene);
        top.show(theme);
        map.pane().setDark(theme == Theme.DARK);
        explore.setDark(theme == Theme.DARK);
    }

    /// Shows tiles from the network on the map, or none.
    void show(Settings.Tiles tiles) {
        online.show(tiles);
    }

    /// Says in the last line what was done.
    void say(String text) {
        status.say(text);
    }

    /// Takes away the last error: something new was begun.
    void began() {
        message.hide();
    }

    /// Shows why something did not work: what the person can mend in the window, a mistake of the program in a window
    /// of its own.
    void failed(Throwable error) {
        Throwable cause =
                error instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : error;
        switch (cause) {
            case InputException input -> message.show(input);
            case CancellationException cancelled -> say(Texts.text("said.cancelled"));
            default -> ErrorWindow.show(scene.getWindow(), cause);
        }
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void zoom(int steps) {
        map.pane().zoomBy(steps);
    }

    void flyToUser() {
        map.pane().flyToUser();
    }

    void showShortcuts() {
        Pages.shortcuts(scene, menu.withShortcuts());
    }

    void showAbout() {
        Pages.about(scene, Diagnostics.of(workbench.folders(), workbench.session()));
    }

    /// Waits for the workbench's data folder: what a first start shows.
    ///
    /// @param opening opens it
    /// @return completes when it is open, before it is drawn
    CompletableFuture<Session> openFirst(Job<Session> opening) {
        // Nobody is asked for data that is on its way.
        welcome.setVisible(false);
        CompletableFuture<Session> opened =
                actions.opening(workbench.folders().data(), opening).result();
        FxThread.whenDone(opened, session -> {}, error -> welcome.setVisible(shown == null));
        return opened;
    }

    /// Completes, on the JavaFX thread, when the lists of a user stand beside the map and all in view is drawn.
    CompletableFuture<@Nullable Void> whenRanked() {
        CompletableFuture<@Nullable Void> ranked = new CompletableFuture<>();
        Subscription waiting = comparison.lists().subscribe(lists -> {
            if (lists != null) {
                ranked.complete(null);
            }
        });
        return ranked.thenCompose(done -> {
            waiting.unsubscribe();
            return map.pane().whenDrawn();
        });
    }

    /// Asks the window to close, as its own button does.
    void close() {
        Window window = scene.getWindow();
        if (window != null) {
            window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
        }
    }

    /// Ends what the window has begun outside itself: the endpoint answers what it is at, and stops.
    void quit() {
        serving.model().quit();
    }

    /// How the drawer stands, to remember.
    Settings.Drawer drawerStands() {
        return drawer.stands();
    }

    /// The lists beside the views.
    Sides sides() {
        return sides;
    }

    private void show(Session session) {
        Session before = comparison.session().get();
        comparison.session().set(session);
        serving.show(session);
        evaluating.show(session);
        whatIf.tuning().follow(session.scoring());
        data.rank(session);
        if (onlyScored(before, session)) {
            return;
        }
        training.show(session);
        menu.showRecent(workbench.settings().get().recentFolders());
        top.show(session.data());
        Catalog now = session.data().map(OpenData::catalog).orElse(null);
        boolean changed = now != null && shown != null && now.hasRowsOf(shown);
        if (same(now, shown)) {
            explore.show(session, false);
            return;
        }
        if (!changed) {
            history.clear();
        }
        shown = now;
        welcome.setVisible(now == null);
        session.data().ifPresent(open -> {
            map.show(open.catalog());
            explore.show(session, !changed);
            if (changed) {
                return;
            }
            data.show(open);
            say(Texts.text("said.opened", open.folder()));
            comparison.pick(FirstLook.firstUser(
                    open.catalog(), workbench.settings().get().user()));
        });
    }

    /// Whether nothing but the scoring differs: nothing else is drawn anew under the slider.
    private static boolean onlyScored(Session before, Session after) {
        return !before.scoring().equals(after.scoring())
                && same(catalog(before), catalog(after))
                && before.model().equals(after.model())
                && before.selections().equals(after.selections());
    }

    private static @Nullable Catalog catalog(Session session) {
        return session.data().map(OpenData::catalog).orElse(null);
    }

    /// What the search searches: made when it is first needed, on the worker.
    private @Nullable SearchIndex searchIndex() {
        Optional<Catalog> catalog = workbench.session().data().map(OpenData::catalog);
        SearchIndex index = searched;
        if (catalog.isPresent() && (index == null || !catalog.get().hasRowsOf(index.catalog()))) {
            index = new SearchIndex(catalog.get());
            searched = index;
        }
        return catalog.isPresent() ? index : null;
    }

    private void found(Suggestion find) {
        SearchIndex index = searched;
        if (index == null || shown == null || !shown.hasRowsOf(index.catalog())) {
            return;
        }
        switch (find.kind()) {
            case USER -> comparison.pick(find.index());
            case STREAM -> {
                comparison.selected().set(find.index());
                map.flyToStream(find.index());
            }
            case CITY -> {
                int user = index.cities().middleUser(find.index());
                if (user >= 0) {
                    comparison.pick(user);
                } else if (index.cities().anyStream(find.index()) >= 0) {
                    map.flyToStream(index.cities().anyStream(find.index()));
                }
            }
        }
    }

    /// Data opened again is other data even where it is equal.
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(@Nullable Catalog a, @Nullable Catalog b) {
        return a == b;
    }

    private void save(int k) {
        workers.saving().execute(() -> workbench.settings().update(settings -> settings.withK(k)));
    }

    private void save(LayerStack layers) {
        workers.saving().execute(() -> workbench.settings().update(settings -> settings.withLayers(layers.names())));
    }

    private void save(String user) {
        workers.saving().execute(() -> workbench.settings().update(settings -> settings.withUser(user)));
    }
}
