// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.additive;

import app.hometown.domain.Feature;
import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;

/// The bound of an additive model: the stream's own curves are summed once, into the stream term; what follows the
/// distance is bounded together; the rest is yes or no.
final class AdditiveBound implements PairBound {
    /// The model may add its 15 terms in another order than the bound, and where a curve bends in the proximity is
    /// known
    /// in km but for rounding; both are below this share of the terms' sizes.
    static final double ROUNDING = 1e-12;

    /// More than a float differs from its neighbours.
    private static final double FLOAT_ROUNDING = 0x1p-22;

    private final DistanceTerm distance;
    private final double[] city;
    private final double[] language;
    private final double[] category;
    private final double userTerm;
    private final double size;

    AdditiveBound(AdditiveModel model, DistanceTerm distance, double intercept, double preference, double hours) {
        this.distance = distance;
        city = terms(model, Feature.SAME_CITY);
        language = terms(model, Feature.SAME_LANGUAGE);
        category = terms(model, Feature.CATEGORY_MATCH);
        userTerm = intercept + preference + hours;
        size = Math.abs(intercept)
                + Math.abs(preference)
                + Math.abs(hours)
                + distance.farthest()
                + farthest(city)
                + farthest(language)
                + farthest(category);
    }

    private static double[] terms(AdditiveModel model, Feature feature) {
        double no = model.contribution(feature, 0);
        double yes = model.contribution(feature, 1);
        double[] terms = new double[Match.values().length];
        terms[Match.NO.ordinal()] = no;
        terms[Match.YES.ordinal()] = yes;
        terms[Match.EITHER.ordinal()] = Math.max(no, yes);
        return terms;
    }

    private static double farthest(double[] terms) {
        return Math.max(Math.abs(terms[Match.NO.ordinal()]), Math.abs(terms[Match.YES.ordinal()]));
    }

    @Override
    public boolean needsMostKm() {
        return !distance.falls();
    }

    @Override
    public double atMost(double leastKm, double mostKm, Match city, Match language, Match category, double streamTerm) {
        double logOdds = userTerm
                + (distance.falls() || leastKm == mostKm ? distance.at(leastKm) : distance.most(leastKm, mostKm))
                + this.city[city.ordinal()]
                + this.language[language.ordinal()]
                + this.category[category.ordinal()]
                + streamTerm
                + ROUNDING * (size + Math.abs(streamTerm));
        // The exponential is within one unit in the last place and keeps order, the sum and the quotient are rounded.
        return Math.min(1, 1 / (1 + Math.exp(-logOdds)) * (1 + 1e-15));
    }

    /// The slope of the logistic function is 1/4 at most.
    @Override
    public double looseness(double streamTerm) {
        double logOdds = Math.abs(streamTerm) * FLOAT_ROUNDING + 2 * ROUNDING * (size + Math.abs(streamTerm));
        return 0.25 * logOdds + 1e-14;
    }
}
