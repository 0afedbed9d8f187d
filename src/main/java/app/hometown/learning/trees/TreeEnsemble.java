// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.trees;

import java.util.List;

/// Many trees whose leaves are added up, laid out for asking them: 12 bytes a question or leaf in two arrays, the two
/// answers to a question side by side, so that a step is one comparison and no jump. Immutable.
final class TreeEnsemble {
    private static final int FEATURE_BITS = 4;
    private static final int FEATURE = (1 << FEATURE_BITS) - 1;

    /// Stands for "no question" where the feature would be.
    private static final int LEAF = FEATURE;

    private static final int MOST_NODES = 1 << (31 - FEATURE_BITS);

    private final int[] roots;
    private final int[] links;
    private final double[] numbers;

    /// @throws IllegalArgumentException when there is none, or more than fit
    TreeEnsemble(List<Tree> trees) {
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("there is no tree");
        }
        long size = 0;
        for (Tree tree : trees) {
            size += 2L * tree.leaf().length - 1;
        }
        if (size > MOST_NODES) {
            throw new IllegalArgumentException(size + " questions and leaves are more than " + MOST_NODES);
        }
        roots = new int[trees.size()];
        links = new int[(int) size];
        numbers = new double[(int) size];
        int end = 0;
        for (int i = 0; i < roots.length; i++) {
            roots[i] = end;
            end = new Layout(trees.get(i)).put(end);
        }
    }

    /// Lays out one tree.
    private final class Layout {
        private final int[] feature;
        private final double[] threshold;
        private final int[] left;
        private final int[] right;
        private final double[] leaf;
        private int end;

        Layout(Tree tree) {
            feature = tree.feature();
            threshold = tree.threshold();
            left = tree.left();
            right = tree.right();
            leaf = tree.leaf();
        }

        int put(int root) {
            end = root + 1;
            put(root, feature.length == 0 ? -1 : 0);
            return end;
        }

        private void put(int node, int place) {
            if (place < 0) {
                links[node] = LEAF;
                numbers[node] = leaf[-1 - place];
                return;
            }
            int answers = end;
            end += 2;
            links[node] = (answers << FEATURE_BITS) | feature[place];
            numbers[node] = threshold[place];
            put(answers, left[place]);
            put(answers + 1, right[place]);
        }
    }

    /// How many trees there are.
    int size() {
        return roots.length;
    }

    /// How many questions and leaves they have together.
    int nodes() {
        return links.length;
    }

    /// The sum of what all trees say, added up in their order. Allocates nothing.
    ///
    /// @param from where the sum starts
    /// @param features in [app.hometown.domain.Feature]'s order, no NaN among them
    double sum(double from, double[] features) {
        double sum = from;
        for (int root : roots) {
            int node = root;
            int link = links[node];
            while ((link & FEATURE) != LEAF) {
                node = (link >>> FEATURE_BITS) + (features[link & FEATURE] > numbers[node] ? 1 : 0);
                link = links[node];
            }
            sum += numbers[node];
        }
        return sum;
    }

    int root(int tree) {
        return roots[tree];
    }

    boolean isLeaf(int node) {
        return (links[node] & FEATURE) == LEAF;
    }

    /// The feature that a node asks for.
    int feature(int node) {
        return links[node] & FEATURE;
    }

    /// Where to go from a node when its feature is at most its [#number]; else one further.
    int answers(int node) {
        return links[node] >>> FEATURE_BITS;
    }

    /// A question's threshold, or what a leaf says.
    double number(int node) {
        return numbers[node];
    }
}
