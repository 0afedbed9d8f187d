// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Box;
import app.hometown.geo.Geodesic;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// All candidates of a request with what their scores are made of, for questions that the best k do not answer.
/// Immutable.
///
/// @param viewer for whom
/// @param streams the streams of the viewer's catalog
/// @param ranker what scores them
/// @param rows their rows, ascending
/// @param distancesKm their distances
/// @param probabilities their P(click); 0 without a click model
/// @param scores their scores
@SuppressWarnings("ArrayRecordComponent") // never compared
record Candidates(
        Viewer viewer,
        Streams streams,
        Ranker ranker,
        int[] rows,
        double[] distancesKm,
        double[] probabilities,
        double[] scores) {
    /// Rows that one thread looks at before it tells how far it is: some milliseconds.
    private static final int CHUNK = 1 << 14;

    /// Collects the live streams within a radius, on all cores: about 0.2 µs a stream within.
    ///
    /// @param radiusKm as it is after expansion; empty means the whole world
    /// @param progress told of rows, from the cores in turn
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static Candidates within(
            Viewer viewer, Streams streams, Ranker ranker, OptionalDouble radiusKm, Progress progress) {
        double limitKm = radiusKm.orElse(Double.POSITIVE_INFINITY);
        Box box = limitKm < Geodesic.FARTHEST_KM
                ? Box.around(viewer.latitude(), viewer.longitude(), limitKm)
                : Box.WORLD;
        List<Candidates> parts = IntStream.range(0, Math.ceilDiv(streams.size(), CHUNK))
                .parallel()
                .mapToObj(chunk -> {
                    progress.done((long) chunk * CHUNK);
                    return part(viewer, streams, ranker, limitKm, box, chunk * CHUNK);
                })
                .toList();
        int size = parts.stream().mapToInt(Candidates::size).sum();
        Candidates all = new Candidates(
                viewer, streams, ranker, new int[size], new double[size], new double[size], new double[size]);
        int at = 0;
        for (Candidates part : parts) {
            System.arraycopy(part.rows, 0, all.rows, at, part.size());
            System.arraycopy(part.distancesKm, 0, all.distancesKm, at, part.size());
            System.arraycopy(part.probabilities, 0, all.probabilities, at, part.size());
            System.arraycopy(part.scores, 0, all.scores, at, part.size());
            at += part.size();
        }
        return all;
    }

    private static Candidates part(
            Viewer viewer, Streams streams, Ranker ranker, double limitKm, Box box, int from) {
        int most = Math.min(CHUNK, streams.size() - from);
        int[] rows = new int[most];
        double[] distancesKm = new double[most];
        double[] probabilities = new double[most];
        double[] scores = new double[most];
        Scorer scorer = new Scorer(viewer, streams, ranker);
        int size = 0;
        for (int row = from; row < from + most; row++) {
            if (!streams.live(row) || !box.contains(streams.latitude(row), streams.longitude(row))) {
                continue;
            }
            double distanceKm = scorer.distanceKm(row);
            if (distanceKm <= limitKm) {
                rows[size] = row;
                distancesKm[size] = distanceKm;
                probabilities[size] = scorer.clickProbability(row, distanceKm);
                scores[size] = scorer.score(row, distanceKm, probabilities[size]);
                size++;
            }
        }
        return new Candidates(
                viewer,
                streams,
                ranker,
                Arrays.copyOf(rows, size),
                Arrays.copyOf(distancesKm, size),
                Arrays.copyOf(probabilities, size),
                Arrays.copyOf(scores, size));
    }

    int size() {
        return rows.length;
    }

    /// Whether a candidate stands above another when their scores are these: score descending, then id.
    boolean above(int one, double score, int other, double otherScore) {
        // A score that is not a number counts as the lowest of all.
        double a = Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
        double b = Double.isNaN(otherScore) ? Double.NEGATIVE_INFINITY : otherScore;
        return a > b || (a == b && before(one, other));
    }

    /// Whether the id of a candidate comes before that of another.
    boolean before(int one, int other) {
        return streams.ids().compare(rows[one], rows[other]) < 0;
    }

    /// The rank of a candidate among all, from 1.
    int rank(int candidate) {
        int rank = 1;
        for (int other = 0; other < rows.length; other++) {
            if (other != candidate && above(other, scores[other], candidate, scores[candidate])) {
                rank++;
            }
        }
        return rank;
    }

    /// The place of a row, or negative when it is not a candidate.
    int indexOf(int row) {
        return Arrays.binarySearch(rows, row);
    }

    /// The score of a candidate by a scorer of other numbers, with the same click model.
    double score(int candidate, Scorer scorer) {
        return scorer.score(rows[candidate], distancesKm[candidate], probabilities[candidate]);
    }
}
