// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.ranking.TippingPoint.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One direction in which a number of the scoring moves, from crossing to crossing with a stream's line.
///
/// Crossings are computed in real numbers; scores are rounded. So each answer is narrowed down to two neighbouring
/// floating-point numbers by the scores themselves, of which the farther suits the goal and the nearer does not: it
/// holds for the very scores that rank.
final class TippingWay {
    /// Numbers beyond this, and ones that take more of it to a point, are not looked for: what else counts would drown
    /// in rounding.
    private static final double FARTHEST = 1e12;

    /// Crossings nearer to one another than this share of their size are one.
    private static final double TOGETHER = 1e-12;

    /// How far round a crossing, as a share of its size, the scores are asked first.
    private static final double NEAR = 1e-9;

    /// Differences below this share of the scores are asked of the scores themselves: they may be ties.
    private static final double ROUNDING = 1e-12;

    private final Candidates candidates;
    private final int target;
    private final int k;
    private final ScoreLines lines;
    private final int[] rivals;
    private final boolean upwards;
    private final double now;
    private final double start;
    private final boolean[] above;
    private int count;

    /// Where a rival changes places with the stream.
    ///
    /// @param at the coordinate
    /// @param rival which
    /// @param above whether it stands above the stream from there on
    private record Crossing(double at, int rival, boolean above) {}

    /// @param rivals candidates that may matter, without the stream
    /// @param upwards in coordinates of the lines
    TippingWay(Candidates candidates, int target, int k, ScoreLines lines, int[] rivals, boolean upwards) {
        this.candidates = candidates;
        this.target = target;
        this.k = k;
        this.lines = lines;
        this.rivals = rivals;
        this.upwards = upwards;
        now = lines.number().of(candidates.ranker().scoring());
        start = lines.coordinate(now);
        above = above(now);
        for (boolean one : above) {
            count += one ? 1 : 0;
        }
    }

    /// The nearest values that suit, for the goals that have one.
    ///
    /// @param goals that the number as it is does not suit
    Map<Goal, Double> find(Set<Goal> goals) {
        Map<Goal, Double> found = new EnumMap<>(Goal.class);
        Set<Goal> open = EnumSet.copyOf(goals);
        List<Crossing> crossings = crossings();
        double before = start;
        int from = 0;
        while (from < crossings.size() && !open.isEmpty()) {
            int to = from;
            double last = crossings.get(from).at();
            while (to < crossings.size() && together(last, crossings.get(to).at())) {
                last = crossings.get(to).at();
                pass(crossings.get(to++));
            }
            double next = to < crossings.size() ? crossings.get(to).at() : beyond(last);
            List<Crossing> here = crossings.subList(from, to);
            double lo = lines.value(before + (here.getFirst().at() - before) / 2);
            double hi = lines.value(last + (next - last) / 2);
            for (Goal goal : Set.copyOf(open)) {
                double value = suits(goal, count)
                        ? narrowed(goal, here, lo, hi)
                        : suits(goal, countAt(here)) ? touched(goal, here, lo) : Double.NaN;
                if (!Double.isNaN(value)) {
                    found.put(goal, value);
                    open.remove(goal);
                }
            }
            before = last;
            from = to;
        }
        return found;
    }

    private boolean suits(Goal goal, int above) {
        return switch (goal) {
            case FIRST -> above == 0;
            case INTO_TOP_K -> above < k;
            case OUT_OF_TOP_K -> above >= k;
        };
    }

    private void pass(Crossing crossing) {
        if (above[crossing.rival()] != crossing.above()) {
            above[crossing.rival()] = crossing.above();
            count += crossing.above() ? 1 : -1;
        }
    }

    private boolean together(double one, double other) {
        return Math.abs(one - other) <= TOGETHER * Math.max(Math.abs(one), Math.abs(start));
    }

    /// Somewhere behind the last crossing.
    private double beyond(double last) {
        double step = Math.max(Math.abs(last - start), Math.max(Math.abs(last), 1e-6));
        return upwards ? last + step : positive() ? last / 2 : last - step;
    }

    private boolean positive() {
        return lines.number().mustBePositive();
    }

    /// How many stand above just where several cross, which are level there.
    private int countAt(List<Crossing> here) {
        int at = count;
        for (int rival : here.stream().mapToInt(Crossing::rival).distinct().toArray()) {
            at += (candidates.before(rivals[rival], target) ? 1 : 0) - (above[rival] ? 1 : 0);
        }
        return at;
    }

    private List<Crossing> crossings() {
        List<Crossing> crossings = new ArrayList<>();
        for (int rival = 0; rival < rivals.length; rival++) {
            cross(rival, crossings);
        }
        crossings.sort(Comparator.comparingDouble(crossing -> Math.abs(crossing.at() - start)));
        return crossings;
    }

