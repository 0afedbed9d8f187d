// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Samples;
import java.util.Arrays;

/// What test samples tell about each user: which streams were shown and which clicked. Immutable.
final class Judgements {
    private final Samples samples;
    private final int[] ends;
    private final int[] samplesByUser;
    private final int[] userRows;
    private final int[] sampleStreamOfRow;

    Judgements(Samples samples, Catalog catalog) {
        this.samples = samples;
        int users = samples.userIds().size();
        ends = new int[users];
        for (int sample = 0; sample < samples.size(); sample++) {
            ends[samples.user(sample)]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] next = new int[users];
        for (int user = 1; user < users; user++) {
            next[user] = ends[user - 1];
        }
        samplesByUser = new int[samples.size()];
        for (int sample = 0; sample < samples.size(); sample++) {
            samplesByUser[next[samples.user(sample)]++] = sample;
        }
        userRows = rows(samples.userIds(), catalog.users().ids());
        sampleStreamOfRow = new int[catalog.streams().size()];
        Arrays.fill(sampleStreamOfRow, -1);
        int[] streamRows = rows(samples.streamIds(), catalog.streams().ids());
        for (int stream = 0; stream < streamRows.length; stream++) {
            if (streamRows[stream] >= 0) {
                sampleStreamOfRow[streamRows[stream]] = stream;
            }
        }
    }

    private static int[] rows(Identifiers wanted, Identifiers known) {
        int[] rows = new int[wanted.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = known.indexOf(wanted.get(i));
        }
        return rows;
    }

    /// How many users the samples' ids name; some may have no sample.
    int users() {
        return ends.length;
    }

    /// The catalog's row of a user, or -1.
    int userRow(int user) {
        return userRows[user];
    }

    boolean hasSamples(int user) {
        return ends[user] > start(user);
    }

    /// The streams that were shown to a user, and those that were clicked, each once, as numbers of the samples' ids.
    int[] streams(int user, boolean clickedOnly) {
        return Arrays.stream(samplesByUser, start(user), ends[user])
                .filter(sample -> !clickedOnly || samples.clicked(sample))
                .map(samples::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    /// Which streams of a list are among some others.
    ///
    /// @param list rows of the catalog
    /// @param streams sorted, as [#streams] gives them
    boolean[] among(int[] list, int[] streams) {
        boolean[] among = new boolean[list.length];
        for (int i = 0; i < among.length; i++) {
            int stream = sampleStreamOfRow[list[i]];
            among[i] = stream >= 0 && Arrays.binarySearch(streams, stream) >= 0;
        }
        return among;
    }

    private int start(int user) {
        return user == 0 ? 0 : ends[user - 1];
    }
}
