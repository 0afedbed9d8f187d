// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import app.hometown.workbench.Settings;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.text.Font;

/// How the window looks: light or dark, each with colours of its own in `hometown.css`.
public enum Theme {
    LIGHT(Settings.LIGHT, new PrimerLight().getUserAgentStylesheet()),
    DARK(Settings.DARK, new PrimerDark().getUserAgentStylesheet());

    private static final PseudoClass DARK_STATE = PseudoClass.getPseudoClass("dark");
    private static final String OWN = resource("hometown.css").toExternalForm();

    private static final Map<Theme, String> PALETTES = Map.of(LIGHT, palette(false), DARK, palette(true));

    private final String key;
    private final String base;

    Theme(String key, String base) {
        this.key = key;
        this.base = base;
    }

    /// The theme of a settings key; light for anything unknown.
    public static Theme of(String key) {
        return key.equals(DARK.key) ? DARK : LIGHT;
    }

    /// Its name in the settings.
    public String key() {
        return key;
    }

    /// The other one.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Loads the window's own typeface, so that it looks the same on every system and its figures have one width. Once,
    /// before the first scene.
    public static void loadFonts() {
        for (String name : List.of("IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf")) {
            try (InputStream in = resource("fonts/" + name).openStream()) {
                Font.loadFont(in, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Gives a scene this look. On the JavaFX thread; all scenes of the program share the base.
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(base);
        if (!scene.getStylesheets().contains(OWN)) {
            scene.getStylesheets().add(OWN);
        }
        scene.getRoot().setStyle(PALETTES.get(this));
        scene.getRoot().pseudoClassStateChanged(DARK_STATE, this == DARK);
    }

    /// Gives a dialog the look of the window that it stands over.
    public static void adopt(DialogPane dialog, Scene over) {
        dialog.getStylesheets().setAll(over.getStylesheets());
        dialog.setStyle(over.getRoot().getStyle());
        dialog.pseudoClassStateChanged(
                DARK_STATE, over.getRoot().getPseudoClassStates().contains(DARK_STATE));
    }

    /// The palette as colours that style sheets look up: `-ht-basic`, `-ht-ml` and so on.
    private static String palette(boolean dark) {
        StringBuilder style = new StringBuilder();
        for (Palette colour : Palette.values()) {
            style.append("-ht-")
                    .append(colour.name().toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(colour.css(dark))
                    .append("; ");
        }
        return style.toString();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/app/hometown/ui/" + name), name);
    }
}
