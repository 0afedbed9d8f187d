// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Streams;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.compare.RankedLine;
import app.hometown.ui.explore.Shown;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Hue;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Filtering, selecting on the map, exporting and the clock, as a person does it; everything runs in place. TestFX sets
/// the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ExploreJourneysTest {
    @TempDir
    static Path folder;

    private Workbench workbench;
    private final GivenFiles files = new GivenFiles();
    private MainWindow window;

    @Start
    void start(Stage stage) {
        Path home = folder.resolve(Integer.toString(System.identityHashCode(this)));
        Folders folders = new Folders(folder.resolve("data"), home.resolve("models"), home.resolve("settings.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench
                .generate(new GeneratorOptions(60, 400, 100, 7), folders.data())
                .await();
        window = JourneyWindow.show(stage, workbench, files, 1400, 900);
    }

    private Shown shown() {
        return Objects.requireNonNull(window.explore().model().shown().get());
    }

    private Streams streams() {
        return workbench.session().requireData().catalog().streams();
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static void fire(FxRobot robot, String id) {
        MenuBar bar = robot.lookup(".main-menu").query();
        MenuItem item = bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
        robot.interact(item::fire);
    }

    @Test
    void anExactNumberTypedAtTheEndOfARangeFiltersAndWordsDoNot(FxRobot robot) {
        robot.clickOn("#explore-filter");
        TextField least = robot.lookup("#least-quality").query();
        robot.interact(() -> {
            least.requestFocus();
            least.setText("4.25");
        });
        robot.type(KeyCode.ENTER);
        int better = shown().streams().count();
        assertThat(shown().streams().filter().range("quality").least()).isEqualTo(4.25);
        assertThat(better).isPositive().isLessThan(streams().liveCount());
        robot.interact(() -> least.setText("good"));
        robot.type(KeyCode.ENTER);
        assertThat(shown().streams().count()).isEqualTo(better);
        assertThat(least.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("wrong"));
        robot.type(KeyCode.ESCAPE);
        assertThat(least.getText()).isEqualTo("4.25");
        robot.interact(() -> least.setText(""));
        robot.type(KeyCode.ENTER);
        assertThat(shown().streams().count()).isEqualTo(streams().liveCount());
    }

    @Test
    void selectionsAreThereAgainWhenTheSameDataIsOpenedAgain(FxRobot robot) {
        var rows = new BitSet();
        rows.set(2, 6);
        robot.interact(() -> window.explore()
                .model()
                .select("kept", before -> before.with(new Selection("Four", Kind.STREAMS, rows))));
        Folders folders = workbench.folders();
        robot.interact(() -> workbench.open(folders.data()).await());
        assertThat(workbench.session().selections().find(Kind.STREAMS, "Four"))
                .hasValueSatisfying(four -> assertThat(four.rows()).isEqualTo(rows));
        assertThat(window.explore().model().selections().get().all()).hasSize(1);
    }

    @Test
    void wordsAndRangesTogetherLeaveFewerStreamsAndAreTakenBackOneByOne(FxRobot robot) {
        int live = streams().liveCount();
        robot.clickOn("#explore-filter");
        assertThat(label(robot, "#filter-left")).isEqualTo(live + " of 400");
        ListView<Integer> languages = robot.lookup("#words-language").query();
        robot.interact(() -> {
            languages.requestFocus();
            languages.getFocusModel().focus(0);
        });
        robot.type(KeyCode.SPACE);
        int english = shown().streams().count();
        assertThat(english).isPositive().isLessThan(live);
        RangeSlider quality = robot.lookup("#range-quality").query();
        robot.interact(() -> quality.setLowValue(0.3));
        int better = shown().streams().count();
        assertThat(better).isPositive().isLessThan(english);
        assertThat(shown().streams().rows().stream()
                        .allMatch(row -> streams().live(row)
                                && streams().qualityScore(row)
                                        >= shown().streams()
                                                .filter()
                                                .range("quality")
                                                .least()))
                .isTrue();
        fire(robot, "action-undo");
        assertThat(shown().streams().count()).isEqualTo(english);
        assertThat(quality.getLowValue()).isZero();
        fire(robot, "action-undo");
        assertThat(label(robot, "#filter-left")).isEqualTo(live + " of 400");
        fire(robot, "action-redo");
        assertThat(shown().streams().count()).isEqualTo(english);
        robot.clickOn("#filter-reset");
        assertThat(shown().streams().filter()).isEqualTo(Filter.LIVE);
    }

    @Test
    void aLassoBecomesASelectionThatFiltersAndIsTakenBack(FxRobot robot) {
        robot.interact(() -> window.map().pane().flyToWorld());
        robot.clickOn("#explore-lasso");
        Node map = window.map().pane();
        robot.drag(map.localToScreen(80, 100), MouseButton.PRIMARY)
                .moveTo(map.localToScreen(80, 420))
                .moveTo(map.localToScreen(330, 420))
                .moveTo(map.localToScreen(330, 100))
                .drop();
        assertThat(robot.lookup("#enclosure").<Node>query().isVisible()).isTrue();
        robot.clickOn("#explore-keep");
        List<Selection> kept = workbench.session().selections().all();
        assertThat(kept).extracting(Selection::kind).containsExactly(Kind.USERS, Kind.STREAMS);
        Selection streams = kept.getLast();
        assertThat(streams.rows().stream()
                        .allMatch(
                                row -> streams().longitude(row) < 0 && streams().live(row)))
                .isTrue();
        robot.clickOn("#explore-filter");
        robot.clickOn("#selections .check-box");
        assertThat(shown().streams().rows()).isEqualTo(streams.rows());
        fire(robot, "action-undo");
        fire(robot, "action-undo");
        assertThat(workbench.session().selections().all()).isEmpty();
        assertThat(shown().streams().filter()).isEqualTo(Filter.LIVE);
    }

    @Test
    void aBoxIsDrawnByKeysAlone(FxRobot robot) {
        robot.interact(() -> window.map().pane().flyToWorld());
        robot.interact(() -> window.map().pane().requestFocus());
        robot.type(KeyCode.B);
        robot.type(KeyCode.LEFT, 5);
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#enclosure").<Node>query().isVisible()).isTrue();
        assertThat(label(robot, "#enclosure-found")).contains("users");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#enclosure").<Node>query().isVisible()).isFalse();
        assertThat(workbench.session().selections().all()).isEmpty();
    }

    @Test
    void whatTheFilterLeavesIsSaved(FxRobot robot) throws IOException {
        Path file = folder.resolve("left.csv");
        files.saveTo(file);
        robot.clickOn("#explore-filter");
        robot.clickOn("#filter-text").write("_0001");
        int left = shown().streams().count();
        assertThat(left).isPositive().isLessThan(100);
        fire(robot, "export-csv");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(left + 1);
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("stream_0001"));
        assertThat(label(robot, "#status-message")).contains("left.csv");
    }

    @Test
    void theClockMovesStreamsAndRankingsAndPutsThemBackWhenAsked(FxRobot robot) {
        Streams read = streams();
        robot.clickOn("#explore-filter");
        robot.clickOn("#clock-play");
        robot.interact(() -> {
            for (int tick = 0; tick < 30; tick++) {
                window.explore().clock().tick();
            }
        });
        robot.clickOn("#clock-play");
        Streams now = streams();
        assertThat(now.changesSince(read).orElseThrow()).isNotEmpty();
        assertThat(label(robot, "#filter-left")).isEqualTo(now.liveCount() + " of 400");
        ListView<RankedLine> ranked = robot.lookup("#left-list").query();
        assertThat(ranked.getItems()).allMatch(line -> now.live(line.entry().row()));
        robot.interact(() -> robot.lookup("#clock-reset").queryAs(Button.class).fire());
        assertThat(streams().changesSince(read).orElseThrow()).isEmpty();
    }

    @Test
    void theLegendNamesTheClasses(FxRobot robot) {
        robot.interact(() -> window.explore().model().hue().set(Hue.LANGUAGE));
        assertThat(robot.lookup(".map-chip .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.startsWith("en · "))
                .contains("Language", "60 users");
    }
}
