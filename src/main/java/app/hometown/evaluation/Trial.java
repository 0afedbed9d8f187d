// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.ranking.ClickModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The lists of several rankers for the same users, and what the test samples say of them: from it every measure
/// follows for every k, without ranking again. Immutable, for any thread.
///
/// Users are numbered 0 to [#users] less one, in the order in which the samples first name them.
public final class Trial {
    private static final int USERS_A_STEP = 2048;

    private final Catalog catalog;
    private final Judgements judgements;
    private final int most;
    private final int[] users;
    private final int[] rows;
    private final int sampledUsers;
    private final Map<LeftOut, int[]> leftOut;
    private final List<Contender> contenders;
    private final Facts facts;

    /// @param users the judgements' numbers of those evaluated
    private Trial(
            Catalog catalog,
            Judgements judgements,
            int most,
            int[] users,
            int sampledUsers,
            Map<LeftOut, int[]> leftOut,
            List<Contender> contenders) {
        this.catalog = catalog;
        this.judgements = judgements;
        this.most = most;
        this.users = users;
        this.sampledUsers = sampledUsers;
        this.leftOut = leftOut;
        this.contenders = List.copyOf(contenders);
        rows = Arrays.stream(users).map(judgements::userRow).toArray();
        facts = Facts.of(judgements, users, catalog.streams());
    }

    /// A ranker's lists.
    ///
    /// @param name the ranker
    /// @param lists its lists
    /// @param judged its order of the streams that the samples show, where it was asked for and can be told
    public record Contender(
            String name, RankedLists lists, @Nullable RankedLists judged) {}

    /// What to do besides ranking.
    ///
    /// @param most length of the longest lists, at least 1
    /// @param truth the true click probability of any pair, where it is known
    /// @param judgedOrder whether the rankers' order of the judged streams is wanted
    public record Options(int most, Optional<ClickModel> truth, boolean judgedOrder) {}