    /// Adds the crossings of one rival: the difference of two lines with a knee each is a line with two.
    private void cross(int rival, List<Crossing> crossings) {
        int candidate = rivals[rival];
        double difference = candidates.score(candidate) - candidates.score(target);
        double at = start;
        boolean isAbove = above[rival];
        while (true) {
            double slope = lines.slope(candidate, at, upwards) - lines.slope(target, at, upwards);
            double rise = upwards ? slope : -slope;
            double next = nearer(lines.nextKnee(candidate, at, upwards), lines.nextKnee(target, at, upwards));
            if (difference == 0) {
                boolean after = rise > 0 || (rise == 0 && candidates.before(candidate, target));
                isAbove = turn(rival, at, isAbove, after, crossings);
            } else if (difference > 0 != rise > 0 && rise != 0) {
                double crossing = at - difference / slope;
                if (nearer(crossing, next) != next) {
                    isAbove = turn(rival, crossing, isAbove, difference < 0, crossings);
                }
            }
            if (Double.isInfinite(next)) {
                return;
            }
            difference = differenceAt(candidate, next, difference + slope * (next - at));
            at = next;
            if (difference != 0) {
                isAbove = turn(rival, at, isAbove, difference > 0, crossings);
            }
        }
    }

    private double nearer(double one, double other) {
        return upwards ? Math.min(one, other) : Math.max(one, other);
    }

    /// Adds a crossing if it is one and near enough to matter.
    private boolean turn(int rival, double at, boolean before, boolean after, List<Crossing> crossings) {
        double value = lines.value(at);
        boolean inside = Math.abs(value) <= FARTHEST && (!positive() || (at > 0 && at <= FARTHEST));
        if (before != after && inside) {
            crossings.add(new Crossing(at, rival, after));
        }
        return after;
    }

    /// The difference at a knee, where two that are alike but for what the cap takes away are level.
    private double differenceAt(int candidate, double at, double computed) {
        double size = Math.abs(candidates.score(candidate)) + Math.abs(candidates.score(target));
        if (Math.abs(computed) > ROUNDING * (size + Math.abs(at))) {
            return computed;
        }
        Candidates.Rescored there = at(lines.value(at));
        return there.score(candidate) - there.score(target);
    }

    /// The first number that suits, where the stretch behind a crossing does.
    ///
    /// @param lo a value before the crossing
    /// @param hi one behind it
    private double narrowed(Goal goal, List<Crossing> here, double lo, double hi) {
        double first = lines.value(here.getFirst().at());
        double last = lines.value(here.getLast().at());
        double margin = NEAR * Math.max(Math.abs(last), Math.abs(now));
        double sign = Math.signum(hi - lo);
        double far = sign * (hi - last) > margin ? last + sign * margin : hi;
        if (!holds(goal, far)) {
            far = hi;
            if (!holds(goal, far)) {
                return Double.NaN;
            }
        }
        double near = sign * (first - lo) > margin ? first - sign * margin : lo;
        return bisected(goal, near, far);
    }

    /// The number at which several are level, where the goal is reached only there: by the ids.
    private double touched(Goal goal, List<Crossing> here, double lo) {
        double first = lines.value(here.getFirst().at());
        double last = lines.value(here.getLast().at());
        double[] values = {Math.abs(first) <= TOGETHER * Math.abs(now) ? 0.0 : first, first, last};
        for (double value : values) {
            if (!(positive() && value <= 0) && holds(goal, value)) {
                return bisected(goal, lo, value);
            }
        }
        return Double.NaN;
    }

    /// The end of an interval that suits the goal, moved as near to its other end as it goes on suiting.
    ///
    /// @param near should not suit; if it does the search begins at what the number is now
    /// @param far suits
    private double bisected(Goal goal, double near, double far) {
        double out = holds(goal, near) ? now : near;
        double in = far;
        int[] undecided = undecided(out, in);
        int decided = 0;
        boolean[] atFar = above(in);
        boolean[] open = new boolean[rivals.length];
        for (int rival : undecided) {
            open[rival] = true;
        }
        for (int rival = 0; rival < rivals.length; rival++) {
            decided += atFar[rival] && !open[rival] ? 1 : 0;
        }
        while (true) {
            double middle = out + (in - out) / 2;
            if (middle == out || middle == in) {
                return in;
            }
            Candidates.Rescored there = at(middle);
            double own = there.score(target);
            int aboveThere = decided;
            for (int rival : undecided) {
                aboveThere += isAbove(rival, there, own) ? 1 : 0;
            }
            if (suits(goal, aboveThere)) {
                in = middle;
            } else {
                out = middle;
            }
        }
    }

    /// Rivals that are above at one value and not at another.
    private int[] undecided(double one, double other) {
        boolean[] atOne = above(one);
        boolean[] atOther = above(other);
        int[] undecided = new int[rivals.length];
        int size = 0;
        for (int rival = 0; rival < rivals.length; rival++) {
            if (atOne[rival] != atOther[rival]) {
                undecided[size++] = rival;
            }
        }
        return Arrays.copyOf(undecided, size);
    }

    private boolean holds(Goal goal, double value) {
        int aboveThere = 0;
        for (boolean one : above(value)) {
            aboveThere += one ? 1 : 0;
        }
        return suits(goal, aboveThere);
    }

    /// Which rivals stand above the stream at a value, by the scores themselves.
    private boolean[] above(double value) {
        Candidates.Rescored rescored = at(value);
        double own = rescored.score(target);
        boolean[] there = new boolean[rivals.length];
        for (int rival = 0; rival < rivals.length; rival++) {
            there[rival] = isAbove(rival, rescored, own);
        }
        return there;
    }

    private boolean isAbove(int rival, Candidates.Rescored there, double own) {
        return candidates.above(rivals[rival], there.score(rivals[rival]), target, own);
    }

    private Candidates.Rescored at(double value) {
        return candidates.under(lines.number().in(candidates.ranker().scoring(), value));
    }
}
