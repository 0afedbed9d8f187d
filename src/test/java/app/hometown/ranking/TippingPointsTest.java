// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.User;
import app.hometown.ranking.TippingPoint.Already;
import app.hometown.ranking.TippingPoint.At;
import app.hometown.ranking.TippingPoint.Cannot;
import app.hometown.ranking.TippingPoint.Goal;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Applies tipping points and ranks again, all candidates one by one.
class TippingPointsTest {
    private static final int CASES = 40;
    private static final int PROBES = 12;

    /// One question and the truth about it.
    private record Case(Catalog catalog, User user, Ranker ranker, int k, int row) {
        /// Whether a goal is reached with another value of a number.
        boolean holds(Goal goal, Lever lever, double value) {
            Ranker changed =
                    switch (lever) {
                        case ScoringNumber number ->
                            new Ranker(ranker.name(), number.in(ranker.scoring(), value), ranker.clickModel());
                        case StreamNumber _ -> ranker;
                    };
            int rank = rank(changed, lever instanceof StreamNumber number ? number : null, value);
            return switch (goal) {
                case FIRST -> rank == 1;
                case INTO_TOP_K -> rank <= k;
                case OUT_OF_TOP_K -> rank > k;
            };
        }

        /// The stream's rank among all candidates; beyond everything when it is none.
        private int rank(Ranker by, @org.jspecify.annotations.Nullable StreamNumber number, double value) {
            Streams streams = catalog.streams();
            Viewer viewer = Viewer.of(user, catalog);
            Scorer scorer = new Scorer(viewer, streams, by);
            double[] distancesKm = new double[streams.size()];
            for (int i = 0; i < distancesKm.length; i++) {
                distancesKm[i] = streams.live(i) ? scorer.distanceKm(i) : Double.NaN;
            }
            if (number == StreamNumber.DISTANCE_KM && streams.live(row)) {
                distancesKm[row] = value;
            }
            double limitKm = Reach.settle(by.scoring(), k, radiusKm -> {
                        int inside = 0;
                        for (double distanceKm : distancesKm) {
                            inside += distanceKm <= radiusKm ? 1 : 0;
                        }
                        return inside;
                    })
                    .orElse(Double.POSITIVE_INFINITY);
            if (!streams.live(row) || !(distancesKm[row] <= limitKm)) {
                return Integer.MAX_VALUE;
            }
            double own = scorer.score(
                    row,
                    distancesKm[row],
                    number == StreamNumber.QUALITY_SCORE ? value : streams.qualityScore(row),
                    number == StreamNumber.AVG_VIEWER_COUNT ? value : streams.avgViewerCount(row));
            int rank = 1;
            for (int i = 0; i < distancesKm.length; i++) {
                if (i != row && distancesKm[i] <= limitKm) {
                    double score = scorer.score(i, distancesKm[i]);
                    boolean above =
                            score > own || (score == own && streams.ids().compare(i, row) < 0);
                    rank += above ? 1 : 0;
                }
            }
            return rank;
        }
    }

    @ParameterizedTest
    @EnumSource(Worlds.Kind.class)
    void whatIsAppliedDoesWhatItSaysAndAHairLessDoesNot(Worlds.Kind kind) {
        Worlds worlds = new Worlds(kind.ordinal() + 1L);
        int[] answered = new int[3];
        for (int n = 0; n < CASES; n++) {
            Case one = randomCase(worlds, kind);
            TippingPoints points = TippingPoints.of(
                    new ScanIndex(one.catalog()), one.user(), one.ranker(), one.k(), one.row(), Progress.NONE);
            for (TippingPoint point : points.points()) {
                check(one, point, worlds.random);
                answered[
                        switch (point.answer()) {
                            case Already _ -> 0;
                            case At _ -> 1;
                            case Cannot _ -> 2;
                        }]++;
            }
        }
        assertThat(java.util.Arrays.stream(answered).boxed().toList())
                .as("already, at, cannot")
                .allMatch(count -> count > 50);
    }

