// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;
import app.hometown.geo.Vector;
import java.util.List;

/// What the tree knows of everything under each node, 80 bytes a node. Each number is an exact bound of what is under
/// the node, or rounded away from it.
final class NodeArray {
    /// One cache line of eight words: the box on the auxiliary sphere, a word an axis with the lower edge as a float in
    /// its lower half and the upper edge in its upper half; the largest static score, a double; masks of languages,
    /// categories and cities (codes modulo 64); and a word with the first child or stream in its lower half and, in
    /// the
    /// upper, what kind of node it is: its size, whether it is a leaf, whether all is in one point, whether some
    /// are
    /// partnered, and some not.
    private static final int HOT = 8;

    private static final int STATIC = 3;
    private static final int LANGUAGES = 4;
    private static final int CATEGORIES = 5;
    private static final int CITIES = 6;
    private static final int LINK = 7;
    private static final long ONE_POINT = 1L << 63;
    private static final long LEAF = 1L << 62;
    private static final long PARTNERED = 1L << 61;
    private static final long NOT_PARTNERED = 1L << 60;
    private static final int SIZE = Integer.SIZE;
    private static final int SIZES = (1 << 28) - 1;

    /// The ranges of what a static score is made of, none below 0: the upper halves of floats, which are good to 0.8 %,
    /// rounded outward.
    private static final int COLD = 6;

    private static final int QUALITY = 0;
    private static final int VIEWERS = 2;
    private static final int FOLLOWERS = 4;

    private static final short INFINITE = (short) (Float.floatToRawIntBits(Float.POSITIVE_INFINITY) >>> 16);

    private final long[] hot;
    private final short[] cold;
    private final int[] firstIds;

    NodeArray(int count) {
        hot = new long[Math.multiplyExact(count, HOT)];
        cold = new short[Math.multiplyExact(count, COLD)];
        firstIds = new int[count];
    }

    int count() {
        return hot.length / HOT;
    }

    long bytes() {
        return 8L * hot.length + 4L * firstIds.length + 2L * cold.length;
    }

    /// Gives numbers to the nodes of a group and all under it: children follow one another, and come behind their
    /// parent.
    void lay(StreamOrder.Group root) {
        lay(root, 0, 1);
    }

    /// @param free the first number not given yet
    /// @return the first number not given afterwards
    private int lay(StreamOrder.Group group, int node, int free) {
        List<StreamOrder.Group> parts = group.parts();
        if (parts.isEmpty()) {
            hot[node * HOT + LINK] = LEAF | link(group.from(), group.to() - group.from());
            return free;
        }
        hot[node * HOT + LINK] = link(free, parts.size());
        int next = free + parts.size();
        for (int i = 0; i < parts.size(); i++) {
            next = lay(parts.get(i), free + i, next);
        }
        return next;
    }

    private static long link(int first, int size) {
        return first | (long) size << SIZE;
    }

    /// Whether a node has streams, and no children.
    boolean leaf(int node) {
        return (hot[node * HOT + LINK] & LEAF) != 0;
    }

    /// The first child of a node, or the first stream of a leaf.
    int first(int node) {
        return (int) hot[node * HOT + LINK];
    }

    /// How many children, or streams, a node has.
    int size(int node) {
        return (int) (hot[node * HOT + LINK] >>> SIZE) & SIZES;
    }

    /// Widens a leaf's box for a stream.
    void widen(int leaf, boolean first, Vector vector) {
        widen(leaf * HOT, first, vector.x());
        widen(leaf * HOT + 1, first, vector.y());
        widen(leaf * HOT + 2, first, vector.z());
    }

    private void widen(int axis, boolean first, double value) {
        float low = first ? down(value) : Math.min(low(hot[axis]), down(value));
        float high = first ? up(value) : Math.max(high(hot[axis]), up(value));
        hot[axis] = edges(low, high);
    }

    private static long edges(float low, float high) {
        return Integer.toUnsignedLong(bits(low)) | (long) bits(high) << Integer.SIZE;
    }

    private static float low(long edges) {
        return Float.intBitsToFloat((int) edges);
    }

    private static float high(long edges) {
        return Float.intBitsToFloat((int) (edges >>> Integer.SIZE));
    }

    /// Takes everything else of a stream into a leaf.
    void include(int leaf, boolean first, Streams streams, int row, double points, IdOrder ids) {
        int h = leaf * HOT;
        int c = leaf * COLD;
        if (first) {
            clear(leaf);
            firstIds[leaf] = row;
            hot[h + LINK] |= ONE_POINT;
        }
        hot[h + STATIC] = Double.doubleToRawLongBits(Math.max(staticMax(leaf), points));
        hot[h + LANGUAGES] |= 1L << streams.language(row);
        hot[h + CATEGORIES] |= 1L << streams.category(row);
        hot[h + CITIES] |= 1L << streams.city(row);
        int before = firstIds[leaf];
        if (!samePlace(streams, before, row)) {
            hot[h + LINK] &= ~ONE_POINT;
        }
        firstIds[leaf] = ids.first(before, row);
        widen(c + QUALITY, streams.qualityScore(row));
        widen(c + VIEWERS, streams.avgViewerCount(row));
        widen(c + FOLLOWERS, streams.creatorFollowers(row));
        hot[h + LINK] |= streams.partnered(row) ? PARTNERED : NOT_PARTNERED;
    }

    private void widen(int range, double value) {
        cold[range] = (short) Math.min(cold[range], bits(down(value)) >>> 16);
        cold[range + 1] = (short) Math.max(cold[range + 1], (bits(up(value)) + 0xFFFF) >>> 16);
    }

