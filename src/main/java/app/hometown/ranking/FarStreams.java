// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// Streams near the user's antipodes, put off to the end of a search: their distances take a microsecond each
/// ([app.hometown.geo.Geodesic]), and nearly all of them turn out not to be among the best k once those that are
/// cheaper to score are known. Of 500 streams, where that was a third of all work, a request takes 0.75 to 0.79 times
/// as
/// long that way.
///
/// There is room for some only: were all streams put off, no k-th score would end the search. And only trees of few
/// streams have any: of three million, the slowest hundredth of users far from everything took 1.2 to 1.4 times as
/// long,
/// for want of the k-th score of those that are put off.
final class FarStreams {
    /// The square of the chord beyond which a distance is dear: 140°.
    private static final double FAR = 4 * 0.883;

    /// Streams of a tree that has room.
    private static final int FEW_STREAMS = 10_000;

    private static final int ROOM = 32;

    private final int[] streams = new int[ROOM];
    private final double[] points = new double[ROOM];
    private final double[] bounds = new double[ROOM];
    private final int room;
    private int size;

    /// @param streams how many the tree has
    FarStreams(int streams) {
        room = streams <= FEW_STREAMS ? ROOM : 0;
    }

    /// Forgets what was put off.
    void clear() {
        size = 0;
    }

    /// Whether a stream with this chord is put off.
    boolean takes(double chordSquared) {
        return chordSquared > FAR && size < room;
    }

    /// @param points the base part of its score
    /// @param bound its score is not above
    void add(int stream, double points, double bound) {
        streams[size] = stream;
        this.points[size] = points;
        bounds[size++] = bound;
    }

    /// How many were put off.
    int size() {
        return size;
    }

    /// One of them.
    int stream(int index) {
        return streams[index];
    }

    /// The base part of its score.
    double points(int index) {
        return points[index];
    }

    /// Its score is not above.
    double bound(int index) {
        return bounds[index];
    }
}
