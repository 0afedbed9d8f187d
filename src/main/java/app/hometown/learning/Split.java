// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.InputException;
import app.hometown.domain.Samples;
import app.hometown.statistics.FixedRandom;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// A division of samples into those to train on and those to test on, 80 to 20, with the same part of clicks in both.
/// Depends on labels and seed alone, by users on whose the samples are too. Immutable.
public final class Split {
    /// The part of the samples that is kept back.
    static final double TEST_SHARE = 0.2;

    // What is drawn: each kind of division has random numbers of its own.
    private static final int CLICKS = 0;
    private static final int OTHERS = 1;
    private static final int USERS = 2;
    private static final int LIMIT_CLICKS = 3;
    private static final int LIMIT_OTHERS = 4;

    private final int[] train;
    private final int[] test;

    private Split(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /// The sample numbers to train on, ascending; a copy.
    public int[] train() {
        return train.clone();
    }

    /// The sample numbers to test on, ascending; a copy.
    public int[] test() {
        return test.clone();
    }

    /// Divides samples.
    ///
    /// @param how by rows or by users; with a test file nothing is divided: all are to train on
    /// @throws InputException when one part would have no clicked or no other sample
    public static Split of(Samples samples, DataSplit how, long seed) {
        return switch (how) {
            case ROWS -> stratified(samples, seed);
            case USERS -> byUsers(samples, seed);
            case TEST_FILE -> new Split(all(samples.size()), new int[0]);
        };
    }

    /// Divides samples by their labels.
    ///
    /// @throws InputException when there are fewer than two clicked or two other ones, so that one part
    ///   would have none
    public static Split stratified(Samples samples, long seed) {
        return stratified(samples.size(), samples::clicked, seed);
    }

    static Split stratified(int size, IntPredicate clicked, long seed) {
        int[] yes = numbers(size, clicked);
        int[] no = numbers(size, clicked.negate());
        int clicks = yes.length;
        int others = no.length;
        requireBoth(size, clicks);
        shuffle(yes, new FixedRandom(seed, CLICKS));
        shuffle(no, new FixedRandom(seed, OTHERS));
        int testClicks = Math.clamp(Math.round(clicks * TEST_SHARE), 1, clicks - 1);
        int testOthers = Math.clamp(Math.round(size * TEST_SHARE) - testClicks, 1, others - 1);
        return new Split(
                joined(yes, testClicks, clicks, no, testOthers, others), joined(yes, 0, testClicks, no, 0, testOthers));
    }

    /// Divides samples so that no user is on both sides.
    ///
    /// Users are drawn until about a fifth of the clicks and of the other samples is theirs; the part is off by
    /// less than
    /// the samples of one user, mostly by none or one.
    ///
    /// @throws InputException when one part would have no clicked or no other sample
    public static Split byUsers(Samples samples, long seed) {
        return byUsers(samples.size(), samples.userIds().size(), samples::user, samples::clicked, seed);
    }

    static Split byUsers(int size, int users, IntUnaryOperator userOf, IntPredicate clicked, long seed) {
        int[] clicks = new int[users];
        int[] others = new int[users];
        int allClicks = 0;
        for (int sample = 0; sample < size; sample++) {
            int user = userOf.applyAsInt(sample);
            if (clicked.test(sample)) {
                clicks[user]++;
                allClicks++;
            } else {
                others[user]++;
            }
        }
        requireBoth(size, allClicks);
        int[] order = all(users);
        shuffle(order, new FixedRandom(seed, USERS));
        BitSet tested = new UserDraw(clicks, others, TEST_SHARE).draw(order);
        Split split = new Split(
                numbers(size, sample -> !tested.get(userOf.applyAsInt(sample))),
                numbers(size, sample -> tested.get(userOf.applyAsInt(sample))));
        for (int[] part : new int[][] {split.train, split.test}) {
            long partClicks = Arrays.stream(part).filter(clicked).count();
            if (partClicks == 0 || partClicks == part.length) {
                throw new InputException(
                        "samples, column user_id",
                        "too few users to keep some of them back for testing: one part would have only "
                                + (partClicks == 0 ? "samples that were not clicked" : "clicked samples"),
                        "Split by rows, or use samples of more users.");
            }
        }
        return split;
    }

    /// Folds for cross-validation: each sample is in one of them. By rows each has the same part of clicks; by users
    /// (and
    /// not with a test file) all samples of a user are in one fold.
    ///
    /// @param folds at least 2
    /// @return per sample its fold, 0..folds-1
    /// @throws InputException when there are fewer clicked or other samples than folds, or fewer users
    public static int[] folds(Samples samples, DataSplit how, int folds, long seed) {
        int size = samples.size();
        int clicks = samples.clickedCount();
        if (Math.min(clicks, size - clicks) < folds) {
            throw new InputException(
                    "samples, column clicked",
                    clicks + " of " + size + " were clicked; " + folds + " folds need as many of either kind",
                    "Use fewer folds or more samples.");
        }
        int[] fold = new int[size];
        if (how == DataSplit.USERS) {
            return foldsByUsers(samples, folds, seed);
        }
        for (boolean label : new boolean[] {true, false}) {
            int[] some = numbers(size, sample -> samples.clicked(sample) == label);
            shuffle(some, new FixedRandom(seed, label ? CLICKS : OTHERS));
            for (int i = 0; i < some.length; i++) {
                fold[some[i]] = label ? i % folds : folds - 1 - i % folds;
            }
        }
        return fold;
    }

    /// Users in random order, each to the fold that has the fewest samples so far.
    private static int[] foldsByUsers(Samples samples, int folds, long seed) {
        int users = samples.userIds().size();
        int[] counts = new int[users];
        for (int sample = 0; sample < samples.size(); sample++) {
            counts[samples.user(sample)]++;
        }
        if (Arrays.stream(counts).filter(count -> count > 0).count() < folds) {
            throw new InputException(
                    "samples, column user_id",
                    "there are fewer users than the " + folds + " folds",
                    "Use fewer folds, or split by rows.");
        }
        int[] order = all(users);
        shuffle(order, new FixedRandom(seed, USERS));
        long[] sizes = new long[folds];
        int[] foldOfUser = new int[users];
        for (int user : order) {
            int least = 0;
            for (int fold = 1; fold < folds; fold++) {
                least = sizes[fold] < sizes[least] ? fold : least;
            }
            foldOfUser[user] = least;
            sizes[least] += counts[user];
        }
        int[] fold = new int[samples.size()];
        Arrays.setAll(fold, sample -> foldOfUser[samples.user(sample)]);
        return fold;
    }

    /// At most so many samples, drawn at random with the part of clicks that all have.
    ///
    /// @param limit at least 1
    /// @return sample numbers, ascending
    static int[] limited(Samples samples, int limit, long seed) {
        int size = samples.size();
        if (size <= limit) {
            return all(size);
        }
        int[] yes = numbers(size, samples::clicked);
        int[] no = numbers(size, sample -> !samples.clicked(sample));
        shuffle(yes, new FixedRandom(seed, LIMIT_CLICKS));
        shuffle(no, new FixedRandom(seed, LIMIT_OTHERS));
        int clicks = Math.clamp(
                Math.round((double) limit * yes.length / size),
                Math.max(0, limit - no.length),
                Math.min(limit, yes.length));
        return joined(yes, 0, clicks, no, 0, limit - clicks);
    }

    private static void requireBoth(int size, int clicks) {
        if (size == 0) {
            throw new InputException("samples", "there are none", "Load or generate training samples.");
        }
        if (Math.min(clicks, size - clicks) < 2) {
            throw new InputException(
                    "samples, column clicked",
                    clicks + " of " + size + " were clicked; training and testing need two of either kind",
                    "Load or generate samples with and without clicks.");
        }
    }

    private static int[] all(int size) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static int[] numbers(int size, IntPredicate wanted) {
        int[] numbers = new int[size];
        int count = 0;
        for (int sample = 0; sample < size; sample++) {
            if (wanted.test(sample)) {
                numbers[count++] = sample;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    private static void shuffle(int[] numbers, FixedRandom random) {
        for (int last = numbers.length - 1; last > 0; last--) {
            int other = random.below(last + 1);
            int swap = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = swap;
        }
    }

    private static int[] joined(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo) {
        int[] joined = Arrays.copyOf(Arrays.copyOfRange(a, aFrom, aTo), aTo - aFrom + bTo - bFrom);
        System.arraycopy(b, bFrom, joined, aTo - aFrom, bTo - bFrom);
        Arrays.sort(joined);
        return joined;
    }

    /// The samples to test on as samples of their own. They share the ids, so ids without a sample may be among them.
    public Samples testSamples(Samples samples) {
        return samples.at(test);
    }
}
