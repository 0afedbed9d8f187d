// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;
import java.util.BitSet;
import java.util.Optional;

/// The rows that are looked at, of users, streams and samples alike: what questions and tables are computed over.
/// Whoever
/// computes needs to know nothing of filters. The sets are not to be changed; nothing in it changes afterwards, so it
/// may be read from any thread.
///
/// @param catalog the users and streams
/// @param linked the samples, when the data have some and they have been read
/// @param users rows of users
/// @param streams rows of streams
/// @param samples rows of samples; none where there are no samples
public record LeftRows(Catalog catalog, Optional<LinkedSamples> linked, BitSet users, BitSet streams, BitSet samples) {
    /// Every row: for a report of all data and for tests.
    public static LeftRows all(Catalog catalog, Optional<LinkedSamples> linked) {
        return new LeftRows(
                catalog,
                linked,
                every(catalog.users().size()),
                every(catalog.streams().size()),
                every(linked.map(LinkedSamples::size).orElse(0)));
    }

    private static BitSet every(int size) {
        BitSet rows = new BitSet(size);
        rows.set(0, size);
        return rows;
    }

    /// The rows of a kind.
    public BitSet rows(Kind kind) {
        return switch (kind) {
            case USERS -> users;
            case STREAMS -> streams;
            case SAMPLES -> samples;
        };
    }

    /// How many rows of a kind there are in all.
    public int size(Kind kind) {
        return kind == Kind.SAMPLES ? linked.map(LinkedSamples::size).orElse(0) : kind.size(catalog);
    }
}
