// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;
import org.jspecify.annotations.Nullable;

/// The most that P(click) of a stream can be, for one user, from two tables instead of a geodesic, quotients and a
/// power: what a chord adds to the log-odds, and the probability. It spares half of the geodesics of users far away and
/// of rare languages, to whom thousands of streams are nearly the same but for their terms. Immutable.
final class ClickBound {
    /// Steps of the log-odds: a step is 0.004 of the probability at most.
    private static final int STEPS_A_UNIT = 64;

    /// Beyond these log-odds on either side the probability counts as that of the end.
    private static final int FARTHEST = 16;

    private static final int LAST = 2 * FARTHEST * STEPS_A_UNIT;

    /// The probability at the upper end of each step.
    private static final float[] MOST = new float[LAST + 1];

    /// Roundings of a stream term are below this share of it.
    private static final double ROUNDING = 1e-10;

    /// Parts below this have a sum.
    private static final double HUGE = 1e30;

    static {
        for (int step = 0; step < LAST; step++) {
            double logOdds = (step + 1.0) / STEPS_A_UNIT - FARTHEST;
            MOST[step] = Math.nextUp((float) (1 / (1 + Math.exp(-logOdds))));
        }
        MOST[LAST] = 1;
    }

    private final ModelTerms terms;
    private final float[] distances;
    private final double constant;
    private final double city;
    private final double language;
    private final double category;
    private final int ownCity;
    private final int ownLanguage;
    private final long categoryBits;

    private ClickBound(LogOddsBound bound, ModelTerms terms, float[] distances, Viewer viewer) {
        this.terms = terms;
        this.distances = distances;
        double none = bound.city(Match.NO) + bound.language(Match.NO) + bound.category(Match.NO);
        constant = bound.constant() + none + FARTHEST;
        city = bound.city(Match.YES) - bound.city(Match.NO);
        language = bound.language(Match.YES) - bound.language(Match.NO);
        category = bound.category(Match.YES) - bound.category(Match.NO);
        ownCity = viewer.city();
        ownLanguage = viewer.language();
        categoryBits = viewer.categoryBits();
    }

    /// The tables' bound, where the model's adds up and its numbers are of this world.
    static @Nullable ClickBound of(
            PackedTree tree, Catalog catalog, Viewer viewer, @Nullable PairBound pairs, @Nullable ModelTerms terms) {
        if (terms == null
                || !(pairs instanceof LogOddsBound bound)
                || !tree.codesExact()
                || catalog.categories().size() > Long.SIZE) {
            return null;
        }
        float[] distances = terms.distances();
        ClickBound click = distances == null ? null : new ClickBound(bound, terms, distances, viewer);
        return click != null && click.sound() ? click : null;
    }

    private boolean sound() {
        return Math.abs(constant) + Math.abs(city) + Math.abs(language) + Math.abs(category) < HUGE;
    }

    /// What a chord adds at most, by [Nearness#step]; none where that is beyond all bounds.
    static float @Nullable [] distances(LogOddsBound bound) {
        float[] distances = new float[Nearness.STEPS];
        for (int step = 0; step < distances.length; step++) {
            distances[step] = Math.nextUp((float) bound.distance(Nearness.leastKm(step)));
            if (!(Math.abs(distances[step]) < HUGE)) {
                return null;
            }
        }
        return distances;
    }

    /// A stream is not likelier.
    ///
    /// @param word its row and codes
    /// @param chordSquared the square of its chord
    double atMost(int stream, long word, double chordSquared) {
        double streamTerm = terms.stream(stream);
        double steps = STEPS_A_UNIT
                * (constant
                        + distances[Nearness.step(chordSquared)]
                        + (PackedTree.city(word) == ownCity ? city : 0)
                        + (PackedTree.language(word) == ownLanguage ? language : 0)
                        + ((categoryBits >>> PackedTree.category(word) & 1) != 0 ? category : 0)
                        + streamTerm
                        + ROUNDING * Math.abs(streamTerm));
        return MOST[steps < LAST ? (int) Math.max(0, steps) : LAST];
    }
}
