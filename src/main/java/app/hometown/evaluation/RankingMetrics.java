// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

/// How good the lists of a ranker are, as means over users. All lie in 0..1; more is better, except that novelty is
/// neither good nor bad in itself.
///
/// @param ndcg normalised discounted cumulative gain: hits discounted by log₂(rank + 1), against the best that k
///   places allow
/// @param precision hits among k places
/// @param recall hits among the relevant streams
/// @param f1 harmonic mean of precision and recall, user by user
/// @param map average precision: precision at each hit's rank, summed and divided by the hits that k places allow
/// @param mrr 1 / rank of the first hit among the top 10; 0 when there is none
/// @param hitRate part of the users with a hit
/// @param coverage part of the live streams in anyone's list
/// @param novelty part of a list that the test samples never showed its user
public record RankingMetrics(
        double ndcg,
        double precision,
        double recall,
        double f1,
        double map,
        double mrr,
        double hitRate,
        double coverage,
        double novelty) {}
