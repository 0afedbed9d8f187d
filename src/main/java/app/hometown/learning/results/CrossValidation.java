// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Progress;
import app.hometown.learning.Apart;
import app.hometown.learning.FitProgress;
import app.hometown.learning.Metrics;
import app.hometown.learning.SampleRows;
import app.hometown.learning.Split;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.statistics.Interval;
import app.hometown.statistics.Student;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How good an algorithm is on samples it has not seen, told from several divisions: each fold is tested by a model
/// that
/// was trained on all the others.
///
/// The intervals are those of a mean over folds (Student's t). Folds share training rows, so they are somewhat too
/// narrow (Y. Bengio, Y. Grandvalet, "No unbiased estimator of the variance of k-fold cross-validation", JMLR 5, 2004).
///
/// @param folds what came of each fold, in order
/// @param auc mean of the folds' AUCs, with a 95 % interval
/// @param logLoss mean of their log-losses, likewise
/// @param accuracy mean of their accuracies, likewise
public record CrossValidation(List<Metrics> folds, Interval auc, Interval logLoss, Interval accuracy) {
    public CrossValidation {
        folds = List.copyOf(folds);
    }

    /// Trains and tests once a fold, on all samples of the set but those of a test file.
    ///
    /// @param options its split says whether users stay together
    /// @param folds 2..20
    /// @throws app.hometown.domain.InputException when there are too few samples or users for so many folds
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static CrossValidation of(TrainingSet set, TrainingOptions options, int folds, Progress progress) {
        progress.phase("dividing into folds", 0);
        try (Apart apart = new Apart(progress)) {
            int[] foldOf = apart.call(0, () -> Split.folds(set.samples(), options.split(), folds, options.seed()));
            return of(set, options, folds, foldOf, apart, progress);
        }
    }

    private static CrossValidation of(
            TrainingSet set, TrainingOptions options, int folds, int[] foldOf, Apart apart, Progress progress) {
        List<Metrics> results = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int tested = fold;
            Progress named = progress.within("fold " + (fold + 1) + " of " + folds);
            SampleRows train = apart.call(0, () -> rows(set, foldOf.length, sample -> foldOf[sample] != tested));
            SampleRows test = apart.call(0, () -> rows(set, foldOf.length, sample -> foldOf[sample] == tested));
            var fit = Training.fit(train, train.sampled(0, 0), options, FitProgress.of(named));
            named.phase("measuring", test.size());
            results.add(Training.metrics(fit.parameters().model(), test, named, 0));
        }
        return of(results);
    }

    private static SampleRows rows(TrainingSet set, int size, IntPredicate wanted) {
        return new SampleRows(
                set.samples(),
                set.train().data(),
                IntStream.range(0, size).filter(wanted).toArray());
    }

    static CrossValidation of(List<Metrics> folds) {
        return new CrossValidation(
                folds, mean(folds, Metrics::auc), mean(folds, Metrics::logLoss), mean(folds, Metrics::accuracy));
    }

    private static Interval mean(List<Metrics> folds, ToDoubleFunction<Metrics> metric) {
        double mean = folds.stream().mapToDouble(metric).average().orElse(0);
        double squares = folds.stream()
                .mapToDouble(metric)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        int n = folds.size();
        double half = Student.reach(n - 1) * Math.sqrt(squares / (n - 1.0) / n);
        return new Interval(mean, mean - half, mean + half);
    }
}
