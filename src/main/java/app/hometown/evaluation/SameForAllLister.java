// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Scorer;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.Viewer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Lists by a formula whose scores are the same for all users: the streams are put in order once, and a user's list are
/// the first of them within the radius. The lists are those of [FormulaLister], which many equal scores make slow: the
/// index has to look at all that are as good as the last one listed.
public final class SameForAllLister implements Lister {
    /// Whoever has not found enough streams among so many has few in reach, and the index finds those sooner.
    private static final int LOOKED_AT = 30_000;

    /// More than the ellipsoid's distances differ from a sphere's, as a share.
    private static final double FLATTENING = 0.006;

    private static final double SPHERE_KM = 6371.0088;

    private final FormulaLister formula;
    private final int[] order;
    private final float[] x;
    private final float[] y;
    private final float[] z;

    private SameForAllLister(FormulaLister formula) {
        this.formula = formula;
        Catalog catalog = formula.index().catalog();
        Streams streams = catalog.streams();
        Scorer scorer = new Scorer(Viewer.of(0, catalog), streams, formula.ranker());
        double[] scores = new double[streams.size()];
        Arrays.setAll(scores, row -> streams.live(row) ? scorer.score(row, 0) : Double.NEGATIVE_INFINITY);
        double[] ascending = scores.clone();
        Arrays.parallelSort(ascending);
        double least = ascending[Math.max(0, ascending.length - LOOKED_AT)];
        order = IntStream.range(0, streams.size())
                .filter(row -> streams.live(row) && scores[row] >= least)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -scores[row])
                        .thenComparing((one, other) -> streams.ids().compare(one, other)))
                .mapToInt(Integer::intValue)
                .limit(LOOKED_AT)
                .toArray();
        x = new float[order.length];
        y = new float[order.length];
        z = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            double north = Math.toRadians(streams.latitude(order[i]));
            double east = Math.toRadians(streams.longitude(order[i]));
            x[i] = (float) (Math.cos(north) * Math.cos(east));
            y[i] = (float) (Math.cos(north) * Math.sin(east));
            z[i] = (float) Math.sin(north);
        }
    }

    /// A lister of the same lists, quick where all users have the same scores. Puts the streams in order: some tenths
    /// of a second a million.
    public static Lister of(FormulaLister formula) {
        Catalog catalog = formula.index().catalog();
        boolean same = isSame(formula.ranker()) && catalog.users().size() > 0;
        return same ? new SameForAllLister(formula) : formula;
    }

    /// Whether a score is of the stream alone.
    private static boolean isSame(Ranker ranker) {
        Scoring scoring = ranker.scoring();
        return scoring.weights().proximity() == 0
                && (scoring.weights().ml() == 0 || ranker.clickModel().isEmpty())
                && scoring.base().languageMatch() == 0
                && scoring.base().categoryMatch() == 0;
    }

    @Override
    public String name() {
        return formula.name();
    }

    @Override
    public NestedLists lists(int row, Viewer viewer, int most) {
        return NestedLists.of(formula.ranker().scoring(), most, (reach, k) -> {
            NestedLists.Piece found = first(viewer, reach.radiusKm().orElse(Double.POSITIVE_INFINITY), k);
            return found.rows().length == k ? found : formula.find(viewer, reach, k);
        });
    }

    /// The first streams within a radius among those that are in order here.
    private NestedLists.Piece first(Viewer viewer, double radiusKm, int k) {
        Scorer scorer = new Scorer(viewer, formula.index().catalog().streams(), formula.ranker());
        double north = Math.toRadians(viewer.latitude());
        double east = Math.toRadians(viewer.longitude());
        float atX = (float) (Math.cos(north) * Math.cos(east));
        float atY = (float) (Math.cos(north) * Math.sin(east));
        float atZ = (float) Math.sin(north);
        float least = leastCosine(radiusKm);
        int[] rows = new int[k];
        double[] distances = new double[k];
        int count = 0;
        for (int i = 0; i < order.length && count < k; i++) {
            if (atX * x[i] + atY * y[i] + atZ * z[i] >= least) {
                double distanceKm = scorer.distanceKm(order[i]);
                if (distanceKm <= radiusKm) {
                    rows[count] = order[i];
                    distances[count++] = distanceKm;
                }
            }
        }
        return new NestedLists.Piece(k, Arrays.copyOf(rows, count), Arrays.copyOf(distances, count));
    }

    /// A cosine that no stream within the radius is below, rounding to floats included.
    private static float leastCosine(double radiusKm) {
        double angle = radiusKm * (1 + FLATTENING) / SPHERE_KM;
        return angle >= Math.PI ? -2 : (float) (Math.cos(angle) - 1e-6);
    }

    @Override
    public Optional<int[]> ordered(int row, Viewer viewer, int[] rows, OptionalDouble radiusKm) {
        return formula.ordered(row, viewer, rows, radiusKm);
    }
}
