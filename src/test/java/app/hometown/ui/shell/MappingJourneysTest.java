// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.data.mapping.FileKind;
import app.hometown.data.mapping.KeptMappings;
import app.hometown.domain.User;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does with other programs' files: drops them, corrects a column, opens them. TestFX sets the fields
/// before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class MappingJourneysTest {
    private static final String VIEWERS = """
        viewer;breite;laenge;ort;sprache;mag;nah;stunden
        v-1;48,85;2,35;Paris;fr;chess|music;0,4;120,5
        v-2;52,52;13,4;Berlin;de;art;0,9;3
        v-3;95,0;13,4;Nowhere;de;art;0,9;3
        """;

    @TempDir
    static Path folder;

    private Path home = folder;
    private Workbench workbench;
    private final GivenFiles files = new GivenFiles();
    private MainWindow window;

    private static Path data() {
        return folder.resolve("data");
    }

    @BeforeAll
    static void generate() {
        Folders folders = new Folders(data(), folder.resolve("none"), folder.resolve("first.json"));
        var unused = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run)
                .write(new GeneratorOptions(20, 40, 100, 7), data())
                .await();
    }

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createDirectories(folder.resolve(Integer.toString(System.identityHashCode(this))));
        Folders folders = new Folders(data(), home.resolve("models"), home.resolve("settings.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench.open(folders.data()).await();
        window = JourneyWindow.show(stage, workbench, files, 1100, 700);
    }

    @Test
    void aDroppedFileIsMappedCorrectedAndOpened(FxRobot robot) throws IOException {
        drop(robot, Files.writeString(home.resolve("viewers.csv"), VIEWERS));
        assertThat(text(robot, "#mapping-problem")).startsWith("viewers.csv: choose a column for city, ");
        assertThat(robot.lookup("#mapping-open").<Button>query().isDisabled()).isTrue();
        choose(robot, "latitude", "breite");
        choose(robot, "longitude", "laenge");
        choose(robot, "city", "ort");
        choose(robot, "language", "sprache");
        choose(robot, "preferred_categories", "mag");
        choose(robot, "local_preference_strength", "nah");
        choose(robot, "total_watch_hours", "stunden");
        assertThat(text(robot, "#mapping-verdict")).isEqualTo("All rows looked at: 2 of 3 are good");
        assertThat(text(robot, "#mapping-reasons")).contains("latitude (from breite) is outside -90..90 (row 3: 95,0)");
        Path target = home.resolve("opened");
        robot.interact(() -> robot.lookup("#mapping-folder").<TextField>query().setText(target.toString()));
        press(robot, "#mapping-open");
        OpenData open = workbench.session().requireData();
        assertThat(open.folder()).isEqualTo(target);
        assertThat(open.catalog().users().size()).isEqualTo(2);
        assertThat(open.catalog().streams().size()).isEqualTo(40);
        assertThat(open.catalog().user(0))
                .isEqualTo(new User("v-1", 48.85, 2.35, "Paris", "fr", List.of("chess", "music"), 0.4, 120.5));
        assertThat(open.report().files().getFirst().rowsSkipped()).isEqualTo(1);
        assertThat(target.resolve("users.parquet")).exists();
        assertThat(workbench.mappings().all())
                .extracting(KeptMappings.Kept::name)
                .containsExactly("viewers");

        drop(robot, Files.writeString(home.resolve("viewers-of-may.csv"), VIEWERS.replace("95,0", "50,0")));
        assertThat(text(robot, "#mapping-verdict")).isEqualTo("All rows looked at: 3 of 3 are good");
        press(robot, "#mapping-open");
        assertThat(workbench.session().requireData().catalog().users().size()).isEqualTo(3);
    }

    @Test
    void theKindCanBeCorrectedAndAFileLeftOut(FxRobot robot) throws IOException {
        drop(robot, Files.writeString(home.resolve("table.csv"), "id,name\n1,Chess\n2,Art\n"));
        ComboBox<FileKind> kind = robot.lookup("#mapping-kind").query();
        robot.interact(() -> kind.setValue(FileKind.STREAMS));
        assertThat(text(robot, "#mapping-verdict")).contains("columns are still missing");
        robot.interact(() -> kind.setValue(null));
        assertThat(text(robot, "#mapping-verdict")).isEqualTo("This file is left out.");
        assertThat(text(robot, "#mapping-problem")).isEqualTo("Say what one of the files is.");
        robot.interact(() -> kind.setValue(FileKind.CATEGORIES));
        assertThat(robot.lookup("#mapping-open").<Button>query().isDisabled()).isFalse();
        robot.interact(() -> ((DialogPane) robot.lookup("#mapping-dialog").query())
                .getScene()
                .getWindow()
                .hide());
    }

    @Test
    void aFileThatCannotBeReadChangesNothing(FxRobot robot) throws IOException {
        OpenData before = workbench.session().requireData();
        drop(robot, Files.write(home.resolve("photo.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}));
        assertThat(robot.lookup("#mapping-dialog").tryQuery()).isEmpty();
        assertThat(robot.lookup(".message-bar .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.contains("photo.csv"));
        assertThat(workbench.session().requireData()).isEqualTo(before);
    }

    private void drop(FxRobot robot, Path file) {
        robot.interact(() -> window.actions().drop(List.of(file)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void choose(FxRobot robot, String target, String column) {
        ComboBox<Object> from = robot.lookup("#from-" + target).query();
        robot.interact(() -> from.setValue(from.getItems().stream()
                .filter(item -> item.toString().contains("name=" + column + "]"))
                .findFirst()
                .orElseThrow()));
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).<Button>query().fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String label) {
        Node node = robot.lookup(label).query();
        return ((Labeled) node).getText();
    }
}
