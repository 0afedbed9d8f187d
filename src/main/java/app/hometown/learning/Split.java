// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Samples;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/// A division of samples into those to train on and those to test on, 80 to 20, with the same part of clicks in both.
/// Depends on labels and seed alone.
/// Immutable.
public final class Split {
    private static final double TEST_SHARE = 0.2;

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

    /// Divides samples by their labels.
    ///
    /// @throws InputException when there are fewer than two clicked or two other ones, so that one part
    ///   would have none
    public static Split stratified(Samples samples, long seed) {
        return stratified(samples.size(), samples::clicked, seed);
    }

    static Split stratified(int size, IntPredicate clicked, long seed) {
        if (size == 0) {
            throw new InputException("samples", "there are none", "Load or generate training samples.");
        }
        int[] yes = new int[size];
        int[] no = new int[size];
        int clicks = 0;
        int others = 0;
        for (int sample = 0; sample < size; sample++) {
            if (clicked.test(sample)) {
                yes[clicks++] = sample;
            } else {
                no[others++] = sample;
            }
        }
        if (Math.min(clicks, others) < 2) {
            throw new InputException(
                    "samples, column clicked",
                    clicks + " of " + size + " were clicked; training and testing need two of either kind",
                    "Load or generate samples with and without clicks.");
        }
        yes = shuffled(Arrays.copyOf(yes, clicks), new FixedRandom(seed, 0));
        no = shuffled(Arrays.copyOf(no, others), new FixedRandom(seed, 1));
        int testClicks = Math.clamp(Math.round(clicks * TEST_SHARE), 1, clicks - 1);
        int testOthers = Math.clamp(Math.round(size * TEST_SHARE) - testClicks, 1, others - 1);
        return new Split(
                joined(yes, testClicks, clicks, no, testOthers, others), joined(yes, 0, testClicks, no, 0, testOthers));
    }

    private static int[] shuffled(int[] samples, FixedRandom random) {
        for (int last = samples.length - 1; last > 0; last--) {
            int other = random.below(last + 1);
            int swap = samples[last];
            samples[last] = samples[other];
            samples[other] = swap;
        }
        return samples;
    }

    private static int[] joined(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo) {
        int[] joined = Arrays.copyOf(Arrays.copyOfRange(a, aFrom, aTo), aTo - aFrom + bTo - bFrom);
        System.arraycopy(b, bFrom, joined, aTo - aFrom, bTo - bFrom);
        Arrays.sort(joined);
        return joined;
    }

    /// The samples to test on as samples of their own. They share the ids, so ids without a sample may be among them.
    public Samples testSamples(Samples samples) {
        int[] users = new int[test.length];
        int[] streams = new int[test.length];
        double[][] features = new double[Feature.COUNT][test.length];
        BitSet clicked = new BitSet(test.length);
        double[] probabilities = new double[samples.hasTrueClickProbabilities() ? test.length : 0];
        for (int i = 0; i < test.length; i++) {
            int sample = test[i];
            users[i] = samples.user(sample);
            streams[i] = samples.stream(sample);
            clicked.set(i, samples.clicked(sample));
            for (Feature feature : Feature.values()) {
                features[feature.ordinal()][i] = samples.feature(sample, feature);
            }
            if (samples.hasTrueClickProbabilities()) {
                probabilities[i] = samples.trueClickProbability(sample);
            }
        }
        return new Samples(
                samples.userIds(),
                samples.streamIds(),
                users,
                streams,
                features,
                clicked,
                samples.hasTrueClickProbabilities() ? probabilities : null);
    }
}
