// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The stream terms of one click model over the packed tree: each stream's, and the largest under each node. Floats,
/// rounded up. One pass over the streams makes it; it goes with the model. Immutable.
final class ModelTerms {
    /// Fewer streams are looked at as fast without the table of distances, and a tree of changed streams is made anew
    /// so
    /// often that making the table, 0.1 ms, would be felt.
    private static final int FEW_STREAMS = 2000;

    private final float[] streams;
    private final float[] nodes;
    private final float @Nullable [] distances;

    private ModelTerms(float[] streams, float[] nodes, float @Nullable [] distances) {
        this.streams = streams;
        this.nodes = nodes;
        this.distances = distances;
    }

    /// Computes the terms of all streams of a tree. Works on all cores.
    static ModelTerms of(PackedTree tree, BoundedClickModel model) {
        Streams columns = tree.streams();
        NodeArray nodes = tree.nodes();
        float[] streams = new float[tree.size()];
        IntStream.range(0, nodes.count()).parallel().filter(nodes::leaf).forEach(leaf -> {
            int from = nodes.first(leaf);
            int count = nodes.size(leaf);
            for (int i = 0; i < count; i++) {
                int row = PackedTree.row(tree.word(PackedTree.at(from + i)));
                streams[from + i] = up(model.streamTerm(
                        columns.qualityScore(row),
                        columns.avgViewerCount(row),
                        columns.creatorFollowers(row),
                        columns.partnered(row),
                        columns.matureContent(row)));
            }
        });
        float[] distances = tree.size() > FEW_STREAMS && model.boundFor(0, 0) instanceof LogOddsBound bound
                ? ClickBound.distances(bound)
                : null;
        return new ModelTerms(streams, most(nodes, streams), distances);
    }

    private static float[] most(NodeArray nodes, float[] streams) {
        float[] terms = new float[nodes.count()];
        for (int node = terms.length - 1; node >= 0; node--) {
            float[] below = nodes.leaf(node) ? streams : terms;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = nodes.first(node); i < nodes.first(node) + nodes.size(node); i++) {
                most = Math.max(most, below[i]);
            }
            terms[node] = most;
        }
        return terms;
    }

    private static float up(double value) {
        float near = (float) value;
        return near < value ? Math.nextUp(near) : near;
    }

    /// The term of a stream.
    double stream(int stream) {
        return streams[stream];
    }

    /// The largest term under a node.
    double node(int node) {
        return nodes[node];
    }

    /// What a chord adds to the log-odds at most, by [Nearness#step], if the model's bound adds up on that scale and
    /// there
    /// are enough streams.
    float @Nullable [] distances() {
        return distances;
    }

    /// What it takes in memory, bytes.
    long bytes() {
        return 4L * (streams.length + nodes.length);
    }
}
