// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

/// Two rankers whose true difference is known, judged as real ones are: nDCG at 5 of users with many relevant streams.
/// Most users see the same list from both; for the others each place is a hit with each ranker's own probability, so
/// that the mean nDCG of a ranker is that probability.
///
/// @param sameLists the part of the users who see the same list from both, 0..1
/// @param first the first ranker's probability
/// @param second the second's
record SimulatedRankers(double sameLists, double first, double second) {
    private static final double[] DISCOUNTS = {
        1, Math.log(2) / Math.log(3), 0.5, Math.log(2) / Math.log(5), Math.log(2) / Math.log(6)
    };

    /// The difference of the means over all users that there could be.
    double trueDifference() {
        return (1 - sameLists) * (second - first);
    }

    /// Differences of some users.
    double[] draw(int users, FixedRandom random) {
        double[] differences = new double[users];
        for (int user = 0; user < users; user++) {
            differences[user] = random.chance(sameLists) ? 0 : ndcg(second, random) - ndcg(first, random);
        }
        return differences;
    }

    private static double ndcg(double probability, FixedRandom random) {
        double gain = 0;
        double best = 0;
        for (double discount : DISCOUNTS) {
            gain += random.chance(probability) ? discount : 0;
            best += discount;
        }
        return gain / best;
    }
}
