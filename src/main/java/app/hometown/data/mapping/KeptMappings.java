// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.domain.InputException;
import app.hometown.files.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Mappings that were kept under a name, in one JSON file: the next file with the same columns is mapped at once. A
/// file
/// that cannot be read counts as none; it is replaced when a mapping is kept. Safe to use from any thread.
public final class KeptMappings {
    private static final System.Logger LOG = System.getLogger(KeptMappings.class.getName());
    private static final int VERSION = 1;

    private final Path file;

    /// A kept mapping.
    ///
    /// @param name what the person calls it
    /// @param header the columns of the files that it fits
    /// @param dialect how CSV is written; null for Parquet
    /// @param mapping the columns
    public record Kept(
            String name, List<String> header, @Nullable Dialect dialect, Mapping mapping) {
        public Kept {
            header = List.copyOf(header);
        }
    }

    private record Content(int version, List<Kept> mappings) {}

    /// Those of a file, which need not exist.
    public KeptMappings(Path file) {
        this.file = file;
    }

    /// All of them, the one kept last first.
    public synchronized List<Kept> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Content content = Json.read(file, Content.class);
            if (content.version() != VERSION) {
                LOG.log(System.Logger.Level.WARNING, file + ": mappings of version " + content.version());
                return List.of();
            }
            return content.mappings();
        } catch (InputException e) {
            LOG.log(System.Logger.Level.WARNING, "mappings not read: " + e.getMessage());
            return List.of();
        }
    }

    /// The one that fits a file: the same columns in the same order.
    public Optional<Kept> fitting(Source source) {
        List<String> header = source.header();
        return all().stream().filter(kept -> kept.header().equals(header)).findFirst();
    }

    /// Keeps a mapping; one of the same name or for the same columns is replaced.
    ///
    /// @throws InputException when the disk refuses
    public synchronized void keep(Kept mapping) {
        List<Kept> all = new ArrayList<>(List.of(mapping));
        all().stream()
                .filter(kept ->
                        !kept.name().equals(mapping.name()) && !kept.header().equals(mapping.header()))
                .forEach(all::add);
        Json.write(file, new Content(VERSION, all));
    }

    /// Forgets a mapping.
    ///
    /// @throws InputException when the disk refuses
    public synchronized void forget(String name) {
        List<Kept> rest =
                all().stream().filter(kept -> !kept.name().equals(name)).toList();
        Json.write(file, new Content(VERSION, rest));
    }
}
