// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.InputException;
import app.hometown.geo.WebMercator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.fx.WebPages;
import app.hometown.ui.map.MapCamera;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The start, a step after the other. TestFX sets the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class FirstLookTest {
    @TempDir
    static Path folder;

    private final CompletableFuture<Session> opening = new CompletableFuture<>();
    private final CompletableFuture<Boolean> seen = new CompletableFuture<>();
    private Workbench workbench;
    private Settings settings;
    private FirstLook first;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        Path home = folder.resolve(Integer.toString(System.identityHashCode(this)));
        Folders folders = new Folders(folder.resolve("data"), home.resolve("models"), home.resolve("settings.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench
                .generate(new GeneratorOptions(60, 120, 1000, 7), folders.data())
                .await();
        settings = workbench.settings().get();
        first = new FirstLook(settings);
        stage.setScene(first.scene());
        first.show(opening, "user_000002", () -> seen.complete(true));
        stage.show();
    }

    @Test
    void theDataIsOnTheMapBeforeTheWindowIsMadeAndStaysWhereItIs(FxRobot robot) throws Exception {
        assertThat(seen).isNotDone();
        opening.complete(workbench.session());
        assertThat(seen.get(30, TimeUnit.SECONDS)).isTrue();
        MapCamera camera = first.map().cameraProperty().get();
        var user = workbench.session().requireData().catalog().user("user_000002");
        assertThat(camera.x()).isCloseTo(WebMercator.x(user.longitude()), within(1e-9));
        assertThat(camera.y()).isCloseTo(WebMercator.y(user.latitude()), within(1e-9));

        robot.interact(() -> {
            MainWindow window = new MainWindow(
                    workbench,
                    new GivenFiles(),
                    Workers.inPlace(),
                    settings.withUser("user_000002"),
                    WebPages.NONE,
                    first);
            assertThat(window.scene()).isSameAs(first.scene());
            assertThat(window.map().pane()).isSameAs(first.map());
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#left-list").tryQuery()).isPresent();
    }

    @Test
    void dataThatCannotBeReadLeavesRoomForTheWindowThatSaysSo() throws Exception {
        opening.completeExceptionally(new InputException("users.parquet", "is broken", "Use another one."));
        assertThat(seen.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.map().cameraProperty().get().zoom()).isLessThan(3);
    }

    @Test
    void whoWaitsForLongGetsTheWindowMeanwhile() throws Exception {
        assertThat(seen.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(opening).isNotDone();
    }
}
