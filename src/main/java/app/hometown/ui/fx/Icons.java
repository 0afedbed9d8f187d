// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons and the buttons that show nothing else.
public final class Icons {
    private Icons() {}

    /// An icon in the colour of the text around it.
    public static FontIcon of(Feather glyph, int size) {
        FontIcon icon = new FontIcon(glyph);
        icon.setIconSize(size);
        return icon;
    }

    /// A flat button with an icon, named for screen readers and in its tooltip.
    public static Button button(Feather glyph, String name, Runnable action) {
        Button button = new Button(null, of(glyph, 16));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(name);
        Tips.set(button, name);
        button.setOnAction(event -> action.run());
        return button;
    }
}