    /// Ranks for every user with a click by each ranker, on all cores.
    ///
    /// A click on a stream that the catalog does not have counts as relevant and can never be hit.
    ///
    /// @param compared rankers that must all have a list for a user, or the user is left out
    /// @param others further ones, whose lists may be empty
    /// @param test what was shown and clicked
    /// @throws InputException when nobody can be evaluated
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Trial run(
            Catalog catalog,
            List<? extends Lister> compared,
            List<? extends Lister> others,
            Samples test,
            Options options,
            Progress progress) {
        progress.phase("looking who clicked what", 0);
        Judgements judgements = new Judgements(test, catalog);
        @Nullable LeftOut[] fates = new LeftOut[judgements.users()];
        int[] asked = IntStream.range(0, judgements.users())
                .filter(judgements::hasSamples)
                .filter(user -> {
                    fates[user] = leftOut(user, judgements);
                    return fates[user] == null;
                })
                .toArray();
        int sampled = (int) IntStream.range(0, judgements.users())
                .filter(judgements::hasSamples)
                .count();
        int[] rows = Arrays.stream(asked).map(judgements::userRow).toArray();
        List<RankedLists.Made[]> made = new ArrayList<>();
        List<RankedLists.Made @Nullable []> judged = new ArrayList<>();
        BitSet empty = new BitSet();
        for (Lister lister : compared) {
            RankingPass ranking = new RankingPass(catalog, judgements, asked, options);
            ranking.by(lister, rows, progress);
            made.add(ranking.lists());
            judged.add(ranking.judged());
            for (int i = 0; i < asked.length; i++) {
                empty.set(i, empty.get(i) || ranking.lists()[i].lists().isEmpty());
            }
        }
        empty.stream().forEach(i -> fates[asked[i]] = LeftOut.NO_STREAM_IN_REACH);
        int[] kept = IntStream.range(0, asked.length).filter(i -> !empty.get(i)).toArray();
        if (kept.length == 0) {
            throw new InputException(
                    "test samples",
                    "none of their " + sampled + " users can be evaluated: it takes a click and a stream in reach",
                    "Use test samples with clicks, of the loaded users, or a larger radius.");
        }
        List<Contender> contenders = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            RankedLists.Made @Nullable [] order = judged.get(i);
            contenders.add(new Contender(
                    compared.get(i).name(),
                    flat(
                            made.set(i, new RankedLists.Made[0]),
                            kept,
                            options.truth().isPresent()),
                    order == null ? null : flat(order, kept, false)));
        }
        int[] users = Arrays.stream(kept).map(i -> asked[i]).toArray();
        int[] keptRows = Arrays.stream(kept).map(i -> rows[i]).toArray();
        int[] all = IntStream.range(0, users.length).toArray();
        for (Lister lister : others) {
            RankingPass ranking = new RankingPass(catalog, judgements, users, options);
            ranking.by(lister, keptRows, progress);
            RankedLists.Made @Nullable [] order = ranking.judged();
            contenders.add(new Contender(
                    lister.name(),
                    flat(ranking.lists(), all, options.truth().isPresent()),
                    order == null ? null : flat(order, all, false)));
        }
        Map<LeftOut, int[]> leftOut = new EnumMap<>(LeftOut.class);
        for (LeftOut reason : LeftOut.values()) {
            leftOut.put(
                    reason,
                    IntStream.range(0, fates.length)
                            .filter(user -> fates[user] == reason)
                            .toArray());
        }
        return new Trial(catalog, judgements, options.most(), users, sampled, leftOut, contenders);
    }

    /// Why a user cannot even be ranked for; null for nothing.
    private static @Nullable LeftOut leftOut(int user, Judgements judgements) {
        if (judgements.streams(user, true).length == 0) {
            return LeftOut.CLICKED_NOTHING;
        }
        return judgements.userRow(user) < 0 ? LeftOut.NOT_IN_DATA : null;
    }

    private static RankedLists flat(RankedLists.Made[] made, int[] kept, boolean withChances) {
        return RankedLists.of(Arrays.stream(kept).mapToObj(i -> made[i]).toArray(RankedLists.Made[]::new), withChances);
    }

    /// How many clicks and shown streams each user has, and which creators are small.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Facts(int[] relevants, int[] judgeds, BitSet smalls) implements Measure.Facts {
        static Facts of(Judgements judgements, int[] users, Streams streams) {
            int[] followers = IntStream.range(0, streams.size())
                    .filter(streams::live)
                    .map(streams::creatorFollowers)
                    .sorted()
                    .toArray();
            return new Facts(
                    Arrays.stream(users)
                            .map(user -> judgements.streams(user, true).length)
                            .toArray(),
                    Arrays.stream(users)
                            .map(user -> judgements.streams(user, false).length)
                            .toArray(),
                    smalls(streams, followers.length == 0 ? 0 : followers[followers.length / 2]));
        }

        /// A bit a stream stays in the cache where their followers would not.
        private static BitSet smalls(Streams streams, int followersOfHalf) {
            BitSet smalls = new BitSet(streams.size());
            for (int row = 0; row < streams.size(); row++) {
                smalls.set(row, streams.creatorFollowers(row) < followersOfHalf);
            }
            return smalls;
        }

        @Override
        public int relevant(int user) {
            return relevants[user];
        }

        @Override
        public int judged(int user) {
            return judgeds[user];
        }

        @Override
        public boolean small(int row) {
            return smalls.get(row);
        }
    }

    /// The users and streams.
    public Catalog catalog() {
        return catalog;
    }

    /// The length of the longest lists.
    public int most() {
        return most;
    }

    /// How many users are evaluated.
    public int users() {
        return users.length;
    }

    /// How many users have a test sample.
    public int sampledUsers() {
        return sampledUsers;
    }

    /// The catalog's row of a user.
    public int row(int user) {
        return rows[user];
    }

    /// How many streams a user clicked.
    public int relevant(int user) {
        return facts.relevant(user);
    }

    /// How many streams the samples showed to a user.
    public int judged(int user) {
        return facts.judged(user);
    }

    /// Whether a stream is of a small creator: of fewer followers than half of the live streams have.
    ///
    /// @param row of the catalog's streams
    public boolean isSmall(int row) {
        return facts.small(row);
    }

    /// How many users were left out for a reason.
    public int leftOutCount(LeftOut reason) {
        return leftOut.getOrDefault(reason, new int[0]).length;
    }

    /// The ids of the users left out for a reason, in the order in which the samples first name them.
    public List<String> leftOut(LeftOut reason) {
        return Collections.unmodifiableList(Arrays.stream(leftOut.getOrDefault(reason, new int[0]))
                .mapToObj(judgements::userId)
                .toList());
    }

    /// The rankers, in the order asked for, those compared first.
    public List<Contender> contenders() {
        return contenders;
    }

    /// Whether a measure can be told of a ranker.
    public boolean has(int ranker, Measure measure) {
        Contender contender = contenders.get(ranker);
        return (!measure.needsChances() || contender.lists().hasChances())
                && (!measure.needsJudgedOrder() || contender.judged() != null);
    }

    /// A measure of each user's list of k; a new array. On all cores: some 0.1 µs a user and place.
    ///
    /// @param ranker its place among the contenders
    /// @param k 1 to [#most]
    /// @throws IllegalArgumentException when the measure cannot be told, see [#has]
    public double[] values(int ranker, Measure measure, int k) {
        if (!has(ranker, measure) || k < 1 || k > most) {
            throw new IllegalArgumentException(measure + " at " + k);
        }
        Contender contender = contenders.get(ranker);
        RankedLists judged = contender.judged() == null ? contender.lists() : contender.judged();
        return IntStream.range(0, users.length)
                .parallel()
                .mapToDouble(user -> measure.of(contender.lists(), judged, facts, user, k))
                .toArray();
    }

    /// The mean of a measure over all users, added up in their order.
    public double mean(int ranker, Measure measure, int k) {
        double sum = 0;
        for (double value : values(ranker, measure, k)) {
            sum += value;
        }
        return sum / users.length;
    }

    /// The means of a measure for every length from 1; each the same as [#mean], to the bit, for the cost of one or
    /// two.
    ///
    /// @param ranker its place among the contenders
    /// @param longest 1 to [#most]
    /// @throws IllegalArgumentException when the measure cannot be told, see [#has]
    public double[] means(int ranker, Measure measure, int longest) {
        if (!has(ranker, measure) || longest < 1 || longest > most) {
            throw new IllegalArgumentException(measure + " up to " + longest);
        }
        Contender contender = contenders.get(ranker);
        RankedLists judged = contender.judged() == null ? contender.lists() : contender.judged();
        double[] sums = new double[longest];
        double[] values = new double[Math.min(users.length, USERS_A_STEP) * longest];
        for (int from = 0; from < users.length; from += USERS_A_STEP) {
            int first = from;
            int count = Math.min(USERS_A_STEP, users.length - from);
            IntStream.range(0, count)
                    .parallel()
                    .forEach(i -> Lengths.of(
                            measure, contender.lists(), judged, facts, first + i, values, i * longest, longest));
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < longest; k++) {
                    sums[k] += values[i * longest + k];
                }
            }
        }
        for (int i = 0; i < longest; i++) {
            sums[i] /= users.length;
        }
        return sums;
    }
}
