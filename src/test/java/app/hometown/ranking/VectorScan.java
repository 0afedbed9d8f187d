// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import java.util.Collection;
import java.util.OptionalDouble;

/// A scan of all streams in single precision, in blocks and loops that the compiler can vectorise, five words a stream;
/// exact scores only for what could enter. What the index has to beat.
final class VectorScan implements RankingIndex {
    private static final int BLOCK = 1024;

    /// Bits of a code that stand for a category each; the language is above them.
    private static final int CATEGORIES = 20;

    /// More than single precision and the sphere can be off: 0.34 % of a proximity term of up to 3, and rounding.
    private static final float MARGIN = 0.02f;

    private final Catalog catalog;
    private final IdOrder ids;
    private final int[] rows;
    private final float[] x;
    private final float[] y;
    private final float[] z;
    private final float[] staticPoints;
    private final int[] codes;

    VectorScan(Catalog catalog) {
        this.catalog = catalog;
        Streams streams = catalog.streams();
        ids = new IdOrder(streams.ids());
        int size = streams.liveCount();
        rows = new int[size];
        x = new float[size];
        y = new float[size];
        z = new float[size];
        staticPoints = new float[size];
        codes = new int[size];
        int at = 0;
        for (int row = 0; row < streams.size(); row++) {
            if (streams.live(row)) {
                Vector vector = Vector.of(streams.latitude(row), streams.longitude(row));
                rows[at] = row;
                x[at] = (float) vector.x();
                y[at] = (float) vector.y();
                z[at] = (float) vector.z();
                staticPoints[at] = (float) Scorer.staticPoints(streams, Scoring.DEFAULT.base(), row);
                codes[at++] = streams.language(row) << CATEGORIES | 1 << streams.category(row);
            }
        }
    }

    @Override
    public VectorScan with(Collection<Streams.Change> changes) {
        return new VectorScan(catalog.with(catalog.streams().with(changes)));
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Hits hits(Viewer viewer, Ranker ranker, int k) {
        Scorer scorer = new Scorer(viewer, catalog.streams(), ranker);
        TopK top = new TopK(k, ids);
        OptionalDouble radiusKm =
                Reach.settle(ranker.scoring(), k, radius -> scan(viewer, ranker, scorer, top, radius));
        return top.hits(scorer, radiusKm, new Hits.Work(0, rows.length, 0));
    }

    private int scan(Viewer viewer, Ranker ranker, Scorer scorer, TopK top, double radiusKm) {
        top.clear();
        Vector here = Vector.of(viewer.latitude(), viewer.longitude());
        double angle = radiusKm / Geodesic.B_KM * 1.001 + 1e-6;
        double chord = angle >= Math.PI ? 2.1 : 2 * Math.sin(angle / 2) + 1e-6;
        float reach = (float) (chord * chord);
        float[] scores = new float[BLOCK];
        float[] greatest = new float[BLOCK];
        float click = ranker.clickModel().isPresent()
                ? (float) ranker.scoring().weights().ml()
                : 0;
        for (int from = 0; from < rows.length; from += BLOCK) {
            int count = Math.min(BLOCK, rows.length - from);
            bound(viewer, here, reach, from, count, scores);
            float best = greatest(scores, count, greatest);
            if (top.reaches(best + click + MARGIN)) {
                for (int i = 0; i < count; i++) {
                    int row = rows[from + i];
                    if (scores[i] > -1e6f && top.admits(scores[i] + click + MARGIN, row)) {
                        double distanceKm = scorer.distanceKm(row);
                        if (distanceKm <= radiusKm) {
                            top.offer(row, scorer.score(row, distanceKm), distanceKm);
                        }
                    }
                }
            }
        }
        return top.size();
    }

    private void bound(Viewer viewer, Vector here, float reach, int from, int count, float[] scores) {
        float hx = (float) here.x();
        float hy = (float) here.y();
        float hz = (float) here.z();
        float nearness = (float) (1.5 * (1 + viewer.localPreferenceStrength()));
        float radius = (float) Geodesic.B_KM;
        int language = viewer.language();
        int preferred = (int) viewer.categoryBits();
        // Three plain loops, and comparisons made of arithmetic: what the compiler turns into vector instructions.
        for (int i = 0; i < count; i++) {
            float dx = x[from + i] - hx;
            float dy = y[from + i] - hy;
            float dz = z[from + i] - hz;
            scores[i] = dx * dx + dy * dy + dz * dz;
        }
        for (int i = 0; i < count; i++) {
            float chordSquared = scores[i];
            // Single precision cannot tell places nearer than some 400 m apart.
            float chord = (float) Math.sqrt(chordSquared);
            scores[i] =
                    nearness / (1f + radius * Math.max(0f, chord - 1e-4f)) - Math.max(0f, chordSquared - reach) * 1e30f;
        }
        for (int i = 0; i < count; i++) {
            int code = codes[from + i];
            int same = (((code >>> CATEGORIES) ^ language) - 1) >>> 31;
            int liked = -(code & preferred) >>> 31;
            scores[i] += staticPoints[from + i] + 0.5f * (float) (2 * same + liked);
        }
    }

    /// The greatest of the first scores, by halves: lane by lane, as vector instructions want it.
    private static float greatest(float[] scores, int count, float[] scratch) {
        System.arraycopy(scores, 0, scratch, 0, count);
        java.util.Arrays.fill(scratch, count, BLOCK, Float.NEGATIVE_INFINITY);
        for (int half = BLOCK / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                scratch[i] = Math.max(scratch[i], scratch[i + half]);
            }
        }
        return scratch[0];
    }
}
