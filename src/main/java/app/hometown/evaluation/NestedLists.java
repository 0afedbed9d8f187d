// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.geo.Geodesic;
import app.hometown.ranking.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The lists of one ranker for one user, for every length up to some k.
///
/// Mostly one long list whose beginnings are the shorter ones. Where the radius grows until there are enough streams,
/// a longer list may come from a larger radius and begin otherwise; then there is one list a radius.
///
/// @param lists by growing length served; at least one
/// @param radiusKm the radius of the last; empty means the whole world
public record NestedLists(List<Piece> lists, OptionalDouble radiusKm) {
    public NestedLists {
        lists = List.copyOf(lists);
    }

    /// A list that serves some lengths.
    ///
    /// @param upTo the greatest length whose list is the beginning of this one
    /// @param rows rows of streams, best first; may be fewer
    /// @param distancesKm theirs
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Piece(int upTo, int[] rows, double[] distancesKm) {}

    /// Finds streams.
    @FunctionalInterface
    public interface Finder {
        /// The best streams within a radius, as a piece that serves all lengths asked for.
        ///
        /// @param reach its radius is the one, and it does not expand
        /// @param k how many, at most
        Piece find(Scoring reach, int k);
    }

    /// Finds the lists of all lengths: one search, and one for each time the radius has to grow.
    ///
    /// @param reach whose radius and expansion hold
    /// @param most the length of the longest, at least 1
    public static NestedLists of(Scoring reach, int most, Finder finder) {
        List<Piece> pieces = new ArrayList<>();
        int served = 0;
        double radiusKm = reach.radiusKm().orElse(Double.POSITIVE_INFINITY);
        while (true) {
            boolean world = radiusKm >= Geodesic.FARTHEST_KM;
            OptionalDouble radius = world ? OptionalDouble.empty() : OptionalDouble.of(radiusKm);
            Piece found = finder.find(new Scoring(reach.weights(), reach.base(), radius, false), most);
            boolean last = world || !reach.expand() || found.rows().length >= most;
            int serves = last ? most : found.rows().length;
            if (serves > served) {
                pieces.add(new Piece(serves, found.rows(), found.distancesKm()));
                served = serves;
            }
            if (last) {
                return new NestedLists(pieces, radius);
            }
            radiusKm *= 2;
        }
    }

    /// Whether there is no stream for the user at all.
    public boolean isEmpty() {
        return lists.getLast().rows().length == 0;
    }
}
