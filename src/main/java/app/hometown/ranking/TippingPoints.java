// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.User;
import app.hometown.ranking.TippingPoint.Already;
import app.hometown.ranking.TippingPoint.Answer;
import app.hometown.ranking.TippingPoint.Cannot;
import app.hometown.ranking.TippingPoint.Goal;
import app.hometown.ranking.TippingPoint.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What it would take to move a stream: for each goal the smallest change of each number. Immutable.
///
/// @param row the stream
/// @param k the length of the list that *top k* speaks of
/// @param rank its rank among all candidates, from 1; empty when it is not one
/// @param candidates how many streams are in reach
/// @param radiusKm the radius that holds them, after expansion; empty means the whole world
/// @param points one a goal and number, goals first
public record TippingPoints(
        int row, int k, OptionalInt rank, int candidates, OptionalDouble radiusKm, List<TippingPoint> points) {
    public TippingPoints {
        points = List.copyOf(points);
    }

    /// Solves for all goals and numbers, all else as it is. Takes a pass over the streams in reach, sorts them and
    /// passes
    /// over them a few times for each number, on all cores: about a second of one core for a million in reach, some
    /// hundredths for thousands. Not for the JavaFX
    /// thread.
    ///
    /// @param index finds the streams
    /// @param user anyone
    /// @param ranker scoring and click model
    /// @param k the length of the list, at least 1
    /// @param row the stream
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static TippingPoints of(RankingIndex index, User user, Ranker ranker, int k, int row, Progress progress) {
        Catalog catalog = index.catalog();
        Viewer viewer = Viewer.of(user, catalog);
        OptionalDouble radiusKm = index.hits(viewer, ranker, k).radiusKm();
        progress.phase("collecting streams", catalog.streams().size());
        Candidates candidates = Candidates.within(viewer, catalog.streams(), ranker, radiusKm, progress);
        int target = candidates.indexOf(row);
        OptionalInt rank = target < 0 ? OptionalInt.empty() : OptionalInt.of(candidates.rank(target));
        Set<Goal> open = EnumSet.noneOf(Goal.class);
        for (Goal goal : Goal.values()) {
            if (!reached(goal, rank, k)) {
                open.add(goal);
            }
        }
        StreamTipping own = new StreamTipping(index, viewer, ranker, k, row);
        Map<Lever, Map<Goal, Answer>> answers = new HashMap<>();
        if (!catalog.streams().live(row)) {
            levers().forEach(lever -> answers.put(lever, all(open, new Cannot(Reason.OFF_AIR))));
        } else {
            for (StreamNumber number : StreamNumber.values()) {
                Map<Goal, Answer> each = new EnumMap<>(Goal.class);
                open.forEach(goal -> each.put(goal, own.solve(number, goal, radiusKm)));
                answers.put(number, each);
            }
            answers.putAll(ofScoring(candidates, target, k, open, progress));
        }
        List<TippingPoint> points = new ArrayList<>();
        for (Goal goal : Goal.values()) {
            for (Lever lever : levers()) {
                points.add(new TippingPoint(
                        goal,
                        lever,
                        switch (lever) {
                            case ScoringNumber number -> number.of(ranker.scoring());
                            case StreamNumber number -> own.curve(number).now();
                        },
                        answers.getOrDefault(lever, Map.of()).getOrDefault(goal, new Already())));
            }
        }
        return new TippingPoints(row, k, rank, candidates.size(), radiusKm, points);
    }

    private static Map<ScoringNumber, Map<Goal, Answer>> ofScoring(
            Candidates candidates, int target, int k, Set<Goal> open, Progress progress) {
        Map<ScoringNumber, Map<Goal, Answer>> answers = new ConcurrentHashMap<>();
        if (target < 0) {
            Arrays.stream(ScoringNumber.values())
                    .forEach(number -> answers.put(number, all(open, new Cannot(Reason.OUT_OF_REACH))));
            return answers;
        }
        progress.phase("solving", ScoringNumber.values().length);
        ScoringTipping tipping = new ScoringTipping(candidates, target, k);
        Arrays.stream(ScoringNumber.values()).parallel().forEach(number -> {
            progress.done(number.ordinal());
            answers.put(number, tipping.solve(number, open));
        });
        return answers;
    }

    private static Map<Goal, Answer> all(Set<Goal> goals, Answer answer) {
        Map<Goal, Answer> answers = new EnumMap<>(Goal.class);
        goals.forEach(goal -> answers.put(goal, answer));
        return answers;
    }

    private static List<Lever> levers() {
        return Stream.<Lever>concat(Arrays.stream(ScoringNumber.values()), Arrays.stream(StreamNumber.values()))
                .toList();
    }

    private static boolean reached(Goal goal, OptionalInt rank, int k) {
        return switch (goal) {
            case FIRST -> rank.isPresent() && rank.getAsInt() == 1;
            case INTO_TOP_K -> rank.isPresent() && rank.getAsInt() <= k;
            case OUT_OF_TOP_K -> rank.isEmpty() || rank.getAsInt() > k;
        };
    }

    /// The tipping points of one goal, numbers in their order.
    public List<TippingPoint> of(TippingPoint.Goal goal) {
        return points.stream().filter(point -> point.goal() == goal).toList();
    }
}
