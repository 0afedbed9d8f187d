// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where files are: data and models as given, else in the working folder when they exist there, else in the user's data
/// folder, which gets the default data and model the first time it is needed.
///
/// @param data the data folder
/// @param models the models folder
/// @param settings the settings file
/// @param tiles the folder for map tiles from the network; may be deleted at any time
public record Folders(Path data, Path models, Path settings, Path tiles) {
    /// The model that is active unless another is chosen.
    public static final String DEFAULT_MODEL = "hometown_model.json";

    private static final String DEFAULTS = "/app/hometown/defaults/";
    private static final List<String> DEFAULT_DATA =
            List.of("users.parquet", "streams.parquet", "hometown_train.parquet", "categories.csv");

    /// With the tiles beside the settings.
    public Folders(Path data, Path models, Path settings) {
        this(data, models, settings, settings.resolveSibling("tiles"));
    }

    /// Finds the folders and fills the user's data folder when it is used for the first time.
    ///
    /// @param data as given, or empty
    /// @param models as given, or empty
    /// @param system this machine
    public static Folders find(Optional<Path> data, Optional<Path> models, UserFolders system) {
        Path dataFolder = data.orElseGet(() -> ownOr(system, "data"));
        Path modelsFolder = models.orElseGet(() -> ownOr(system, "models"));
        return new Folders(
                dataFolder,
                modelsFolder,
                system.config().resolve("settings.json"),
                system.cache().resolve("tiles"));
    }

    /// The file for what a start shows first; may be deleted at any time.
    public Path firstLook() {
        return tiles.resolveSibling("first-look");
    }

    /// The default model's file in the models folder.
    public Path model() {
        return models.resolve(DEFAULT_MODEL);
    }

    private static Path ownOr(UserFolders system, String name) {
        Path here = system.working().resolve(name);
        if (Files.isDirectory(here)) {
            return here;
        }
        Path kept = system.data().resolve(name);
        if (!Files.exists(kept)) {
            fill(kept, name.equals("data") ? DEFAULT_DATA : List.of(DEFAULT_MODEL), name);
        }
        return kept;
    }

    private static void fill(Path folder, List<String> names, String kind) {
        for (String name : names) {
            try (InputStream in = Folders.class.getResourceAsStream(DEFAULTS + kind + "/" + name)) {
                if (in != null) {
                    AtomicFile.write(folder.resolve(name), in::transferTo);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The system's usual places.
    ///
    /// @param working the working folder
    /// @param data where a user's data of this program goes
    /// @param config where its settings go
    /// @param cache where goes what can be had again
    public record UserFolders(Path working, Path data, Path config, Path cache) {
        /// Those of this machine and user: XDG on Linux, Library on macOS, AppData on Windows.
        public static UserFolders ofThisMachine() {
            return of(
                    System.getProperty("os.name"),
                    Path.of(System.getProperty("user.home")),
                    System.getenv(),
                    Path.of(""));
        }

        static UserFolders of(String system, Path home, Map<String, String> environment, Path working) {
            String name = system.toLowerCase(Locale.ROOT);
            if (name.startsWith("windows")) {
                Path data = folder(
                                environment,
                                "LOCALAPPDATA",
                                home.resolve("AppData").resolve("Local"))
                        .resolve("Hometown");
                Path config = folder(
                                environment, "APPDATA", home.resolve("AppData").resolve("Roaming"))
                        .resolve("Hometown");
                return new UserFolders(working, data, config, data.resolve("Cache"));
            }
            if (name.startsWith("mac")) {
                Path support =
                        home.resolve("Library").resolve("Application Support").resolve("Hometown");
                Path caches = home.resolve("Library").resolve("Caches").resolve("Hometown");
                return new UserFolders(working, support, support, caches);
            }
            return new UserFolders(
                    working,
                    folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                            .resolve("hometown"),
                    folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"))
                            .resolve("hometown"),
                    folder(environment, "XDG_CACHE_HOME", home.resolve(".cache"))
                            .resolve("hometown"));
        }

        private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
            String value = environment.get(variable);
            return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
        }
    }
}
