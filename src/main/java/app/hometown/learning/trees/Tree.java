// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.trees;

import app.hometown.domain.Feature;
import java.util.Arrays;

/// One tree as a model file holds it: questions and leaves. Immutable.
///
/// Question 0 comes first. A question asks whether a feature is at most a threshold; then `left` says where to go, else
/// `right`: to question n for n ≥ 0, to leaf −1 − n for n < 0. A tree without questions is its one leaf.
///
/// @param feature of each question, the feature's place in the model file's list of features
/// @param threshold of each question
/// @param left of each question, where to go when the feature is at most the threshold
/// @param right of each question, where to go when it is above
/// @param leaf what each leaf says
@SuppressWarnings("ArrayRecordComponent") // compared by content below; copied on the way in and out
public record Tree(int[] feature, double[] threshold, int[] left, int[] right, double[] leaf) {
    /// Questions from the root to a leaf, at most.
    public static final int DEEPEST = 64;

    /// @throws IllegalArgumentException when it is not a tree: says what is wrong
    public Tree {
        feature = feature.clone();
        threshold = threshold.clone();
        left = left.clone();
        right = right.clone();
        leaf = leaf.clone();
        check(feature, threshold, left, right, leaf);
    }

    private static void check(int[] feature, double[] threshold, int[] left, int[] right, double[] leaf) {
        int questions = feature.length;
        if (threshold.length != questions || left.length != questions || right.length != questions) {
            throw new IllegalArgumentException("a tree has " + questions + " features, " + threshold.length
                    + " thresholds, " + left.length + " left and " + right.length + " right children");
        }
        if (leaf.length == 0) {
            throw new IllegalArgumentException("a tree has no leaf");
        }
        for (double value : leaf) {
            finite("leaf", value);
        }
        for (int i = 0; i < questions; i++) {
            finite("threshold", threshold[i]);
            if (feature[i] < 0 || feature[i] >= Feature.COUNT) {
                throw new IllegalArgumentException("a tree asks for the unknown feature " + feature[i]);
            }
        }
        boolean[] asked = new boolean[questions];
        boolean[] reached = new boolean[leaf.length];
        walk(questions == 0 ? -1 : 0, 0, left, right, asked, reached);
        unreached("question", asked);
        unreached("leaf", reached);
    }

    /// Each place is come to once, so there is no circle, and the depth is known.
    private static void walk(int place, int depth, int[] left, int[] right, boolean[] asked, boolean[] reached) {
        boolean[] seen = place < 0 ? reached : asked;
        int at = place < 0 ? -1 - place : place;
        if (at >= seen.length) {
            throw new IllegalArgumentException("a tree leads to the " + (place < 0 ? "leaf " : "question ") + at
                    + ", of which it has " + seen.length);
        }
        if (seen[at]) {
            throw new IllegalArgumentException(
                    "a tree leads to its " + (place < 0 ? "leaf " : "question ") + at + " twice or in a circle");
        }
        seen[at] = true;
        if (place >= 0) {
            if (depth == DEEPEST) {
                throw new IllegalArgumentException("a tree is deeper than " + DEEPEST + " questions");
            }
            walk(left[at], depth + 1, left, right, asked, reached);
            walk(right[at], depth + 1, left, right, asked, reached);
        }
    }

    private static void unreached(String what, boolean[] seen) {
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                throw new IllegalArgumentException("nothing in a tree leads to its " + what + " " + i);
            }
        }
    }

    private static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a tree has the " + what + " " + value + ", not a finite number");
        }
    }

    @Override
    public int[] feature() {
        return feature.clone();
    }

    @Override
    public double[] threshold() {
        return threshold.clone();
    }

    @Override
    public int[] left() {
        return left.clone();
    }

    @Override
    public int[] right() {
        return right.clone();
    }

    @Override
    public double[] leaf() {
        return leaf.clone();
    }

    /// What the tree says.
    ///
    /// @param features in [Feature]'s order
    public double of(double[] features) {
        int place = feature.length == 0 ? -1 : 0;
        while (place >= 0) {
            place = features[feature[place]] <= threshold[place] ? left[place] : right[place];
        }
        return leaf[-1 - place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tree tree
                && Arrays.equals(feature, tree.feature)
                && Arrays.equals(threshold, tree.threshold)
                && Arrays.equals(left, tree.left)
                && Arrays.equals(right, tree.right)
                && Arrays.equals(leaf, tree.leaf);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(threshold) + Arrays.hashCode(leaf);
    }

    @Override
    public String toString() {
        return "Tree of " + feature.length + " questions and " + leaf.length + " leaves";
    }
}
