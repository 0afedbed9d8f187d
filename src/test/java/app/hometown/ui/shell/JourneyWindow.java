// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.fx.WebPages;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import javafx.stage.Stage;

/// The window as journeys need it: everything is run in place and nothing is animated, so that nothing has to be waited
/// for.
final class JourneyWindow {
    private JourneyWindow() {}

    /// Shows it in the corner of the screen.
    static MainWindow show(Stage stage, Workbench workbench, FileChoices files, double width, double height) {
        return show(stage, workbench, files, WebPages.NONE, width, height);
    }

    /// Shows it in the corner of the screen.
    static MainWindow show(
            Stage stage, Workbench workbench, FileChoices files, WebPages pages, double width, double height) {
        Theme.loadFonts();
        Settings settings = workbench.settings().get();
        MainWindow window =
                new MainWindow(workbench, files, Workers.inPlace(), settings, pages, new FirstLook(settings));
        window.map().pane().setAnimated(false);
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        return window;
    }
}
