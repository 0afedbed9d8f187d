// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.learning.Algorithm;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.plot.PlotPane;
import app.hometown.ui.training.TrainingModel;
import app.hometown.workbench.Folders;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.models.KeptModel;
import app.hometown.workbench.training.TrainingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
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

/// What a person does in the Train view. Jobs run in place, but where a test wants to be there while one runs. TestFX
/// sets the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class TrainingJourneysTest {
    @TempDir
    static Path folder;

    private final GivenFiles files = new GivenFiles();
    private final AtomicReference<Executor> jobs = new AtomicReference<>(Runnable::run);
    private Path home;
    private Workbench workbench;
    private MainWindow window;

    @BeforeAll
    static void train() {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        Workbench first = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        first.generate(new GeneratorOptions(60, 120, 1000, 7), folders.data()).await();
        first.train(TrainingOptions.DEFAULT, folders.model()).await();
    }

    @Start
    void start(Stage stage) throws IOException {
        home = folder.resolve(Integer.toString(System.identityHashCode(this)));
        Folders folders = new Folders(folder.resolve("data"), home.resolve("models"), home.resolve("settings.json"));
        Files.createDirectories(folders.models());
        Files.copy(folder.resolve("models").resolve(Folders.DEFAULT_MODEL), folders.model());
        workbench = new Workbench(
                folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, work -> Objects.requireNonNull(
                                jobs.get())
                        .execute(work));
        workbench.open(folders.data()).await();
        window = JourneyWindow.show(stage, workbench, files, 1200, 800);
    }

    private TrainingModel training() {
        return window.training().model();
    }

    private Path active() {
        return ((ModelState.Active) workbench.session().model()).file();
    }

    /// Trains curves instead of a straight line, which foretell otherwise.
    private void train(FxRobot robot) {
        robot.clickOn("#rail-train");
        robot.interact(() -> {
            TrainingRequest asked = training().request().get();
            training()
                    .request()
                    .set(asked.with(asked.options().with(Algorithm.ADDITIVE)).explained(false));
        });
        robot.clickOn("#train");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(training().results().get()).isNotNull();
    }

    @Test
    void aTrainedModelIsHeldAgainstTheActiveOneAndUsedOnlyWhenItIsAccepted(FxRobot robot) {
        Path before = active();
        List<?> listed = List.copyOf(list(robot, "#right-list").getItems());
        train(robot);
        assertThat(active()).isEqualTo(before);
        assertThat(label(robot, "#train-verdict")).isNotBlank();
        assertThat(robot.lookup("#results").<Node>query().isVisible()).isTrue();
        assertThat(List.copyOf(lists().right().lines())).isEqualTo(listed);

        robot.clickOn("#accept");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(active()).isNotEqualTo(before).exists();
        assertThat(lists().right().lines()).isNotEqualTo(listed);
        assertThat(robot.lookup("#accept").<Node>query().isDisabled()).isTrue();

        robot.interact(() -> menuItem(robot, "action-undo").fire());
        assertThat(active()).isEqualTo(before);
        assertThat(lists().right().lines()).isEqualTo(listed);
        robot.interact(() -> menuItem(robot, "action-redo").fire());
        assertThat(active()).isNotEqualTo(before);
    }

    @Test
    void aModelThatIsKeptWaitsInTheListAndOneThatIsDiscardedLeavesNothing(FxRobot robot) {
        Path before = active();
        train(robot);
        robot.clickOn("#discard");
        assertThat(workbench.models().list()).hasSize(1);
        train(robot);
        robot.clickOn("#keep");
        assertThat(workbench.models().list()).hasSize(2);
        assertThat(active()).isEqualTo(before);
        robot.clickOn("#models-tab");
        assertThat(models(robot).getItems()).hasSize(2);
    }

    @Test
    void aTrainingShowsHowFarItIsAndStopsWhenItIsCancelled(FxRobot robot) throws Exception {
        robot.clickOn("#rail-train");
        var growing = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Path before = active();
        jobs.set(work -> Thread.ofPlatform().daemon().start(work));
        robot.interact(() -> {
            training().run().addListener((property, was, now) -> {
                if (now != null && now.losses().size() > 2) {
                    growing.countDown();
                } else if (now == null) {
                    ended.countDown();
                }
            });
            var trees = new TrainingOptions.BoostedTrees(5000, 8, 0.05, 0.7, 5);
            TrainingRequest asked = training().request().get();
            training()
                    .request()
                    .set(asked.with(
                            asked.options().with(Algorithm.BOOSTED_TREES).with(trees)));
            training().train();
        });
        assertThat(growing.await(60, TimeUnit.SECONDS)).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(label(robot, "#train-phase")).contains("5,000");
        assertThat(robot.lookup("#training .thin-bar").<ProgressBar>query().getProgress())
                .isBetween(0.0, 1.0);
        assertThat(robot.lookup("#train").<Node>query().isDisabled()).isTrue();
        robot.clickOn("#train-cancel");
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(training().results().get()).isNull();
        assertThat(active()).isEqualTo(before);
        assertThat(workbench.models().list()).hasSize(1);
        assertThat(robot.lookup("#train").<Node>query().isDisabled()).isFalse();
    }

    @Test
    void aDeletedModelComesBackWithUndoAndIsTheActiveOneAgain(FxRobot robot) {
        train(robot);
        robot.clickOn("#accept");
        Path used = active();
        robot.clickOn("#models-tab");
        choose(
                robot,
                models(robot).getItems().stream()
                        .filter(KeptModel::active)
                        .findFirst()
                        .orElseThrow());
        robot.clickOn("#model-delete");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(models(robot).getItems()).hasSize(1);
        assertThat(used).doesNotExist();
        assertThat(active()).isNotEqualTo(used);
        robot.interact(() -> menuItem(robot, "action-undo").fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(models(robot).getItems()).hasSize(2);
        assertThat(active()).isEqualTo(used).exists();
    }

    @Test
    void aModelChosenInTheListIsUsedAndTwoStandSideBySide(FxRobot robot) {
        Path before = active();
        train(robot);
        robot.clickOn("#keep");
        robot.clickOn("#models-tab");
        KeptModel kept = models(robot).getItems().stream()
                .filter(model -> !model.active())
                .findFirst()
                .orElseThrow();
        choose(robot, kept);
        robot.clickOn("#model-use");
        assertThat(active()).isEqualTo(kept.file());
        robot.interact(() -> models(robot).getSelectionModel().selectAll());
        assertThat(robot.lookup("#model-cards .strong").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("hometown_model", kept.name());
        robot.interact(() -> menuItem(robot, "action-undo").fire());
        assertThat(active()).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoModelIsListedWithTheReason(FxRobot robot) throws Exception {
        Files.writeString(home.resolve("models").resolve("broken.json"), "{\"format_version\": 99}");
        robot.clickOn("#rail-train");
        robot.clickOn("#models-tab");
        TableView<KeptModel> table = models(robot);
        choose(robot, table.getItems().getLast());
        assertThat(robot.lookup("#model-cards .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.contains("99"));
        assertThat(robot.lookup("#model-use").<Node>query().isDisabled()).isTrue();
    }

    @Test
    void theThresholdMovesEverythingThatFollowsFromIt(FxRobot robot) {
        train(robot);
        String before = label(robot, "#threshold-shares");
        robot.interact(() -> robot.lookup("#threshold").<Slider>query().setValue(0.2));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(label(robot, "#threshold-shares")).isNotEqualTo(before);
        robot.interact(() -> robot.lookup("#threshold-best").<Button>query().fire());
        double best = Objects.requireNonNull(training().results().get())
                .model()
                .report()
                .test()
                .bestF1Threshold();
        assertThat(robot.lookup("#threshold").<Slider>query().getValue()).isEqualTo(best);
    }

    @Test
    void aFigureIsSavedAsPictureAndAsTableAndReadByKeyboard(FxRobot robot) throws Exception {
        train(robot);
        PlotPane plot = robot.lookup("#figure-calibration").query();
        robot.interact(plot::requestFocus);
        String spoken = plot.getAccessibleText();
        robot.type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plot.getAccessibleText()).isNotEqualTo(spoken).contains("This model");
        robot.interact(() -> plot.getOnContextMenuRequested()
                .handle(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 20, 20, true, null)));
        files.saveTo(home.resolve("calibration.png"));
        robot.clickOn("#plot-save");
        var picture = ImageIO.read(home.resolve("calibration.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(2 * (int) Math.round(plot.getWidth()));
        robot.interact(() -> plot.getOnContextMenuRequested()
                .handle(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 20, 20, true, null)));
        files.saveTo(home.resolve("calibration.csv"));
        robot.clickOn("#plot-saveCsv");
        assertThat(Files.readAllLines(home.resolve("calibration.csv")).getFirst())
                .isEqualTo("series,Foretold probability,Clicked,low,high,rows");
    }

    private Lists lists() {
        return Objects.requireNonNull(window.comparison().lists().get());
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static ListView<?> list(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }

    private static TableView<KeptModel> models(FxRobot robot) {
        return robot.lookup("#models").query();
    }

    private static void choose(FxRobot robot, KeptModel model) {
        TableView<KeptModel> table = models(robot);
        robot.interact(
                () -> table.getSelectionModel().clearAndSelect(table.getItems().indexOf(model)));
    }

    private static MenuItem menuItem(FxRobot robot, String id) {
        MenuBar bar = robot.lookup(".main-menu").query();
        return bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }
}
