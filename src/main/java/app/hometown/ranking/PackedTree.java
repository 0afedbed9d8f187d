// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import java.util.stream.IntStream;

/// The live streams packed into leaves of [#LEAF], and above them nodes of [#FAN] children each, all in flat arrays:
/// where a node's children are follows from its number. Immutable.
///
/// A stream takes five words in its leaf's block: all static scores of the leaf first, then the codes, then x, y and z,
/// so that a leaf is one run of memory and what is looked at first lies first. A node takes one cache line of what
/// every bound reads, and half a line of what only unusual scorings need.
final class PackedTree {
    /// Streams a leaf. With ten million streams a user in a city looks at 160 nodes and 520 streams with leaves of 32
    /// (43.9 bytes a stream), 193 and 333 with 16 (47.4), 200 and 200 with 8 and 4 children a node (56.5).
    static final int LEAF = 16;

    /// Children a node. With 4 it is 161 nodes instead of 193, but 1.1 bytes a stream more; with 16 it is 284.
    static final int FAN = 8;

    private static final int BLOCK = 5 * LEAF;
    private static final int CODES = LEAF;
    private static final int VECTOR = 2 * LEAF;

    private static final int LANGUAGES = 1 << 8;
    private static final int CATEGORIES = 1 << 8;
    private static final int CITIES = 1 << 16;

    private final Streams streams;
    private final IdOrder ids;
    private final int size;
    private final boolean codesExact;
    private final int[] levelStarts;
    private final long[] blocks;
    private final NodeArray nodes;

    private PackedTree(Catalog catalog, IdOrder ids, int[] order, Progress progress) {
        streams = catalog.streams();
        this.ids = ids;
        size = order.length;
        codesExact = catalog.languages().size() <= LANGUAGES
                && catalog.categories().size() <= CATEGORIES
                && catalog.cities().size() <= CITIES;
        levelStarts = levelStarts(size);
        blocks = new long[Math.multiplyExact(leaves(), BLOCK)];
        nodes = new NodeArray(levelStarts[levelStarts.length - 1]);
        IntStream.range(0, leaves()).parallel().forEach(leaf -> pack(leaf, order));
        progress.done(2L * size);
        for (int level = 1; level < levelStarts.length - 1; level++) {
            for (int node = levelStarts[level]; node < levelStarts[level + 1]; node++) {
                int first = firstChild(node, level);
                nodes.cover(node, first, lastChild(first, level), streams, ids);
            }
        }
    }

