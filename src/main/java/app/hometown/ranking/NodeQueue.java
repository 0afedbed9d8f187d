// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;

/// Nodes still to be opened, the best bound first; of equal bounds the one with the smallest id under it, so that ties
/// are found in the order of the answer. A binary heap.
final class NodeQueue {
    private final NodeArray tree;
    private final IdOrder ids;
    private double[] bounds = new double[128];
    private int[] nodes = new int[128];
    private double[] proximityTerms = new double[128];
    private double[] probabilities = new double[128];
    private int size;

    NodeQueue(NodeArray tree, IdOrder ids) {
        this.tree = tree;
        this.ids = ids;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /// The best bound.
    double bound() {
        return bounds[0];
    }

    /// The node that has it.
    int node() {
        return nodes[0];
    }

    /// No stream under that node has more for being near.
    double proximityTerm() {
        return proximityTerms[0];
    }

    /// No stream under that node is likelier to be clicked.
    double probability() {
        return probabilities[0];
    }

    /// Takes away the node with the best bound.
    void remove() {
        double[] bounds = this.bounds;
        int last = --size;
        double bound = bounds[last];
        int node = nodes[last];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= last) {
                break;
            }
            if (child + 1 < last && before(bounds[child + 1], nodes[child + 1], bounds[child], nodes[child])) {
                child++;
            }
            if (!before(bounds[child], nodes[child], bound, node)) {
                break;
            }
            move(child, at);
            at = child;
        }
        move(last, at);
    }

    void add(int node, double bound, double proximityTerm, double probability) {
        if (size == bounds.length) {
            grow();
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(bound, node, bounds[parent], nodes[parent])) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        bounds[at] = bound;
        nodes[at] = node;
        proximityTerms[at] = proximityTerm;
        probabilities[at] = probability;
    }

    private void move(int from, int to) {
        bounds[to] = bounds[from];
        nodes[to] = nodes[from];
        proximityTerms[to] = proximityTerms[from];
        probabilities[to] = probabilities[from];
    }

    private void grow() {
        int length = 2 * size;
        bounds = Arrays.copyOf(bounds, length);
        nodes = Arrays.copyOf(nodes, length);
        proximityTerms = Arrays.copyOf(proximityTerms, length);
        probabilities = Arrays.copyOf(probabilities, length);
    }

    private boolean before(double boundA, int nodeA, double boundB, int nodeB) {
        return boundA > boundB || (boundA == boundB && ids.before(tree.firstId(nodeA), tree.firstId(nodeB)));
    }
}