    /// Makes a node cover its children, all of which are complete.
    void cover(int node, Streams streams, IdOrder ids) {
        int firstChild = first(node);
        int lastChild = firstChild + size(node);
        int h = node * HOT;
        int c = node * COLD;
        System.arraycopy(hot, firstChild * HOT, hot, h, LINK);
        firstIds[node] = firstIds[firstChild];
        hot[h + LINK] |= hot[firstChild * HOT + LINK] & (ONE_POINT | PARTNERED | NOT_PARTNERED);
        System.arraycopy(cold, firstChild * COLD, cold, c, COLD);
        for (int child = firstChild + 1; child < lastChild; child++) {
            int ch = child * HOT;
            int cc = child * COLD;
            boolean onePoint = onePoint(node) && onePoint(child) && samePlace(streams, firstIds[node], firstIds[child]);
            for (int axis = 0; axis < 3; axis++) {
                long own = hot[h + axis];
                long its = hot[ch + axis];
                hot[h + axis] = edges(Math.min(low(own), low(its)), Math.max(high(own), high(its)));
            }
            hot[h + STATIC] = Double.doubleToRawLongBits(Math.max(staticMax(node), staticMax(child)));
            hot[h + LANGUAGES] |= hot[ch + LANGUAGES];
            hot[h + CATEGORIES] |= hot[ch + CATEGORIES];
            hot[h + CITIES] |= hot[ch + CITIES];
            firstIds[node] = ids.first(firstIds[node], firstIds[child]);
            if (!onePoint) {
                hot[h + LINK] &= ~ONE_POINT;
            }
            for (int range = 0; range < COLD; range += 2) {
                cold[c + range] = (short) Math.min(cold[c + range], cold[cc + range]);
                cold[c + range + 1] = (short) Math.max(cold[c + range + 1], cold[cc + range + 1]);
            }
            hot[h + LINK] |= hot[ch + LINK] & (PARTNERED | NOT_PARTNERED);
        }
    }

    private static boolean samePlace(Streams streams, int rowA, int rowB) {
        return streams.latitude(rowA) == streams.latitude(rowB) && streams.longitude(rowA) == streams.longitude(rowB);
    }

    private void clear(int node) {
        hot[node * HOT + STATIC] = Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY);
        for (int range = 0; range < COLD; range += 2) {
            cold[node * COLD + range] = INFINITE;
        }
    }

    /// All words, for a loop that keeps them at hand. What follows reads them.
    long[] words() {
        return hot;
    }

    /// Where a node's words begin.
    static int at(int node) {
        return node * HOT;
    }

    /// See [#staticMax(int)].
    static double staticMax(long[] words, int at) {
        return Double.longBitsToDouble(words[at + STATIC]);
    }

    /// See [#languages(int)].
    static long languages(long[] words, int at) {
        return words[at + LANGUAGES];
    }

    /// See [#categories(int)].
    static long categories(long[] words, int at) {
        return words[at + CATEGORIES];
    }

    /// See [#low(int, int)].
    static double low(long[] words, int at, int axis) {
        return low(words[at + axis]);
    }

    /// See [#high(int, int)].
    static double high(long[] words, int at, int axis) {
        return high(words[at + axis]);
    }

    /// What says [#onePoint(long)], of one node or, or-ed, of some.
    static long link(long[] words, int at) {
        return words[at + LINK];
    }

    /// Whether the streams of the node, or of one of the nodes, are all in exactly the same place.
    static boolean onePoint(long link) {
        return link < 0;
    }

    /// The lower edge of the box along an axis.
    double low(int node, int axis) {
        return low(hot, at(node), axis);
    }

    /// The upper edge.
    double high(int node, int axis) {
        return high(hot, at(node), axis);
    }

    /// The largest static score of the default scoring.
    double staticMax(int node) {
        return staticMax(hot, at(node));
    }

    /// Which languages occur: codes modulo 64.
    long languages(int node) {
        return languages(hot, at(node));
    }

    /// Which categories.
    long categories(int node) {
        return categories(hot, at(node));
    }

    /// Which cities.
    long cities(int node) {
        return hot[node * HOT + CITIES];
    }

    /// The row of the stream whose id comes first.
    int firstId(int node) {
        return firstIds[node];
    }

    /// Whether all streams are in exactly the same place.
    boolean onePoint(int node) {
        return onePoint(link(hot, at(node)));
    }

    double qualityMin(int node) {
        return range(node, QUALITY);
    }

    double qualityMax(int node) {
        return range(node, QUALITY + 1);
    }

    double viewersMin(int node) {
        return range(node, VIEWERS);
    }

    double viewersMax(int node) {
        return range(node, VIEWERS + 1);
    }

    double followersMin(int node) {
        return range(node, FOLLOWERS);
    }

    double followersMax(int node) {
        return range(node, FOLLOWERS + 1);
    }

    boolean somePartnered(int node) {
        return (hot[node * HOT + LINK] & PARTNERED) != 0;
    }

    boolean someNotPartnered(int node) {
        return (hot[node * HOT + LINK] & NOT_PARTNERED) != 0;
    }

    private double range(int node, int end) {
        return Float.intBitsToFloat(cold[node * COLD + end] << 16);
    }

    private static float down(double value) {
        float near = (float) value;
        return near > value ? Math.nextDown(near) : near;
    }

    private static float up(double value) {
        float near = (float) value;
        return near < value ? Math.nextUp(near) : near;
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }
}
