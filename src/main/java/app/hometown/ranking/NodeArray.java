// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;
import app.hometown.geo.Vector;

/// What the tree knows of everything under each node, 24 words a node. Each number is an exact bound of what is under
/// the node, or rounded away from it.
final class NodeArray {
    /// One cache line: a box on the auxiliary sphere (six floats), the largest static score (a double), masks
    /// of languages, categories and cities (codes modulo 64), the row of the smallest id, and whether all is in
    /// one point.
    private static final int HOT = 16;

    private static final int STATIC = 6;
    private static final int LANGUAGES = 8;
    private static final int CATEGORIES = 10;
    private static final int CITIES = 12;
    private static final int FIRST_ID = 14;
    private static final int ONE_POINT = 15;

    /// Half a line: the ranges of what a static score is made of.
    private static final int COLD = 8;

    private static final int QUALITY = 0;
    private static final int VIEWERS = 2;
    private static final int FOLLOWERS = 4;
    private static final int PARTNERED = 6;

    private final int[] hot;
    private final int[] cold;

    NodeArray(int count) {
        hot = new int[Math.multiplyExact(count, HOT)];
        cold = new int[Math.multiplyExact(count, COLD)];
    }

    int count() {
        return hot.length / HOT;
    }

    long bytes() {
        return 4L * (hot.length + cold.length);
    }

    /// Widens a leaf's box for a stream.
    void widen(int leaf, boolean first, Vector vector) {
        widen(leaf * HOT, first, vector.x());
        widen(leaf * HOT + 1, first, vector.y());
        widen(leaf * HOT + 2, first, vector.z());
    }

    private void widen(int at, boolean first, double value) {
        hot[at] = bits(first ? down(value) : Math.min(floatAt(hot, at), down(value)));
        hot[at + 3] = bits(first ? up(value) : Math.max(floatAt(hot, at + 3), up(value)));
    }

    /// Takes everything else of a stream into a leaf.
    void include(int leaf, boolean first, Streams streams, int row, double points, IdOrder ids) {
        int h = leaf * HOT;
        int c = leaf * COLD;
        if (first) {
            clear(leaf);
            hot[h + FIRST_ID] = row;
            hot[h + ONE_POINT] = 1;
        }
        put(h + STATIC, Double.doubleToRawLongBits(Math.max(staticMax(leaf), points)));
        put(h + LANGUAGES, get(h + LANGUAGES) | 1L << streams.language(row));
        put(h + CATEGORIES, get(h + CATEGORIES) | 1L << streams.category(row));
        put(h + CITIES, get(h + CITIES) | 1L << streams.city(row));
        int before = hot[h + FIRST_ID];
        if (!samePlace(streams, before, row)) {
            hot[h + ONE_POINT] = 0;
        }
        hot[h + FIRST_ID] = ids.first(before, row);
        double quality = streams.qualityScore(row);
        cold[c + QUALITY] = bits(Math.min(floatAt(cold, c + QUALITY), down(quality)));
        cold[c + QUALITY + 1] = bits(Math.max(floatAt(cold, c + QUALITY + 1), up(quality)));
        cold[c + VIEWERS] = Math.min(cold[c + VIEWERS], streams.avgViewerCount(row));
        cold[c + VIEWERS + 1] = Math.max(cold[c + VIEWERS + 1], streams.avgViewerCount(row));
        cold[c + FOLLOWERS] = Math.min(cold[c + FOLLOWERS], streams.creatorFollowers(row));
        cold[c + FOLLOWERS + 1] = Math.max(cold[c + FOLLOWERS + 1], streams.creatorFollowers(row));
        cold[c + PARTNERED] |= streams.partnered(row) ? 2 : 1;
    }

