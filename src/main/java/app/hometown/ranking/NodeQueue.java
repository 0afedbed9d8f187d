// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;

/// Nodes still to be opened, the best bound first; of equal bounds the one with the smallest id under it, so that ties
/// are found in the order of the answer.
final class NodeQueue {
    private final NodeArray tree;
    private final IdOrder ids;
    private int[] nodes = new int[128];
    private double[] bounds = new double[128];
    private double[] leastKm = new double[128];
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

    int first() {
        return nodes[0];
    }

    double firstBound() {
        return bounds[0];
    }

    double firstLeastKm() {
        return leastKm[0];
    }

    void add(int node, double bound, double leastKilometres) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
            bounds = Arrays.copyOf(bounds, size * 2);
            leastKm = Arrays.copyOf(leastKm, size * 2);
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
        put(at, node, bound, leastKilometres);
    }

    void removeFirst() {
        size--;
        int node = nodes[size];
        double bound = bounds[size];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(bounds[child + 1], nodes[child + 1], bounds[child], nodes[child])) {
                child++;
            }
            if (!before(bounds[child], nodes[child], bound, node)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, node, bound, leastKm[size]);
    }

    private boolean before(double boundA, int nodeA, double boundB, int nodeB) {
        return boundA > boundB || (boundA == boundB && ids.before(tree.firstId(nodeA), tree.firstId(nodeB)));
    }

    private void move(int from, int to) {
        nodes[to] = nodes[from];
        bounds[to] = bounds[from];
        leastKm[to] = leastKm[from];
    }

    private void put(int at, int node, double bound, double leastKilometres) {
        nodes[at] = node;
        bounds[at] = bound;
        leastKm[at] = leastKilometres;
    }
}
