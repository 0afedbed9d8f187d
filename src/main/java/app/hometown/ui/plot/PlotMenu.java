// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.ui.fx.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/// What one can do with a figure.
final class PlotMenu {
    private PlotMenu() {}

    /// @param taking saves and copies, or null
    /// @param movable whether the figure has parts to look at
    static ContextMenu of(PlotPane pane, @Nullable FigureTaking taking, ObservableBooleanValue movable) {
        ContextMenu menu = new ContextMenu();
        if (taking != null) {
            menu.getItems()
                    .addAll(
                            item("plot.copy", () -> pane.figure()
                                    .ifPresent(figure -> taking.copyPicture(
                                            figure, pane.getWidth(), pane.getHeight(), pane.isDark()))),
                            item("plot.save", () -> pane.figure()
                                    .ifPresent(figure -> taking.savePicture(
                                            figure, pane.getWidth(), pane.getHeight(), pane.isDark()))),
                            item("plot.copyCsv", () -> pane.figure().ifPresent(taking::copyNumbers)),
                            item("plot.saveCsv", () -> pane.figure().ifPresent(taking::saveNumbers)),
                            new SeparatorMenuItem());
        }
        for (MenuItem zoom : new MenuItem[] {
            item("plot.zoomIn", () -> pane.zoom(0.8)),
            item("plot.zoomOut", () -> pane.zoom(1.25)),
            item("plot.all", pane::showAll)
        }) {
            zoom.disableProperty().bind(Bindings.not(movable));
            menu.getItems().add(zoom);
        }
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
