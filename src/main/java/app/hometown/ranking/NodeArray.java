// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;
import app.hometown.geo.Vector;
import java.util.List;

/// What the tree knows of everything under each node, 80 bytes a node. Each number is an exact bound of what is under
/// the node, or rounded away from it.
final class NodeArray {
    /// One cache line: a box on the auxiliary sphere (six floats), the largest static score (a double), masks
    /// of languages, categories and cities (codes modulo 64), the first child or stream, and what kind of node it
    /// is:
    /// its size, whether it is a leaf, whether all is in one point, whether some are partnered, and some not.
    private static final int HOT = 16;

    private static final int STATIC = 6;
    private static final int LANGUAGES = 8;
    private static final int CATEGORIES = 10;
    private static final int CITIES = 12;
    private static final int FIRST = 14;
    private static final int KIND = 15;
    private static final int ONE_POINT = 1 << 31;
    private static final int LEAF = 1 << 30;
    private static final int PARTNERED = 1 << 29;
    private static final int NOT_PARTNERED = 1 << 28;
    private static final int SIZE = NOT_PARTNERED - 1;

    /// The ranges of what a static score is made of, none below 0: the upper halves of floats, which are good to 0.8 %,
    /// rounded outward.
    private static final int COLD = 6;

    private static final int QUALITY = 0;
    private static final int VIEWERS = 2;
    private static final int FOLLOWERS = 4;

    private static final short INFINITE = (short) (Float.floatToRawIntBits(Float.POSITIVE_INFINITY) >>> 16);

    private final int[] hot;
    private final short[] cold;
    private final int[] firstIds;

    NodeArray(int count) {
        hot = new int[Math.multiplyExact(count, HOT)];
        cold = new short[Math.multiplyExact(count, COLD)];
        firstIds = new int[count];
    }

    int count() {
        return hot.length / HOT;
    }

