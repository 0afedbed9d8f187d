// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/// The lists as a picture of their own: all rows, also those that are scrolled away in the window, and nothing that one
/// could press. On the JavaFX thread.
final class ComparisonPicture {
    /// Room for the user, the heads and the last line.
    private static final double AROUND = 176;

    private static final double ROW = 24;
    private static final double LEAST_HEIGHT = 320;
    private static final double LEAST_WIDTH = 900;

    private final UserHeader header = new UserHeader("pictured-user");
    private final LineupPane lineup;
    private final VBox root;
    private final Scene scene;

    ComparisonPicture(CompareModel model, LineupModel rankers) {
        lineup = new LineupPane(model, rankers, () -> {}, ContextMenu::new);
        VBox.setVgrow(lineup, Priority.ALWAYS);
        Label means = new Label(Texts.text("lineup.means"));
        means.getStyleClass().addAll("quiet", "small");
        VBox foot = new VBox(means);
        foot.getStyleClass().add("lineup-foot");
        root = new VBox(8, header, lineup, foot);
        root.getStyleClass().addAll("main-window", "compare-view");
        scene = new Scene(root);
    }

    /// @param width of the lists in the window
    /// @param scale pixels for one of the window's, each way
    WritableImage of(Lists lists, double width, double scale, Theme theme) {
        theme.apply(scene);
        int rows = lists.columns().stream()
                .mapToInt(column -> column.lines().size())
                .max()
                .orElse(0);
        double height = Math.max(LEAST_HEIGHT, AROUND + rows * ROW);
        header.show(lists.user(), lists.catalog());
        lineup.show(lists);
        root.resize(Math.max(LEAST_WIDTH, width), height);
        // Sizes follow sizes: rows those of the view, cells those of rows.
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        return root.snapshot(parameters, null);
    }
}
