// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.TippingPoint.Answer;
import app.hometown.ranking.TippingPoint.At;
import app.hometown.ranking.TippingPoint.Cannot;
import app.hometown.ranking.TippingPoint.Goal;
import app.hometown.ranking.TippingPoint.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Solves for the numbers of the stream itself. Nobody else's score follows them, so the others' lists are marks to
/// pass. Only the distance decides more: whether the stream is a candidate, and with it how far the radius must grow.
final class StreamTipping {
    private static final double BEST_QUALITY = 10;

    private final RankingIndex index;
    private final Viewer viewer;
    private final Ranker ranker;
    private final int k;
    private final int row;
    private final Identifiers ids;

    /// A radius that may be settled on, and who is inside without the stream.
    ///
    /// @param radiusKm infinite for the whole world
    /// @param rows the others' best k, best first
    /// @param scores theirs
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ring(double radiusKm, int[] rows, double[] scores) {}

    /// Distances at which the others are the same.
    ///
    /// @param fromKm exclusive, but for 0
    /// @param toKm inclusive
    /// @param ring who they are
    /// @param inReach whether the stream is a candidate
    private record Stretch(double fromKm, double toKm, Ring ring, boolean inReach) {}

    StreamTipping(RankingIndex index, Viewer viewer, Ranker ranker, int k, int row) {
        this.index = index;
        this.viewer = viewer;
        this.ranker = ranker;
        this.k = k;
        this.row = row;
        Catalog catalog = index.catalog();
        ids = catalog.streams().ids();
    }

    StreamCurve curve(StreamNumber number) {
        return new StreamCurve(viewer, index.catalog().streams(), ranker, row, number);
    }

    /// The answer of a number for a goal that the stream has not reached.
    ///
    /// @param radiusKm as it is after expansion; empty means the whole world
    Answer solve(StreamNumber number, Goal goal, OptionalDouble radiusKm) {
        StreamCurve curve = curve(number);
        if (!curve.followable()) {
            return new Cannot(Reason.OPAQUE_MODEL);
        }
        if (number == StreamNumber.DISTANCE_KM) {
            return distance(curve, goal);
        }
        double now = curve.now();
        if (curveDistance() > radiusKm.orElse(Double.POSITIVE_INFINITY)) {
            return new Cannot(Reason.OUT_OF_REACH);
        }
        double most = number == StreamNumber.QUALITY_SCORE ? BEST_QUALITY : Integer.MAX_VALUE;
        Ring ring = ring(radiusKm.orElse(Double.POSITIVE_INFINITY));
        if (isAlways(goal, ring) || isNever(goal, ring)) {
            return new Cannot(Reason.NO_VALUE);
        }
        StreamCurve.Mark mark = mark(goal, ring);
        double up = curve.nearest(now, most, mark);
        double down = curve.nearest(now, 0, mark);
        return nearest(now, up, down);
    }

    private double curveDistance() {
        return curve(StreamNumber.DISTANCE_KM).now();
    }

    private static Answer nearest(double now, double one, double other) {
        double nearest = Double.isNaN(one) || Math.abs(other - now) < Math.abs(one - now) ? other : one;
        return Double.isNaN(nearest) ? new Cannot(Reason.NO_VALUE) : new At(nearest);
    }

    private Answer distance(StreamCurve curve, Goal goal) {
        double now = curve.now();
        double nearest = Double.NaN;
        for (Stretch stretch : stretches()) {
            double found = distance(curve, goal, stretch, now);
            if (Double.isNaN(nearest) || Math.abs(found - now) < Math.abs(nearest - now)) {
                nearest = found;
            }
        }
        return Double.isNaN(nearest) ? new Cannot(Reason.NO_VALUE) : new At(nearest);
    }

