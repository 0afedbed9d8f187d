// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// User-stream pairs with features and a clicked label, column by column, as a training or test file holds them.
/// Immutable.
public final class Samples {
    private final Identifiers userIds;
    private final Identifiers streamIds;
    private final int[] users;
    private final int[] streams;
    private final double[][] features;
    private final BitSet clicked;
    private final double @Nullable [] trueClickProbabilities;

    /// The arrays belong to the samples from now on.
    ///
    /// @param userIds the distinct users
    /// @param streamIds the distinct streams
    /// @param users per sample, the place of its user in `userIds`
    /// @param streams per sample, the place of its stream in `streamIds`
    /// @param features one column a feature in [Feature]'s order, each as long as `users`
    /// @param clicked the label per sample
    /// @param trueClickProbabilities the probability the label was drawn with, where the data is synthetic
    public Samples(
            Identifiers userIds,
            Identifiers streamIds,
            int[] users,
            int[] streams,
            double[][] features,
            BitSet clicked,
            double @Nullable [] trueClickProbabilities) {
        if (features.length != Feature.COUNT
                || streams.length != users.length
                || Arrays.stream(features).anyMatch(column -> column.length != users.length)) {
            throw new IllegalArgumentException("columns of different lengths");
        }
        this.userIds = userIds;
        this.streamIds = streamIds;
        this.users = users;
        this.streams = streams;
        this.features = features;
        this.clicked = clicked;
        this.trueClickProbabilities = trueClickProbabilities;
    }

    /// How many samples there are.
    public int size() {
        return users.length;
    }

    /// The distinct users.
    public Identifiers userIds() {
        return userIds;
    }

    /// The distinct streams.
    public Identifiers streamIds() {
        return streamIds;
    }

    /// The place of the sample's user in [#userIds].
    public int user(int sample) {
        return users[sample];
    }

    /// The place of the sample's stream in [#streamIds].
    public int stream(int sample) {
        return streams[sample];
    }

    /// A feature of a sample, as the file gave it.
    public double feature(int sample, Feature feature) {
        return features[feature.ordinal()][sample];
    }

    /// Whether the user clicked.
    public boolean clicked(int sample) {
        return clicked.get(sample);
    }

    /// How many samples were clicked.
    public int clickedCount() {
        return clicked.cardinality();
    }

    /// Whether the probabilities behind the labels are known.
    public boolean hasTrueClickProbabilities() {
        return trueClickProbabilities != null;
    }

    /// The probability the label was drawn with.
    ///
    /// @throws IllegalStateException when it is not known
    public double trueClickProbability(int sample) {
        if (trueClickProbabilities == null) {
            throw new IllegalStateException("true click probabilities are not known");
        }
        return trueClickProbabilities[sample];
    }

    /// Some of the samples as samples of their own. They share the ids, so ids without a sample may be among them.
    ///
    /// @param chosen sample numbers, in the order wanted
    public Samples at(int[] chosen) {
        int[] someUsers = new int[chosen.length];
        int[] someStreams = new int[chosen.length];
        double[][] someFeatures = new double[Feature.COUNT][chosen.length];
        BitSet someClicked = new BitSet(chosen.length);
        double[] someProbabilities = trueClickProbabilities == null ? null : new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int sample = chosen[i];
            someUsers[i] = users[sample];
            someStreams[i] = streams[sample];
            someClicked.set(i, clicked.get(sample));
            for (int feature = 0; feature < Feature.COUNT; feature++) {
                someFeatures[feature][i] = features[feature][sample];
            }
            if (trueClickProbabilities != null && someProbabilities != null) {
                someProbabilities[i] = trueClickProbabilities[sample];
            }
        }
        return new Samples(userIds, streamIds, someUsers, someStreams, someFeatures, someClicked, someProbabilities);
    }
}