    private static Case randomCase(Worlds worlds, Worlds.Kind kind) {
        SplittableRandom random = worlds.random;
        Catalog catalog = worlds.catalog(kind, random.nextInt(2, 150), random.nextInt(3) == 0 ? 1 : 0.8);
        User user = worlds.user(catalog);
        Ranker ranker = worlds.ranker();
        while (!ordinary(ranker.scoring())) {
            ranker = worlds.ranker();
        }
        if (random.nextBoolean()) {
            ranker = new Ranker(ranker.name(), ranker.scoring().within(OptionalDouble.of(20_000)), ranker.clickModel());
        }
        int k = random.nextInt(1, 20);
        Hits hits = new ScanIndex(catalog).hits(Viewer.of(user, catalog), ranker, 3 * k);
        int row = random.nextInt(4) == 0 || hits.size() == 0
                ? random.nextInt(catalog.streams().size())
                : hits.rows()[random.nextInt(hits.size())];
        return new Case(catalog, user, ranker, k, row);
    }

    /// Numbers of one size, so that no term drowns in the rounding of another.
    private static boolean ordinary(Scoring scoring) {
        for (ScoringNumber number : ScoringNumber.values()) {
            double size = Math.abs(number.of(scoring));
            if (size != 0 && (size > 1e6 || size < 1e-6)) {
                return false;
            }
        }
        return true;
    }

    private static void check(Case one, TippingPoint point, SplittableRandom random) {
        String what = point + " k " + one.k() + " " + one.ranker();
        double now = point.now();
        switch (point.answer()) {
            case Already _ ->
                assertThat(one.holds(point.goal(), point.lever(), now)).as(what).isTrue();
            case At(double value) -> {
                assertThat(one.holds(point.goal(), point.lever(), now)).as(what).isFalse();
                assertThat(one.holds(point.goal(), point.lever(), value))
                        .as(what)
                        .isTrue();
                double less = point.lever() == StreamNumber.AVG_VIEWER_COUNT
                        ? value - Math.signum(value - now)
                        : Math.nextAfter(value, now);
                assertThat(one.holds(point.goal(), point.lever(), less))
                        .as("a hair less, %s of %s", less, what)
                        .isFalse();
                for (int probe = 0; probe < PROBES; probe++) {
                    double share = random.nextDouble() * (1 - 1e-9) * (probe % 2 == 0 ? 1 : -1);
                    double nearer = now + share * (value - now);
                    if (allowed(point.lever(), nearer)) {
                        double tried = point.lever() == StreamNumber.AVG_VIEWER_COUNT
                                ? now + Math.rint(nearer - now - Math.signum(nearer - now) * 0.5)
                                : nearer;
                        // Within the rounding of scores the order may change to and fro.
                        if (Math.abs(tried - value) > 1e-9 * Math.max(1, Math.abs(value))) {
                            assertThat(one.holds(point.goal(), point.lever(), tried))
                                    .as("nearer, %s, of %s", tried, what)
                                    .isFalse();
                        }
                    }
                }
            }
            case Cannot(TippingPoint.Reason why) -> {
                assertThat(one.holds(point.goal(), point.lever(), now)).as(what).isFalse();
                if (why == TippingPoint.Reason.OPAQUE_MODEL) {
                    return;
                }
                for (int probe = 0; probe < PROBES; probe++) {
                    double tried = anywhere(point.lever(), now, random);
                    if (allowed(point.lever(), tried)) {
                        assertThat(one.holds(point.goal(), point.lever(), tried))
                                .as("%s does it, of %s", tried, what)
                                .isFalse();
                    }
                }
            }
        }
    }

    private static double anywhere(Lever lever, double now, SplittableRandom random) {
        return switch (lever) {
            case ScoringNumber _ -> now + (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-3, 3));
            case StreamNumber number ->
                switch (number) {
                    case DISTANCE_KM -> Math.pow(10, random.nextDouble(-3, 4.3));
                    case AVG_VIEWER_COUNT -> Math.rint(Math.pow(10, random.nextDouble(0, 9)));
                    case QUALITY_SCORE -> random.nextDouble(10);
                };
        };
    }

    private static boolean allowed(Lever lever, double value) {
        return switch (lever) {
            case ScoringNumber number -> !number.mustBePositive() || value > 0;
            case StreamNumber number ->
                value >= 0 && value <= (number == StreamNumber.QUALITY_SCORE ? 10 : Integer.MAX_VALUE);
        };
    }
}
