// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.checks;

import app.hometown.domain.Identifiers;
import app.hometown.domain.Progress;
import app.hometown.learning.Apart;
import app.hometown.learning.SampleRows;
import java.util.Arrays;
import java.util.BitSet;

/// The user-stream pairs of some rows, sorted, to find repeated ones and those of other rows among them.
final class Pairs {
    private static final int STEP = 1 << 14;

    private final SampleRows rows;
    private final long[] sorted;
    private final BitSet users;

    /// O(n log n); 8 bytes a row.
    Pairs(SampleRows rows, Progress progress) {
        this.rows = rows;
        sorted = new long[rows.size()];
        users = new BitSet();
        for (int i = 0; i < sorted.length; i++) {
            if (i % STEP == 0) {
                progress.done(i);
            }
            int user = rows.samples().user(rows.sample(i));
            users.set(user);
            sorted[i] = pair(user, rows.samples().stream(rows.sample(i)));
        }
        try (Apart apart = new Apart(progress)) {
            apart.call(sorted.length, () -> {
                Arrays.parallelSort(sorted);
                return sorted;
            });
        }
    }

    private static long pair(int user, int stream) {
        return (long) user << 32 | stream;
    }

    /// How many rows repeat the pair of another one; the first of each pair does not count.
    int repeated() {
        int count = 0;
        for (int i = 1; i < sorted.length; i++) {
            count += sorted[i] == sorted[i - 1] ? 1 : 0;
        }
        return count;
    }

    /// How much of other rows is known here.
    ///
    /// @param rowsOfKnownPairs rows whose pair is here
    /// @param rowsOfKnownUsers rows whose user is here
    /// @param users distinct users of those rows
    /// @param knownUsers how many of them are here
    record Known(int rowsOfKnownPairs, int rowsOfKnownUsers, int users, int knownUsers) {}

    /// Looks rows up here, by their ids when they come from another file.
    Known known(SampleRows others, Progress progress) {
        boolean sameIds = others.samples().userIds() == rows.samples().userIds();
        int[] userOf = sameIds
                ? new int[0]
                : places(rows.samples().userIds(), others.samples().userIds());
        int[] streamOf = sameIds
                ? new int[0]
                : places(rows.samples().streamIds(), others.samples().streamIds());
        int knownPairs = 0;
        int knownRows = 0;
        BitSet all = new BitSet();
        BitSet known = new BitSet();
        for (int i = 0; i < others.size(); i++) {
            if (i % STEP == 0) {
                progress.done(i);
            }
            int user = others.samples().user(others.sample(i));
            int stream = others.samples().stream(others.sample(i));
            all.set(user);
            int userHere = sameIds ? user : userOf[user];
            int streamHere = sameIds ? stream : streamOf[stream];
            if (userHere >= 0 && users.get(userHere)) {
                known.set(user);
                knownRows++;
                knownPairs += streamHere >= 0 && Arrays.binarySearch(sorted, pair(userHere, streamHere)) >= 0 ? 1 : 0;
            }
        }
        return new Known(knownPairs, knownRows, all.cardinality(), known.cardinality());
    }

    private static int[] places(Identifiers here, Identifiers wanted) {
        int[] places = new int[wanted.size()];
        here.indexOf(wanted, 0, places.length, places);
        return places;
    }
}
