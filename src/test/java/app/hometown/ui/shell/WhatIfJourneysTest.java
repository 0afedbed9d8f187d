// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedLine;
import app.hometown.ui.compare.drawer.DrawerTab;
import app.hometown.ui.fx.Theme;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Settings;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.UserVariation;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does in the drawer, with everything run in place so that nothing has to be waited for. TestFX sets the
/// fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class WhatIfJourneysTest {
    @TempDir
    static Path folder;

    private final GivenFiles files = new GivenFiles();
    private Workbench workbench;
    private MainWindow window;

    /// Outside the time that TestFX gives a start.
    @BeforeAll
    static void train() {
        Workbench first = workbench("first");
        first.generate(new GeneratorOptions(60, 120, 1000, 7), folder.resolve("data"))
                .await();
        first.train(TrainingOptions.DEFAULT, first.folders().model()).await();
    }

    private static Workbench workbench(String name) {
        Folders folders = new Folders(
                folder.resolve("data"),
                folder.resolve("models"),
                folder.resolve(name).resolve("settings.json"));
        return new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
    }

    @Start
    void start(Stage stage) {
        workbench = workbench(Integer.toString(System.identityHashCode(this)));
        workbench.open(folder.resolve("data")).await();
        window = JourneyWindow.show(stage, workbench, files, 1300, 800);
    }

    @Test
    void numbersHaveTheColourOfTheTheme(FxRobot robot) {
        type(robot, KeyCode.F6);
        // A field that was not styled whole has black text, in the light theme too.
        assertThat(robot.lookup(".number-field .text").queryAllAs(Text.class))
                .isNotEmpty()
                .noneMatch(text -> text.getFill().equals(Color.BLACK));
        robot.interact(() -> window.show(Theme.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".number-field .text").queryAllAs(Text.class))
                .allMatch(text -> ((Color) text.getFill()).getBrightness() > 0.6);
    }

    @Test
    void theDrawerComesBackAsItWas(FxRobot robot) {
        type(robot, KeyCode.F6);
        Settings.Drawer stands = window.drawerStands();
        assertThat(stands.tab()).isEqualTo("scoring");
        assertThat(anew(stands).drawerStands()).isEqualTo(stands);
        var foldedAway = new Settings.Drawer("gap", 300, true);
        assertThat(anew(foldedAway).drawerStands()).isEqualTo(foldedAway);
    }

    private MainWindow anew(Settings.Drawer drawer) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> new MainWindow(
                        workbench,
                        files,
                        Workers.inPlace(),
                        workbench.settings().get().withDrawer(drawer)));
    }

    @Test
    void aWeightIsSlidUndoneDoneAgainAndSavedAsAScoringFile(FxRobot robot) {
        Lists before = lists();
        type(robot, KeyCode.F6);
        Slider slider = robot.lookup("#slider-proximity_weight").query();
        Node thumb = slider.lookup(".thumb");
        robot.moveTo(thumb).press(MouseButton.PRIMARY).moveBy(30, 0);
        WaitForAsyncUtils.waitForFxEvents();
        double onTheWay = workbench.session().scoring().weights().proximity();
        robot.moveBy(40, 0).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        Scoring slid = workbench.session().scoring();
        assertThat(onTheWay).isGreaterThan(1.5);
        assertThat(slid.weights().proximity()).isGreaterThan(onTheWay);
        assertThat(lists()).isNotEqualTo(before);
        assertThat(robot.lookup("#scoring-badge").queryButton().isVisible()).isTrue();
        assertThat(Double.parseDouble(field(robot, "#number-proximity_weight").getText()))
                .isEqualTo(slid.weights().proximity());

        robot.interact(() -> window.actions().undo());
        assertThat(workbench.session().scoring()).isEqualTo(Scoring.DEFAULT);
        assertThat(lists()).isEqualTo(before);
        assertThat(slider.getValue()).isCloseTo(0.15, within(1e-9));
        assertThat(robot.lookup("#scoring-badge").queryButton().isVisible()).isFalse();
        robot.interact(() -> window.actions().redo());
        assertThat(workbench.session().scoring()).isEqualTo(slid);

        Path file = folder.resolve("slid.json");
        files.saveTo(file);
        robot.clickOn("#save-scoring");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(ScoringFile.read(file)).isEqualTo(slid);
        robot.interact(() -> window.whatIf().tuning().reset());
        files.opened = Optional.of(file);
        robot.interact(() -> window.whatIf().openScoring());
        assertThat(workbench.session().scoring()).isEqualTo(slid);
    }

    @Test
    void anExactNumberIsTypedAndOneThatIsNoneIsRefused(FxRobot robot) {
        robot.interact(() -> window.drawer().show(DrawerTab.SCORING));
        TextField field = field(robot, "#number-base_weight");
        robot.interact(() -> {
            field.requestFocus();
            field.setText("2.718281828");
        });
        type(robot, KeyCode.ENTER);
        assertThat(workbench.session().scoring().weights().base()).isEqualTo(2.718281828);
        robot.interact(() -> {
            field.setText("much");
            field.fireEvent(new ActionEvent());
        });
        assertThat(field.getTooltip().getText()).contains("much");
        assertThat(workbench.session().scoring().weights().base()).isEqualTo(2.718281828);
        type(robot, KeyCode.ESCAPE);
        assertThat(field.getText()).isEqualTo("2.718281828");
        robot.interact(
                () -> robot.lookup("#reset-base_weight").queryAs(Button.class).fire());
        assertThat(workbench.session().scoring()).isEqualTo(Scoring.DEFAULT);
    }

    @Test
    void shiftAndAClickSayWhyAIsAboveB(FxRobot robot) {
        ListView<RankedLine> list = robot.lookup("#left-list").query();
        RankedLine first = list.getItems().get(0);
        RankedLine third = list.getItems().get(2);
        robot.interact(() -> list.getSelectionModel().select(0));
        Node line = robot.from(list).lookup(third.entry().streamId()).query();
        robot.interact(() -> line.fireEvent(withShift(line)));
        assertThat(window.comparison().selected().get()).isEqualTo(first.entry().row());
        assertThat(window.comparison().rival().get()).isEqualTo(third.entry().row());
        assertThat(robot.lookup("#gap-sentence").queryAs(Label.class).getText())
                .contains(first.entry().streamId(), third.entry().streamId(), " above ");
    }

    @Test
    void theNextStreamChosenIsComparedWithTheOneBefore(FxRobot robot) {
        ListView<RankedLine> list = robot.lookup("#left-list").query();
        robot.interact(() -> list.getSelectionModel().select(1));
        robot.interact(() -> window.actions().compareWithNext());
        robot.interact(() -> list.getSelectionModel().select(4));
        assertThat(window.comparison().rival().get())
                .isEqualTo(list.getItems().get(1).entry().row());
        assertThat(robot.lookup("#gap-sentence").queryAs(Label.class).getText())
                .contains(list.getItems().get(1).entry().streamId());
        robot.interact(() -> list.getSelectionModel().select(5));
        assertThat(window.comparison().rival().get())
                .isEqualTo(list.getItems().get(1).entry().row());
    }

    @Test
    void theDrawerKeepsItsHeightWhenTheStreamLeavesTheListsAndFoldsWhenAsked(FxRobot robot) {
        Node body = robot.lookup("#explain").query();
        Lists home = lists();
        var away = Optional.of(new UserVariation.Place(-37.8, 145));
        robot.interact(() -> window.comparison().move(away));
        Lists there = lists();
        robot.interact(() -> window.comparison().move(Optional.empty()));
        int chosen = home.left().lines().stream()
                .map(line -> line.entry().row())
                .filter(row -> !there.shows(row))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> window.comparison().selected().set(chosen));
        Bounds before = body.getBoundsInParent();
        robot.interact(() -> window.comparison().move(away));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lists().shows(chosen)).isFalse();
        assertThat(window.comparison().selected().get()).isEqualTo(chosen);
        assertThat(body.isVisible()).isTrue();
        assertThat(body.getBoundsInParent()).isEqualTo(before);
        assertThat(robot.lookup("#why-sentence").queryAs(Label.class).getText()).contains("points in Basic");
        type(robot, KeyCode.F8);
        assertThat(body.isVisible()).isFalse();
        type(robot, KeyCode.F2);
        assertThat(body.isVisible()).isTrue();
    }

    @Test
    void theUserIsTriedWithAnotherLanguageAndIsThemselvesAgain(FxRobot robot) {
        Lists before = lists();
        robot.interact(() -> window.whatIf().trial().reset());
        type(robot, KeyCode.F7);
        String other = before.user().language().equals("ja") ? "ko" : "ja";
        ComboBox<String> language = robot.lookup("#try-language").query();
        robot.interact(() -> language.setValue(other));
        assertThat(lists().user().language()).isEqualTo(other);
        assertThat(robot.lookup("#user-badge").queryButton().isVisible()).isTrue();
        robot.clickOn("#reset-user");
        assertThat(lists()).isEqualTo(before);
        assertThat(language.getValue()).isEqualTo(before.user().language());
        assertThat(robot.lookup("#user-badge").queryButton().isVisible()).isFalse();
        robot.interact(() -> window.actions().undo());
        assertThat(lists().user().language()).isEqualTo(other);
    }

    @Test
    void theRadiusBesideTheListsAndTheSliderAreOneNumber(FxRobot robot) {
        robot.interact(() -> window.comparison().radiusKm().set(OptionalDouble.of(500)));
        assertThat(workbench.session().scoring().radiusKm()).hasValue(500);
        robot.interact(() -> window.actions().undo());
        assertThat(window.comparison().radiusKm().get()).isEqualTo(Scoring.DEFAULT.radiusKm());
        assertThat(window.comparison().selected().get()).isNotEqualTo(CompareModel.NONE);
    }

    private Lists lists() {
        return Objects.requireNonNull(window.comparison().lists().get());
    }

    /// A click with Shift held; the robot of a screen that is not there presses buttons without their keys.
    private static MouseEvent withShift(Node node) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                1,
                1,
                1,
                1,
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                new PickResult(node, 1, 1));
    }

    private static void type(FxRobot robot, KeyCode key) {
        robot.type(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }
}
