// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.ui.compare.drawer.Drawer;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.map.LayerStack;
import app.hometown.ui.map.MapPane;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the window shows first: the map with the data, in the place where it stays, and round it the empty places of
/// what comes after. The rest of the window ([MainWindow]) takes several times as long to make, and takes the map over.
/// Until the map is drawn, the last window's picture of it ([KeptLook]) stands in its place where that still holds.
///
/// Made and used on the JavaFX thread.
public final class FirstLook {
    /// How long the map stays empty for data that is being opened.
    private static final Duration PATIENCE = Duration.millis(800);

    /// How long a picture stands in for it before the window comes, with which opening can be stopped.
    private static final Duration COVERED_PATIENCE = Duration.seconds(4);

    private final MapPane map = new MapPane();
    private final Scene scene;
    private final Theme theme;
    private final boolean covered;
    private final PauseTransition patience;

    /// What comes after; null when it has come.
    private @Nullable Runnable then;

    /// @param settings how the window looks
    public FirstLook(Settings settings) {
        this(settings, null, null);
    }

    /// @param settings how the window looks
    /// @param kept what is in the scene until the map is drawn, or null
    /// @param before the scene that shows it, which this takes over, or null
    FirstLook(Settings settings, @Nullable KeptLook kept, @Nullable Scene before) {
        theme = Theme.of(settings.theme());
        BorderPane room = new BorderPane(map);
        Region drawer = place("drawer");
        drawer.setMinHeight(Drawer.heightOf(settings.drawer()));
        room.setBottom(drawer);
        Region lists = place("compare-pane");
        lists.setMinWidth(settings.window().sideWidth());
        room.setRight(lists);
        BorderPane root = new BorderPane(room);
        root.getStyleClass().add("main-window");
        root.setTop(place("top-bar"));
        root.setLeft(place("rail"));
        root.setBottom(place("status-line"));
        if (before == null) {
            scene = new Scene(root, settings.window().width(), settings.window().height());
        } else {
            scene = before;
            scene.setRoot(root);
        }
        theme.apply(scene);
        scene.setCursor(Cursor.WAIT);
        map.setDark(theme == Theme.DARK);
        map.layers().set(LayerStack.ofNames(settings.layers()));
        // Nobody waits for a flight to where the first picture is.
        map.setAnimated(false);
        if (kept != null) {
            map.cover(kept.cover());
        }
        covered = kept != null;
        patience = new PauseTransition(covered ? COVERED_PATIENCE : PATIENCE);
    }

    private static Region place(String style) {
        Region place = new Region();
        place.getStyleClass().add(style);
        return place;
    }

    /// The scene, which the whole window has as well.
    public Scene scene() {
        return scene;
    }

    /// The map, which the whole window has as well.
    public MapPane map() {
        return map;
    }

    /// How it looks.
    Theme theme() {
        return theme;
    }

    /// Shows data as soon as it is open.
    ///
    /// @param opening the data on its way
    /// @param lastUser the user picked last, or null
    /// @param seen called once, when the data is on the map, when there is none, or when it has kept the person
    ///   waiting for long enough: then the map shows the world, or goes on showing what was kept
    public void show(CompletableFuture<Session> opening, @Nullable String lastUser, Runnable seen) {
        then = seen;
        map.waitForView();
        patience.setOnFinished(event -> {
            if (!covered) {
                map.waitNoLonger();
            }
            seen();
        });
        // From when there is something to be seen: the first picture takes long itself.
        FxThread.afterPicture(() -> {
            if (!opening.isDone()) {
                patience.play();
            }
        });
        FxThread.whenDone(opening, session -> opened(session, lastUser), error -> {
            map.waitNoLonger();
            seen();
        });
    }

    private void opened(Session session, @Nullable String lastUser) {
        if (then == null) {
            return;
        }
        // A window without a map would be of no use sooner.
        patience.stop();
        session.data()
                .map(OpenData::catalog)
                .ifPresentOrElse(catalog -> show(catalog, session, lastUser), map::waitNoLonger);
        FxThread.whenDone(map.whenDrawn().thenApply(drawn -> session), drawn -> seen(), error -> seen());
    }

    private void seen() {
        patience.stop();
        Runnable next = then;
        then = null;
        if (next != null) {
            next.run();
        }
    }

    /// Looks where the window will look when it has ranked for the user.
    private void show(Catalog catalog, Session session, @Nullable String lastUser) {
        map.setPoints(catalog);
        int row = firstUser(catalog, lastUser);
        OptionalDouble radius = session.scoring().radiusKm();
        map.flyTo(catalog.users().latitude(row), catalog.users().longitude(row), radius);
    }

    /// The user looked at last, if the data has them.
    static int firstUser(Catalog catalog, @Nullable String last) {
        return last == null ? 0 : Math.max(0, catalog.users().ids().indexOf(last));
    }
}
