// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.workbench.explore.Facets;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Counts by city, language, category and flag. One pass each over users or streams.
final class PlaceCounts {
    private static final String USERS = "counting users";
    private static final String STREAMS = "counting streams";

    private PlaceCounts() {}

    static Answer userCities(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        return counts(
                catalog.cities().names()::get,
                byCode(subject.users(), progress, USERS, catalog.cities().size(), catalog.users()::city),
                subject.users().cardinality());
    }

    static Answer streamCities(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        return counts(
                catalog.cities().names()::get,
                byCode(subject.streams(), progress, STREAMS, catalog.cities().size(), catalog.streams()::city),
                subject.streams().cardinality());
    }

    static Answer cities(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        int codes = catalog.cities().size();
        return pairs(
                subject,
                catalog.cities().names()::get,
                byCode(subject.users(), progress, USERS, codes, catalog.users()::city),
                byCode(subject.streams(), progress, STREAMS, codes, catalog.streams()::city));
    }

    static Answer languages(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        int codes = catalog.languages().size();
        return pairs(
                subject,
                catalog.languages().names()::get,
                byCode(subject.users(), progress, USERS, codes, catalog.users()::language),
                byCode(subject.streams(), progress, STREAMS, codes, catalog.streams()::language));
    }

    static Answer categories(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        Users users = catalog.users();
        int codes = catalog.categories().size();
        long[] likes = Scan.counts(subject.users(), progress, USERS, codes, (sum, row) -> {
            for (int n = 0; n < users.categoryCount(row); n++) {
                // A category that is named twice is liked once.
                if (isFirst(users, row, n)) {
                    sum[users.category(row, n)]++;
                }
            }
        });
        return pairs(
                subject,
                code -> catalog.categoryName(catalog.categories().name(code)),
                likes,
                byCode(subject.streams(), progress, STREAMS, codes, catalog.streams()::category));
    }

    /// Whether the n-th category that a user prefers is none of those before it.
    static boolean isFirst(Users users, int row, int n) {
        for (int before = 0; before < n; before++) {
            if (users.category(row, before) == users.category(row, n)) {
                return false;
            }
        }
        return true;
    }

    static Answer flags(Subject subject, Progress progress) {
        Streams streams = subject.catalog().streams();
        long[] set = Scan.counts(subject.streams(), progress, STREAMS, 3, (sum, row) -> {
            sum[0] += streams.live(row) ? 1 : 0;
            sum[1] += streams.partnered(row) ? 1 : 0;
            sum[2] += streams.matureContent(row) ? 1 : 0;
        });
        return new Answer.Counts(
                List.of(
                        new Answer.Count(Facets.LIVE, set[0]),
                        new Answer.Count(Facets.PARTNERED, set[1]),
                        new Answer.Count(Facets.MATURE, set[2])),
                subject.streams().cardinality());
    }

    private static long[] byCode(BitSet rows, Progress progress, String phase, int codes, IntUnaryOperator code) {
        return Scan.counts(rows, progress, phase, codes, (sum, row) -> sum[code.applyAsInt(row)]++);
    }

    private static Answer counts(IntFunction<String> name, long[] counts, long total) {
        return new Answer.Counts(
                IntStream.range(0, counts.length)
                        .filter(code -> counts[code] > 0)
                        .mapToObj(code -> new Answer.Count(name.apply(code), counts[code]))
                        .sorted(Comparator.comparingLong(Answer.Count::count)
                                .reversed()
                                .thenComparing(Answer.Count::name))
                        .toList(),
                total);
    }

    private static Answer pairs(Subject subject, IntFunction<String> name, long[] users, long[] streams) {
        long allUsers = subject.users().cardinality();
        long allStreams = subject.streams().cardinality();
        return new Answer.Pairs(
                IntStream.range(0, users.length)
                        .filter(code -> users[code] + streams[code] > 0)
                        .mapToObj(code -> new Answer.Pair(name.apply(code), users[code], streams[code]))
                        .sorted(Comparator.comparingDouble((Answer.Pair pair) ->
                                        -((double) pair.users() / allUsers + (double) pair.streams() / allStreams))
                                .thenComparing(Answer.Pair::name))
                        .toList(),
                allUsers,
                allStreams);
    }
}