    /// Packs the live streams of a catalog.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static PackedTree of(Catalog catalog, Progress progress) {
        Streams streams = catalog.streams();
        int[] live = IntStream.range(0, streams.size()).filter(streams::live).toArray();
        return of(catalog, new IdOrder(streams.ids()), live, progress);
    }

    private static PackedTree of(Catalog catalog, IdOrder ids, int[] rows, Progress progress) {
        Streams streams = catalog.streams();
        StreamOrder.arrange(streams, rows, row -> Scorer.staticPoints(streams, base(), row), progress);
        return new PackedTree(catalog, ids, rows, progress);
    }

    /// Packs some rows of a later snapshot of the same streams into a tree of their own.
    PackedTree packed(Catalog newer, int[] rows) {
        return of(newer, ids, rows, Progress.NONE);
    }

    /// The constants whose static score is packed: scorings with these are the fastest.
    static Scoring.Base base() {
        return Scoring.DEFAULT.base();
    }

    private static int[] levelStarts(int size) {
        int levels = 1;
        for (long count = Math.ceilDiv(size, LEAF); count > 1; count = Math.ceilDiv(count, FAN)) {
            levels++;
        }
        int[] starts = new int[levels + 1];
        int count = Math.ceilDiv(size, LEAF);
        for (int level = 0; level < levels; level++) {
            starts[level + 1] = starts[level] + count;
            count = Math.ceilDiv(count, FAN);
        }
        return starts;
    }

    /// In three rounds, because a leaf's rows lie anywhere in the columns: the first only reads, so that the processor
    /// waits for many rows at a time.
    private void pack(int leaf, int[] order) {
        int from = leaf * LEAF;
        int count = leafSize(leaf);
        int block = at(leaf);
        for (int i = 0; i < count; i++) {
            int row = order[from + i];
            blocks[block + i] = Double.doubleToRawLongBits(Scorer.staticPoints(streams, base(), row));
            blocks[block + i + CODES] = Integer.toUnsignedLong(row)
                    | (long) (streams.language(row) & (LANGUAGES - 1)) << 32
                    | (long) (streams.category(row) & (CATEGORIES - 1)) << 40
                    | (long) (streams.city(row) & (CITIES - 1)) << 48;
            blocks[block + i + VECTOR] = Double.doubleToRawLongBits(streams.latitude(row));
            blocks[block + i + VECTOR + LEAF] = Double.doubleToRawLongBits(streams.longitude(row));
        }
        for (int i = 0; i < count; i++) {
            int at = block + i;
            Vector vector = Vector.of(
                    Double.longBitsToDouble(blocks[at + VECTOR]), Double.longBitsToDouble(blocks[at + VECTOR + LEAF]));
            blocks[at + VECTOR] = Double.doubleToRawLongBits(vector.x());
            blocks[at + VECTOR + LEAF] = Double.doubleToRawLongBits(vector.y());
            blocks[at + VECTOR + 2 * LEAF] = Double.doubleToRawLongBits(vector.z());
            nodes.widen(leaf, i == 0, vector);
        }
        for (int i = 0; i < count; i++) {
            nodes.include(leaf, i == 0, streams, order[from + i], staticPoints(block + i), ids);
        }
    }

    /// The streams as they were when they were packed.
    Streams streams() {
        return streams;
    }

    /// How many streams are packed: the live ones.
    int size() {
        return size;
    }

    /// How many leaves there are.
    int leaves() {
        return levelStarts[1];
    }

    /// How many nodes there are, leaves included; a node's number is below it, the root's the last.
    int nodeCount() {
        return nodes.count();
    }

    /// The order of stream ids.
    IdOrder ids() {
        return ids;
    }

    /// What is known of each node.
    NodeArray nodes() {
        return nodes;
    }

    /// Whether the packed codes are the catalog's; with huge vocabularies they are cut short and not to be relied on.
    boolean codesExact() {
        return codesExact;
    }

    /// The level of a node; leaves are on 0.
    int level(int node) {
        int level = 0;
        while (node >= levelStarts[level + 1]) {
            level++;
        }
        return level;
    }

    /// The first child of a node above the leaves.
    int firstChild(int node, int level) {
        return levelStarts[level - 1] + (node - levelStarts[level]) * FAN;
    }

    /// The place behind the last child of a node.
    int lastChild(int firstChild, int level) {
        return Math.min(firstChild + FAN, levelStarts[level]);
    }

    /// The first leaf under a node.
    int firstLeaf(int node) {
        int level = level(node);
        int first = node - levelStarts[level];
        for (int i = 0; i < level; i++) {
            first *= FAN;
        }
        return first;
    }

    /// How many streams a leaf holds.
    int leafSize(int leaf) {
        return Math.min(LEAF, size - leaf * LEAF);
    }

    /// Where a leaf's streams lie: the first of them; the others follow.
    static int at(int leaf) {
        return leaf * BLOCK;
    }

    /// The default scoring's static score of a stream.
    double staticPoints(int at) {
        return Double.longBitsToDouble(blocks[at]);
    }

    /// Row and codes of a stream, as one word.
    long word(int at) {
        return blocks[at + CODES];
    }

    /// The row in the catalog.
    static int row(long word) {
        return (int) word;
    }

    /// The language code, perhaps cut short.
    static int language(long word) {
        return (int) (word >>> 32) & (LANGUAGES - 1);
    }

    /// The category code, perhaps cut short.
    static int category(long word) {
        return (int) (word >>> 40) & (CATEGORIES - 1);
    }

    /// The city code, perhaps cut short.
    static int city(long word) {
        return (int) (word >>> 48);
    }

    /// Distance from a vector to a stream, or NaN where it takes more than vectors.
    double distanceKm(Vector from, int at) {
        return Geodesic.distanceKm(
                from.x(),
                from.y(),
                from.z(),
                Double.longBitsToDouble(blocks[at + VECTOR]),
                Double.longBitsToDouble(blocks[at + VECTOR + LEAF]),
                Double.longBitsToDouble(blocks[at + VECTOR + 2 * LEAF]));
    }

    /// Not above the distance from a vector to a stream: the chord, at the polar radius. Tight where it is short.
    double leastKm(Vector from, int at) {
        double dx = from.x() - Double.longBitsToDouble(blocks[at + VECTOR]);
        double dy = from.y() - Double.longBitsToDouble(blocks[at + VECTOR + LEAF]);
        double dz = from.z() - Double.longBitsToDouble(blocks[at + VECTOR + 2 * LEAF]);
        return NodeDistance.leastKm(Geodesic.B_KM * Math.sqrt(dx * dx + dy * dy + dz * dz));
    }

    /// What it takes in memory beyond the catalog, bytes.
    long bytes() {
        return 8L * blocks.length + nodes.bytes();
    }
}
