// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.data.DataFolder;
import app.hometown.data.mapping.Preview;
import app.hometown.data.mapping.Source;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Theme;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Job;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.LinkedSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
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

/// What a person does with the tables. TestFX sets the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class TablesJourneysTest {
    @TempDir
    static Path folder;

    private final IntegerProperty user = new SimpleIntegerProperty(-1);
    private final IntegerProperty stream = new SimpleIntegerProperty(-1);
    private final List<String> onMap = new ArrayList<>();
    private Workbench workbench;
    private ExploreModel model;
    private TablesPane tables;
    private Catalog catalog;
    private LinkedSamples samples;

    @BeforeAll
    static void generate() {
        var unused = workbench("first")
                .write(new GeneratorOptions(300, 200, 900, 7), folder.resolve("data"))
                .await();
    }

    private static Workbench workbench(String name) {
        Folders folders = new Folders(
                folder.resolve("data"),
                folder.resolve("none"),
                folder.resolve(name).resolve("settings.json"));
        return new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
    }

    @Start
    void start(Stage stage) {
        workbench = workbench(Integer.toString(System.identityHashCode(this)));
        workbench.open(folder.resolve("data")).await();
        Consumer<RuntimeException> failed = error -> {
            throw error;
        };
        model = new ExploreModel(
                workbench,
                new History(),
                new Latest(Runnable::run, FxThread.EXECUTOR, failed),
                new Latest(Runnable::run, FxThread.EXECUTOR, failed));
        model.show(workbench.session());
        catalog = workbench.session().requireData().catalog();
        samples = LinkedSamples.of(
                DataFolder.samples(folder.resolve("data").resolve(DataFolder.TRAIN), Progress.NONE)
                        .samples(),
                catalog,
                Progress.NONE);
        model.show(samples);
        Theme.loadFonts();
        tables = new TablesPane(workbench, model, new Here(), user, stream, Runnable::run, Runnable::run);
        Scene scene = new Scene(tables, 1000, 700);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void streamsSortBySeveralColumns(FxRobot robot) {
        show(robot, Kind.STREAMS);
        TableView<Integer> table = table(robot, "streams");
        TableColumn<Integer, ?> language = column(table, "Language");
        TableColumn<Integer, ?> viewers = column(table, "Viewers");
        robot.interact(() -> {
            viewers.setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(language, viewers));
        });
        Streams streams = catalog.streams();
        Comparator<Integer> expected = Comparator.<Integer, String>comparing(
                        row -> catalog.languages().name(streams.language(row)))
                .thenComparing(Comparator.comparingInt((Integer row) -> streams.avgViewerCount(row))
                        .reversed())
                .thenComparing(Comparator.naturalOrder());
        assertThat(table.getItems())
                .containsExactlyElementsOf(IntStream.range(0, streams.size())
                        .filter(streams::live)
                        .boxed()
                        .sorted(expected)
                        .toList());
    }

    @Test
    void theTextAndAValueAreTheSelectionsOwn(FxRobot robot) {
        show(robot, Kind.STREAMS);
        robot.interact(() -> robot.lookup("#streams-filter").<TextField>query().setText("stream_00000"));
        assertThat(model.filter(Kind.STREAMS).get().text()).isEqualTo("stream_00000");
        int live = (int) IntStream.range(0, 9).filter(catalog.streams()::live).count();
        assertThat(table(robot, "streams").getItems()).hasSize(live);
        assertThat(robot.lookup("#streams-count").<Label>query().getText()).isEqualTo(live + " of 200 streams left");
        robot.interact(() -> model.change(Kind.STREAMS, Filter.first(Kind.STREAMS), "", ""));
        assertThat(robot.lookup("#streams-filter").<TextField>query().getText()).isEmpty();

        TableView<Integer> table = table(robot, "streams");
        int row = table.getItems().getFirst();
        robot.interact(() -> {
            table.getSelectionModel().select(0, column(table, "City"));
            table.getFocusModel().focus(0, column(table, "City"));
            table.getOnContextMenuRequested()
                    .handle(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20, 60, 60, false, null));
        });
        String city = catalog.cities().name(catalog.streams().city(row));
        MenuItem only = robot.listWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> Objects.equals(item.getText(), "City: only " + city))
                .findFirst()
                .orElseThrow();
        robot.interact(only::fire);
        assertThat(model.filter(Kind.STREAMS).get().chosen(Facets.CITY)).containsExactly(city);
        assertThat(table.getItems()).isNotEmpty().allMatch(each -> catalog.cities()
                .name(catalog.streams().city(each))
                .equals(city));
    }

    @Test
    void columnsAreHiddenAndRemembered(FxRobot robot) {
        TableView<Integer> table = table(robot, "users");
        MenuButton columns = robot.lookup("#users-columns").query();
        CheckMenuItem city = (CheckMenuItem) columns.getItems().stream()
                .filter(item -> "City".equals(item.getText()))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> city.setSelected(false));
        robot.interact(() -> table.getColumns().add(table.getColumns().removeFirst()));
        assertThat(table.getVisibleLeafColumns().getFirst().getText()).isEqualTo("Language");
        List<String> kept =
                Objects.requireNonNull(workbench.settings().get().tables().get("users"));
        assertThat(kept).startsWith("-column.city", "column.language").endsWith("column.user");
        assertThat(new SettingsFile(workbench.folders().settings()).get().tables())
                .containsEntry("users", kept);
        robot.interact(() -> columns.getItems().getLast().fire());
        assertThat(table.getVisibleLeafColumns()).hasSize(8);
        assertThat(workbench.settings().get().tables()).isEmpty();
    }

    @Test
    void chosenRowsAreCopiedNeutrally(FxRobot robot) {
        TableView<Integer> table = table(robot, "users");
        robot.interact(() -> {
            table.getSelectionModel().selectIndices(1, 0);
            table.requestFocus();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        List<String> lines = copied[0].lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("user_id\tcity\tlanguage\tpreferred_categories\tlocal_preference_strength");
        assertThat(lines.get(1))
                .startsWith("user_000001\t")
                .endsWith("\t" + catalog.users().latitude(0) + "\t"
                        + catalog.users().longitude(0));
    }

    @Test
    void whatIsLeftIsWrittenAsCsvThatCanBeReadBack(FxRobot robot) {
        robot.interact(() -> tables.show(Kind.SAMPLES));
        robot.interact(
                () -> model.change(Kind.SAMPLES, Filter.NONE.withWords(Facets.CLICKED, Set.of(Facets.YES)), "", ""));
        robot.interact(() -> tables.export());
        Preview written = Preview.of(Source.open(folder.resolve("samples.csv")));
        assertThat(written.source().header()).startsWith("user_id", "stream_id", "clicked", "distance_km");
        assertThat(written.column("clicked").examples()).containsExactly("1");
        assertThat(written.column("clicked").values())
                .isEqualTo(samples.samples().clickedCount());
    }

    @Test
    void aRowIsPickedHereAndThere(FxRobot robot) {
        TableView<Integer> users = table(robot, "users");
        robot.interact(() -> users.getSelectionModel().clearAndSelect(4));
        assertThat(user.get()).isEqualTo(4);
        robot.interact(() -> user.set(250));
        assertThat(users.getSelectionModel().getSelectedItem()).isEqualTo(250);
        robot.interact(users::requestFocus);
        robot.push(KeyCode.ENTER);
        assertThat(onMap).containsExactly("user 250");
        robot.interact(() -> tables.show(Kind.SAMPLES));
        TableView<Integer> table = table(robot, "samples");
        robot.interact(() -> table.getSelectionModel().clearAndSelect(7));
        assertThat(user.get()).isEqualTo(samples.userRow(7));
        assertThat(stream.get()).isEqualTo(samples.streamRow(7));
    }

    private void show(FxRobot robot, Kind kind) {
        robot.interact(() -> tables.show(kind));
    }

    private static TableView<Integer> table(FxRobot robot, String name) {
        return robot.lookup("#" + name).query();
    }

    private static TableColumn<Integer, ?> column(TableView<Integer> table, String title) {
        return table.getColumns().stream()
                .filter(column -> column.getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /// The rest of the window.
    private final class Here implements TablesPane.Elsewhere {
        @Override
        public void pick(int userRow) {
            user.set(userRow);
        }

        @Override
        public void showUser(int userRow) {
            onMap.add("user " + userRow);
        }

        @Override
        public void showStream(int streamRow) {
            onMap.add("stream " + streamRow);
        }

        @Override
        public Optional<Path> saveAs(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public <T> void follow(Job<T> job, Consumer<T> done) {
            done.accept(job.await());
        }

        @Override
        public void say(String text) {}

        @Override
        public void failed(RuntimeException error) {
            throw error;
        }
    }
}
