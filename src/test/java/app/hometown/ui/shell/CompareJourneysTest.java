// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedColumn;
import app.hometown.ui.compare.RankedLine;
import app.hometown.ui.compare.Trial;
import app.hometown.ui.map.MapLayer;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Disagreement;
import app.hometown.workbench.compare.UserVariation;
import app.hometown.workbench.compare.Votes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does in the Compare view, with everything run in place. TestFX sets the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class CompareJourneysTest {
    @TempDir
    static Path folder;

    private Workbench workbench;
    private final GivenFiles files = new GivenFiles();
    private MainWindow window;
    private Path home;

    @Start
    void start(Stage stage) {
        home = folder.resolve(Integer.toString(System.identityHashCode(this)));
        take("taken");
        Folders folders = new Folders(folder.resolve("data"), home.resolve("models"), home.resolve("settings.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench
                .generate(new GeneratorOptions(60, 120, 1000, 7), folders.data())
                .await();
        window = JourneyWindow.show(stage, workbench, files, 1200, 800);
        window.show(Views.View.COMPARE);
    }

    /// Whatever file is asked for is this one.
    private void take(String name) {
        files.saveTo(home.resolve(name));
        files.opened = Optional.of(home.resolve(name));
    }

    @Test
    void threeRankersStandSideBySideAndTheKeyboardGoesFromListToList(FxRobot robot) {
        menu(robot, "ranker-nearest");
        menu(robot, "ranker-popular");
        assertThat(lists().columns())
                .extracting(RankedColumn::name)
                .containsExactly("Basic", "ML", "Nearest", "Most popular");
        // There is no model: the list says what to do instead.
        assertThat(robot.lookup("#lineup-train-1").<Node>query().isVisible()).isTrue();
        menu(robot, "ranker-ml");
        ListView<RankedLine> first = robot.lookup("#lineup-0").query();
        robot.interact(first::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.RIGHT);
        ListView<RankedLine> second = robot.lookup("#lineup-1").query();
        assertThat(second.isFocused()).isTrue();
        menu(robot, "action-list-left");
        assertThat(lists().left().name()).isEqualTo("Nearest");
        menu(robot, "action-undo");
        assertThat(lists().left().name()).isEqualTo("Basic");
        assertThat(robot.lookup("#left-list").tryQuery()).isEmpty();
        robot.interact(() -> window.show(Views.View.MAP));
        assertThat(robot.lookup("#left-list").tryQuery()).isPresent();
    }

    @Test
    void oneStepsThroughTheUsersWhoseListsDiffer(FxRobot robot) {
        menu(robot, "ranker-nearest");
        menu(robot, "ranker-ml");
        robot.clickOn("#differ-find");
        WaitForAsyncUtils.waitForFxEvents();
        Disagreement found =
                Objects.requireNonNull(window.compare().differ().found().get());
        assertThat(label(robot, "#differ-summary"))
                .startsWith("Lists differ for " + found.differing() + " of 60 users.");
        int[] order = IntStream.of(found.byDisagreement())
                .filter(user -> !found.identical(user))
                .toArray();
        robot.interact(() -> {
            window.comparison().pick(order[0]);
            robot.lookup("#lineup-0").<Node>query().requestFocus();
        });
        robot.type(KeyCode.J);
        assertThat(window.comparison().userRow().get()).isEqualTo(order[1]);
        robot.type(KeyCode.J, KeyCode.J, KeyCode.K);
        assertThat(window.comparison().userRow().get()).isEqualTo(order[2]);
        menu(robot, "action-differ-next");
        assertThat(window.comparison().userRow().get()).isEqualTo(order[3]);
        menu(robot, "action-differ-map");
        assertThat(window.map().pane().layers().get().shows(MapLayer.DISAGREEMENT))
                .isTrue();
        assertThat(robot.lookup(".map-pane .label").<Labeled>queryAll())
                .extracting(Labeled::getText)
                .contains("Disagreement of Basic and Nearest");
    }

    @Test
    void blindVotesAreKeptAndRevealedAtTheEndAndNothingGivesARankerAway(FxRobot robot) {
        menu(robot, "ranker-nearest");
        menu(robot, "ranker-ml");
        robot.clickOn("#differ-find");
        WaitForAsyncUtils.waitForFxEvents();
        menu(robot, "action-judge");
        assertThat(window.comparison().lists().get()).isNull();
        assertThat(robot.lookup("#explain").<Node>query().isVisible()).isFalse();
        List<String> seen = robot.lookup("#judging .label").<Labeled>queryAll().stream()
                .filter(CompareJourneysTest::isSeen)
                .map(Labeled::getText)
                .toList();
        assertThat(seen).isNotEmpty().noneMatch(text -> text.contains("Basic") || text.contains("Nearest"));
        ListView<Trial.Line> left = robot.lookup("#judge-left").query();
        List<Trial.Line> firstLeft = List.copyOf(left.getItems());
        robot.type(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.SPACE, KeyCode.BACK_SPACE);
        Votes votes = Votes.read(home.resolve("votes.csv"));
        assertThat(votes.votes()).hasSize(3);
        assertThat(window.compare().judging().votes()).isEqualTo(votes);
        robot.type(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
        assertThat(Votes.read(home.resolve("votes.csv")).votes()).isEmpty();
        assertThat(List.copyOf(left.getItems())).isEqualTo(firstLeft);
        robot.type(KeyCode.LEFT, KeyCode.ESCAPE);
        assertThat(label(robot, "#verdict-result")).contains("in 1 of 1 decided votes");
        robot.clickOn("#verdict-close");
        assertThat(lists().columns()).hasSize(2);
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    @Test
    void aComparisonFileBringsTheSameListsBack(FxRobot robot) {
        menu(robot, "ranker-nearest");
        robot.interact(() -> {
            window.comparison().k().set(20);
            window.comparison().radiusKm().set(OptionalDouble.of(500));
            window.comparison().pick(17);
            window.comparison().move(Optional.of(new UserVariation.Place(40, -70)));
        });
        Lists saved = lists();
        take("one.comparison.json");
        menu(robot, "action-comparison-save");
        robot.interact(() -> {
            window.compare().lineup().reset();
            window.comparison().k().set(5);
            window.comparison().radiusKm().set(OptionalDouble.empty());
            window.comparison().pick(2);
        });
        Lists other = lists();
        menu(robot, "action-comparison-open");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lists()).isEqualTo(saved);
        assertThat(robot.lookup("#message-bar").<Node>query().isVisible()).isFalse();
        menu(robot, "action-undo");
        assertThat(lists()).isEqualTo(other);
    }

    @Test
    void aComparisonOfOtherDataSaysSo(FxRobot robot) {
        take("two.comparison.json");
        menu(robot, "action-comparison-save");
        robot.interact(() -> workbench
                .generate(new GeneratorOptions(60, 120, 1000, 8), home.resolve("other"))
                .await());
        menu(robot, "action-comparison-open");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#message-bar").<Node>query().isVisible()).isTrue();
        assertThat(label(robot, "#message-what")).contains("The data are not the same");
    }

    @Test
    void theListsAreTakenAwayAsPictureAndCommand(FxRobot robot) throws Exception {
        menu(robot, "ranker-nearest");
        take("lists.png");
        menu(robot, "action-comparison-picture");
        Image picture = new Image(Files.newInputStream(home.resolve("lists.png")));
        assertThat(picture.getWidth()).isGreaterThanOrEqualTo(1800);
        assertThat(picture.getHeight()).isGreaterThanOrEqualTo(640);
        menu(robot, "action-comparison-command");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("hometown compare user_000001 --k 10 --radius-km 250 --rankers basic,ml,nearest --data "));
    }

    private Lists lists() {
        return Objects.requireNonNull(window.comparison().lists().get());
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    /// Fires an item of the menu, also of a menu in it.
    private static void menu(FxRobot robot, String id) {
        MenuBar bar = robot.lookup(".main-menu").query();
        robot.interact(() -> bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .flatMap(item -> item instanceof javafx.scene.control.Menu inner
                        ? inner.getItems().stream()
                        : java.util.stream.Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .fire());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
