// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;

/// Nodes still to be opened, the best bound first; of equal bounds the one with the smallest id under it, so that ties
/// are found in the order of the answer.
///
/// What is known of a node waits in an entry of its own; only bounds and entry numbers move when the heap changes.
final class NodeQueue {
    private final NodeArray tree;
    private final IdOrder ids;
    private int[] nodes = new int[128];
    private double[] leastKm = new double[128];
    private double[] probabilities = new double[128];
    private int entries;
    private double[] bounds = new double[64];
    private int[] heap = new int[64];
    private int size;
    private boolean vacant;

    NodeQueue(NodeArray tree, IdOrder ids) {
        this.tree = tree;
        this.ids = ids;
    }

    boolean isEmpty() {
        fill();
        return size == 0;
    }

    void clear() {
        size = 0;
        entries = 0;
        vacant = false;
    }

    /// The best bound.
    double firstBound() {
        return bounds[0];
    }

    /// The entry of the node with the best bound; it stays readable until [#clear]. Its place stays vacant until it is
    /// known whether another follows at once: then that sinks from there, and need not rise from below.
    int removeFirst() {
        fill();
        vacant = true;
        return heap[0];
    }

    /// Fills the first place with the last entry.
    private void fill() {
        if (vacant) {
            vacant = false;
            size--;
            if (size > 0) {
                sink(bounds[size], heap[size]);
            }
        }
    }

    private void sink(double bound, int entry) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(bounds[child + 1], heap[child + 1], bounds[child], heap[child])) {
                child++;
            }
            if (!before(bounds[child], heap[child], bound, entry)) {
                break;
            }
            bounds[at] = bounds[child];
            heap[at] = heap[child];
            at = child;
        }
        bounds[at] = bound;
        heap[at] = entry;
    }

    /// The node of an entry.
    int node(int entry) {
        return nodes[entry];
    }

    /// No stream under the node of an entry is nearer.
    double leastKm(int entry) {
        return leastKm[entry];
    }

    /// No stream under the node of an entry is likelier to be clicked.
    double probability(int entry) {
        return probabilities[entry];
    }

    void add(int node, double bound, double leastKilometres, double probability) {
        if (entries == nodes.length) {
            nodes = Arrays.copyOf(nodes, entries * 2);
            leastKm = Arrays.copyOf(leastKm, entries * 2);
            probabilities = Arrays.copyOf(probabilities, entries * 2);
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
            bounds = Arrays.copyOf(bounds, size * 2);
        }
        int entry = entries++;
        nodes[entry] = node;
        leastKm[entry] = leastKilometres;
        probabilities[entry] = probability;
        if (vacant) {
            vacant = false;
            sink(bound, entry);
            return;
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(bound, entry, bounds[parent], heap[parent])) {
                break;
            }
            bounds[at] = bounds[parent];
            heap[at] = heap[parent];
            at = parent;
        }
        bounds[at] = bound;
        heap[at] = entry;
    }

    private boolean before(double boundA, int entryA, double boundB, int entryB) {
        return boundA > boundB
                || (boundA == boundB && ids.before(tree.firstId(nodes[entryA]), tree.firstId(nodes[entryB])));
    }
}
