// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.data.RowExport;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;

/// The data of a session in files that Python reads without a library for Parquet.
final class PeerData {
    private PeerData() {}

    /// Writes `users.csv`, `streams.csv` and `model.json`, unless they are there.
    static void write(Path folder, Catalog catalog, Path model) throws IOException {
        Files.createDirectories(folder);
        Path users = folder.resolve("users.csv");
        Path streams = folder.resolve("streams.csv");
        if (!Files.exists(users)) {
            RowExport.users(
                    users, RowExport.Format.CSV, catalog, all(catalog.users().size()), Progress.NONE);
        }
        if (!Files.exists(streams)) {
            RowExport.streams(
                    streams,
                    RowExport.Format.CSV,
                    catalog,
                    all(catalog.streams().size()),
                    Progress.NONE);
        }
        Files.copy(model, folder.resolve("model.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static BitSet all(int size) {
        BitSet rows = new BitSet(size);
        rows.set(0, size);
        return rows;
    }
}
