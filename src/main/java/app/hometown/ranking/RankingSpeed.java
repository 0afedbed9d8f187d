// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Measures how fast an index ranks, on one thread, against the fastest scan of all streams; and before that, whether
/// it is exact.
///
/// @param streams how many streams there are, live or not
/// @param k how many a request asks for
/// @param exact whether the index gave what the scans gave, to the bit, in all that was checked
/// @param cases what was measured, in a fixed order
public record RankingSpeed(int streams, int k, boolean exact, List<Case> cases) {
    /// How many streams a request asks for.
    public static final int K = 20;

    private static final double NEAR_KM = 250;
    private static final int USERS = 1024;

    /// Users whose answers are compared with the vectorised scan's, and with the plain one's.
    private static final int CHECKED = 16;

    private static final int CHECKED_PLAINLY = 2;

    /// Requests of a part, and the time after which it ends with fewer: enough for a 99th percentile, and for the
    /// compiler, without keeping anybody waiting.
    private static final int WARM_UP_REQUESTS = 10_000;

    private static final int REQUESTS = 5_000;
    private static final int FEWEST_REQUESTS = 5;
    private static final long PART_NANOS = 700_000_000;

    public RankingSpeed {
        cases = List.copyOf(cases);
    }

    /// One kind of request. Times are per request, in µs.
    ///
    /// @param name ranker and radius: basic-250km, basic-world, ml-250km, ml-world; ml-far is ml for users
    ///   anywhere on the globe and of any language, within the world
    /// @param indexMedianUs half of the requests to the index took no longer
    /// @param indexP99Us ninety-nine in a hundred took no longer
    /// @param scanMedianUs half of the scans took no longer
    /// @param ratio scan median by index median
    public record Case(String name, double indexMedianUs, double indexP99Us, double scanMedianUs, double ratio) {}

    private record Request(String name, Ranker ranker, List<Viewer> viewers) {}

    /// Checks and measures; about 3 s a case, longer above some million streams.
    ///
    /// @param index the one to measure
    /// @param scoring its radius is replaced by that of each case
    /// @param model for *ml*; without one the ml cases are left out
    /// @throws InputException when there are no users to ask for
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static RankingSpeed measure(
            RankingIndex index, Scoring scoring, Optional<ClickModel> model, Progress progress) {
        Catalog catalog = index.catalog();
        if (catalog.users().size() == 0) {
            throw new InputException("users", "there are none to rank for", "Open data with users.");
        }
        progress.phase("preparing the scan", catalog.streams().size());
        VectorScan scan = new VectorScan(catalog, progress);
        List<Request> requests = requests(catalog, scoring, model);
        boolean exact = true;
        for (Request request : requests) {
            progress.phase("checking " + request.name(), 0);
            exact &= exact(index, scan, request, progress);
        }
        for (Request request : requests) {
            progress.phase("warming up " + request.name(), WARM_UP_REQUESTS);
            times(index, request, WARM_UP_REQUESTS, progress);
            times(scan, request, WARM_UP_REQUESTS, progress);
        }
        List<Case> cases = new ArrayList<>();
        for (Request request : requests) {
            progress.phase("measuring " + request.name(), REQUESTS);
            double[] indexUs = times(index, request, REQUESTS, progress);
            double[] scanUs = times(scan, request, REQUESTS, progress);
            double median = percentile(indexUs, 0.5);
            double scanMedian = percentile(scanUs, 0.5);
            cases.add(new Case(request.name(), median, percentile(indexUs, 0.99), scanMedian, scanMedian / median));
        }
        return new RankingSpeed(catalog.streams().size(), K, exact, cases);
    }

    private static List<Request> requests(Catalog catalog, Scoring scoring, Optional<ClickModel> model) {
        SplittableRandom random = new SplittableRandom(42);
        List<Viewer> anyone = Stream.generate(
                        () -> Viewer.of(random.nextInt(catalog.users().size()), catalog))
                .limit(USERS)
                .toList();
        List<Viewer> strangers = Stream.generate(() -> Viewer.of(stranger(catalog, random), catalog))
                .limit(USERS)
                .toList();
        Scoring near = scoring.within(OptionalDouble.of(NEAR_KM));
        Scoring world = scoring.within(OptionalDouble.empty());
        List<Request> requests = new ArrayList<>();
        requests.add(new Request("basic-250km", Ranker.basic(near), anyone));
        requests.add(new Request("basic-world", Ranker.basic(world), anyone));
        model.ifPresent(click -> {
            requests.add(new Request("ml-250km", Ranker.ml(near, click), anyone));
            requests.add(new Request("ml-world", Ranker.ml(world, click), anyone));
            requests.add(new Request("ml-far", Ranker.ml(world, click), strangers));
        });
        return requests;
    }

    /// One of the users, moved to anywhere on the globe, with any of the languages.
    private static User stranger(Catalog catalog, SplittableRandom random) {
        User user = catalog.user(random.nextInt(catalog.users().size()));
        return new User(
                user.id(),
                Math.toDegrees(Math.asin(random.nextDouble(-1, 1))),
                random.nextDouble(-180, 180),
                user.city(),
                catalog.languages().name(random.nextInt(catalog.languages().size())),
                user.preferredCategories(),
                user.localPreferenceStrength(),
                user.totalWatchHours());
    }

    private static boolean exact(RankingIndex index, VectorScan scan, Request request, Progress progress) {
        ScanIndex plain = new ScanIndex(index.catalog());
        boolean exact = true;
        for (int i = 0; i < CHECKED; i++) {
            progress.done(i);
            Viewer viewer = request.viewers().get(i);
            Hits found = index.hits(viewer, request.ranker(), K);
            exact &= found.equalTo(scan.hits(viewer, request.ranker(), K));
            if (i < CHECKED_PLAINLY) {
                exact &= found.equalTo(plain.hits(viewer, request.ranker(), K, progress));
            }
        }
        return exact;
    }

    /// What requests took, in µs, ascending.
    private static double[] times(RankingIndex index, Request request, int most, Progress progress) {
        double[] micros = new double[most];
        long end = System.nanoTime() + PART_NANOS;
        int count = 0;
        while (count < most && (count < FEWEST_REQUESTS || System.nanoTime() < end)) {
            progress.done(count);
            Viewer viewer = request.viewers().get(count % USERS);
            long start = System.nanoTime();
            Hits hits = index.hits(viewer, request.ranker(), K);
            long nanos = System.nanoTime() - start;
            if (hits.size() > K) {
                throw new IllegalStateException("more than was asked for");
            }
            micros[count++] = nanos / 1e3;
        }
        double[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double percentile(double[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1, Math.floor(share * ascending.length))];
    }
}
