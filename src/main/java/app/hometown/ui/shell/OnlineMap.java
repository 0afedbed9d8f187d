// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.InputException;
import app.hometown.files.ProgramVersion;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.map.MapPane;
import app.hometown.ui.map.online.OnlineTiles;
import app.hometown.ui.map.online.TileSource;
import app.hometown.ui.map.online.Trouble;
import app.hometown.workbench.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import org.jspecify.annotations.Nullable;

/// Turns the map's tiles from the network on and off, says when their server gives none, and has it asked again later.
/// On the JavaFX thread.
final class OnlineMap {
    private final MapPane pane;
    private final Path folder;
    private final Consumer<String> say;
    private final PauseTransition pause = new PauseTransition();
    private @Nullable OnlineTiles tiles;

    /// @param folder where tiles are kept on the disk
    /// @param say tells the person
    OnlineMap(MapPane pane, Path folder, Consumer<String> say) {
        this.pane = pane;
        this.folder = folder;
        this.say = say;
        pause.setOnFinished(event -> pane.retryOnline());
    }

    /// Shows these tiles, or none, instead of those before.
    void show(Settings.Tiles wanted) {
        pause.stop();
        OnlineTiles before = tiles;
        tiles = wanted.on() ? open(wanted) : null;
        pane.showOnline(tiles);
        if (before != null) {
            before.close();
        }
    }

    private @Nullable OnlineTiles open(Settings.Tiles wanted) {
        try {
            var source = new TileSource(wanted.template(), wanted.attribution());
            return new OnlineTiles(source, folder, userAgent(), trouble -> FxThread.run(() -> troubled(trouble)));
        } catch (InputException e) {
            say.accept(e.where() + ": " + e.what());
            return null;
        }
    }

    private void troubled(Trouble trouble) {
        Duration wait = Duration.between(Instant.now(), trouble.until());
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(Locale.getDefault())
                .format(trouble.until().atZone(ZoneId.systemDefault()));
        String what =
                switch (trouble.kind()) {
                    case REFUSED -> "tiles.trouble.refused";
                    case TOO_MANY -> "tiles.trouble.many";
                    case SERVER -> "tiles.trouble.server";
                    case UNREACHABLE -> "tiles.trouble.unreachable";
                    case NOT_A_PICTURE -> "tiles.trouble.picture";
                };
        say.accept(Texts.text(what, trouble.detail(), time));
        pause.setDuration(javafx.util.Duration.millis(Math.max(100, wait.toMillis() + 50.0)));
        pause.playFromStart();
    }

    private static String userAgent() {
        return "Hometown/" + ProgramVersion.get();
    }
}
