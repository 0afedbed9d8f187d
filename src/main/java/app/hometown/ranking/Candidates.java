// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Box;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// All candidates of a request, best score first, with what their scores are made of: for questions that the best k do
/// not answer. Immutable.
///
/// Columns in the order of scores, because whoever asks goes through all of them in that order, again and again.
final class Candidates {
    /// Rows that one thread looks at before it tells how far it is: some milliseconds.
    private static final int CHUNK = 1 << 14;

    private static final int LANGUAGE = 1;
    private static final int CATEGORY = 2;
    private static final int PARTNERED = 4;

    private final Viewer viewer;
    private final Streams streams;
    private final Ranker ranker;
    private final int size;
    private final int[] rows;
    private final double[] distancesKm;
    private final double[] probabilities;
    private final double[] scores;
    private final double[] qualities;
    private final int[] viewers;
    private final int[] followers;
    private final byte[] flags;

    /// With room for some, to be filled by who makes it.
    private Candidates(Viewer viewer, Streams streams, Ranker ranker, int size) {
        this.viewer = viewer;
        this.streams = streams;
        this.ranker = ranker;
        this.size = size;
        rows = new int[size];
        distancesKm = new double[size];
        probabilities = new double[size];
        scores = new double[size];
        qualities = new double[size];
        viewers = new int[size];
        followers = new int[size];
        flags = new byte[size];
    }

    /// A stretch of rows and how many candidates it has.
    private record Part(Candidates columns, int size) {}

    /// Collects the live streams within a radius, on all cores: some 0.2 µs of a core for each.
    ///
    /// @param radiusKm as it is after expansion; empty means the whole world
    /// @param progress told of rows, by the cores
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static Candidates within(
            Viewer viewer, Streams streams, Ranker ranker, OptionalDouble radiusKm, Progress progress) {
        double limitKm = radiusKm.orElse(Double.POSITIVE_INFINITY);
        Box box =
                limitKm < Geodesic.FARTHEST_KM ? Box.around(viewer.latitude(), viewer.longitude(), limitKm) : Box.WORLD;
        List<Part> parts = IntStream.range(0, Math.ceilDiv(streams.size(), CHUNK))
                .parallel()
                .mapToObj(chunk -> {
                    int from = chunk * CHUNK;
                    progress.done(from);
                    Candidates columns =
                            new Candidates(viewer, streams, ranker, Math.min(CHUNK, streams.size() - from));
                    return new Part(columns, columns.collect(from, limitKm, box));
                })
                .toList();
        int size = parts.stream().mapToInt(Part::size).sum();
        double[] all = new double[size];
        int at = 0;
        for (Part part : parts) {
            System.arraycopy(part.columns().scores, 0, all, at, part.size());
            at += part.size();
        }
        int[] places = new int[size];
        int[] order = ScoreOrder.descending(all);
        for (int place = 0; place < size; place++) {
            places[order[place]] = place;
        }
        Candidates sorted = new Candidates(viewer, streams, ranker, size);
        int first = 0;
        for (Part part : parts) {
            for (int i = 0; i < part.size(); i++) {
                sorted.copy(part.columns(), i, places[first + i]);
            }
            first += part.size();
        }
        return sorted;
    }

    /// Fills in the candidates among the rows from one on; returns how many.
    private int collect(int from, double limitKm, Box box) {
        Scorer scorer = new Scorer(viewer, streams, ranker);
        Vector here = Vector.of(viewer.latitude(), viewer.longitude());
        int count = 0;
        for (int row = from; row < from + size; row++) {
            double latitude = streams.latitude(row);
            double longitude = streams.longitude(row);
            if (!streams.live(row) || !box.contains(latitude, longitude)) {
                continue;
            }
            double distanceKm = Geodesic.distanceKm(here, Vector.of(latitude, longitude));
            if (Double.isNaN(distanceKm)) {
                distanceKm = scorer.distanceKm(row);
            }
            if (distanceKm <= limitKm) {
                put(count++, row, distanceKm, scorer);
            }
        }
        return count;
    }

