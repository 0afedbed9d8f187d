// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.ranking.Everyone;
import app.hometown.ranking.Hits;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.RankingIndex;
import app.hometown.workbench.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// How often each stream is shown: in samples, and in the lists that rankers would show. The lists cost an index query
/// for each of at most [#MOST_USERS] users and ranker.
final class ExposureCounts {
    /// Of more users, so many are asked, evenly over their rows.
    static final int MOST_USERS = 10_000;

    /// Places of a list.
    static final int K = 5;

    private static final int TENTHS = 10;
    private static final int POINTS = 100;

    private final Subject subject;
    private final Streams streams;
    /// Rows, the fewest followers first, then in their order.
    private final int[] byFollowers;

    private ExposureCounts(Subject subject) {
        this.subject = subject;
        streams = subject.catalog().streams();
        long[] packed = subject.streams().stream()
                .mapToLong(row -> (long) streams.creatorFollowers(row) << 32 | row)
                .toArray();
        Arrays.parallelSort(packed);
        byFollowers = Arrays.stream(packed)
                .mapToInt(followersAndRow -> (int) followersAndRow)
                .toArray();
    }

    static Answer exposure(Subject subject, Progress progress) {
        ExposureCounts counts = new ExposureCounts(subject);
        List<Answer.Showing> showings = new ArrayList<>();
        if (subject.samples().isPresent()) {
            counts.samples(subject.samples().get(), showings, progress);
        }
        Session session = subject.session();
        int[] users = some(subject.users());
        counts.ranked(Answer.Showing.BASIC, Session.basic(session.scoring()), users, showings, progress);
        session.ml(session.scoring()).ifPresent(ml -> counts.ranked(Answer.Showing.ML, ml, users, showings, progress));
        if (showings.isEmpty()) {
            return new Answer.None(Answer.Lack.NO_USERS);
        }
        return new Answer.Exposure(
                counts.byFollowers.length,
                showings,
                users.length,
                subject.users().cardinality(),
                K);
    }

    private static int[] some(BitSet users) {
        int[] all = users.stream().toArray();
        return all.length <= MOST_USERS
                ? all
                : IntStream.range(0, MOST_USERS)
                        .map(i -> all[(int) ((long) i * all.length / MOST_USERS)])
                        .toArray();
    }

    private void samples(Samples samples, List<Answer.Showing> showings, Progress progress) {
        Identifiers ids = samples.streamIds();
        int[] rows = new int[ids.size()];
        streams.ids().indexOf(ids, 0, rows.length, rows);
        AtomicIntegerArray shown = new AtomicIntegerArray(streams.size());
        AtomicIntegerArray clicked = new AtomicIntegerArray(streams.size());
        Scan.counts(subject.pairs(), progress, "counting samples", 0, (sum, sample) -> {
            int row = rows[samples.stream(sample)];
            if (row >= 0) {
                shown.incrementAndGet(row);
                if (samples.clicked(sample)) {
                    clicked.incrementAndGet(row);
                }
            }
        });
        add(Answer.Showing.SHOWN, shown, showings);
        add(Answer.Showing.CLICKED, clicked, showings);
    }

    private void ranked(String way, Ranker ranker, int[] users, List<Answer.Showing> showings, Progress progress) {
        Catalog catalog = subject.catalog();
        RankingIndex index = subject.session().requireData().index();
        AtomicIntegerArray shown = new AtomicIntegerArray(streams.size());
        progress.phase("ranking for users", users.length);
        Everyone.visit(catalog, users, progress, (i, viewer) -> {
            Hits hits = index.hits(viewer, ranker, K);
            for (int row : hits.rows()) {
                shown.incrementAndGet(row);
            }
        });
        add(way, shown, showings);
    }

    /// Left out when nothing was shown.
    private void add(String way, AtomicIntegerArray counts, List<Answer.Showing> showings) {
        long total = Arrays.stream(byFollowers).mapToLong(counts::get).sum();
        if (total == 0) {
            return;
        }
        int size = byFollowers.length;
        List<Long> tenths = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = (int) ((long) size * tenth / TENTHS);
            int to = (int) ((long) size * (tenth + 1) / TENTHS);
            tenths.add(IntStream.range(from, to)
                    .mapToLong(i -> counts.get(byFollowers[i]))
                    .sum());
        }
        int[] sorted = Arrays.stream(byFollowers).map(counts::get).toArray();
        Arrays.parallelSort(sorted);
        showings.add(new Answer.Showing(way, total, tenths, lorenz(sorted, total), gini(sorted, total)));
    }

    private static List<Answer.Point> lorenz(int[] sorted, long total) {
        List<Answer.Point> points = new ArrayList<>(List.of(new Answer.Point(0, 0)));
        long sum = 0;
        int next = 1;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            if ((i + 1L) * POINTS >= (long) next * sorted.length) {
                points.add(new Answer.Point((i + 1.0) / sorted.length, (double) sum / total));
                next = (int) ((i + 1L) * POINTS / sorted.length) + 1;
            }
        }
        return points;
    }

    /// Half the mean difference of two streams, relative to the mean.
    ///
    /// @param sorted ascending
    static double gini(int[] sorted, long total) {
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        return weighted / ((double) sorted.length * total);
    }
}
