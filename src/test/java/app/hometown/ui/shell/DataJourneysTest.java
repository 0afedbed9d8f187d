// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.columns.PlotModel;
import app.hometown.ui.data.DataPane;
import app.hometown.ui.plot.Brush;
import app.hometown.ui.plot.PlotPane;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.columns.ColumnKey;
import app.hometown.workbench.columns.PlotQuestion;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Range;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does in the Data view, with everything run in place so that nothing has to be waited for. TestFX sets
/// the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class DataJourneysTest {
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
                .generate(new GeneratorOptions(200, 150, 2000, 7), folders.data())
                .await();
        window = JourneyWindow.show(stage, workbench, files, 1200, 800);
        window.data().show(DataPane.Page.PLOT);
    }

    @AfterEach
    void letGo(FxRobot robot) {
        robot.release(MouseButton.values());
        robot.release(KeyCode.SHIFT);
    }

    private PlotModel plot() {
        return window.data().plot();
    }

    private void ask(FxRobot robot, PlotQuestion question) {
        robot.interact(() -> plot().ask(question, ""));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Filter filter(Kind kind) {
        return window.explore().model().filter(kind).get();
    }

    private Chosen chosen() {
        return Objects.requireNonNull(window.explore().model().chosen().get());
    }

    private static PlotPane pane(FxRobot robot, int number) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#plot-" + number).query();
    }

    /// A place within a plot, by shares of it.
    private static Point2D at(PlotPane pane, double across, double down) {
        Bounds bounds = pane.localToScreen(pane.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(from.midpoint(to))
                .moveTo(to)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aBrushedRangeIsTheSelectionOfMapAndTablesUntilItIsCleared(FxRobot robot) {
        ask(robot, PlotQuestion.first(Kind.USERS));
        PlotPane pane = pane(robot, 0);
        drag(robot, at(pane, 0.3, 0.5), at(pane, 0.5, 0.5));
        Range brushed = filter(Kind.USERS).range(Facets.PREFERENCE);
        assertThat(brushed).isNotEqualTo(Range.ALL);
        int left = chosen().users().count();
        assertThat(left).isPositive().isLessThan(200);
        assertThat(Objects.requireNonNull(window.explore().model().shown().get())
                        .users()
                        .count())
                .as("the map follows")
                .isEqualTo(left);
        assertThat(chosen().samples().orElseThrow().count())
                .as("so do the samples of these users")
                .isPositive()
                .isLessThan(2000);
        assertThat(plot().shown().get().orElseThrow().figures().getFirst().footnote())
                .as("what lies outside the brush stays in view")
                .startsWith("200 users");
        assertThat(robot.lookup("#selection-left").queryAs(Label.class).getText())
                .startsWith(left + " of 200 users");

        drag(robot, at(pane, 0.4, 0.5), at(pane, 0.6, 0.5));
        Range moved = filter(Kind.USERS).range(Facets.PREFERENCE);
        assertThat(moved.least()).as("it was moved").isGreaterThan(brushed.least());
        assertThat(moved.most() - moved.least())
                .isCloseTo(brushed.most() - brushed.least(), org.assertj.core.api.Assertions.within(1e-6));
        robot.interact(() -> window.actions().undo());
        assertThat(filter(Kind.USERS).range(Facets.PREFERENCE)).isEqualTo(brushed);
        robot.interact(() -> window.actions().undo());
        assertThat(filter(Kind.USERS)).isEqualTo(Filter.NONE);
        robot.interact(() -> window.actions().redo());
        robot.clickOn("#chip-users-preference");
        assertThat(filter(Kind.USERS)).isEqualTo(Filter.NONE);
        assertThat(pane.brush()).isEqualTo(Brush.NONE);
    }

    @Test
    void theKeyboardBrushesAndEscapeClears(FxRobot robot) {
        ask(robot, PlotQuestion.first(Kind.USERS));
        PlotPane pane = pane(robot, 0);
        robot.interact(pane::requestFocus);
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.ENTER);
        Range one = filter(Kind.USERS).range(Facets.PREFERENCE);
        assertThat(one).isNotEqualTo(Range.ALL);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        Range wider = filter(Kind.USERS).range(Facets.PREFERENCE);
        assertThat(wider.least()).isEqualTo(one.least());
        assertThat(wider.most()).isGreaterThan(one.most());
        robot.type(KeyCode.ESCAPE);
        assertThat(filter(Kind.USERS)).isEqualTo(Filter.NONE);
    }

    @Test
    void aClickedBarChoosesItsWordAndTheRowAboveClearsIt(FxRobot robot) {
        ask(robot, PlotQuestion.first(Kind.STREAMS).withX(new ColumnKey(Kind.STREAMS, Facets.PARTNERED)));
        PlotPane pane = pane(robot, 0);
        robot.clickOn(at(pane, 0.5, 0.3), MouseButton.PRIMARY);
        assertThat(filter(Kind.STREAMS).chosen(Facets.PARTNERED)).isEqualTo(Set.of(Facets.YES));
        robot.clickOn(at(pane, 0.5, 0.7), MouseButton.PRIMARY);
        assertThat(filter(Kind.STREAMS).chosen(Facets.PARTNERED)).isEqualTo(Set.of(Facets.NO));
        robot.clickOn("#selection-clear");
        assertThat(filter(Kind.STREAMS)).isEqualTo(Filter.LIVE);
    }

    @Test
    void facetsArePlotsOfTheirOwnAndABrushInOneHoldsForAll(FxRobot robot) {
        ask(robot, PlotQuestion.first(Kind.SAMPLES));
        assertThat(plot().shown().get().orElseThrow().figures()).hasSize(1);
        robot.interact(() -> {
            ComboBox<Optional<ColumnKey>> facet = robot.lookup("#plot-facet").query();
            facet.setValue(Optional.of(new ColumnKey(Kind.STREAMS, Facets.PARTNERED)));
        });
        assertThat(plot().shown().get().orElseThrow().figures()).hasSize(2);
        PlotPane first = pane(robot, 0);
        PlotPane second = pane(robot, 1);
        assertThat(first.getLayoutBounds().getWidth())
                .isEqualTo(second.getLayoutBounds().getWidth());
        drag(robot, at(first, 0.4, 0.6), at(first, 0.8, 0.6));
        assertThat(filter(Kind.SAMPLES).range(Facets.DISTANCE)).isNotEqualTo(Range.ALL);
        assertThat(second.brush()).isEqualTo(first.brush()).isNotEqualTo(Brush.NONE);
        robot.interact(() -> window.actions().undo());
        robot.interact(() -> window.actions().undo());
        assertThat(plot().question().get()).isEqualTo(PlotQuestion.first(Kind.SAMPLES));
    }

    @Test
    void filtersBesideThePlotsAreTheSameSelection(FxRobot robot) {
        ask(
                robot,
                PlotQuestion.first(Kind.SAMPLES)
                        .withX(new ColumnKey(Kind.SAMPLES, Facets.CLICKED))
                        .measured(PlotQuestion.Measure.COUNT, null));
        robot.clickOn("#data-filters");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#data #filter-pane").<Node>query().isVisible()).isTrue();
        robot.clickOn("#data #filter-samples");
        robot.interact(() -> window.explore()
                .model()
                .change(Kind.SAMPLES, Filter.NONE.withWords(Facets.CLICKED, Set.of(Facets.YES)), "", ""));
        assertThat(robot.lookup("#data #filter-left").queryAs(Label.class).getText())
                .isEqualTo(chosen().samples().orElseThrow().count() + " of 2,000");
        assertThat(pane(robot, 0).brush()).isNotEqualTo(Brush.NONE);
    }

    @Test
    void pageAndQuestionComeBackWithTheNextWindow(FxRobot robot) {
        PlotQuestion asked = PlotQuestion.first(Kind.USERS).withBins(12);
        ask(robot, asked);
        robot.clickOn("#data-tables");
        robot.interact(() -> {
            MainWindow next = new MainWindow(
                    workbench, files, Workers.inPlace(), workbench.settings().get());
            assertThat(next.data().pane().page().get()).isEqualTo(DataPane.Page.TABLES);
            assertThat(next.data().plot().question().get()).isEqualTo(asked);
        });
    }
}