    private void put(int at, int row, double distanceKm, Scorer scorer) {
        rows[at] = row;
        distancesKm[at] = distanceKm;
        probabilities[at] = scorer.clickProbability(row, distanceKm);
        scores[at] = scorer.score(row, distanceKm, probabilities[at]);
        qualities[at] = streams.qualityScore(row);
        viewers[at] = streams.avgViewerCount(row);
        followers[at] = streams.creatorFollowers(row);
        flags[at] = (byte) ((viewer.language() == streams.language(row) ? LANGUAGE : 0)
                | (viewer.prefers(streams.category(row)) ? CATEGORY : 0)
                | (streams.partnered(row) ? PARTNERED : 0));
    }

    private void copy(Candidates from, int one, int to) {
        rows[to] = from.rows[one];
        distancesKm[to] = from.distancesKm[one];
        probabilities[to] = from.probabilities[one];
        scores[to] = from.scores[one];
        qualities[to] = from.qualities[one];
        viewers[to] = from.viewers[one];
        followers[to] = from.followers[one];
        flags[to] = from.flags[one];
    }

    /// How many there are.
    int size() {
        return size;
    }

    /// For whom.
    Viewer viewer() {
        return viewer;
    }

    /// What scores them.
    Ranker ranker() {
        return ranker;
    }

    /// Nearness of a candidate as the formula has it, with the user's local preference.
    double nearness(int candidate) {
        return Features.proximity(distancesKm[candidate]) * (1.0 + viewer.localPreferenceStrength());
    }

    /// P(click) of a candidate; 0 without a click model.
    double probability(int candidate) {
        return probabilities[candidate];
    }

    /// The score of a candidate.
    double score(int candidate) {
        return scores[candidate];
    }

    /// All scores, descending; not to be changed.
    double[] scores() {
        return scores;
    }

    /// Quality score of a candidate.
    double quality(int candidate) {
        return qualities[candidate];
    }

    /// Average viewers of a candidate.
    int viewers(int candidate) {
        return viewers[candidate];
    }

    /// Followers of a candidate's creator.
    int followers(int candidate) {
        return followers[candidate];
    }

    /// Whether a candidate shares the user's language.
    boolean language(int candidate) {
        return (flags[candidate] & LANGUAGE) != 0;
    }

    /// Whether the user prefers a candidate's category.
    boolean category(int candidate) {
        return (flags[candidate] & CATEGORY) != 0;
    }

    /// Whether a candidate's creator is a partner.
    boolean partnered(int candidate) {
        return (flags[candidate] & PARTNERED) != 0;
    }

    /// The base part of a candidate's score.
    double points(int candidate, Scoring.Base base) {
        return Scorer.points(
                Scorer.staticPoints(
                        base.quality() * qualities[candidate],
                        Scorer.viewers(base, viewers[candidate]),
                        Scorer.followers(base, followers[candidate]),
                        partnered(candidate) ? base.partnered() : 0.0),
                language(candidate) ? base.languageMatch() : 0.0,
                category(candidate) ? base.categoryMatch() : 0.0);
    }

    /// The same candidates under another scoring.
    Rescored under(Scoring scoring) {
        Ranker other = new Ranker(ranker.name(), scoring, ranker.clickModel());
        return new Rescored(this, new Scorer(viewer, streams, other), scoring.base());
    }

    /// Candidates under another scoring, with the distances and probabilities that they have.
    record Rescored(Candidates candidates, Scorer scorer, Scoring.Base base) {
        /// The score of a candidate, to the bit what ranks it.
        double score(int candidate) {
            return scorer.score(
                    candidates.distancesKm[candidate],
                    candidates.points(candidate, base),
                    candidates.probabilities[candidate]);
        }
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
        for (int other = 0; other < size; other++) {
            if (other != candidate && above(other, scores[other], candidate, scores[candidate])) {
                rank++;
            }
        }
        return rank;
    }

    /// The place of a row, or -1 when it is not a candidate. Looks at all.
    int indexOf(int row) {
        for (int candidate = 0; candidate < size; candidate++) {
            if (rows[candidate] == row) {
                return candidate;
            }
        }
        return -1;
    }
}
