// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.verdict.Findings;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The faces of the program that the command line can open but does not know: the window, pictures and figures of it,
/// and the endpoint.
public interface Faces {
    /// Opens the window and returns when it is closed.
    ///
    /// @param files opened in it as if they were dropped on it; may be empty
    void explore(Folders folders, Scoring scoring, List<Path> files);

    /// Opens the window and closes it when everything is there; off-screen where there is no display.
    Shown exploreUntilShown(Folders folders, Scoring scoring);

    /// When a window was there.
    ///
    /// @param data its data on the map, be it as the window before has kept it
    /// @param live the map itself
    /// @param whole everything beside the map as well, with the lists of a user
    record Shown(Instant data, Instant live, Instant whole) {}

    /// Renders the window for a user to a picture, with or without a display.
    void snapshot(Folders folders, Scoring scoring, Picture picture);

    /// Writes the ready-made figures of what is open as one document.
    ///
    /// @param workbench with data open
    /// @param file ends in .html or .pdf
    void report(Workbench workbench, Path file);

    /// Writes an evaluation as one document.
    ///
    /// @param file ends in .html or .pdf
    /// @throws app.hometown.domain.InputException when it does not, or the disk refuses
    void verdict(Findings findings, Path file);

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

    /// Answers over HTTP from now on, from the workbench's session. No JavaFX class is loaded for it.
    ///
    /// @throws app.hometown.domain.InputException when it cannot listen there
    Serving serve(Workbench workbench, Wishes wishes);

    /// An endpoint that answers.
    interface Serving {
        /// Where it is reached.
        URI address();

        /// Whether others than this machine reach it.
        boolean beyondLoopback();

        /// Finishes what runs, and closes.
        void stop();
    }

    /// How to serve; what is empty is as the endpoint usually does it.
    ///
    /// @param host the address or name of this machine to listen at
    /// @param port to listen at; 0 takes any free one
    /// @param requestsPerSecond of one client; 0 for no limit
    /// @param concurrentRequests worked on at the same time
    /// @param apiKey what clients have to show
    /// @param corsOrigins whose pages may call
    /// @param allowedHosts names that clients may call it by
    /// @param accessLog gets a line a request
    record Wishes(
            Optional<String> host,
            OptionalInt port,
            OptionalInt requestsPerSecond,
            OptionalInt concurrentRequests,
            Optional<String> apiKey,
            List<String> corsOrigins,
            List<String> allowedHosts,
            Optional<Path> accessLog) {}

    /// What picture.
    ///
    /// @param user id of the user
    /// @param file PNG to write
    /// @param width in pixels
    /// @param height in pixels
    /// @param dark whether in the dark theme
    record Picture(String user, Path file, int width, int height, boolean dark) {}
}
