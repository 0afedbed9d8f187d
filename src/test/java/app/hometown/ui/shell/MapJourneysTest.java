// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.geo.WebMercator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.map.MapCamera;
import app.hometown.ui.map.MapPane;
import app.hometown.ui.map.basemap.MapStyle;
import app.hometown.ui.map.basemap.TilePainter;
import app.hometown.ui.map.online.LocalTiles;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does with the map itself: taking it away as a picture, putting tiles from the network on it.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class MapJourneysTest {
    @TempDir
    static Path folder;

    private Path home;
    private Workbench workbench;
    private final GivenFiles files = new GivenFiles();
    private MainWindow window;
    private MapPane map;

    @BeforeAll
    static void generate() {
        workbench(folder)
                .generate(new GeneratorOptions(60, 120, 1000, 7), folder.resolve("data"))
                .await();
    }

    private static Workbench workbench(Path home) {
        Folders folders = new Folders(folder.resolve("data"), home.resolve("models"), home.resolve("settings.json"));
        return new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
    }

    @Start
    void start(Stage stage) {
        home = folder.resolve(Integer.toString(System.identityHashCode(this)));
        workbench = workbench(home);
        workbench.open(folder.resolve("data")).await();
        files.saveInto(home);
        window = JourneyWindow.show(stage, workbench, files, 1100, 700);
        map = window.map().pane();
    }

    @Test
    void theMapIsSavedAsAPictureAsSharpAsItIsLarge(FxRobot robot) throws Exception {
        robot.interact(() -> map.flyTo(42.5, 6.0, 5.3));
        settle();
        for (int scale : new int[] {1, 2, 4}) {
            robot.interact(() -> menuItem(robot, "action-saveMap-" + scale).fire());
            WaitForAsyncUtils.waitForFxEvents();
        }
        BufferedImage once = ImageIO.read(home.resolve("hometown-map.png").toFile());
        BufferedImage four = ImageIO.read(home.resolve("hometown-map@4x.png").toFile());
        assertThat(once.getWidth()).isEqualTo((int) Math.round(map.getWidth()));
        assertThat(once.getHeight()).isEqualTo((int) Math.round(map.getHeight()));
        assertThat(ImageIO.read(home.resolve("hometown-map@2x.png").toFile()).getWidth())
                .isEqualTo(2 * once.getWidth());
        assertThat(four.getWidth()).isEqualTo(4 * once.getWidth());
        assertThat(robot.lookup("#status-message").queryAs(Label.class).getText())
                .contains("hometown-map@4x.png");
        MapCamera camera = map.cameraProperty().get();
        int x = (int) camera.screenX(WebMercator.x(5.3));
        int y = (int) camera.screenY(WebMercator.y(41.0));
        assertThat(near(four.getRGB(4 * x, 4 * y), MapStyle.LIGHT.sea().getRGB()))
                .isTrue();
        assertThat(near(once.getRGB(x, y), MapStyle.LIGHT.sea().getRGB())).isTrue();
        // A stretched picture would have blocks of four by four equal pixels along every line.
        int uneven = 0;
        for (int column = 0; column < once.getWidth(); column++) {
            int first = four.getRGB(4 * column, 2 * once.getHeight());
            uneven += first != four.getRGB(4 * column + 3, 2 * once.getHeight()) ? 1 : 0;
        }
        assertThat(uneven).isGreaterThan(10);
        // The screen shows the same, but for the buttons.
        BufferedImage screen = onFx(() -> SwingFXUtils.fromFXImage(map.snapshot(null, null), null));
        int alike = 0;
        int all = 0;
        for (int column = 0; column < once.getWidth() - 60; column += 3) {
            for (int row = 0; row < once.getHeight(); row += 3) {
                alike += near(screen.getRGB(column, row), once.getRGB(column, row)) ? 1 : 0;
                all++;
            }
        }
        assertThat(alike).isGreaterThan(all * 95 / 100);
    }

    private static boolean near(int a, int b) {
        int apart = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            apart = Math.max(apart, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        return apart < 24;
    }

    @Test
    void tilesFromTheNetworkComeOnlyWhenAskedForAndLeaveTheOfflineMapWhenTheyFail(FxRobot robot) throws Exception {
        try (var server = new LocalTiles()) {
            robot.interact(() -> map.flyTo(35, -45, 5));
            settle();
            assertThat(server.requests()).isEmpty();
            assertThat(colour(300, 200)).isEqualTo(MapStyle.LIGHT.sea());

            choose(robot, true, "http://127.0.0.1/{z}/{x}.png", "© Local");
            assertThat(robot.lookup("#tiles-problem").queryAs(Label.class).getText())
                    .contains("{y}");
            assertThat(robot.lookup("#tiles-use").query().isDisabled()).isTrue();
            robot.interact(() ->
                    robot.lookup("#tiles-address").queryAs(TextField.class).setText(server.template()));
            robot.clickOn("#tiles-use");
            settle();
            assertThat(colour(300, 200)).isEqualTo(LocalTiles.COLOUR);
            assertThat(server.mostAtOnce()).isBetween(1, 4);
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request.userAgent()).startsWith("Hometown/"));
            assertThat(workbench.settings().get().tiles().template()).isEqualTo(server.template());
            assertThat(attribution(robot)).isEqualTo("© Local · " + TilePainter.ATTRIBUTION);
            // A tile that was asked for and then scrolled out of sight need not be kept.
            assertThat(keptTiles()).isBetween(1L, (long) server.requests().size());

            server.answer(403, Map.of());
            robot.interact(() -> map.flyTo(-40, -120, 5));
            settle();
            assertThat(colour(300, 200)).isEqualTo(MapStyle.LIGHT.sea());
            assertThat(robot.lookup("#status-message").queryAs(Label.class).getText())
                    .contains("403");
            int asked = server.requests().size();

            choose(robot, false, server.template(), "© Local");
            robot.clickOn("#tiles-use");
            robot.interact(() -> map.flyTo(35, -45, 5));
            settle();
            assertThat(colour(300, 200)).isEqualTo(MapStyle.LIGHT.sea());
            assertThat(attribution(robot)).isEqualTo(TilePainter.ATTRIBUTION);
            assertThat(server.requests()).hasSize(asked);
        }
    }

    private long keptTiles() throws IOException {
        try (Stream<Path> kept = Files.walk(workbench.folders().tiles())) {
            return kept.filter(file -> file.toString().endsWith(".tile")).count();
        }
    }

    private void choose(FxRobot robot, boolean on, String address, String attribution) {
        Platform.runLater(() -> menuItem(robot, "action-tiles").fire());
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            robot.lookup("#tiles-on").queryAs(CheckBox.class).setSelected(on);
            robot.lookup("#tiles-address").queryAs(TextField.class).setText(address);
            robot.lookup("#tiles-attribution").queryAs(TextField.class).setText(attribution);
        });
    }

    private static String attribution(FxRobot robot) {
        return robot.lookup(".map-attribution").queryAs(Label.class).getText();
    }

    private java.awt.Color colour(int x, int y) throws Exception {
        return onFx(() -> new java.awt.Color(
                SwingFXUtils.fromFXImage(map.snapshot(null, null), null).getRGB(x, y)));
    }

    private void settle() throws Exception {
        onFx(map::whenSettled).get(60, TimeUnit.SECONDS);
    }

    private static <T> T onFx(java.util.function.Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get(60, TimeUnit.SECONDS);
    }

    private static MenuItem menuItem(FxRobot robot, String id) {
        MenuBar bar = robot.lookup(".main-menu").query();
        return bar.getMenus().stream()
                .flatMap(MapJourneysTest::items)
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<MenuItem> items(Menu menu) {
        return menu.getItems().stream().flatMap(item -> item instanceof Menu inner ? items(inner) : Stream.of(item));
    }
}
