// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Streams;
import app.hometown.statistics.FixedRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A made-up day of broadcasts: streams go on and off the air and their current viewers drift. The same seed, streams
/// and steps give the same changes. Nothing else of a stream changes; averages, which scores depend on, stay.
///
/// A stream is on the air for three hours on average, whenever it is; how soon it comes back depends on the hour where
/// it is, most likely in the evening and least in the morning, such that over a day the share of live streams is that
/// of the data. Sessions and pauses are memoryless: a Markov chain of two states, drawn by thinning (P. Lewis,
/// G. Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", 1979). The logarithm of the viewers of a
/// live stream returns to that of its average times the hour's weight, with some noise, each time it is looked at.
///
/// Of very many streams only a part is looked at each step, so that a step never makes more than some hundreds of
/// changes; the share of live streams is not affected, but each stream lives more slowly.
///
/// For one thread at a time.
public final class Broadcasts {
    /// The simulated minute of the day, UTC, at which it starts: evening in Europe.
    public static final double START = 18 * 60;

    private static final double SESSION_MINUTES = 180;
    private static final double LOOK_MINUTES = 5;
    private static final int MOST_LOOKS = 1500;
    private static final int MOST_DRIFTS = 250;

    private final FixedRandom random;
    private final double returnRate;
    private double minutes;

    /// @param streams as they were read
    public Broadcasts(long seed, Streams streams) {
        random = new FixedRandom(seed, 0);
        double share = Math.clamp((double) streams.liveCount() / Math.max(1, streams.size()), 0.05, 0.98);
        returnRate = share / (1 - share) / SESSION_MINUTES;
    }

    /// Simulated minutes since the start.
    public double minutes() {
        return minutes;
    }

    /// Goes on.
    ///
    /// @param now the streams as they are
    /// @param step simulated minutes, above 0
    /// @return what changes, each row at most once, some hundreds at most
    public List<Streams.Change> step(Streams now, double step) {
        minutes += step;
        Map<Integer, Streams.Change> changes = new LinkedHashMap<>();
        if (now.size() > 0) {
            toggle(now, step, changes);
            drift(now, step, changes);
        }
        return List.copyOf(changes.values());
    }

    private void toggle(Streams now, double step, Map<Integer, Streams.Change> changes) {
        double most = Math.max(1 / SESSION_MINUTES, returnRate * 2);
        int looks = (int) Math.min(MOST_LOOKS, events(now.size() * most * step));
        for (int look = 0; look < looks; look++) {
            int row = random.below(now.size());
            double weight = weight(now.longitude(row));
            double rate = now.live(row) ? 1 / SESSION_MINUTES : returnRate * weight;
            if (random.chance(rate / most)) {
                int average = now.avgViewerCount(row);
                int first = (int) Math.round(average * weight * (0.1 + 0.3 * random.uniform()));
                changes.put(row, new Streams.Change(row, !now.live(row), average, now.live(row) ? 0 : first));
            }
        }
    }

    private void drift(Streams now, double step, Map<Integer, Streams.Change> changes) {
        double looks = Math.min(MOST_DRIFTS, now.size() * step / LOOK_MINUTES);
        for (long look = events(looks); look > 0; look--) {
            int row = random.below(now.size());
            if (!now.live(row) || changes.containsKey(row)) {
                continue;
            }
            double goal = StrictMath.log1p(now.avgViewerCount(row) * weight(now.longitude(row)));
            double before = now.viewersNow(row) < 0 ? goal : StrictMath.log1p(now.viewersNow(row));
            double after = before + 0.4 * (goal - before) + 0.1 * random.normal();
            int viewers = (int) Math.round(Math.max(0, StrictMath.expm1(after)));
            if (viewers != now.viewersNow(row)) {
                changes.put(row, new Streams.Change(row, true, now.avgViewerCount(row), viewers));
            }
        }
    }

    /// How lively the hour is at a longitude, 0.2..1.8 with a mean of 1 over the day: the most at half past eight.
    private double weight(double longitude) {
        double hour = (START + minutes) / 60 + longitude / 15;
        return 1 + 0.8 * StrictMath.cos((hour - 20.5) / 24 * 2 * Math.PI);
    }

    /// A whole number with the given mean: how many of rare independent events happen.
    private long events(double mean) {
        if (mean > 50) {
            // Beyond this the spread hardly matters and the sum would be slow.
            return Math.round(mean + StrictMath.sqrt(mean) * 1.7 * (2 * random.uniform() - 1));
        }
        double rest = StrictMath.exp(-mean);
        long count = 0;
        for (double product = random.uniform(); product > rest; product *= random.uniform()) {
            count++;
        }
        return count;
    }

    /// What brings streams back to what was read: on the air or not, and how many watch.
    public static List<Streams.Change> back(Streams now) {
        return now.asRead().changesSince(now).orElse(List.of());
    }
}
