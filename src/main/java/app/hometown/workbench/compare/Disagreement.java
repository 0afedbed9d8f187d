// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.evaluation.ListSimilarity;
import app.hometown.ranking.Everyone;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.Viewer;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How much two rankers disagree about every user. Immutable.
public final class Disagreement {
    private final String a;
    private final String b;
    private final int k;
    private final float[] scores;
    private final BitSet identical;

    private Disagreement(String a, String b, int k, float[] scores, BitSet identical) {
        this.a = a;
        this.b = b;
        this.k = k;
        this.scores = scores;
        this.identical = identical;
    }

    /// Ranks for all users by both rankers and compares the lists, on all cores: the time of two index queries a user.
    ///
    /// @param k length of the lists, at least 1
    /// @param radiusKm the radius for both; empty means the whole world
    /// @throws InputException when a ranker cannot rank
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Disagreement of(
            Session session,
            RankerDefinition a,
            RankerDefinition b,
            int k,
            OptionalDouble radiusKm,
            Progress progress) {
        OpenData data = session.requireData();
        ResolvedRanker one = able(a, session).within(radiusKm);
        ResolvedRanker other = able(b, session).within(radiusKm);
        int users = data.catalog().users().size();
        progress.phase("comparing " + a.name() + " and " + b.name(), users);
        float[] scores = new float[users];
        boolean[] same = new boolean[users];
        Everyone.visit(data.catalog(), IntStream.range(0, users).toArray(), progress, (user, viewer) -> {
            int[] listA = list(one, user, viewer, data, k);
            int[] listB = list(other, user, viewer, data, k);
            same[user] = Arrays.equals(listA, listB);
            scores[user] = same[user] ? 0 : (float) (1 - ListSimilarity.rankBiasedOverlap(listA, listB));
        });
        BitSet identical = new BitSet(users);
        for (int user = 0; user < users; user++) {
            identical.set(user, same[user]);
        }
        return new Disagreement(a.name(), b.name(), k, scores, identical);
    }

    private static ResolvedRanker able(RankerDefinition definition, Session session) {
        ResolvedRanker resolved = definition.resolve(session);
        if (resolved instanceof ResolvedRanker.Missing(String why, String remedy)) {
            throw new InputException("ranker " + definition.name(), why, remedy);
        }
        return resolved;
    }

    private static int[] list(ResolvedRanker ranker, int user, Viewer viewer, OpenData data, int k) {
        return switch (ranker) {
            case ResolvedRanker.Formula formula ->
                data.index().hits(viewer, formula.ranker(), k).rows();
            default ->
                ranker.top(data.catalog().user(user), data, k).stream()
                        .flatMap(ranking -> ranking.entries().stream())
                        .mapToInt(Ranking.Entry::row)
                        .toArray();
        };
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
        return identical.get(user);
    }

    /// The mean score over all users, those with the same lists too.
    public double mean() {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        return scores.length == 0 ? 0 : sum / scores.length;
    }

    /// How many users' lists differ.
    public int differing() {
        return scores.length - identical.cardinality();
    }

    /// All users, those about whom the rankers disagree most first, then by row; a new array.
    public int[] byDisagreement() {
        long[] keys = new long[scores.length];
        for (int user = 0; user < keys.length; user++) {
            // Bits of floats that are not negative are ordered as the floats.
            keys[user] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(scores[user])) << Integer.SIZE | user;
        }
        Arrays.parallelSort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
