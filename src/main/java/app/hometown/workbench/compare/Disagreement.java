// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.Progress;
import app.hometown.workbench.Session;
import java.util.OptionalDouble;

/// How much two rankers disagree about every user. Immutable.
public final class Disagreement {
    private final String a;
    private final String b;
    private final int k;
    private final float[] scores;

    private Disagreement(String a, String b, int k, float[] scores) {
        this.a = a;
        this.b = b;
        this.k = k;
        this.scores = scores;
    }

    /// Ranks for all users by both rankers and compares the lists, on all cores.
    ///
    /// @param k length of the lists, at least 1
    /// @param radiusKm the radius for both; empty means the whole world
    /// @throws app.hometown.domain.InputException when a ranker cannot rank
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Disagreement of(
            Session session,
            RankerDefinition a,
            RankerDefinition b,
            int k,
            OptionalDouble radiusKm,
            Progress progress) {
        throw new UnsupportedOperationException();
    }

    /// The first ranker's name.
    public String a() {
        return a;
    }

    /// The second ranker's name.
    public String b() {
        return b;
    }

    /// The length of the lists.
    public int k() {
        return k;
    }

    /// How many users there are.
    public int users() {
        return scores.length;
    }

    /// How much the lists of a user differ, 0..1: 1 − rank-biased overlap.
    public double score(int user) {
        return scores[user];
    }

    /// Whether the lists of a user are the same, streams and order.
    public boolean identical(int user) {
        return scores[user] == 0;
    }

    /// The mean score over all users.
    public double mean() {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        return scores.length == 0 ? 0 : sum / scores.length;
    }

    /// How many users' lists differ.
    public int differing() {
        int count = 0;
        for (float score : scores) {
            count += score > 0 ? 1 : 0;
        }
        return count;
    }

    /// All users, those about whom the rankers disagree most first, then by row.
    public int[] byDisagreement() {
        throw new UnsupportedOperationException();
    }
}
