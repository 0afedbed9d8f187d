// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.ranking.Ranking;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Two lists of one user to be judged. It does not hold which ranker made which, nor scores, so nothing that shows it
/// can
/// give them away. Immutable.
///
/// @param catalog the catalog that rows belong to
/// @param user for whom
/// @param place of the user among those to be judged, from 1
/// @param of how many there are
/// @param left the list on the left, best first
/// @param right the list on the right
public record Trial(Catalog catalog, User user, int place, int of, List<Line> left, List<Line> right) {
    public Trial {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /// A stream of a list.
    ///
    /// @param rank from 1
    /// @param row in the catalog's streams
    /// @param distanceKm to the user
    /// @param shared whether the other list has it too
    public record Line(int rank, int row, double distanceKm, boolean shared) {}

    static Trial of(Catalog catalog, User user, int place, int of, Ranking left, Ranking right) {
        return new Trial(catalog, user, place, of, lines(left, right), lines(right, left));
    }

    private static List<Line> lines(Ranking own, Ranking other) {
        Set<Integer> others = other.entries().stream().map(Ranking.Entry::row).collect(Collectors.toSet());
        return own.entries().stream()
                .map(entry -> new Line(entry.rank(), entry.row(), entry.distanceKm(), others.contains(entry.row())))
                .toList();
    }
}
