// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.evaluation.Comparison;
import app.hometown.ranking.Ranking;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the two lists show: both rankings of one user with what moved, ready to be drawn. Immutable.
///
/// @param catalog the catalog that the rows belong to
/// @param user for whom
/// @param k how many were asked for
/// @param askedRadiusKm the radius that was asked for; empty means the whole world
/// @param answer the rankings
/// @param basic the lines of the basic list, best first
/// @param ml the lines of the ml list, empty without a model
public record Lists(
        Catalog catalog,
        User user,
        int k,
        OptionalDouble askedRadiusKm,
        Session.SideBySide answer,
        List<RankedLine> basic,
        List<RankedLine> ml) {
    /// Prepares an answer.
    public static Lists of(Catalog catalog, OptionalDouble askedRadiusKm, int k, Session.SideBySide answer) {
        Map<Integer, Comparison.Place> places =
                answer.comparison().map(Comparison::places).orElse(Map.of());
        return new Lists(
                catalog,
                answer.user(),
                k,
                askedRadiusKm,
                answer,
                lines(answer.basic(), catalog, places),
                answer.ml().map(ranking -> lines(ranking, catalog, places)).orElse(List.of()));
    }

    private static List<RankedLine> lines(Ranking ranking, Catalog catalog, Map<Integer, Comparison.Place> places) {
        return ranking.entries().stream()
                .map(entry -> {
                    Comparison.Place place = places.get(entry.row());
                    return new RankedLine(
                            entry,
                            catalog.cities().name(catalog.streams().city(entry.row())),
                            place == null ? Movement.ALONE : Movement.of(place));
                })
                .toList();
    }

    /// The line of a stream in the basic list.
    public Optional<RankedLine> inBasic(int row) {
        return find(basic, row);
    }

    /// The line of a stream in the ml list.
    public Optional<RankedLine> inMl(int row) {
        return find(ml, row);
    }

    /// Whether a stream is in either list.
    public boolean shows(int row) {
        return inBasic(row).isPresent() || inMl(row).isPresent();
    }

    /// The radius that held the candidates in the end; empty means the whole world.
    public OptionalDouble radiusKm() {
        return answer.basic().radiusKm();
    }

    /// Whether the radius had to grow to find enough streams.
    public boolean expanded() {
        return askedRadiusKm.isPresent() && !askedRadiusKm.equals(radiusKm());
    }

    /// Why there is no ml list.
    public Optional<ModelState.Missing> missingModel() {
        return answer.model() instanceof ModelState.Missing missing ? Optional.of(missing) : Optional.empty();
    }

    private static Optional<RankedLine> find(List<RankedLine> lines, int row) {
        return lines.stream().filter(line -> line.entry().row() == row).findFirst();
    }
}
