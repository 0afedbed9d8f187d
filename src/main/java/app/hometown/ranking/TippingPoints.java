// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Progress;
import app.hometown.domain.User;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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

    /// Solves for all goals and numbers.
    ///
    /// @param index finds the streams
    /// @param user anyone
    /// @param ranker scoring and click model
    /// @param k the length of the list, at least 1
    /// @param row the stream
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static TippingPoints of(RankingIndex index, User user, Ranker ranker, int k, int row, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /// The tipping points of one goal, numbers in their order.
    public List<TippingPoint> of(TippingPoint.Goal goal) {
        return points.stream().filter(point -> point.goal() == goal).toList();
    }
}
