// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/// Counts every answer, also those to what was no request, for [Traffic] and for [Exposition].
final class Tally implements RequestLog {
    /// The upper ends of the classes of durations, µs.
    static final long[] BOUNDS_MICROS = {
        100,
        250,
        500,
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        10_000_000
    };

    /// The attribute of a request that says whom it is about.
    private static final String ABOUT = Tally.class.getName() + ".about";

    private static final int LONGEST_USER = 60;

    private final Traffic traffic;
    private final ConcurrentHashMap<Key, LongAdder> answers = new ConcurrentHashMap<>();
    private final Durations[] durations = new Durations[Route.values().length];

    Tally(Traffic traffic) {
        this.traffic = traffic;
        for (int i = 0; i < durations.length; i++) {
            durations[i] = new Durations();
        }
    }

    /// What is counted together.
    ///
    /// @param route null for paths that there are not
    record Key(@Nullable Route route, int status) {}

    /// How long answers of a route took.
    static final class Durations {
        private final AtomicLongArray counts = new AtomicLongArray(BOUNDS_MICROS.length + 1);
        private final LongAdder micros = new LongAdder();

        private void add(long took) {
            int at = 0;
            while (at < BOUNDS_MICROS.length && took > BOUNDS_MICROS[at]) {
                at++;
            }
            counts.incrementAndGet(at);
            micros.add(took);
        }

        /// How many are in a class; the last is of those that took longer than all bounds.
        long count(int at) {
            return counts.get(at);
        }

        long sumMicros() {
            return micros.sum();
        }
    }

    /// Notes whom a request is about, for whoever looks at the last requests.
    static void about(Request request, List<String> users) {
        String first = users.size() == 1 ? users.getFirst() : users.size() + " users";
        request.setAttribute(ABOUT, first.length() > LONGEST_USER ? first.substring(0, LONGEST_USER) + "…" : first);
    }

    @Override
    public void log(Request request, Response response) {
        long micros = (System.nanoTime() - request.getBeginNanoTime()) / 1000;
        String path = String.valueOf(request.getHttpURI().getCanonicalPath());
        int status = response.getStatus();
        traffic.ended(new Traffic.Request(
                Instant.now(),
                Problem.told(request.getMethod()),
                Problem.told(path),
                status,
                micros,
                Response.getContentBytesWritten(response),
                String.valueOf(Request.getRemoteAddr(request)),
                request.getAttribute(ABOUT) instanceof String user ? user : ""));
        Route route = Route.of(path);
        answers.computeIfAbsent(new Key(route, status), _ -> new LongAdder()).increment();
        if (route != null) {
            durations[route.ordinal()].add(micros);
        }
    }

    /// The counts of answers, each as it is at this moment.
    ConcurrentHashMap<Key, LongAdder> answers() {
        return answers;
    }

    /// How long the answers of a route took.
    Durations durations(Route route) {
        return durations[route.ordinal()];
    }
}
