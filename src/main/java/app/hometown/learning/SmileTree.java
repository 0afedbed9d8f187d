// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.learning.trees.Tree;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import smile.data.AbstractTuple;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.type.StructType;
import smile.model.cart.InternalNode;
import smile.model.cart.LeafNode;
import smile.model.cart.Loss;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;
import smile.model.cart.Split;
import smile.regression.RegressionTree;

/// A tree grown by Smile that can be stopped at any node, and taken out of Smile.
///
/// Smile's own forest is not used, nor its classification trees: the forest cannot be stopped, and the trees merge
/// neighbouring leaves that are on the same side of one half, which is right for voting and ruins probabilities.
/// Regression trees on 0 and 1 choose the same questions, because for two classes the variance is half the Gini
/// impurity.
final class SmileTree extends RegressionTree {
    private static final long serialVersionUID = 1L;
    private static final StructField RESPONSE = new StructField("clicked", DataTypes.DoubleType);

    private final transient Runnable stop;

    /// Grows a tree.
    ///
    /// @param rows what to grow it on
    /// @param loss what it is to make small, with what each leaf says
    /// @param depth questions from root to leaf, at most
    /// @param leafSize rows of a leaf, at least
    /// @param featuresPerSplit features that each question is chosen from; if not all, they are drawn by the
    /// generator
    ///   of the calling thread, and the tree is grown on this thread alone
    /// @param samples how often each row counts
    /// @param stop called often, from several threads; throws when the work was cancelled
    SmileTree(TreeRows rows, Loss loss, int depth, int leafSize, int featuresPerSplit, int[] samples, Runnable stop) {
        this.stop = stop;
        super(
                rows.frame(),
                loss,
                RESPONSE,
                depth + 1,
                Integer.MAX_VALUE,
                leafSize,
                featuresPerSplit,
                samples,
                rows.order());
    }

    @Override
    protected Optional<Split> findBestSplit(LeafNode node, int column, double impurity, int lo, int hi) {
        stop.run();
        return super.findBestSplit(node, column, impurity, lo, hi);
    }

    /// The tree in our own words.
    ///
    /// @param leaf from what Smile's leaves say to what ours do
    Tree tree(DoubleUnaryOperator leaf) {
        int leaves = root().leaves();
        return new Extract(leaves, leaf).tree(root());
    }

    /// Takes the nodes out, questions and leaves each in the order from left to right, those above first.
    private static final class Extract {
        private final int[] feature;
        private final double[] threshold;
        private final int[] left;
        private final int[] right;
        private final double[] leaf;
        private final DoubleUnaryOperator said;
        private final Asked asked = new Asked();
        private int questions;
        private int leaves;

        Extract(int leaves, DoubleUnaryOperator said) {
            this.said = said;
            feature = new int[leaves - 1];
            threshold = new double[leaves - 1];
            left = new int[leaves - 1];
            right = new int[leaves - 1];
            leaf = new double[leaves];
        }

        Tree tree(Node root) {
            place(root);
            return new Tree(feature, threshold, left, right, leaf);
        }

        private int place(Node node) {
            if (node instanceof InternalNode question) {
                int place = questions++;
                feature[place] = question.feature();
                threshold[place] = asked.threshold(question);
                left[place] = place(question.trueChild());
                right[place] = place(question.falseChild());
                return place;
            }
            leaf[leaves] = said.applyAsDouble(((RegressionNode) node).output());
            return -1 - leaves++;
        }
    }

    /// A row that is the same number in all columns. Smile keeps a question's threshold to itself, but answers
    /// questions: it is the largest number that goes left.
    private static final class Asked extends AbstractTuple {
        private double number;

        Asked() {
            super(new StructType(Arrays.stream(Feature.values())
                    .map(feature -> new StructField(feature.column(), DataTypes.DoubleType))
                    .toArray(StructField[]::new)));
        }

        @Override
        public Object get(int column) {
            return number;
        }

        @Override
        public double getDouble(int column) {
            return number;
        }

        /// Halves the range of all finite numbers, in their order, until two neighbours are left.
        double threshold(InternalNode question) {
            long goesLeft = rank(-Double.MAX_VALUE);
            long goesRight = rank(Double.MAX_VALUE) + 1;
            while (goesRight != goesLeft + 1) {
                // Half the sum, which itself may not fit.
                long middle = (goesLeft & goesRight) + ((goesLeft ^ goesRight) >> 1);
                number = number(middle);
                if (question.branch(this)) {
                    goesLeft = middle;
                } else {
                    goesRight = middle;
                }
            }
            return number(goesLeft);
        }

        /// A number's place in the order of all numbers.
        private static long rank(double value) {
            long bits = Double.doubleToLongBits(value);
            return bits >= 0 ? bits : -(bits & Long.MAX_VALUE) - 1;
        }

        private static double number(long rank) {
            return Double.longBitsToDouble(rank >= 0 ? rank : Long.MIN_VALUE | (-rank - 1));
        }
    }
}
