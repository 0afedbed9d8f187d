// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import org.jspecify.annotations.Nullable;

/// What a stream can score at most, for one request, in whole units of a millionth of all that there is to score:
/// computed a block at a time by loops that the compiler turns into vector instructions.
///
/// The bound is `place(q) + static + language + category + click`, with q the square of the chord between user and
/// stream in steps. The proximity 1 / (1 + d) needs no square root: the chord is at least 2 c q / (q + c²) for any c,
/// since that is the harmonic mean of q / c and c, doubled; it is right at c and too small elsewhere, so with
/// c = 10 km what is far counts as some 20 km away. That costs few survivors and half the time of the root. Beyond the
/// radius the bound falls steeply.
///
/// An instance serves one thread.
final class ScanBound {
    /// Streams of a block.
    static final int BLOCK = 512;

    /// The score has this many units in all.
    private static final double UNITS = 1 << 20;

    /// More than rounding to single precision in this range and to units can take away: six operations of 1/16 unit
    /// and three cuts of one unit.
    private static final int MARGIN = 8;

    /// No chord's square is above this, steps².
    private static final double FARTHEST = 4.4e9;

    /// What leaving the radius behind may cost at most: the sum of everything stays an int.
    private static final double PENALTY = 1 << 30;

    /// Rounding to steps moves a stream by at most half a step in each of three directions; and single precision.
    static final double ASTRAY = 0.89;

    /// Where the bound of the nearness is tight.
    private static final double TIGHT_KM = 10;

    /// Below it a bound is surely that of a stream outside the radius: matches can take away all the units there are.
    static final int LEAST = -(1 << 22);

    /// No bound is above this: click models can add eight times the units there are.
    static final int MOST = 1 << 25;

    private final ScanColumns columns;
    private final int[] zs;
    private final ScanColumns.@Nullable Terms terms;
    private final float x;
    private final float y;
    private final float z;
    private final float reach;
    private final float steepness;
    private final float nearSquare;
    private final float nearConstant;
    private final float farSquare;
    private final float farConstant;
    private final float staticUnit;
    private final float termUnit;
    private final int language;
    private final int categories;
    private final int languageUnits;
    private final int categoryUnits;
    private final double offset;
    private final double unit;
    private final float[] bounds = new float[BLOCK];

    /// The bound, when the scoring is one that it can follow: no negative weight, nothing that overflows.
    ///
    /// @param terms the stream terms of the ranker's model, if it has a bound
    /// @param radiusKm positive infinity for the whole world
    static @Nullable ScanBound of(
            ScanColumns columns,
            ScanColumns.Statics statics,
            ScanColumns.@Nullable Terms terms,
            Viewer viewer,
            Ranker ranker,
            double radiusKm) {
        Scoring.Weights weights = ranker.scoring().weights();
        boolean learned = ranker.clickModel().isPresent();
        double size = size(viewer, ranker.scoring(), statics, learned);
        boolean follows = weights.proximity() >= 0
                && weights.base() >= 0
                && (weights.ml() >= 0 || !learned)
                && size > 1e-200
                && size < 1e200;
        if (!follows) {
            return null;
        }
        ClickLine click = !learned ? ClickLine.NONE : ClickLine.TRIVIAL;
        if (terms != null) {
            click = ClickLine.of(
                    terms.model().boundFor(viewer.localPreferenceStrength(), viewer.totalWatchHours()),
                    terms.range(),
                    radiusKm);
        }
        return new ScanBound(columns, statics, terms, viewer, ranker.scoring(), click, size, radiusKm);
    }

    private static double size(Viewer viewer, Scoring scoring, ScanColumns.Statics statics, boolean learned) {
        Scoring.Weights weights = scoring.weights();
        double base = Math.abs(statics.range().lo())
                + Math.abs(statics.range().hi())
                + Math.abs(scoring.base().languageMatch())
                + Math.abs(scoring.base().categoryMatch());
        return Math.abs(weights.proximity()) * (1 + viewer.localPreferenceStrength())
                + Math.abs(weights.base()) * base
                + (learned ? Math.abs(weights.ml()) : 0);
    }

