// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;

/// Nodes still to be opened, the best bound first; of those that agree in 23 bits the one that came last, so that ties
/// lead straight down to streams.
///
/// A binary heap of keys. A key is one word: a bound's upper bits, as a whole number of the same order, and below them
/// the place where the node is written down and stays. So what moves up and down is a word, and of two words the
/// greater
/// is found without a jump. The best of what was added last stands outside the heap: after an opened node it is often
/// the next, and then the heap is never asked.
final class NodeQueue {
    /// As many as there can be nodes ([NodeArray]).
    private static final int PLACE_BITS = 28;

    private static final long PLACE = (1L << PLACE_BITS) - 1;

    /// Below every key.
    private static final long NONE = -1;

    /// A user in a city has some 80 nodes in the queue, one after the other.
    private static final int PLACES = 128;

    private static final double[] NO_PROBABILITIES = {};

    private long[] heap = new long[PLACES];
    private int size;
    private long best = NONE;
    private int[] nodes = new int[PLACES];
    private double[] bounds = new double[PLACES];
    private double[] proximityTerms = new double[PLACES];
    private double[] probabilities = NO_PROBABILITIES;
    private int used;

    void clear() {
        size = 0;
        best = NONE;
        used = 0;
    }

    /// Takes away the node with the best bound.
    ///
    /// @param floor what is bounded below it is not asked for
    /// @return the place where it is written down; negative when there is none
    int take(double floor) {
        while (true) {
            boolean heaped = size > 0 && heap[0] > best;
            long taken = heaped ? heap[0] : best;
            if (taken == NONE || mostBound(taken) < floor) {
                return -1;
            }
            if (!heaped) {
                best = NONE;
            } else if (best == NONE) {
                size--;
                sink(heap[size]);
            } else {
                sink(best);
                best = NONE;
            }
            int place = place(taken);
            if (!(bounds[place] < floor)) {
                return place;
            }
        }
    }

    /// The nodes by their places, up to the next call of [#room]: for a loop that writes many down.
    int[] nodes() {
        return nodes;
    }

    /// Their bounds.
    double[] bounds() {
        return bounds;
    }

    /// What they have at most for being near.
    double[] proximityTerms() {
        return proximityTerms;
    }

    /// The node at a place.
    int node(int place) {
        return nodes[place];
    }

    /// Its bound.
    double bound(int place) {
        return bounds[place];
    }

    /// No stream under it has more for being near.
    double proximityTerm(int place) {
        return proximityTerms[place];
    }

    /// No stream under it is likelier to be clicked.
    double probability(int place) {
        return probabilities[place];
    }

    /// @param bound a number
    void add(int node, double bound, double proximityTerm, double probability) {
        int place = room();
        put(place, node, bound, proximityTerm);
        if (probabilities.length < nodes.length) {
            probabilities = Arrays.copyOf(probabilities, nodes.length);
        }
        probabilities[place] = probability;
        add(place + 1);
    }

    /// Makes room for a node's children behind all places that are taken.
    ///
    /// @return the first of [PackedTree#FAN] free places and one more
    int room() {
        if (used + PackedTree.FAN >= nodes.length) {
            grow();
        }
        return used;
    }

    /// Writes a node down at a free place ([#room]); it is added later or not at all.
    void put(int place, int node, double bound, double proximityTerm) {
        nodes[place] = node;
        bounds[place] = bound;
        proximityTerms[place] = proximityTerm;
    }

    /// Adds what stands at the first free places; their bounds are numbers.
    ///
    /// @param end behind the last
    void add(int end) {
        if (end == used) {
            return;
        }
        double[] bounds = this.bounds;
        long first = key(bounds[used], used);
        for (int place = used + 1; place < end; place++) {
            long key = key(bounds[place], place);
            push(Math.min(first, key));
            first = Math.max(first, key);
        }
        used = end;
        if (best != NONE) {
            push(best);
        }
        best = first;
    }

    private void push(long key) {
        long[] heap = this.heap;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (heap[parent] > key) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = key;
    }

    /// Puts a key in place of the first: the better children rise all the way, then it rises to where it belongs. It
    /// mostly belongs far down, so that asking at every step whether it stays is asking in vain.
    private void sink(long key) {
        long[] heap = this.heap;
        int size = this.size;
        int at = 0;
        int child = 1;
        while (child + 1 < size) {
            long left = heap[child];
            long right = heap[child + 1];
            heap[at] = Math.max(left, right);
            child += (int) ((left - right) >>> 63);
            at = child;
            child = 2 * at + 1;
        }
        if (child < size) {
            heap[at] = heap[child];
            at = child;
        }
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (heap[parent] > key) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = key;
    }

    private static long key(double bound, int place) {
        long bits = Double.doubleToRawLongBits(bound);
        long ordered = bits ^ ((bits >> 63) | Long.MIN_VALUE);
        return ((ordered >>> 1) & ~PLACE) | place;
    }

    /// The greatest bound that a key may stand for.
    private static double mostBound(long key) {
        long ordered = ((key | PLACE) << 1) | 1;
        return Double.longBitsToDouble(ordered ^ ((~ordered >> 63) | Long.MIN_VALUE));
    }

    private static int place(long key) {
        return (int) (key & PLACE);
    }

    private void grow() {
        int length = 2 * nodes.length;
        heap = Arrays.copyOf(heap, length);
        nodes = Arrays.copyOf(nodes, length);
        bounds = Arrays.copyOf(bounds, length);
        proximityTerms = Arrays.copyOf(proximityTerms, length);
    }
}