    private double distance(StreamCurve curve, Goal goal, Stretch stretch, double now) {
        double from = stretch.fromKm() == 0 ? 0 : Math.nextUp(stretch.fromKm());
        double to = stretch.toKm();
        boolean certain = stretch.inReach() ? isAlways(goal, stretch.ring()) : goal == Goal.OUT_OF_TOP_K;
        if (certain) {
            return Math.clamp(now, from, to);
        }
        if (!stretch.inReach() || isNever(goal, stretch.ring())) {
            return Double.NaN;
        }
        StreamCurve.Mark mark = mark(goal, stretch.ring());
        if (now <= from) {
            return curve.nearest(from, to, mark);
        }
        if (now >= to) {
            return curve.nearest(to, from, mark);
        }
        double up = curve.nearest(now, to, mark);
        double down = curve.nearest(now, from, mark);
        return Double.isNaN(up) || Math.abs(down - now) < Math.abs(up - now) ? down : up;
    }

    /// All distances, cut where the radius changes that would be settled on.
    private List<Stretch> stretches() {
        List<Ring> rings = rings();
        List<Stretch> stretches = new ArrayList<>();
        double from = 0;
        for (int inside = 0; inside < rings.size() && from < Geodesic.FARTHEST_KM; inside++) {
            double to = Math.min(rings.get(inside).radiusKm(), Geodesic.FARTHEST_KM);
            int settled = 0;
            while (settled < rings.size() - 1 && rings.get(settled).rows().length + (inside <= settled ? 1 : 0) < k) {
                settled++;
            }
            stretches.add(new Stretch(from, to, rings.get(settled), inside <= settled));
            from = to;
        }
        if (from < Geodesic.FARTHEST_KM) {
            stretches.add(new Stretch(from, Geodesic.FARTHEST_KM, rings.getLast(), false));
        }
        stretches.sort(Comparator.comparingDouble(Stretch::fromKm));
        return stretches;
    }

    /// The radii that may be settled on: up to the first that holds k without the stream.
    private List<Ring> rings() {
        List<Ring> rings = new ArrayList<>();
        double radiusKm = ranker.scoring().radiusKm().orElse(Double.POSITIVE_INFINITY);
        while (true) {
            boolean world = radiusKm >= Geodesic.FARTHEST_KM;
            Ring ring = ring(world ? Double.POSITIVE_INFINITY : radiusKm);
            rings.add(ring);
            if (world || !ranker.scoring().expand() || ring.rows().length >= k) {
                return rings;
            }
            radiusKm *= 2;
        }
    }

    private Ring ring(double radiusKm) {
        Scoring scoring = ranker.scoring();
        OptionalDouble limit = Double.isInfinite(radiusKm) ? OptionalDouble.empty() : OptionalDouble.of(radiusKm);
        Ranker inside = new Ranker(
                ranker.name(), new Scoring(scoring.weights(), scoring.base(), limit, false), ranker.clickModel());
        Hits hits = index.hits(viewer, inside, k + 1);
        int[] rows = new int[k];
        double[] scores = new double[k];
        int size = 0;
        for (int i = 0; i < hits.size() && size < k; i++) {
            if (hits.rows()[i] != row) {
                rows[size] = hits.rows()[i];
                scores[size++] = hits.scores()[i];
            }
        }
        return new Ring(radiusKm, Arrays.copyOf(rows, size), Arrays.copyOf(scores, size));
    }

    /// Whether the stream, being a candidate, reaches the goal whatever its score.
    private boolean isAlways(Goal goal, Ring ring) {
        return switch (goal) {
            case FIRST -> ring.rows().length == 0;
            case INTO_TOP_K -> ring.rows().length < k;
            case OUT_OF_TOP_K -> false;
        };
    }

    /// Whether no score reaches the goal: there are too few others to be left out.
    private boolean isNever(Goal goal, Ring ring) {
        return goal == Goal.OUT_OF_TOP_K && ring.rows().length < k;
    }

    private StreamCurve.Mark mark(Goal goal, Ring ring) {
        int place = goal == Goal.FIRST ? 0 : k - 1;
        double rival = ring.scores()[place];
        boolean winsTies = ids.compare(row, ring.rows()[place]) < 0;
        boolean over = goal != Goal.OUT_OF_TOP_K;
        return new StreamCurve.Mark(rival, winsTies, over);
    }
}