    private ScanBound(
            ScanColumns columns,
            ScanColumns.Statics statics,
            ScanColumns.@Nullable Terms terms,
            Viewer viewer,
            Scoring scoring,
            ClickLine click,
            double size,
            double radiusKm) {
        this.columns = columns;
        this.terms = terms;
        zs = statics.words();
        unit = size / UNITS;
        Vector here = Vector.of(viewer.latitude(), viewer.longitude());
        x = (float) (here.x() * ScanColumns.STEPS);
        y = (float) (here.y() * ScanColumns.STEPS);
        z = (float) (here.z() * ScanColumns.STEPS);
        reach = (float) reach(radiusKm);
        steepness = (float) (PENALTY / 2 / FARTHEST);

        // W (q + c²) / (D (q + c²) + 2 c r q), where 1 + d >= D + r · 2 c q / (q + c²)
        double kmPerStep = kmPerStep();
        double atMost = scoring.weights().proximity() * (1 + viewer.localPreferenceStrength()) / unit;
        double tight = TIGHT_KM / kmPerStep;
        double least = 1 - ASTRAY * kmPerStep;
        nearSquare = (float) atMost;
        nearConstant = (float) (atMost * tight * tight);
        farSquare = (float) (least + 2 * tight * kmPerStep);
        farConstant = (float) (least * tight * tight);

        double weight = scoring.weights().base();
        double ml = scoring.weights().ml();
        staticUnit = (float) (weight * statics.range().step() / unit);
        termUnit =
                terms == null ? 0 : (float) (ml * click.slope() * terms.range().step() / unit);
        double same = weight * scoring.base().languageMatch() + ml * click.language();
        double liked = weight * scoring.base().categoryMatch() + ml * click.category();
        languageUnits = units(same, columns.languagesCollide());
        categoryUnits = units(liked, columns.categoriesCollide());
        language = viewer.language() < 0 ? ScanColumns.LANGUAGES : viewer.language() % ScanColumns.LANGUAGES;
        categories = columns.preferred(viewer);
        offset = weight * statics.range().lo() + ml * click.base();
    }

    /// Not more than the distance of a pair of places whose vectors are a step apart.
    static double kmPerStep() {
        return Geodesic.B_KM * (1 - 2 * Geodesic.TOLERANCE) / ScanColumns.STEPS;
    }

    /// The square of the longest chord, in steps, of a stream within a radius.
    static double reach(double radiusKm) {
        double angle = radiusKm / (Geodesic.B_KM * (1 - 2 * Geodesic.TOLERANCE));
        if (angle >= Math.PI) {
            return 2 * FARTHEST;
        }
        double chord = 2 * Math.sin(angle / 2) * ScanColumns.STEPS + ASTRAY;
        return chord * chord * (1 + 1e-5);
    }

    /// What a match adds. Where streams that do not match may look as if they did, it must not take away.
    private int units(double points, boolean collide) {
        return (int) Math.ceil((collide ? Math.max(0, points) : points) / unit);
    }

    /// The greatest bound of a block by place and static score, as if everything matched; its parts are kept for
    /// [#match].
    ///
    /// @param from first stream
    /// @param count at most [#BLOCK]
    int place(int from, int count) {
        int[] xy = columns.xy();
        int best = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            int ab = xy[from + i];
            int c = zs[from + i];
            float dx = (float) (ab >> 16) - x;
            float dy = (float) (ab << 16 >> 16) - y;
            float dz = (float) (c >> 16) - z;
            float q = Math.fma(dx, dx, Math.fma(dy, dy, dz * dz));
            float beyond = q - reach;
            float near = Math.fma(nearSquare, q, nearConstant) / Math.fma(farSquare, q, farConstant);
            float bound = Math.fma(staticUnit, (float) (c & 0xffff), near - (beyond + Math.abs(beyond)) * steepness);
            bounds[i] = bound;
            best = Math.max(best, (int) bound);
        }
        return best + Math.max(0, languageUnits) + Math.max(0, categoryUnits) + mostOfTerms();
    }

    private int mostOfTerms() {
        return (int) (termUnit * 0xffff) + 1;
    }

    /// The greatest bound of the block that was placed last.
    int match(int from, int count) {
        if (terms != null) {
            short[] words = terms.words();
            for (int i = 0; i < count; i++) {
                bounds[i] = Math.fma(termUnit, (float) words[from + i] + 32768f, bounds[i]);
            }
        }
        int[] codes = columns.codes();
        int best = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            int code = codes[from + i];
            int same = (((code >>> ScanColumns.CATEGORY_BITS) ^ language) - 1) >> 31;
            int liked = -(code & categories) >> 31;
            best = Math.max(best, (int) bounds[i] + (same & languageUnits) + (liked & categoryUnits));
        }
        return best;
    }

    /// The bound of a stream of the block that was placed and matched last.
    int bound(int from, int i) {
        int code = columns.codes()[from + i];
        int same = (((code >>> ScanColumns.CATEGORY_BITS) ^ language) - 1) >> 31;
        int liked = -(code & categories) >> 31;
        return (int) bounds[i] + (same & languageUnits) + (liked & categoryUnits);
    }

    /// A bound as a score.
    double score(int bound) {
        return offset + unit * (bound + MARGIN);
    }
}