    long bytes() {
        return 4L * (hot.length + firstIds.length) + 2L * cold.length;
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
            hot[node * HOT + FIRST] = group.from();
            hot[node * HOT + KIND] = LEAF | (group.to() - group.from());
            return free;
        }
        hot[node * HOT + FIRST] = free;
        hot[node * HOT + KIND] = parts.size();
        int next = free + parts.size();
        for (int i = 0; i < parts.size(); i++) {
            next = lay(parts.get(i), free + i, next);
        }
        return next;
    }

    /// Whether a node has streams, and no children.
    boolean leaf(int node) {
        return (hot[node * HOT + KIND] & LEAF) != 0;
    }

    /// The first child of a node, or the first stream of a leaf.
    int first(int node) {
        return hot[node * HOT + FIRST];
    }

    /// How many children, or streams, a node has.
    int size(int node) {
        return hot[node * HOT + KIND] & SIZE;
    }

    /// Widens a leaf's box for a stream.
    void widen(int leaf, boolean first, Vector vector) {
        widen(leaf * HOT, first, vector.x());
        widen(leaf * HOT + 1, first, vector.y());
        widen(leaf * HOT + 2, first, vector.z());
    }

    private void widen(int at, boolean first, double value) {
        hot[at] = bits(first ? down(value) : Math.min(floatAt(at), down(value)));
        hot[at + 3] = bits(first ? up(value) : Math.max(floatAt(at + 3), up(value)));
    }

    /// Takes everything else of a stream into a leaf.
    void include(int leaf, boolean first, Streams streams, int row, double points, IdOrder ids) {
        int h = leaf * HOT;
        int c = leaf * COLD;
        if (first) {
            clear(leaf);
            firstIds[leaf] = row;
            hot[h + KIND] |= ONE_POINT;
        }
        put(h + STATIC, Double.doubleToRawLongBits(Math.max(staticMax(leaf), points)));
        put(h + LANGUAGES, get(h + LANGUAGES) | 1L << streams.language(row));
        put(h + CATEGORIES, get(h + CATEGORIES) | 1L << streams.category(row));
        put(h + CITIES, get(h + CITIES) | 1L << streams.city(row));
        int before = firstIds[leaf];
        if (!samePlace(streams, before, row)) {
            hot[h + KIND] &= ~ONE_POINT;
        }
        firstIds[leaf] = ids.first(before, row);
        widen(c + QUALITY, streams.qualityScore(row));
        widen(c + VIEWERS, streams.avgViewerCount(row));
        widen(c + FOLLOWERS, streams.creatorFollowers(row));
        hot[h + KIND] |= streams.partnered(row) ? PARTNERED : NOT_PARTNERED;
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
        System.arraycopy(hot, firstChild * HOT, hot, h, FIRST);
        firstIds[node] = firstIds[firstChild];
        hot[h + KIND] |= hot[firstChild * HOT + KIND] & (ONE_POINT | PARTNERED | NOT_PARTNERED);
        System.arraycopy(cold, firstChild * COLD, cold, c, COLD);
        for (int child = firstChild + 1; child < lastChild; child++) {
            int ch = child * HOT;
            int cc = child * COLD;
            boolean onePoint = onePoint(node) && onePoint(child) && samePlace(streams, firstIds[node], firstIds[child]);
            for (int axis = 0; axis < 3; axis++) {
                hot[h + axis] = bits(Math.min(floatAt(h + axis), floatAt(ch + axis)));
                hot[h + 3 + axis] = bits(Math.max(floatAt(h + 3 + axis), floatAt(ch + 3 + axis)));
            }
            put(h + STATIC, Double.doubleToRawLongBits(Math.max(staticMax(node), staticMax(child))));
            put(h + LANGUAGES, get(h + LANGUAGES) | get(ch + LANGUAGES));
            put(h + CATEGORIES, get(h + CATEGORIES) | get(ch + CATEGORIES));
            put(h + CITIES, get(h + CITIES) | get(ch + CITIES));
            firstIds[node] = ids.first(firstIds[node], firstIds[child]);
            if (!onePoint) {
                hot[h + KIND] &= ~ONE_POINT;
            }
            for (int range = 0; range < COLD; range += 2) {
                cold[c + range] = (short) Math.min(cold[c + range], cold[cc + range]);
                cold[c + range + 1] = (short) Math.max(cold[c + range + 1], cold[cc + range + 1]);
            }
            hot[h + KIND] |= hot[ch + KIND] & (PARTNERED | NOT_PARTNERED);
        }
    }

    private static boolean samePlace(Streams streams, int rowA, int rowB) {
        return streams.latitude(rowA) == streams.latitude(rowB) && streams.longitude(rowA) == streams.longitude(rowB);
    }

    private void clear(int node) {
        int h = node * HOT;
        put(h + STATIC, Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY));
        for (int range = 0; range < COLD; range += 2) {
            cold[node * COLD + range] = INFINITE;
        }
    }

    /// The lower edge of the box along an axis.
    double low(int node, int axis) {
        return floatAt(node * HOT + axis);
    }

    /// The upper edge.
    double high(int node, int axis) {
        return floatAt(node * HOT + 3 + axis);
    }

    /// The largest static score of the default scoring.
    double staticMax(int node) {
        return Double.longBitsToDouble(get(node * HOT + STATIC));
    }

    /// Which languages occur: codes modulo 64.
    long languages(int node) {
        return get(node * HOT + LANGUAGES);
    }

    /// Which categories.
    long categories(int node) {
        return get(node * HOT + CATEGORIES);
    }

    /// Which cities.
    long cities(int node) {
        return get(node * HOT + CITIES);
    }

    /// The row of the stream whose id comes first.
    int firstId(int node) {
        return firstIds[node];
    }

    /// Whether all streams are in exactly the same place.
    boolean onePoint(int node) {
        return hot[node * HOT + KIND] < 0;
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
        return (hot[node * HOT + KIND] & PARTNERED) != 0;
    }

    boolean someNotPartnered(int node) {
        return (hot[node * HOT + KIND] & NOT_PARTNERED) != 0;
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

    private float floatAt(int at) {
        return Float.intBitsToFloat(hot[at]);
    }

    private long get(int at) {
        return Integer.toUnsignedLong(hot[at]) | (long) hot[at + 1] << 32;
    }

    private void put(int at, long value) {
        hot[at] = (int) value;
        hot[at + 1] = (int) (value >>> 32);
    }
}