    /// Makes a node cover its children, all of which are complete.
    void cover(int node, int firstChild, int lastChild, Streams streams, IdOrder ids) {
        int h = node * HOT;
        int c = node * COLD;
        System.arraycopy(hot, firstChild * HOT, hot, h, HOT);
        System.arraycopy(cold, firstChild * COLD, cold, c, COLD);
        for (int child = firstChild + 1; child < lastChild; child++) {
            int ch = child * HOT;
            int cc = child * COLD;
            boolean onePoint = hot[h + ONE_POINT] == 1
                    && hot[ch + ONE_POINT] == 1
                    && samePlace(streams, hot[h + FIRST_ID], hot[ch + FIRST_ID]);
            for (int axis = 0; axis < 3; axis++) {
                hot[h + axis] = bits(Math.min(floatAt(hot, h + axis), floatAt(hot, ch + axis)));
                hot[h + 3 + axis] = bits(Math.max(floatAt(hot, h + 3 + axis), floatAt(hot, ch + 3 + axis)));
            }
            put(h + STATIC, Double.doubleToRawLongBits(Math.max(staticMax(node), staticMax(child))));
            put(h + LANGUAGES, get(h + LANGUAGES) | get(ch + LANGUAGES));
            put(h + CATEGORIES, get(h + CATEGORIES) | get(ch + CATEGORIES));
            put(h + CITIES, get(h + CITIES) | get(ch + CITIES));
            hot[h + FIRST_ID] = ids.first(hot[h + FIRST_ID], hot[ch + FIRST_ID]);
            hot[h + ONE_POINT] = onePoint ? 1 : 0;
            cold[c + QUALITY] = bits(Math.min(floatAt(cold, c + QUALITY), floatAt(cold, cc + QUALITY)));
            cold[c + QUALITY + 1] = bits(Math.max(floatAt(cold, c + QUALITY + 1), floatAt(cold, cc + QUALITY + 1)));
            cold[c + VIEWERS] = Math.min(cold[c + VIEWERS], cold[cc + VIEWERS]);
            cold[c + VIEWERS + 1] = Math.max(cold[c + VIEWERS + 1], cold[cc + VIEWERS + 1]);
            cold[c + FOLLOWERS] = Math.min(cold[c + FOLLOWERS], cold[cc + FOLLOWERS]);
            cold[c + FOLLOWERS + 1] = Math.max(cold[c + FOLLOWERS + 1], cold[cc + FOLLOWERS + 1]);
            cold[c + PARTNERED] |= cold[cc + PARTNERED];
        }
    }

    private static boolean samePlace(Streams streams, int rowA, int rowB) {
        return streams.latitude(rowA) == streams.latitude(rowB) && streams.longitude(rowA) == streams.longitude(rowB);
    }

    private void clear(int node) {
        int h = node * HOT;
        int c = node * COLD;
        put(h + STATIC, Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY));
        cold[c + QUALITY] = bits(Float.POSITIVE_INFINITY);
        cold[c + QUALITY + 1] = bits(Float.NEGATIVE_INFINITY);
        cold[c + VIEWERS] = Integer.MAX_VALUE;
        cold[c + FOLLOWERS] = Integer.MAX_VALUE;
    }

    /// The lower edge of the box along an axis.
    double low(int node, int axis) {
        return floatAt(hot, node * HOT + axis);
    }

    /// The upper edge.
    double high(int node, int axis) {
        return floatAt(hot, node * HOT + 3 + axis);
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
        return hot[node * HOT + FIRST_ID];
    }

    /// Whether all streams are in exactly the same place.
    boolean onePoint(int node) {
        return hot[node * HOT + ONE_POINT] == 1;
    }

    double qualityMin(int node) {
        return floatAt(cold, node * COLD + QUALITY);
    }

    double qualityMax(int node) {
        return floatAt(cold, node * COLD + QUALITY + 1);
    }

    int viewersMin(int node) {
        return cold[node * COLD + VIEWERS];
    }

    int viewersMax(int node) {
        return cold[node * COLD + VIEWERS + 1];
    }

    int followersMin(int node) {
        return cold[node * COLD + FOLLOWERS];
    }

    int followersMax(int node) {
        return cold[node * COLD + FOLLOWERS + 1];
    }

    boolean somePartnered(int node) {
        return (cold[node * COLD + PARTNERED] & 2) != 0;
    }

    boolean someNotPartnered(int node) {
        return (cold[node * COLD + PARTNERED] & 1) != 0;
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

    private static float floatAt(int[] words, int at) {
        return Float.intBitsToFloat(words[at]);
    }

    private long get(int at) {
        return Integer.toUnsignedLong(hot[at]) | (long) hot[at + 1] << 32;
    }

    private void put(int at, long value) {
        hot[at] = (int) value;
        hot[at + 1] = (int) (value >>> 32);
    }
}
