// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown;

import app.hometown.cli.Faces;
import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.files.AtomicFile;
import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.map.MapSpeed;
import app.hometown.ui.questions.DataReport;
import app.hometown.ui.report.DocumentFile;
import app.hometown.ui.shell.HometownApplication;
import app.hometown.ui.shell.Snapshot;
import app.hometown.ui.verdict.VerdictReport;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.verdict.Findings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/// The faces that JavaFX draws, and the endpoint. Its methods touch JavaFX only when they are called.
final class WindowFaces implements Faces {
    /// The property by which the start's benchmark has the window closed when it is there, and be told when that was.
    private static final String MEASURED = "hometown.start.measured";

    private static final String DISPLAY_REMEDY =
            "Run a command instead (hometown --help lists them); hometown snapshot renders the window to a picture "
                    + "without a display.";

    @Override
    public void explore(Folders folders, Scoring scoring, List<Path> files) {
        requireDisplay();
        if (Boolean.getBoolean(MEASURED)) {
            Shown shown = exploreUntilShown(folders, scoring);
            System.out.print("%d %d %d%n"
                    .formatted(
                            shown.data().toEpochMilli(),
                            shown.live().toEpochMilli(),
                            shown.whole().toEpochMilli()));
            return;
        }
        opened(() -> {
            HometownApplication.open(folders, scoring, files);
            return files;
        });
    }

    @Override
    public Shown exploreUntilShown(Folders folders, Scoring scoring) {
        if (!hasDisplay()) {
            offScreen();
        }
        HometownApplication.Shown shown = opened(
                () -> HometownApplication.openUntilShown(folders, scoring).join());
        return new Shown(shown.data(), shown.live(), shown.whole());
    }

    private static <T> T opened(Supplier<T> open) {
        // Java2D draws tiles and figures into pictures; windows of its own would want a second way to the display.
        System.setProperty("java.awt.headless", "true");
        try {
            return open.get();
        } catch (UnsupportedOperationException e) {
            throw new InputException(
                    "display", "the window cannot be opened (" + e.getMessage() + ")", DISPLAY_REMEDY, e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void snapshot(Folders folders, Scoring scoring, Picture picture) {
        offScreen();
        Workbench workbench = new Workbench(folders, new SettingsFile(folders.settings()), scoring, Runnable::run);
        workbench.open(folders.data()).await();
        BufferedImage image = Snapshot.render(
                workbench,
                picture.user(),
                picture.width(),
                picture.height(),
                picture.dark() ? Theme.DARK : Theme.LIGHT);
        AtomicFile.write(picture.file(), out -> {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no PNG writer in this Java");
            }
        });
    }

    @Override
    public void report(Workbench workbench, Path file) {
        System.setProperty("java.awt.headless", "true");
        String command = DataReport.command(
                workbench.session().requireData().folder(), workbench.folders().models(), file);
        workbench
                .jobs()
                .start("Write report", progress -> {
                    DocumentFile.write(DataReport.of(workbench.session(), Instant.now(), command, progress), file);
                    return file;
                })
                .await();
    }

    @Override
    public void verdict(Findings findings, Path file) {
        System.setProperty("java.awt.headless", "true");
        VerdictReport.write(findings, file);
    }

    @Override
    public List<MapCase> measureMap(Catalog catalog, Progress progress) {
        offScreen();
        System.setProperty("javafx.animation.fullspeed", "true");
        return MapSpeed.of(catalog, progress).stream()
                .map(frames -> new MapCase(
                        frames.view().name(), frames.frameMedianMs(), frames.frameP95Ms(), frames.threadMedianMs()))
                .toList();
    }

    @Override
    public Serving serve(Workbench workbench, Wishes wishes) {
        return ServerFace.serve(workbench, wishes);
    }

    private static void offScreen() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /// On Linux a window needs a display server; JavaFX's own message does not say so.
    private static void requireDisplay() {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (!headless && !hasDisplay()) {
            throw new InputException("display", "there is none to open the window on", DISPLAY_REMEDY);
        }
    }

    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || !isBlank("DISPLAY") || !isBlank("WAYLAND_DISPLAY");
    }

    private static boolean isBlank(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isBlank();
    }
}
