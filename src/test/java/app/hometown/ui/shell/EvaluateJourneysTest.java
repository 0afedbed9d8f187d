// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.evaluation.LeftOut;
import app.hometown.evaluation.Measure;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.map.MapLayer;
import app.hometown.ui.plot.PlotPane;
import app.hometown.ui.verdict.Evaluated;
import app.hometown.ui.verdict.EvaluationModel;
import app.hometown.ui.verdict.EvaluationSetup;
import app.hometown.ui.verdict.VerdictFigures;
import app.hometown.ui.verdict.VerdictWords;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Slice;
import app.hometown.workbench.verdict.VerdictDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does in the Evaluate view. Jobs run in place, but where a test wants to be there while one runs.
/// TestFX
/// sets the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class EvaluateJourneysTest {
    @TempDir
    static Path folder;

    private static Path kept;

    private final GivenFiles files = new GivenFiles();
    private final AtomicReference<Executor> jobs = new AtomicReference<>(Runnable::run);
    private Path home;
    private Workbench workbench;
    private MainWindow window;

    @BeforeAll
    static void evaluate() {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        Workbench first = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        first.generate(new GeneratorOptions(120, 150, 2500, 7), folders.data()).await();
        first.train(TrainingOptions.DEFAULT, folders.model()).await();
        kept = folder.resolve("before.json");
        VerdictDesk desk = new VerdictDesk(first);
        desk.findings(desk.run(EvaluationSetup.DEFAULT.request(5, false)).await())
                .await()
                .write(kept);
    }

    @Start
    void start(Stage stage) throws IOException {
        home = folder.resolve(Integer.toString(System.identityHashCode(this)));
        Files.createDirectories(home);
        Folders folders = new Folders(folder.resolve("data"), folder.resolve("models"), home.resolve("settings.json"));
        workbench = new Workbench(
                folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, work -> Objects.requireNonNull(
                                jobs.get())
                        .execute(work));
        workbench.open(folders.data()).await();
        window = JourneyWindow.show(stage, workbench, files, 1200, 800);
    }

    private EvaluationModel model() {
        return window.evaluating().model();
    }

    private Evaluated shown() {
        return Objects.requireNonNull(model().shown().get());
    }

    /// Shows the evaluation that was kept.
    private void open(FxRobot robot) {
        files.opened = Optional.of(kept);
        robot.clickOn("#rail-evaluate");
        robot.clickOn("#evaluate-open-first");
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void oneClickGivesTheVerdictWhichIsTakenAwayAsTablesAndReport(FxRobot robot) throws IOException {
        robot.clickOn("#rail-evaluate");
        robot.clickOn("#evaluate-first");
        WaitForAsyncUtils.waitForFxEvents();
        Findings findings = shown().findings();
        assertThat(label(robot, "#evaluate-sentence"))
                .isEqualTo(VerdictWords.sentence(findings.verdict().getFirst()));
        assertThat(label(robot, "#evaluate-about")).contains("k = 5").contains(Formats.count(findings.users()));
        assertThat(findings.slices()).isNotEmpty();
        assertThat(findings.interleavings()).hasSize(1);

        files.saveTo(home.resolve("users.csv"));
        robot.interact(
                () -> item(robot, "#evaluate-users", "evaluate-users-csv").fire());
        assertThat(Files.readAllLines(home.resolve("users.csv"))).hasSize(findings.users() + 1);
        for (String ending : List.of("html", "pdf")) {
            files.saveTo(home.resolve("report." + ending));
            robot.interact(() ->
                    item(robot, "#evaluate-report", "evaluate-report-" + ending).fire());
            assertThat(home.resolve("report." + ending)).isNotEmptyFile();
        }

        int left = Objects.requireNonNull(findings.leftOut().get(LeftOut.CLICKED_NOTHING));
        assertThat(left).isPositive();
        Node link = robot.lookup("#evaluate-left-out-clicked_nothing").query();
        // The list is modal: whoever opens it waits until it is closed.
        FxThread.later(((Hyperlink) link)::fire);
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> users = robot.lookup("#evaluate-left-out-users").query();
        assertThat(users.getItems()).hasSize(left);
        robot.interact(() -> ((Stage) users.getScene().getWindow()).close());
    }

    @Test
    void theSliderChangesTheLengthOfTheListsWithoutAnotherRun(FxRobot robot) {
        robot.clickOn("#rail-evaluate");
        robot.clickOn("#evaluate");
        WaitForAsyncUtils.waitForFxEvents();
        var run = Objects.requireNonNull(shown().run());
        Findings before = shown().findings();
        robot.interact(() -> robot.lookup("#evaluate-k").<Slider>query().setValue(10));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(label(robot, "#evaluate-length")).contains("10");
        assertThat(shown().findings().k()).isEqualTo(10);
        assertThat(shown().run()).isSameAs(run);
        assertThat(shown().findings().verdict())
                .isEqualTo(
                        before.overK().stream().filter(duel -> duel.k() == 10).toList());
        assertThat(label(robot, "#evaluate-sentence"))
                .isEqualTo(VerdictWords.sentence(shown().findings().verdict().getFirst()));
    }

    @Test
    void aCancelledEvaluationLeavesTheOneBefore(FxRobot robot) throws Exception {
        open(robot);
        Evaluated before = shown();
        var ranking = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        workbench.jobs().watch(job -> {
            if (job.status().total() > 0 && !job.status().stage().ended()) {
                ranking.countDown();
                await(cancelled);
            }
        });
        jobs.set(work -> Thread.ofPlatform().daemon().start(work));
        robot.interact(() -> model().job().addListener((property, was, now) -> {
            if (now == null) {
                ended.countDown();
            }
        }));
        robot.clickOn("#evaluate");
        await(ranking);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#evaluate").<Node>query().isDisabled()).isTrue();
        assertThat(label(robot, "#evaluate-phase")).isNotBlank();
        robot.clickOn("#evaluate-cancel");
        cancelled.countDown();
        await(ended);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown()).isSameAs(before);
        assertThat(robot.lookup("#evaluate").<Node>query().isDisabled()).isFalse();
    }

    @Test
    void fromAGroupToItsUsersToTheComparisonOfOne(FxRobot robot) {
        open(robot);
        robot.interact(() ->
                robot.lookup("#evaluate-by-language").<ToggleButton>query().fire());
        PlotPane forest = robot.lookup("#evaluate-forest").query();
        robot.interact(forest::requestFocus);
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        Slice first =
                VerdictFigures.rows(shown().findings(), Grouping.LANGUAGE, "ml").getFirst();
        assertThat(model().slice().get()).isEqualTo(first);
        TableView<Integer> users = robot.lookup("#slice-users").query();
        assertThat(users.getItems()).hasSize(first.result().users());

        String id = users.getVisibleLeafColumn(0).getCellData(0).toString();
        robot.interact(() -> users.getSelectionModel().clearAndSelect(0));
        robot.interact(users::requestFocus);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#compare-view").<Node>query().isVisible()).isTrue();
        assertThat(workbench
                        .session()
                        .requireData()
                        .catalog()
                        .users()
                        .ids()
                        .get(window.comparison().userRow().get()))
                .isEqualTo(id);
    }

    @Test
    void anEvaluationIsSavedReopenedAndHeldAgainstAnother(FxRobot robot) {
        open(robot);
        Findings opened = shown().findings();
        String sentence = label(robot, "#evaluate-sentence");
        assertThat(label(robot, "#evaluate-about")).contains("before.json");
        Path again = home.resolve("again.json");
        files.saveTo(again);
        robot.clickOn("#evaluate-save");
        files.opened = Optional.of(again);
        robot.clickOn("#evaluate-open");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown().findings()).isEqualTo(opened);
        assertThat(robot.lookup("#evaluate-left-out-counted").query().isVisible())
                .isTrue();
        assertThat(label(robot, "#evaluate-sentence")).isEqualTo(sentence);
        assertThat(shown().session()).isNotNull();

        robot.clickOn("#evaluate-compare");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(label(robot, "#evaluate-since")).contains("again.json").contains("0.0000");
    }

    @Test
    void theFormIsThereAgainInTheNextWindow(FxRobot robot) {
        EvaluationSetup asked = EvaluationSetup.DEFAULT.with(Measure.MAP).withSeeds(5);
        robot.interact(() -> {
            model().setup().set(asked);
            model().k().set(7);
            EvaluationModel next = new MainWindow(
                            workbench,
                            files,
                            Workers.inPlace(),
                            workbench.settings().get())
                    .evaluating()
                    .model();
            assertThat(next.setup().get()).isEqualTo(asked);
            assertThat(next.k().get()).isEqualTo(7);
        });
    }

    @Test
    void theVerdictIsShownOnTheMapCityByCity(FxRobot robot) {
        open(robot);
        robot.interact(() -> robot.lookup("#evaluate-map").<Button>query().fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.map().pane().layers().get().shows(MapLayer.DISAGREEMENT))
                .isTrue();
        assertThat(window.explore().knowsDifferences()).isTrue();
        assertThat(window.compare().differ().found().get()).isNull();
        assertThat(window.map().pane().isVisible()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static MenuItem item(FxRobot robot, String button, String id) {
        return robot.lookup(button).<MenuButton>query().getItems().stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }
}
