// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Theme;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a window leaves for the next start. TestFX sets the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class KeptLookTest {
    @TempDir
    Path folder;

    private Stage stage;
    private Folders folders;

    @Start
    void start(Stage opened) {
        Theme.loadFonts();
        stage = opened;
    }

    @BeforeEach
    void data() {
        folders = new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        app.hometown.ui.shell.Start first = new app.hometown.ui.shell.Start(folders, Scoring.DEFAULT, true);
        first.begun()
                .join()
                .workbench()
                .generate(new GeneratorOptions(60, 120, 1000, 7), folders.data())
                .await();
    }

    /// Opens the data as a start does and keeps its first look.
    private KeptLook kept() throws Exception {
        var start = new app.hometown.ui.shell.Start(folders, Scoring.DEFAULT, true);
        assertThat(start.kept().get(30, TimeUnit.SECONDS)).isEmpty();
        var begun = start.begun().join();
        begun.data().await();
        CompletableFuture.completedFuture(begun)
                .thenComposeAsync(now -> start.keep(now, 1000, 700, stage), FxThread.EXECUTOR)
                .get(60, TimeUnit.SECONDS);
        return KeptLook.find(key(), List.of(folders.firstLook())).orElseThrow();
    }

    private LookKey key() {
        return LookKey.of(folders, Scoring.DEFAULT);
    }

    @Test
    void whatTheNextStartShowsIsWhatItsMapWillShow(FxRobot robot) throws Exception {
        KeptLook kept = kept();
        assertThat(kept.width()).isEqualTo(1000);
        assertThat(kept.height()).isEqualTo(700);
        assertThat(kept.map().getWidth()).isBetween(200.0, 900.0);

        var settings = new SettingsFile(folders.settings()).get();
        var begun = new app.hometown.ui.shell.Start(folders, Scoring.DEFAULT, true)
                .begun()
                .join();
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        FirstLook[] live = new FirstLook[1];
        robot.interact(() -> {
            stage.setScene(kept.scene());
            stage.setWidth(1000);
            stage.setHeight(700);
            stage.show();
            live[0] = new FirstLook(settings, kept, stage.getScene());
            assertThat(covers(live[0])).hasSize(1);
            live[0].show(begun.data().result(), null, () -> seen.complete(true));
        });
        assertThat(seen.get(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture.completedFuture(live[0])
                .thenComposeAsync(look -> look.map().whenSettled().thenApply(done -> true), FxThread.EXECUTOR)
                .get(30, TimeUnit.SECONDS);
        robot.interact(() -> {
            assertThat(covers(live[0])).isEmpty();
            assertThat(differing(kept, live[0].map().snapshot(null, null))).isZero();
        });
    }

    private static List<ImageView> covers(FirstLook look) {
        return look.map().getChildrenUnmodifiable().stream()
                .filter(ImageView.class::isInstance)
                .map(ImageView.class::cast)
                .filter(view -> view.getViewport() != null)
                .toList();
    }

    private static long differing(KeptLook kept, WritableImage map) {
        PixelReader pixels = kept.cover().getImage().getPixelReader();
        Rectangle2D place = kept.map();
        assertThat(map.getWidth()).isEqualTo(place.getWidth());
        assertThat(map.getHeight()).isEqualTo(place.getHeight());
        long count = 0;
        for (int y = 0; y < (int) map.getHeight(); y++) {
            for (int x = 0; x < (int) map.getWidth(); x++) {
                int was = pixels.getArgb(x + (int) place.getMinX(), y + (int) place.getMinY());
                count += was == map.getPixelReader().getArgb(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void otherDataOrSettingsOrAnotherRadiusHaveNone() throws Exception {
        kept();
        assertThat(KeptLook.find(key(), List.of(folders.firstLook()))).isPresent();
        Scoring near = new Scoring(
                Scoring.DEFAULT.weights(), Scoring.DEFAULT.base(), OptionalDouble.of(50), Scoring.DEFAULT.expand());
        assertThat(KeptLook.find(LookKey.of(folders, near), List.of(folders.firstLook())))
                .isEmpty();
        new SettingsFile(folders.settings()).update(settings -> settings.withTheme("dark"));
        assertThat(KeptLook.find(key(), List.of(folders.firstLook()))).isEmpty();
        Files.delete(folders.settings());
        assertThat(KeptLook.find(key(), List.of(folders.firstLook()))).isPresent();
        Files.write(folders.data().resolve("users.parquet"), new byte[100]);
        assertThat(KeptLook.find(key(), List.of(folders.firstLook()))).isEmpty();
    }

    @Test
    void aDamagedFileIsNone() throws Exception {
        kept();
        byte[] whole = Files.readAllBytes(folders.firstLook());
        for (int length : new int[] {0, 3, 20, 200, whole.length - 1}) {
            Files.write(folders.firstLook(), Arrays.copyOf(whole, length));
            assertThat(KeptLook.find(key(), List.of(folders.firstLook())))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void dataThatChangedMeanwhileIsNotKept() throws Exception {
        var start = new app.hometown.ui.shell.Start(folders, Scoring.DEFAULT, true);
        start.kept().get(30, TimeUnit.SECONDS);
        var begun = start.begun().join();
        begun.data().await();
        change(folders.data().resolve("streams.parquet"));
        CompletableFuture.completedFuture(begun)
                .thenComposeAsync(now -> start.keep(now, 1000, 700, stage), FxThread.EXECUTOR)
                .get(60, TimeUnit.SECONDS);
        assertThat(folders.firstLook()).doesNotExist();
    }

    private static void change(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2]++;
        Files.write(file, bytes);
    }
}
