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
/// @param leaks what models knew of them before
public record TestSamples(Samples samples, Path file, boolean keptBack, List<Leak> leaks) {
    public TestSamples {
        leaks = List.copyOf(leaks);
    }

    /// Reads them and looks what the models know of them: every file once, three seconds for a million samples.
    ///
    /// @param test a file; without one the data folder's test file, else the part of the training file that the
    ///   training of each of the models kept back, as far as their files say
    /// @param models the models in question by the rankers' names; for none the part that a training with default
    ///   options would keep back
    /// @throws InputException when a file cannot be read, or no sample was kept back by all
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static TestSamples read(
            Session session, Optional<Path> test, Map<String, ModelFile> models, Progress progress) {
        Path folder = session.requireData().folder();
        Path kept = folder.resolve(DataFolder.TEST);
        Path train = folder.resolve(DataFolder.TRAIN);
        if (test.isEmpty() && !Files.exists(kept)) {
            Samples all = DataFolder.samples(train, progress).samples();
            Samples samples = all.at(untrained(all, folder, models.values()));
            return new TestSamples(samples, train, true, leaks(samples, Optional.of(all), models, progress));
        }
        Path file = test.orElse(kept);
        Samples samples = DataFolder.samples(file, progress).samples();
        Optional<Samples> all = models.isEmpty() || !Files.exists(train)
                ? Optional.empty()
                : Optional.of(DataFolder.samples(train, progress).samples());
        return new TestSamples(samples, file, false, leaks(samples, all, models, progress));
    }

    /// The numbers of the samples that none of the models was trained on.
    private static int[] untrained(Samples all, Path folder, Collection<ModelFile> models) {
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
        return untrained.stream().toArray();
    }

    /// @param all those of the training file; empty when there is none
    private static List<Leak> leaks(
            Samples samples, Optional<Samples> all, Map<String, ModelFile> models, Progress progress) {
        if (models.isEmpty()) {
            return List.of();
        }
        progress.phase("looking what the models know", 0);
        Optional<String> digest = all.map(some -> Digest.of(some, progress));
        List<Leak> leaks = new ArrayList<>();
        models.forEach((ranker, model) -> leaks.add(
                all.isPresent() && digest.equals(Optional.of(model.training().digest()))
                        ? leak(ranker, samples, all.get(), model.division())
                        : new Leak(ranker, null, null)));
        return leaks;
    }

    private static Leak leak(String ranker, Samples samples, Samples all, TrainingOptions division) {
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
