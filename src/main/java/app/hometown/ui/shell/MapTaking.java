// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Progress;
import app.hometown.files.AtomicFile;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.map.MapPicture;
import app.hometown.workbench.Job;
import app.hometown.workbench.Workbench;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javax.imageio.ImageIO;

/// Saves and copies the map as a picture. On the JavaFX thread; drawing and writing are a job.
final class MapTaking {
    private final Workbench workbench;
    private final MainWindow window;
    private final FileChoices files;

    MapTaking(Workbench workbench, MainWindow window, FileChoices files) {
        this.workbench = workbench;
        this.window = window;
        this.files = files;
    }

    /// Asks for a file and saves the map there as PNG.
    void save(int scale) {
        String name = "hometown-map" + (scale == 1 ? "" : "@" + scale + "x") + ".png";
        files.save(Texts.text("picture.title"), name).ifPresent(path -> {
            MapPicture picture = window.map().pane().picture(scale);
            Job<Path> job = workbench.jobs().start(Texts.text("picture.saving"), progress -> {
                write(picture.paint(progress), path, progress);
                return path;
            });
            window.began();
            FxThread.whenDone(job.result(), saved -> window.say(Texts.text("said.exported", saved)), window::failed);
        });
    }

    /// Puts the map on the clipboard.
    void copy(int scale) {
        MapPicture picture = window.map().pane().picture(scale);
        Job<Image> job = workbench.jobs().start(Texts.text("picture.copying"), progress -> {
            BufferedImage painted = picture.paint(progress);
            return SwingFXUtils.toFXImage(painted, null);
        });
        window.began();
        FxThread.whenDone(
                job.result(),
                image -> {
                    var content = new ClipboardContent();
                    content.putImage(image);
                    Clipboard.getSystemClipboard().setContent(content);
                    window.say(Texts.text("picture.copied", (int) image.getWidth(), (int) image.getHeight()));
                },
                window::failed);
    }

    private static void write(BufferedImage picture, Path path, Progress progress) {
        progress.phase("writing", 0);
        AtomicFile.write(path, out -> {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("this Java writes no PNG");
            }
        });
    }
}
