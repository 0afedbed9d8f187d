// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;

/// The faces of the program that the command line can open but does not know: the window and pictures of it.
public interface Faces {
    /// Opens the window and returns when it is closed.
    void explore(Folders folders, Scoring scoring);

    /// Renders the window for a user to a picture, with or without a display.
    void snapshot(Folders folders, Scoring scoring, Picture picture);

    /// Measures how fast the map is drawn while it is moved, off-screen.
    ///
    /// @param progress counts views
    List<MapCase> measureMap(Catalog catalog, Progress progress);

    /// The times of a view's frames.
    ///
    /// @param name of the view, and whether it is dragged or zoomed
    /// @param frameMedianMs milliseconds from one frame to the next
    /// @param frameP95Ms 95 of 100 took no longer
    /// @param threadMedianMs milliseconds of the JavaFX thread a frame
    record MapCase(@JsonProperty("case") String name, double frameMedianMs, double frameP95Ms, double threadMedianMs) {}

    /// What picture.
    ///
    /// @param user id of the user
    /// @param file PNG to write
    /// @param width in pixels
    /// @param height in pixels
    /// @param dark whether in the dark theme
    record Picture(String user, Path file, int width, int height, boolean dark) {}
}
