// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.geo.WebMercator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedLine;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.map.MapCamera;
import app.hometown.ui.map.MapLayer;
import app.hometown.ui.map.MapPane;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does in the window, with everything run in place so that nothing has to be waited for. TestFX sets the
/// fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class WindowJourneysTest {
    @TempDir
    static Path folder;

    private final GivenFiles files = new GivenFiles();
    private Workbench workbench;
    private MainWindow window;

    @Start
    void start(Stage stage) {
        Path home = folder.resolve(Integer.toString(System.identityHashCode(this)));
        Folders folders = new Folders(folder.resolve("data"), home.resolve("models"), home.resolve("settings.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench
                .generate(new GeneratorOptions(60, 120, 1000, 7), folders.data())
                .await();
        window = JourneyWindow.show(stage, workbench, files, 1200, 800);
    }

    @Test
    void noTwoActionsHaveTheSameKeys(FxRobot robot) {
        robot.interact(() -> assertThat(new MainMenu(window.actions()).withShortcuts())
                .extracting(Command::shortcut)
                .doesNotHaveDuplicates());
    }

    @Test
    void atTheStartAUserIsPickedAndTheMlSideSaysWhatToDo(FxRobot robot) {
        assertThat(label(robot, "#picked-user")).isEqualTo("user_000001");
        assertThat(list(robot, "#left-list").getItems()).hasSize(10);
        assertThat(robot.lookup("#train-here").<Node>query().isVisible()).isTrue();
    }

    @Test
    void theListsFollowTheDraggedUserAndEscAndUndoPutItBack(FxRobot robot) throws Exception {
        Lists home = Objects.requireNonNull(window.comparison().lists().get());
        MapPane map = window.map().pane();
        settle(robot, map);
        var pin = userPin(map, home.user().latitude(), home.user().longitude());
        MapCamera camera = map.cameraProperty().get();
        robot.moveTo(pin).press(MouseButton.PRIMARY).moveBy(60, 40);
        WaitForAsyncUtils.waitForFxEvents();
        Lists away = Objects.requireNonNull(window.comparison().lists().get());
        assertThat(away.user().id()).isEqualTo(home.user().id());
        assertThat(away.user().longitude()).isGreaterThan(home.user().longitude());
        assertThat(away.user().latitude()).isLessThan(home.user().latitude());
        assertThat(away.left().lines()).isNotEqualTo(home.left().lines());
        assertThat(map.cameraProperty().get()).isEqualTo(camera);
        robot.type(KeyCode.ESCAPE);
        assertThat(window.comparison().lists().get()).isEqualTo(home);
        robot.release(MouseButton.PRIMARY);
        assertThat(window.comparison().lists().get()).isEqualTo(home);

        robot.moveTo(pin).press(MouseButton.PRIMARY).moveBy(-50, 30).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.comparison().variation().get().place()).isPresent();
        robot.interact(() -> menuItem(robot, "action-undo").fire());
        assertThat(window.comparison().variation().get().isNone()).isTrue();
        assertThat(window.comparison().lists().get()).isEqualTo(home);
    }

    @Test
    void layersThatAreSwitchedOffStayOff(FxRobot robot) {
        MapPane map = window.map().pane();
        robot.interact(() -> map.layers().set(map.layers().get().with(MapLayer.USERS, false)));
        MainWindow next = onFx(
                robot,
                () -> new MainWindow(
                        workbench,
                        files,
                        Workers.inPlace(),
                        workbench.settings().get()));
        assertThat(next.map().pane().layers().get()).isEqualTo(map.layers().get());
        assertThat(next.map().pane().layers().get().shows(MapLayer.USERS)).isFalse();
    }

    private static <T> T onFx(FxRobot robot, Supplier<T> making) {
        var made = new CompletableFuture<T>();
        robot.interact(() -> made.complete(making.get()));
        return made.join();
    }

    private static void settle(FxRobot robot, MapPane map) throws Exception {
        var settled = new CompletableFuture<Void>();
        robot.interact(() -> map.whenSettled().thenRun(() -> settled.complete(null)));
        settled.get(60, TimeUnit.SECONDS);
    }

    /// The head of the picked user's pin on the screen.
    private static Point2D userPin(MapPane map, double latitude, double longitude) {
        MapCamera camera = map.cameraProperty().get();
        return map.localToScreen(
                camera.screenX(WebMercator.x(longitude)), camera.screenY(WebMercator.y(latitude)) - 20);
    }

    @Test
    void aStreamTakenOffTheAirLeavesTheListAndIsTakenBack(FxRobot robot) {
        List<Object> before = List.copyOf(list(robot, "#left-list").getItems());
        robot.interact(() -> list(robot, "#left-list").getSelectionModel().select(0));
        robot.interact(() -> menuItem(robot, "action-offAir").fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(List.<Object>copyOf(list(robot, "#left-list").getItems()))
                .hasSize(10)
                .doesNotContain(before.getFirst());
        assertThat(label(robot, "#picked-user")).isEqualTo("user_000001");
        // The stream is still chosen, but there is nothing more to take off the air, and so nothing more to take back.
        robot.interact(() -> menuItem(robot, "action-offAir").fire());
        robot.interact(() -> menuItem(robot, "action-undo").fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(list(robot, "#left-list").getItems()).hasToString(before.toString());
    }

    private static MenuItem menuItem(FxRobot robot, String id) {
        MenuBar bar = robot.lookup(".main-menu").query();
        return bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aUserIsFoundByTypingPartOfAnIdAndEnter(FxRobot robot) {
        robot.interact(window::focusSearch);
        robot.write("17");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(label(robot, "#picked-user")).isEqualTo("user_000017");
        assertThat(workbench.settings().get().user()).isEqualTo("user_000017");
    }

    @Test
    void anotherLengthShowsLongerListsAndIsRemembered(FxRobot robot) {
        robot.clickOn("#k-20");
        assertThat(list(robot, "#left-list").getItems()).hasSize(20);
        assertThat(workbench.settings().get().k()).isEqualTo(20);
        robot.clickOn("#k-20");
        assertThat(list(robot, "#left-list").getItems()).hasSize(20);
    }

    @Test
    void trainingFillsTheMlListAndBothMarkTheSameStream(FxRobot robot) {
        robot.clickOn("#train-here");
        WaitForAsyncUtils.waitForFxEvents();
        ListView<RankedLine> ml = list(robot, "#right-list");
        assertThat(ml.getItems()).hasSize(10);
        RankedLine third = ml.getItems().get(2);
        robot.interact(() -> ml.getSelectionModel().select(2));
        assertThat(window.comparison().selected().get()).isEqualTo(third.entry().row());
        Lists lists = Objects.requireNonNull(window.comparison().lists().get());
        assertThat(Optional.ofNullable(
                        list(robot, "#left-list").getSelectionModel().getSelectedItem()))
                .isEqualTo(lists.left().line(third.entry().row()));
        assertThat(label(robot, "#status-message")).contains("AUC");
    }

    @Test
    void escapeFoldsTheExplanationAway(FxRobot robot) {
        assertThat(robot.lookup("#explain").<Node>query().isVisible()).isTrue();
        robot.interact(() -> list(robot, "#left-list").requestFocus());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(window.comparison().selected().get()).isEqualTo(CompareModel.NONE);
        assertThat(robot.lookup("#explain").<Node>query().isVisible()).isFalse();
    }

    @Test
    void theThemeSwitchesAndIsRemembered(FxRobot robot) {
        robot.clickOn("#theme");
        assertThat(window.theme()).isEqualTo(Theme.DARK);
        assertThat(workbench.settings().get().theme()).isEqualTo(Theme.DARK.key());
    }

    @Test
    void aFolderThatCannotBeOpenedIsExplainedAndTheOldDataStays(FxRobot robot) {
        files.folder = Optional.of(folder.resolve("nothing here"));
        robot.interact(() -> window.actions().openFolder());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#message-bar").<Node>query().isVisible()).isTrue();
        assertThat(label(robot, "#message-where")).contains("nothing here");
        assertThat(label(robot, "#picked-user")).isEqualTo("user_000001");
        assertThat(workbench.session().requireData().folder()).isEqualTo(folder.resolve("data"));
    }

    @Test
    void aUserChosenInTheTableIsPicked(FxRobot robot) {
        robot.clickOn("#rail-data").clickOn("#data-tables");
        robot.interact(() -> {
            javafx.scene.control.TableView<Integer> users =
                    robot.lookup("#users").query();
            users.getSelectionModel().clearAndSelect(5, users.getColumns().getFirst());
        });
        assertThat(window.comparison().userRow().get()).isEqualTo(5);
        robot.clickOn("#rail-map");
        assertThat(label(robot, "#picked-user")).isEqualTo("user_000006");
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static ListView<RankedLine> list(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }
}
