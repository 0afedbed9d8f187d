// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The true click probabilities of a data folder's samples, which only synthetic data has. Read from the training and
/// the test file the first time they are asked for, then kept. Safe to use from any thread.
public final class TrueClicks {
    private final Path folder;
    private @Nullable Known known;

    /// @param folder the data folder
    public TrueClicks(Path folder) {
        this.folder = folder;
    }

    /// What is known, or why nothing is.
    ///
    /// @param clicks the probabilities, where they are known
    /// @param why why they are not, else ""
    private record Known(Optional<ByUser> clicks, String why) {}

    /// The pairs whose probabilities are known, user by user. Immutable.
    public static final class ByUser {
        private final int[] ends;
        private final int[] streams;
        private final double[] probabilities;

        private ByUser(int users, List<Pair> pairs) {
            ends = new int[users];
            for (Pair pair : pairs) {
                ends[pair.user()]++;
            }
            Arrays.parallelPrefix(ends, Integer::sum);
            streams = new int[pairs.size()];
            probabilities = new double[pairs.size()];
            for (int i = 0; i < pairs.size(); i++) {
                streams[i] = pairs.get(i).stream();
                probabilities[i] = pairs.get(i).probability();
            }
        }

        /// Rows of the streams that the samples show to a user, each once, ascending.
        ///
        /// @param user a row, or -1 for somebody whom the data do not have
        public int[] streams(int user) {
            return user < 0 ? new int[0] : Arrays.copyOfRange(streams, start(user), ends[user]);
        }

        /// Their probabilities, 0..1.
        ///
        /// @param user likewise
        public double[] probabilities(int user) {
            return user < 0 ? new double[0] : Arrays.copyOfRange(probabilities, start(user), ends[user]);
        }

        private int start(int user) {
            return user == 0 ? 0 : ends[user - 1];
        }
    }

    private record Pair(int user, int stream, double probability) {}

    /// The probabilities; reads the files the first time.
    ///
    /// @param catalog the folder's users and streams
    /// @throws InputException when there are none, saying why
    public ByUser require(Catalog catalog) {
        Known read = read(catalog);
        return read.clicks()
                .orElseThrow(() -> new InputException(
                        folder.toString(),
                        read.why(),
                        "Only generated data tell how likely a click truly was; generate some, or leave this"
                                + " ranker out."));
    }

    private synchronized Known read(Catalog catalog) {
        if (known == null) {
            known = readFiles(catalog);
        }
        return known;
    }

    private Known readFiles(Catalog catalog) {
        List<Path> files = new ArrayList<>();
        for (String name : List.of(DataFolder.TRAIN, DataFolder.TEST)) {
            if (Files.isRegularFile(folder.resolve(name))) {
                files.add(folder.resolve(name));
            }
        }
        if (files.isEmpty()) {
            return new Known(Optional.empty(), "there are no samples");
        }
        List<Pair> pairs = new ArrayList<>();
        for (Path file : files) {
            Samples samples = DataFolder.samples(file, Progress.NONE).samples();
            if (samples.hasTrueClickProbabilities()) {
                add(samples, catalog, pairs);
            }
        }
        if (pairs.isEmpty()) {
            return new Known(Optional.empty(), "the samples do not say how likely a click truly was");
        }
        pairs.sort((one, other) -> one.user() == other.user()
                ? Integer.compare(one.stream(), other.stream())
                : Integer.compare(one.user(), other.user()));
        List<Pair> distinct = new ArrayList<>();
        for (Pair pair : pairs) {
            Pair last = distinct.isEmpty() ? null : distinct.getLast();
            if (last == null || last.user() != pair.user() || last.stream() != pair.stream()) {
                distinct.add(pair);
            }
        }
        return new Known(Optional.of(new ByUser(catalog.users().size(), distinct)), "");
    }

    private static void add(Samples samples, Catalog catalog, List<Pair> pairs) {
        int[] users = new int[samples.userIds().size()];
        int[] streams = new int[samples.streamIds().size()];
        catalog.users().ids().indexOf(samples.userIds(), 0, users.length, users);
        catalog.streams().ids().indexOf(samples.streamIds(), 0, streams.length, streams);
        for (int sample = 0; sample < samples.size(); sample++) {
            int user = users[samples.user(sample)];
            int stream = streams[samples.stream(sample)];
            if (user >= 0 && stream >= 0) {
                pairs.add(new Pair(user, stream, samples.trueClickProbability(sample)));
            }
        }
    }
}
