// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The stream terms of one click model over the packed tree: each stream's, and the largest under each node. Floats,
/// rounded up. One pass over the streams makes it; it goes with the model. Immutable.
final class ModelTerms {
    private final float[] streams;
    private final float[] nodes;

    private ModelTerms(float[] streams, float[] nodes) {
        this.streams = streams;
        this.nodes = nodes;
    }

    /// Computes the terms of all streams of a tree. Works on all cores.
    static ModelTerms of(PackedTree tree, BoundedClickModel model) {
        Streams columns = tree.streams();
        float[] streams = new float[tree.leaves() * PackedTree.LEAF];
        Arrays.fill(streams, Float.NEGATIVE_INFINITY);
        IntStream.range(0, tree.leaves()).parallel().forEach(leaf -> {
            for (int i = 0; i < tree.leafSize(leaf); i++) {
                int row = PackedTree.row(tree.word(PackedTree.at(leaf) + i));
                streams[leaf * PackedTree.LEAF + i] = up(model.streamTerm(
                        columns.qualityScore(row),
                        columns.avgViewerCount(row),
                        columns.creatorFollowers(row),
                        columns.partnered(row),
                        columns.matureContent(row)));
            }
        });
        return new ModelTerms(streams, nodes(tree, streams));
    }

    private static float[] nodes(PackedTree tree, float[] streams) {
        float[] nodes = new float[tree.nodeCount()];
        for (int node = 0; node < nodes.length; node++) {
            int level = tree.level(node);
            float[] below = level == 0 ? streams : nodes;
            int from = level == 0 ? node * PackedTree.LEAF : tree.firstChild(node, level);
            int to = level == 0 ? from + tree.leafSize(node) : tree.lastChild(from, level);
            float most = below[from];
            for (int i = from + 1; i < to; i++) {
                most = Math.max(most, below[i]);
            }
            nodes[node] = most;
        }
        return nodes;
    }

    private static float up(double value) {
        float near = (float) value;
        return near < value ? Math.nextUp(near) : near;
    }

    /// The term of a stream.
    double stream(int leaf, int i) {
        return streams[leaf * PackedTree.LEAF + i];
    }

    /// The largest term under a node.
    double node(int node) {
        return nodes[node];
    }

    /// What it takes in memory, bytes.
    long bytes() {
        return 4L * (streams.length + nodes.length);
    }
}
