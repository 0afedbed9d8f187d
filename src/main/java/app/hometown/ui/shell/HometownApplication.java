// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.SystemFileChoices;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program with its window. JavaFX makes the instance itself, so what it shows is handed over beforehand.
public final class HometownApplication extends Application {
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final AtomicReference<@Nullable Workbench> HANDED_OVER = new AtomicReference<>();

    private final Workers workers = Workers.threads();
    private @Nullable MainWindow shown;

    /// Opens the window, and the workbench's data folder if nothing is open; returns when the window is closed and
    /// all jobs have been told to stop. Once in a program's life.
    public static void open(Workbench workbench) {
        HANDED_OVER.set(workbench);
        launch(HometownApplication.class);
        workbench.jobs().cancelAll();
    }

    @Override
    public void start(Stage stage) {
        Workbench workbench = Objects.requireNonNull(HANDED_OVER.getAndSet(null), "started without a workbench");
        Theme.loadFonts();
        MainWindow window = new MainWindow(
                workbench,
                new SystemFileChoices(() -> stage),
                workers,
                workbench.settings().get(),
                this::browse);
        shown = window;
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> FxThread.run(() -> window.failed(error)));
        stage.setTitle(Texts.text("app.name"));
        IntStream.of(ICON_SIZES).mapToObj(HometownApplication::icon).forEach(stage.getIcons()::add);
        stage.setMinWidth(960);
        stage.setMinHeight(640);
        stage.setScene(window.scene());
        stage.setMaximized(workbench.settings().get().window().maximized());
        stage.setOnCloseRequest(event -> {
            remember(workbench, window, stage);
            stage.close();
        });
        stage.show();
        if (workbench.session().data().isEmpty()) {
            window.openFirst();
        }
    }

    @Override
    public void stop() {
        MainWindow window = shown;
        if (window != null) {
            window.quit();
        }
        workers.close();
    }

    private boolean browse(URI page) {
        getHostServices().showDocument(page.toString());
        return true;
    }

    /// A maximised window keeps the size that it had before.
    private void remember(Workbench workbench, MainWindow window, Stage stage) {
        Settings.Window before = workbench.settings().get().window();
        boolean maximized = stage.isMaximized();
        Settings.Window now = new Settings.Window(
                maximized ? before.width() : window.scene().getWidth(),
                maximized ? before.height() : window.scene().getHeight(),
                maximized,
                window.sideWidth());
        Settings.Drawer drawer = window.drawerStands();
        workers.saving().execute(() -> workbench.settings().update(settings -> settings.withWindow(now)
                .withDrawer(drawer)));
    }

    private static Image icon(int size) {
        String name = "/app/hometown/icons/hometown-" + size + ".png";
        return new Image(Objects.requireNonNull(HometownApplication.class.getResource(name), name)
                .toExternalForm());
    }
}
