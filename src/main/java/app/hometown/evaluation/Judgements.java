// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import java.util.Arrays;

/// What test samples tell about each user: which streams were shown and which clicked. Immutable.
final class Judgements {
    private final Samples samples;
    private final int[] ends;
    private final int[] samplesByUser;
    private final int[] userRows;
    private final int[] sampleStreamOfRow;
    private final int[] rowOfSampleStream;

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
        rowOfSampleStream = rows(samples.streamIds(), catalog.streams().ids());
        for (int stream = 0; stream < rowOfSampleStream.length; stream++) {
            if (rowOfSampleStream[stream] >= 0) {
                sampleStreamOfRow[rowOfSampleStream[stream]] = stream;
            }
        }
    }

    private static int[] rows(Identifiers wanted, Identifiers known) {
        int[] rows = new int[wanted.size()];
        known.indexOf(wanted, 0, rows.length, rows);
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

    /// The user's id.
    String userId(int user) {
        return samples.userIds().get(user);
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

    /// Whether a stream is among some others.
    ///
    /// @param row of the catalog
    /// @param streams sorted, as [#streams] gives them
    boolean among(int row, int[] streams) {
        int stream = sampleStreamOfRow[row];
        return stream >= 0 && Arrays.binarySearch(streams, stream) >= 0;
    }

    /// The catalog's rows of the live ones of some streams, in their order.
    ///
    /// @param streams as [#streams] gives them
    int[] liveRows(int[] streams, Streams all) {
        return Arrays.stream(streams)
                .map(stream -> rowOfSampleStream[stream])
                .filter(row -> row >= 0 && all.live(row))
                .toArray();
    }

    private int start(int user) {
        return user == 0 ? 0 : ends[user - 1];
    }
}
