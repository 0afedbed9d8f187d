// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Users;
import app.hometown.geo.Hilbert;
import java.util.stream.IntStream;

/// Ranking for many users at once, as evaluation and comparison over all users do: on all cores, and neighbours one
/// after the other, because they want the same streams.
public final class Everyone {
    /// Users between two looks whether to go on: some milliseconds.
    private static final int CHUNK = 256;

    private final Catalog catalog;
    private final int[] users;
    private final int[] order;
    private final Progress progress;
    private long done;

    private Everyone(Catalog catalog, int[] users, Progress progress) {
        this.catalog = catalog;
        this.users = users;
        this.progress = progress;
        Users all = catalog.users();
        order = Hilbert.order(users.length, i -> all.latitude(users[i]), i -> all.longitude(users[i]));
    }

    /// What is done for a user.
    public interface Visitor {
        /// Called from several threads, once for each user.
        ///
        /// @param i the user's place among those asked for
        /// @param viewer the user
        void visit(int i, Viewer viewer);
    }

    /// Visits users.
    ///
    /// @param users rows of the catalog's users
    /// @param progress told of the number of users done, from the cores in turn; its phase is the caller's
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static void visit(Catalog catalog, int[] users, Progress progress, Visitor visitor) {
        Everyone everyone = new Everyone(catalog, users, progress);
        IntStream.range(0, Math.ceilDiv(users.length, CHUNK))
                .parallel()
                .forEach(chunk -> everyone.chunk(chunk, visitor));
    }

    private void chunk(int chunk, Visitor visitor) {
        int from = chunk * CHUNK;
        int to = Math.min(users.length, from + CHUNK);
        for (int at = from; at < to; at++) {
            visitor.visit(order[at], Viewer.of(users[order[at]], catalog));
        }
        tell(to - from);
    }

    private synchronized void tell(int count) {
        done += count;
        progress.done(done);
    }
}
