// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.workbench.columns.PlotQuestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the program remembers from one start to the next.
///
/// @param theme `light` or `dark`
/// @param k how many streams the lists show
/// @param user the user picked last, or null
/// @param recentFolders data folders opened, latest first
/// @param window the window's place
/// @param drawer how the drawer stands
/// @param layers the map's layers by name from the lowest to the highest, a minus before those switched off; empty for
///   those of a first start
/// @param tiles the map's tiles from the network
/// @param tables by the names of tables, the columns in their order, a minus before those that are hidden; tables that
///   are not named are as at a first start
/// @param data how the Data view stands
/// @param evaluating what the form of the Evaluate view says
/// @param serving where the endpoint listens when it is started from the window
public record Settings(
        String theme,
        int k,
        @Nullable String user,
        List<String> recentFolders,
        Window window,
        Drawer drawer,
        List<String> layers,
        Tiles tiles,
        Map<String, List<String>> tables,
        DataView data,
        Evaluating evaluating,
        Serving serving) {
    /// The theme's names.
    public static final String LIGHT = "light";

    /// The theme's names.
    public static final String DARK = "dark";

    /// The list lengths offered.
    public static final List<Integer> KS = List.of(5, 10, 20, 50);

    private static final int RECENT = 8;

    /// Size and state of the window, in screen units.
    ///
    /// @param width of the content
    /// @param height of the content
    /// @param maximized whether it fills the screen
    /// @param sideWidth width of the side with the two lists
    public record Window(double width, double height, boolean maximized, double sideWidth) {}

    /// How the drawer stands under the views.
    ///
    /// @param tab which of its pages, by name; unknown ones are the first
    /// @param height in pixels when it is open
    /// @param folded whether it is folded to the line of its tabs
    public record Drawer(String tab, double height, boolean folded) {}

    /// How the Data view stands.
    ///
    /// @param page which of its pages, by name; unknown ones are the first
    /// @param plot what the plot of one's own shows, as [PlotQuestion] tells it; empty at a first start
    public record DataView(String page, Map<String, String> plot) {
        /// That of a first start.
        public static final DataView FIRST = new DataView("", Map.of());

        public DataView {
            plot = Map.copyOf(plot);
        }
    }

    /// What the form of the Evaluate view says.
    ///
    /// @param rankers as the command line names them, the one that is to be beaten first; empty at a first start
    /// @param measure what decides, by its key
    /// @param k length of the lists
    /// @param testFile the samples to measure on, or "" for the data folder's own
    /// @param interleaved whether an online test is simulated
    /// @param seeds with how many seeds the training is repeated
    public record Evaluating(
            List<String> rankers, String measure, int k, String testFile, boolean interleaved, int seeds) {
        /// That of a first start.
        public static final Evaluating FIRST = new Evaluating(List.of(), "", 5, "", true, 0);

        public Evaluating {
            rankers = List.copyOf(rankers);
        }
    }

    /// Tiles from a server of the person's choice.
    ///
    /// @param on whether they are shown; off, nothing is asked of any network
    /// @param template the address with `{z}`, `{x}` and `{y}`, or ""
    /// @param attribution whom to thank, or ""
    public record Tiles(boolean on, String template, String attribution) {
        /// No tiles from the network.
        public static final Tiles OFF = new Tiles(false, "", "");
    }

    /// Where the endpoint listens; whether it does is not remembered.
    ///
    /// @param host an address or name of this machine
    /// @param port 0..65535
    public record Serving(String host, int port) {
        /// The loopback.
        public static final Serving LOOPBACK = new Serving("127.0.0.1", 8000);
    }

    /// Those of a first start.
    public static final Settings FIRST = new Settings(
            LIGHT,
            10,
            null,
            List.of(),
            new Window(1600, 990, false, 560),
            new Drawer("why", 214, false),
            List.of(),
            Tiles.OFF,
            Map.of(),
            DataView.FIRST,
            Evaluating.FIRST,
            Serving.LOOPBACK);

    public Settings {
        theme = theme.equals(DARK) ? DARK : LIGHT;
        k = KS.contains(k) ? k : 10;
        recentFolders = List.copyOf(recentFolders);
        layers = List.copyOf(layers);
        Map<String, List<String>> copy = new HashMap<>();
        tables.forEach((name, columns) -> copy.put(name, List.copyOf(columns)));
        tables = Map.copyOf(copy);
    }

    /// With another theme.
    public Settings withTheme(String other) {
        return new Settings(
                other, k, user, recentFolders, window, drawer, layers, tiles, tables, data, evaluating, serving);
    }

    /// With another list length.
    public Settings withK(int other) {
        return new Settings(
                theme, other, user, recentFolders, window, drawer, layers, tiles, tables, data, evaluating, serving);
    }

    /// With another user picked.
    public Settings withUser(@Nullable String other) {
        return new Settings(
                theme, k, other, recentFolders, window, drawer, layers, tiles, tables, data, evaluating, serving);
    }

    /// With the window elsewhere.
    public Settings withWindow(Window other) {
        return new Settings(
                theme, k, user, recentFolders, other, drawer, layers, tiles, tables, data, evaluating, serving);
    }

    /// With the drawer otherwise.
    public Settings withDrawer(Drawer other) {
        return new Settings(
                theme, k, user, recentFolders, window, other, layers, tiles, tables, data, evaluating, serving);
    }

    /// With other layers of the map.
    public Settings withLayers(List<String> other) {
        return new Settings(
                theme, k, user, recentFolders, window, drawer, other, tiles, tables, data, evaluating, serving);
    }

    /// With other tiles from the network.
    public Settings withTiles(Tiles other) {
        return new Settings(
                theme, k, user, recentFolders, window, drawer, layers, other, tables, data, evaluating, serving);
    }

    /// With the endpoint elsewhere.
    public Settings withServing(Serving other) {
        return new Settings(
                theme, k, user, recentFolders, window, drawer, layers, tiles, tables, data, evaluating, other);
    }

    /// With a folder at the head of the recent ones.
    public Settings withRecentFolder(String folder) {
        return new Settings(
                theme,
                k,
                user,
                Stream.concat(Stream.of(folder), recentFolders.stream())
                        .distinct()
                        .limit(RECENT)
                        .toList(),
                window,
                drawer,
                layers,
                tiles,
                tables,
                data,
                evaluating,
                serving);
    }

    /// With other columns of a table; an empty list is as at first.
    public Settings withTable(String name, List<String> columns) {
        Map<String, List<String>> other = new HashMap<>(tables);
        if (columns.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, columns);
        }
        return new Settings(
                theme, k, user, recentFolders, window, drawer, layers, tiles, other, data, evaluating, serving);
    }

    /// With another page or plot in the Data view.
    public Settings withData(DataView other) {
        return new Settings(
                theme, k, user, recentFolders, window, drawer, layers, tiles, tables, other, evaluating, serving);
    }

    /// With another form of the Evaluate view.
    public Settings withEvaluating(Evaluating other) {
        return new Settings(theme, k, user, recentFolders, window, drawer, layers, tiles, tables, data, other, serving);
    }
}
