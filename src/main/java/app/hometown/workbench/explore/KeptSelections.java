// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.data.Digest;
import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.domain.InputException;
import app.hometown.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Named selections in files, so that they are there when the same data is opened again: a file for each data, by its
/// digest, with the identifiers of its users and streams.
///
/// A file that cannot be read or written is logged and else as if there were none. For one thread at a time.
public final class KeptSelections {
    private static final System.Logger LOG = System.getLogger(KeptSelections.class.getName());

    /// Enough of a digest for the name of a file; the whole stands in it.
    private static final int NAME_DIGITS = 16;

    private final Path folder;
    private @Nullable Catalog catalog;
    private String digest = "";

    /// What a file holds.
    ///
    /// @param data digest of users and streams
    /// @param selections oldest first
    record Content(String data, List<Named> selections) {}

    /// A selection.
    record Named(String name, Kind kind, List<String> ids) {
        Named {
            // A file may say null all the same.
            Objects.requireNonNull(name);
            Objects.requireNonNull(kind);
            ids = List.copyOf(ids);
        }
    }

    /// Keeps files in a folder, made when it is first needed.
    public KeptSelections(Path folder) {
        this.folder = folder;
    }

    /// The selections kept of some data, none if there are none. Takes a second for five million rows the first time.
    ///
    /// @param open in any state of its streams: what counts is how it was read
    public Selections read(Catalog open) {
        Path file = file(open);
        if (!Files.exists(file)) {
            return Selections.NONE;
        }
        try {
            Content content = Json.read(file, Content.class);
            if (!content.data().equals(digest)) {
                return Selections.NONE;
            }
            return new Selections(content.selections().stream()
                    .map(named -> new Selection(named.name(), named.kind(), rows(named, open)))
                    .filter(selection -> selection.count() > 0)
                    .toList());
        } catch (InputException | IllegalArgumentException | NullPointerException e) {
            LOG.log(System.Logger.Level.WARNING, "selections not read: " + e.getMessage());
            return Selections.NONE;
        }
    }

    private static BitSet rows(Named named, Catalog open) {
        Identifiers ids = ids(named.kind(), open);
        BitSet rows = new BitSet(ids.size());
        for (String id : named.ids()) {
            int row = ids.indexOf(id);
            if (row >= 0) {
                rows.set(row);
            }
        }
        return rows;
    }

    /// Keeps the selections of some data instead of those before.
    public void write(Catalog open, Selections selections) {
        Path file = file(open);
        try {
            if (selections.all().isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Json.write(
                        file,
                        new Content(
                                digest,
                                selections.all().stream()
                                        .map(each -> new Named(each.name(), each.kind(), ids(each, open)))
                                        .toList()));
            }
        } catch (InputException | IOException e) {
            LOG.log(System.Logger.Level.WARNING, "selections not kept: " + e.getMessage());
        }
    }

    private static List<String> ids(Selection selection, Catalog open) {
        Identifiers ids = ids(selection.kind(), open);
        return selection.rows().stream().mapToObj(ids::get).toList();
    }

    private static Identifiers ids(Kind kind, Catalog open) {
        return kind == Kind.USERS ? open.users().ids() : open.streams().ids();
    }

    private Path file(Catalog open) {
        Catalog known = catalog;
        if (known == null || !known.hasRowsOf(open)) {
            digest = Digest.of(open.with(open.streams().asRead()));
            catalog = open;
        }
        return folder.resolve(digest.substring(0, NAME_DIGITS) + ".json");
    }
}
