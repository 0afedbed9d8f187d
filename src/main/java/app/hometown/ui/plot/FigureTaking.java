// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.domain.InputException;
import app.hometown.files.AtomicFile;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javax.imageio.ImageIO;

/// Takes figures away: as pictures and as tables, to files and to the clipboard. Called on the JavaFX thread; pictures
/// are drawn and files written elsewhere.
///
/// @param files asks where to
/// @param worker draws and writes
/// @param say says what was done
/// @param failed says why it was not
public record FigureTaking(
        FileChoices files, Executor worker, Consumer<String> say, Consumer<RuntimeException> failed) {
    /// Asks for a file and saves a picture there, with twice as many pixels each way as the window has.
    ///
    /// @param width of the figure in the window
    /// @param height of the figure in the window
    /// @param dark whether on the dark theme's ground
    public void savePicture(Figure figure, double width, double height, boolean dark) {
        files.save(Texts.text("plot.picture.title"), figure.key() + "@2x.png")
                .ifPresent(path -> worker.execute(() -> {
                    try {
                        BufferedImage picture = picture(figure, width, height, dark);
                        AtomicFile.write(path, out -> {
                            if (!ImageIO.write(picture, "png", out)) {
                                throw new IOException("this Java writes no PNG");
                            }
                        });
                        said("said.exported", path);
                    } catch (InputException e) {
                        FxThread.run(() -> failed.accept(e));
                    }
                }));
    }

    /// Puts a picture on the clipboard.
    public void copyPicture(Figure figure, double width, double height, boolean dark) {
        worker.execute(() -> {
            Image image = SwingFXUtils.toFXImage(picture(figure, width, height, dark), null);
            FxThread.run(() -> {
                ClipboardContent content = new ClipboardContent();
                content.putImage(image);
                Clipboard.getSystemClipboard().setContent(content);
                say.accept(Texts.text("plot.copied", figure.title()));
            });
        });
    }

    /// Asks for a file and saves the numbers there.
    public void saveNumbers(Figure figure) {
        files.save(Texts.text("plot.csv.title"), figure.key() + ".csv")
                .ifPresent(path -> worker.execute(() -> {
                    try {
                        byte[] csv = FigureCsv.of(figure).getBytes(StandardCharsets.UTF_8);
                        AtomicFile.write(path, out -> out.write(csv));
                        said("said.exported", path);
                    } catch (InputException e) {
                        FxThread.run(() -> failed.accept(e));
                    }
                }));
    }

    /// Puts the numbers on the clipboard.
    public void copyNumbers(Figure figure) {
        ClipboardContent content = new ClipboardContent();
        content.putString(FigureCsv.of(figure));
        Clipboard.getSystemClipboard().setContent(content);
        say.accept(Texts.text("plot.copied", figure.title()));
    }

    private void said(String key, Path path) {
        FxThread.run(() -> say.accept(Texts.text(key, path)));
    }

    private static BufferedImage picture(Figure figure, double width, double height, boolean dark) {
        return FigurePicture.of(figure, (int) Math.round(width), (int) Math.round(height), dark);
    }
}
