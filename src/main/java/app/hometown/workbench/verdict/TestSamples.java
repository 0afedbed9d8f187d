// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.data.DataFolder;
import app.hometown.data.Digest;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.ModelFile;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.workbench.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The samples that rankers are measured on: those of a test file, or those of the training file that no model in
/// question was trained on.
///
/// @param samples what was shown and clicked
/// @param file where they are from
/// @param keptBack whether they are a part of the training file
public record TestSamples(Samples samples, Path file, boolean keptBack) {
    /// Reads them.
    ///
    /// @param test a file; without one the data folder's test file, else the part of the training file that the
    ///   training of each of the models kept back, as far as their files say
    /// @param models the models in question; for none the part that a training with default options would keep back
    /// @throws InputException when a file cannot be read, or no sample was kept back by all
    public static TestSamples read(
            Session session, Optional<Path> test, Collection<ModelFile> models, Progress progress) {
        Path folder = session.requireData().folder();
        Path kept = folder.resolve(DataFolder.TEST);
        if (test.isPresent() || Files.exists(kept)) {
            Path file = test.orElse(kept);
            return new TestSamples(DataFolder.samples(file, progress).samples(), file, false);
        }
        Path train = folder.resolve(DataFolder.TRAIN);
        Samples all = DataFolder.samples(train, progress).samples();
        List<TrainingOptions> divisions = models.isEmpty()
                ? List.of(TrainingOptions.DEFAULT)
                : models.stream().map(ModelFile::division).distinct().toList();
        BitSet untrained = new BitSet(all.size());
        untrained.set(0, all.size());
        for (TrainingOptions division : divisions) {
            BitSet tested = new BitSet(all.size());
            for (int sample : TrainingSet.sampleNumbers(all, division, false)) {
                tested.set(sample);
            }
            untrained.and(tested);
        }
        if (untrained.isEmpty()) {
            throw new InputException(
                    folder.toString(),
                    divisions.size() == 1
                            ? "the active model was trained on all samples of the training file, so none is left to"
                                    + " evaluate on"
                            : "together the models were trained on all samples of the training file, so none is left"
                                    + " to evaluate on",
                    "Name a test file.");
        }
        return new TestSamples(all.at(untrained.stream().toArray()), train, true);
    }

    /// What models knew of the samples before. Reads the training file: a second for a million samples.
    ///
    /// @param models by the rankers' names
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public List<Leak> leaks(Session session, Map<String, ModelFile> models, Progress progress) {
        if (models.isEmpty()) {
            return List.of();
        }
        Path train = session.requireData().folder().resolve(DataFolder.TRAIN);
        if (!Files.exists(train)) {
            return models.keySet().stream()
                    .map(ranker -> new Leak(ranker, null, null))
                    .toList();
        }
        Samples all = DataFolder.samples(train, progress).samples();
        progress.phase("looking what the models know", 0);
        String digest = Digest.of(all, progress);
        List<Leak> leaks = new ArrayList<>();
        models.forEach((ranker, model) -> leaks.add(
                model.training().digest().equals(digest)
                        ? leak(ranker, all, model.division())
                        : new Leak(ranker, null, null)));
        return leaks;
    }

    private Leak leak(String ranker, Samples all, TrainingOptions division) {
        int[] trained;
        try {
            trained = TrainingSet.sampleNumbers(all, division, true);
        } catch (InputException _) {
            // These samples cannot be divided as the model says: nothing can be told.
            return new Leak(ranker, null, null);
        }
        long[] pairs = Arrays.stream(trained)
                .mapToLong(sample -> pair(all.user(sample), all.stream(sample)))
                .sorted()
                .toArray();
        BitSet trainedUsers = new BitSet();
        for (int sample : trained) {
            trainedUsers.set(all.user(sample));
        }
        int[] users = new int[samples.userIds().size()];
        int[] streams = new int[samples.streamIds().size()];
        all.userIds().indexOf(samples.userIds(), 0, users.length, users);
        all.streamIds().indexOf(samples.streamIds(), 0, streams.length, streams);
        int known = 0;
        BitSet knownUsers = new BitSet();
        for (int sample = 0; sample < samples.size(); sample++) {
            int user = users[samples.user(sample)];
            int stream = streams[samples.stream(sample)];
            if (user >= 0 && trainedUsers.get(user)) {
                knownUsers.set(user);
            }
            if (user >= 0 && stream >= 0 && Arrays.binarySearch(pairs, pair(user, stream)) >= 0) {
                known++;
            }
        }
        return new Leak(ranker, known, knownUsers.cardinality());
    }

    private static long pair(int user, int stream) {
        return (long) user << Integer.SIZE | stream;
    }
}
