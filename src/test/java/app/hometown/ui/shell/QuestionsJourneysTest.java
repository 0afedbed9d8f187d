// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.data.DataPane;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.PlotPane;
import app.hometown.ui.questions.QuestionsPane;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.questions.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does on the page of ready-made questions. Everything runs in place. TestFX sets the fields before each
/// test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class QuestionsJourneysTest {
    @TempDir
    static Path folder;

    private final GivenFiles files = new GivenFiles();
    private MainWindow window;

    @BeforeAll
    static void generate() {
        Folders folders = folders();
        new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run)
                .generate(new GeneratorOptions(60, 120, 1000, 7), folders.data())
                .await();
    }

    private static Folders folders() {
        return new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
    }

    @Start
    void start(Stage stage) {
        Workbench workbench =
                new Workbench(folders(), new SettingsFile(folders().settings()), Scoring.DEFAULT, Runnable::run);
        workbench.open(folders().data()).await();
        files.saveInto(folder);
        window = JourneyWindow.show(stage, workbench, files, 1300, 800);
    }

    private static QuestionsPane page(FxRobot robot) {
        return robot.lookup("#questions").query();
    }

    private void open(FxRobot robot) {
        robot.clickOn("#rail-data");
        robot.interact(() -> window.data().show(DataPane.Page.QUESTIONS));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Figure figure(FxRobot robot, String key) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#figure-" + key).<PlotPane>query().figure().orElseThrow();
    }

    @Test
    void aQuestionIsAnsweredWhenItComesIntoView(FxRobot robot) {
        open(robot);
        assertThat(figure(robot, "user-cities").finding()).contains("60");
        assertThat(robot.lookup("#figure-correlations").tryQuery()).isEmpty();
        robot.interact(() -> page(robot).go(Question.CORRELATIONS));
        assertThat(figure(robot, "correlations").finding()).isNotBlank();
    }

    @Test
    void theNumbersOfAFigureAreSavedFromItsMenu(FxRobot robot) throws IOException {
        open(robot);
        PlotPane plot = robot.lookup("#figure-user-cities").query();
        robot.interact(() -> plot.fireEvent(
                new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 50, 50, 50, 50, false, null)));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#plot-saveCsv");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Files.readString(folder.resolve("user-cities.csv")))
                .contains(figure(robot, "user-cities").y().names().getFirst());
    }

    @Test
    void thePageIsSavedAsAReport(FxRobot robot) throws IOException {
        open(robot);
        for (String format : new String[] {"html", "pdf"}) {
            robot.interact(() -> item(robot, "save-report-" + format).fire());
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(folder.resolve("hometown-report." + format)).isNotEmptyFile();
        }
        String html = Files.readString(folder.resolve("hometown-report.html"));
        assertThat(html).contains(figure(robot, "user-cities").finding()).contains("<svg");
    }

    private static MenuItem item(FxRobot robot, String id) {
        return robot.lookup("#save-report").<MenuButton>query().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }
}
