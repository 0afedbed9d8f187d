// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.ranking.Everyone;
import app.hometown.ranking.Hits;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.RankingIndex;
import app.hometown.ranking.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How good rankers are on test samples: what they put into the top k of each user who clicked something, against
/// what the user clicked.
///
/// @param k how many places a list has
/// @param users how many users have a test sample
/// @param evaluatedUsers how many of them clicked something and get a list from every ranker; means are over these
/// @param usersWithoutClick left out: clicked nothing
/// @param usersNotInData left out: clicked something but are not in the catalog
/// @param usersWithEmptyList left out: some ranker has no candidate for them
/// @param rankers the metrics by the rankers' names, in the order asked for
public record Evaluation(
        int k,
        int users,
        int evaluatedUsers,
        int usersWithoutClick,
        int usersNotInData,
        int usersWithEmptyList,
        Map<String, RankingMetrics> rankers) {
    /// The mean reciprocal rank looks at this many places, whatever k is.
    public static final int MRR_DEPTH = 10;

    public Evaluation {
        rankers = Collections.unmodifiableMap(new LinkedHashMap<>(rankers));
    }

    /// The reasons for which users were left out, each with how many, without those that left nobody out.
    public Map<String, Integer> leftOut() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        reasons.put("clicked nothing", usersWithoutClick);
        reasons.put("not among the loaded users", usersNotInData);
        reasons.put("no stream in reach", usersWithEmptyList);
        reasons.values().removeIf(count -> count == 0);
        return Collections.unmodifiableMap(reasons);
    }

    /// Evaluates rankers for every user with a click. Users are spread over all cores; the result is the same to
    /// the bit however they are.
    ///
    /// A click on a stream that the catalog does not have counts as relevant and can never be hit.
    ///
    /// @param index an index of the catalog
    /// @param rankers with different names, at least one
    /// @param test what was shown and clicked
    /// @param k at least 1
    /// @throws InputException when nobody can be evaluated
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Evaluation run(
            Catalog catalog, RankingIndex index, List<Ranker> rankers, Samples test, int k, Progress progress) {
        if (k < 1) {
            throw new InputException("k", k + " is too few", "Give a number of at least 1.");
        }
        Judgements judgements = new Judgements(test, catalog);
        int users = judgements.users();
        progress.phase("evaluating users", users);
        Judged[] all = new Judged[users];
        int[] asked = IntStream.range(0, users)
                .filter(user -> {
                    all[user] = new Judged(fateWithoutList(user, judgements));
                    return all[user].fate() == Fate.EVALUATED;
                })
                .toArray();
        int[] rows = Arrays.stream(asked).map(judgements::userRow).toArray();
        Everyone.visit(
                catalog,
                rows,
                progress,
                (i, viewer) -> all[asked[i]] = judge(asked[i], viewer, judgements, index, rankers, k));
        List<Judged> judged = new ArrayList<>();
        int[] counts = new int[Fate.values().length];
        for (Judged one : all) {
            counts[one.fate().ordinal()]++;
            if (one.fate() == Fate.EVALUATED) {
                judged.add(one);
            }
        }
        int sampled = users - counts[Fate.NO_SAMPLE.ordinal()];
        if (judged.isEmpty()) {
            throw new InputException(
                    "test samples",
                    "none of their " + sampled + " users can be evaluated: it takes a click and a stream in reach",
                    "Use test samples with clicks, of the loaded users, or a larger radius.");
        }
        Map<String, RankingMetrics> metrics = new LinkedHashMap<>();
        for (int i = 0; i < rankers.size(); i++) {
            metrics.put(rankers.get(i).name(), mean(judged, i, catalog.streams().liveCount()));
        }
        return new Evaluation(
                k,
                sampled,
                judged.size(),
                counts[Fate.NO_CLICK.ordinal()],
                counts[Fate.NOT_IN_DATA.ordinal()],
                counts[Fate.EMPTY_LIST.ordinal()],
                metrics);
    }

    /// What became of a user.
    private enum Fate {
        EVALUATED,
        NO_SAMPLE,
        NO_CLICK,
        NOT_IN_DATA,
        EMPTY_LIST
    }

    /// A user's lists, judged, one a ranker.
    private record Judged(Fate fate, List<JudgedList> lists) {
        Judged(Fate fate) {
            this(fate, List.of());
        }
    }

    /// @param rows the streams of the list
    private record JudgedList(ListQuality quality, double reciprocalRank, double novelty, List<Integer> rows) {}

    /// Why a user has no list; EVALUATED where that is left to the lists.
    private static Fate fateWithoutList(int user, Judgements judgements) {
        if (!judgements.hasSamples(user)) {
            return Fate.NO_SAMPLE;
        }
        if (judgements.streams(user, true).length == 0) {
            return Fate.NO_CLICK;
        }
        return judgements.userRow(user) < 0 ? Fate.NOT_IN_DATA : Fate.EVALUATED;
    }

    private static Judged judge(
            int user, Viewer viewer, Judgements judgements, RankingIndex index, List<Ranker> rankers, int k) {
        int[] clicked = judgements.streams(user, true);
        int[] shown = judgements.streams(user, false);
        List<JudgedList> lists = new ArrayList<>();
        for (Ranker ranker : rankers) {
            int longerK = Math.max(k, MRR_DEPTH);
            Hits longer = index.hits(viewer, ranker, longerK);
            int[] list = cut(longer, longerK, k, viewer, ranker, index);
            if (list.length == 0) {
                return new Judged(Fate.EMPTY_LIST);
            }
            boolean[] known = judgements.among(list, shown);
            int fresh = 0;
            for (boolean one : known) {
                fresh += one ? 0 : 1;
            }
            lists.add(new JudgedList(
                    ListQuality.of(judgements.among(list, clicked), clicked.length, k),
                    ListQuality.reciprocalRank(
                            judgements.among(cut(longer, longerK, MRR_DEPTH, viewer, ranker, index), clicked),
                            MRR_DEPTH),
                    (double) fresh / list.length,
                    Arrays.stream(list).boxed().toList()));
        }
        return new Judged(Fate.EVALUATED, lists);
    }

    /// The top k, when a list of the longer of k and [#MRR_DEPTH] is known. It begins with the top k unless the radius
    /// had to grow for it: then the streams further out would not be there if fewer had been asked for.
    private static int[] cut(Hits longer, int longerK, int k, Viewer viewer, Ranker ranker, RankingIndex index) {
        boolean grown = !longer.radiusKm().equals(ranker.scoring().radiusKm());
        Hits hits = grown && k < longerK ? index.hits(viewer, ranker, k) : longer;
        return Arrays.copyOf(hits.rows(), Math.min(k, hits.size()));
    }

    private static RankingMetrics mean(List<Judged> judged, int ranker, int liveStreams) {
        double ndcg = 0;
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        double map = 0;
        double mrr = 0;
        double hits = 0;
        double novelty = 0;
        BitSet covered = new BitSet();
        for (Judged user : judged) {
            JudgedList list = user.lists().get(ranker);
            ndcg += list.quality().ndcg();
            precision += list.quality().precision();
            recall += list.quality().recall();
            f1 += list.quality().f1();
            map += list.quality().averagePrecision();
            mrr += list.reciprocalRank();
            hits += list.quality().hit() ? 1 : 0;
            novelty += list.novelty();
            list.rows().forEach(covered::set);
        }
        double users = judged.size();
        return new RankingMetrics(
                ndcg / users,
                precision / users,
                recall / users,
                f1 / users,
                map / users,
                mrr / users,
                hits / users,
                (double) covered.cardinality() / liveStreams,
                novelty / users);
    }
}
