// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.User;
import app.hometown.ranking.Ranking;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Two rankings for one user, side by side.
///
/// @param user for whom
/// @param a the first ranking, usually *basic*
/// @param b the second, usually *ml*
public record Comparison(User user, Ranking a, Ranking b) {
    /// Where a stream stands in both rankings.
    ///
    /// @param row the stream
    /// @param inA rank in the first, empty when it is not in its top k
    /// @param inB rank in the second, likewise
    public record Place(int row, OptionalInt inA, OptionalInt inB) {
        /// How many ranks the stream rises from the first to the second, negative when it falls; empty when it enters
        /// or leaves.
        public OptionalInt rise() {
            return inA.isPresent() && inB.isPresent()
                    ? OptionalInt.of(inA.getAsInt() - inB.getAsInt())
                    : OptionalInt.empty();
        }
    }

    /// The places of all streams of either ranking, by row.
    public Map<Integer, Place> places() {
        Map<Integer, Place> places = new HashMap<>();
        for (Ranking.Entry entry : a.entries()) {
            places.put(entry.row(), new Place(entry.row(), OptionalInt.of(entry.rank()), OptionalInt.empty()));
        }
        for (Ranking.Entry entry : b.entries()) {
            places.merge(
                    entry.row(),
                    new Place(entry.row(), OptionalInt.empty(), OptionalInt.of(entry.rank())),
                    (first, second) -> new Place(entry.row(), first.inA(), second.inB()));
        }
        return places;
    }

    /// The place of a stream; empty twice when neither ranking shows it. Looks through both rankings.
    public Place place(int row) {
        return new Place(row, rank(a, row), rank(b, row));
    }

    private static OptionalInt rank(Ranking ranking, int row) {
        return ranking.entries().stream()
                .filter(entry -> entry.row() == row)
                .mapToInt(Ranking.Entry::rank)
                .findFirst();
    }

    /// How many streams both rankings show.
    public int shared() {
        return (int) places().values().stream()
                .filter(place -> place.inA().isPresent() && place.inB().isPresent())
                .count();
    }

    /// Whether both show the same streams in the same order.
    public boolean identical() {
        return places().values().stream()
                .allMatch(place -> place.rise().isPresent() && place.rise().getAsInt() == 0);
    }

    /// The mean score of a ranking; empty when it is empty.
    public static OptionalDouble averageScore(Ranking ranking) {
        return ranking.entries().stream().mapToDouble(Ranking.Entry::score).average();
    }

    /// The mean distance of a ranking in km; empty when it is empty.
    public static OptionalDouble averageDistanceKm(Ranking ranking) {
        return ranking.entries().stream().mapToDouble(Ranking.Entry::distanceKm).average();
    }

    /// The ML boost: by how much the second's mean score exceeds the first's, as a share of the first's. Scores of
    /// different rankers differ by their terms, so it says how much the learned term adds, not that a list is
    /// better.
    public OptionalDouble boost() {
        OptionalDouble first = averageScore(a);
        OptionalDouble second = averageScore(b);
        return first.isPresent() && second.isPresent() && first.getAsDouble() != 0
                ? OptionalDouble.of(second.getAsDouble() / first.getAsDouble() - 1)
                : OptionalDouble.empty();
    }
}
