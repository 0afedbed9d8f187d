// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import java.util.stream.IntStream;

/// The live streams packed into leaves of up to [#LEAF], and above them nodes of up to [#FAN] children each, all in
/// flat
/// arrays. Immutable.
///
/// A stream takes five words: static score, codes and row, x, y, z. A leaf's streams lie in one run of memory, those
/// with the best static scores first, so that a search reads forward and may stop where the rest cannot matter. A node
/// takes one cache line of what every bound reads, and 16 bytes of what only ties and unusual scorings need.
final class PackedTree {
    /// Most streams a leaf. Measured with all leaves full: with ten million streams a user in a city looks at 160 nodes
    /// and 520 streams with leaves of 32, 193 and 333 with 16 (3.5 bytes a stream more), 200 and 200 with 8 and 4
    /// children a node (9 more).
    static final int LEAF = 16;

    /// Most children a node. With 4 it is 161 nodes instead of 193, but 1.1 bytes a stream more; with 16 it is 284.
    static final int FAN = 8;

    /// Words a stream.
    private static final int WORDS = 5;

    private static final int STATIC = 0;
    private static final int CODES = 1;
    private static final int X = 2;
    private static final int Y = 3;
    private static final int Z = 4;

    private static final int LANGUAGES = 1 << 8;
    private static final int CATEGORIES = 1 << 8;
    private static final int CITIES = 1 << 16;

    private final Streams streams;
    private final IdOrder ids;
    private final int size;
    private final boolean codesExact;
    private final long[] blocks;
    private final NodeArray nodes;

    private PackedTree(Catalog catalog, IdOrder ids, int[] order, StreamOrder.Group root, Progress progress) {
        streams = catalog.streams();
        this.ids = ids;
        size = order.length;
        codesExact = catalog.languages().size() <= LANGUAGES
                && catalog.categories().size() <= CATEGORIES
                && catalog.cities().size() <= CITIES;
        blocks = new long[Math.multiplyExact(size, WORDS)];
        nodes = new NodeArray(root.size());
        nodes.lay(root);
        IntStream.range(0, nodes.count()).parallel().filter(nodes::leaf).forEach(leaf -> pack(leaf, order));
        progress.done(2L * size);
        for (int node = nodes.count() - 1; node >= 0; node--) {
            if (!nodes.leaf(node)) {
                nodes.cover(node, streams, ids);
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
        StreamOrder.Group root =
                StreamOrder.arrange(streams, rows, row -> Scorer.staticPoints(streams, base(), row), progress);
        return new PackedTree(catalog, ids, rows, root, progress);
    }

    /// Packs some rows of a later snapshot of the same streams into a tree of their own.
    PackedTree packed(Catalog newer, int[] rows) {
        return of(newer, ids, rows, Progress.NONE);
    }

    /// The constants whose static score is packed: scorings with these are the fastest.
    static Scoring.Base base() {
        return Scoring.DEFAULT.base();
    }

    /// In rounds, because a leaf's rows lie anywhere in the columns: the first only reads, so that the processor waits
    /// for many rows at a time.
    private void pack(int leaf, int[] order) {
        int from = nodes.first(leaf);
        int count = nodes.size(leaf);
        for (int i = 0; i < count; i++) {
            int row = order[from + i];
            int at = at(from + i);
            blocks[at + STATIC] = Double.doubleToRawLongBits(Scorer.staticPoints(streams, base(), row));
            blocks[at + CODES] = Integer.toUnsignedLong(row)
                    | (long) (streams.language(row) & (LANGUAGES - 1)) << 32
                    | (long) (streams.category(row) & (CATEGORIES - 1)) << 40
                    | (long) (streams.city(row) & (CITIES - 1)) << 48;
            blocks[at + X] = Double.doubleToRawLongBits(streams.latitude(row));
            blocks[at + Y] = Double.doubleToRawLongBits(streams.longitude(row));
        }
        for (int i = 0; i < count; i++) {
            int at = at(from + i);
            Vector vector = Vector.of(Double.longBitsToDouble(blocks[at + X]), Double.longBitsToDouble(blocks[at + Y]));
            blocks[at + X] = Double.doubleToRawLongBits(vector.x());
            blocks[at + Y] = Double.doubleToRawLongBits(vector.y());
            blocks[at + Z] = Double.doubleToRawLongBits(vector.z());
            nodes.widen(leaf, i == 0, vector);
        }
        for (int i = 0; i < count; i++) {
            nodes.include(leaf, i == 0, streams, order[from + i], staticPoints(at(from + i)), ids);
        }
        sort(from, count);
    }

    /// Puts a leaf's streams in the order of their static scores, the best first, by insertion.
    private void sort(int from, int count) {
        long[] moved = new long[WORDS];
        for (int i = from + 1; i < from + count; i++) {
            double points = staticPoints(at(i));
            int to = i;
            while (to > from && staticPoints(at(to - 1)) < points) {
                to--;
            }
            if (to < i) {
                System.arraycopy(blocks, at(i), moved, 0, WORDS);
                System.arraycopy(blocks, at(to), blocks, at(to + 1), at(i) - at(to));
                System.arraycopy(moved, 0, blocks, at(to), WORDS);
            }
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

    /// The leaf under a node whose streams come first.
    int firstLeaf(int node) {
        int leaf = node;
        while (!nodes.leaf(leaf)) {
            leaf = nodes.first(leaf);
        }
        return leaf;
    }

    /// Where a stream's words begin.
    static int at(int stream) {
        return stream * WORDS;
    }

    /// The default scoring's static score of a stream.
    double staticPoints(int at) {
        return Double.longBitsToDouble(blocks[at + STATIC]);
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
                Double.longBitsToDouble(blocks[at + X]),
                Double.longBitsToDouble(blocks[at + Y]),
                Double.longBitsToDouble(blocks[at + Z]));
    }

    /// The square of the chord from a vector to a stream, on the unit sphere.
    double chordSquared(Vector from, int at) {
        double dx = from.x() - Double.longBitsToDouble(blocks[at + X]);
        double dy = from.y() - Double.longBitsToDouble(blocks[at + Y]);
        double dz = from.z() - Double.longBitsToDouble(blocks[at + Z]);
        return dx * dx + dy * dy + dz * dz;
    }

    /// Not less than the number of streams within a radius, or any number that is not less than `enough`. Looks at all.
    int atMost(Vector from, double radiusKm, int enough) {
        double reach = NodeDistance.reach(radiusKm);
        int count = 0;
        for (int at = 0; at < blocks.length && count < enough; at += WORDS) {
            count += chordSquared(from, at) <= reach ? 1 : 0;
        }
        return count;
    }

    /// What it takes in memory beyond the catalog, bytes.
    long bytes() {
        return 8L * blocks.length + nodes.bytes();
    }
}
