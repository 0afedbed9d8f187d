// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.evaluation.Comparison;
import app.hometown.evaluation.ListSimilarity;
import app.hometown.ranking.Ranking;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.Standings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the lists show: the rankings of a lineup for one user with what moved between neighbours, ready to be drawn.
/// Immutable.
///
/// @param standings the rankings as they came
/// @param askedRadiusKm the radius that was asked for; empty means the whole world
/// @param columns one a ranker, in the lineup's order; at least two
/// @param similarities how alike neighbouring lists are, one less than columns; empty where one of the two is missing
public record Lists(
        Standings standings,
        OptionalDouble askedRadiusKm,
        List<RankedColumn> columns,
        List<Optional<ListSimilarity>> similarities) {
    public Lists {
        columns = List.copyOf(columns);
        similarities = List.copyOf(similarities);
    }

    /// Prepares an answer.
    ///
    /// @param looks a look for each ranker of the lineup
    public static Lists of(Standings standings, OptionalDouble askedRadiusKm, Map<RankerDefinition, RankerLook> looks) {
        List<Standings.Standing> all = standings.standings();
        List<Map<Integer, Integer>> ranks = all.stream().map(Lists::ranksByRow).toList();
        List<RankedColumn> columns = new ArrayList<>();
        List<Optional<ListSimilarity>> similarities = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Standings.Standing standing = all.get(i);
            Optional<Ranking> left = i == 0 ? Optional.empty() : all.get(i - 1).ranking();
            Optional<Ranking> right =
                    i == all.size() - 1 ? Optional.empty() : all.get(i + 1).ranking();
            if (i > 0) {
                similarities.add(left.flatMap(a -> standing.ranking().map(b -> ListSimilarity.of(a, b))));
            }
            columns.add(new RankedColumn(
                    standing.definition(),
                    RankerWords.name(standing.definition()),
                    looks.getOrDefault(standing.definition(), RankerLook.EIGHTH),
                    standing.ranking(),
                    standing.note().orElse(""),
                    standing.missing()
                            .map(missing -> missing.why() + ".\n" + missing.remedy())
                            .orElse(""),
                    lines(
                            standing,
                            standings.data().catalog(),
                            left.isPresent() ? ranks.get(i - 1) : null,
                            right.isPresent() ? ranks.get(i + 1) : null)));
        }
        return new Lists(standings, askedRadiusKm, columns, similarities);
    }

    private static Map<Integer, Integer> ranksByRow(Standings.Standing standing) {
        Map<Integer, Integer> ranks = new HashMap<>();
        standing.ranking()
                .map(Ranking::entries)
                .orElse(List.of())
                .forEach(entry -> ranks.put(entry.row(), entry.rank()));
        return ranks;
    }

    private static List<RankedLine> lines(
            Standings.Standing standing,
            Catalog catalog,
            @Nullable Map<Integer, Integer> left,
            @Nullable Map<Integer, Integer> right) {
        List<Ranking.Entry> entries = standing.ranking().map(Ranking::entries).orElse(List.of());
        double best = entries.isEmpty() ? 0 : entries.getFirst().score();
        return entries.stream()
                .map(entry -> new RankedLine(
                        entry,
                        catalog.cities().name(catalog.streams().city(entry.row())),
                        best > 0 ? Math.clamp(entry.score() / best, 0, 1) : 0,
                        left == null
                                ? Movement.ALONE
                                : Movement.of(rank(left, entry.row()), OptionalInt.of(entry.rank())),
                        right == null
                                ? Movement.ALONE
                                : Movement.of(OptionalInt.of(entry.rank()), rank(right, entry.row()))))
                .toList();
    }

    private static OptionalInt rank(Map<Integer, Integer> ranks, int row) {
        Integer rank = ranks.get(row);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /// The catalog that the rows belong to.
    public Catalog catalog() {
        return standings.data().catalog();
    }

    /// For whom.
    public User user() {
        return standings.user();
    }

    /// How many were asked for.
    public int k() {
        return standings.k();
    }

    /// The first ranker, usually *basic*.
    public RankedColumn left() {
        return columns.getFirst();
    }

    /// The second ranker, usually *ml*.
    public RankedColumn right() {
        return columns.get(1);
    }

    /// Both of the first two rankings, where there are both.
    public Optional<Comparison> comparison() {
        return left().ranking().flatMap(a -> right().ranking().map(b -> new Comparison(user(), a, b)));
    }

    /// Whether a stream is in any list.
    public boolean shows(int row) {
        return columns.stream().anyMatch(column -> column.line(row).isPresent());
    }

    /// Whether no ranker has anything to show.
    public boolean isEmpty() {
        return columns.stream().allMatch(column -> column.lines().isEmpty());
    }

    /// The radius that held the candidates in the end, the largest of all rankers; empty means the whole world. That
    /// asked for where nobody can rank.
    public OptionalDouble radiusKm() {
        List<OptionalDouble> radii = columns.stream()
                .flatMap(column -> column.ranking().stream())
                .map(Ranking::radiusKm)
                .toList();
        if (radii.isEmpty()) {
            return askedRadiusKm;
        }
        return radii.stream().anyMatch(OptionalDouble::isEmpty)
                ? OptionalDouble.empty()
                : radii.stream().mapToDouble(OptionalDouble::getAsDouble).max();
    }

    /// Whether the radius had to grow to find enough streams.
    public boolean expanded() {
        return askedRadiusKm.isPresent() && !askedRadiusKm.equals(radiusKm());
    }

    /// What is to be said of a line of a column: where the stream stands in the lists beside it.
    public String words(int column, RankedLine line) {
        String name = columns.get(column).name();
        Stream<String> back = column == 0
                ? Stream.empty()
                : Stream.of(line.before().words(columns.get(column - 1).name(), name));
        Stream<String> onward = column == columns.size() - 1
                ? Stream.empty()
                : Stream.of(line.after().words(name, columns.get(column + 1).name()));
        return String.join(
                " ",
                Stream.concat(back, onward).filter(words -> !words.isEmpty()).toList());
    }

    /// The column of a ranker, or -1.
    public int column(RankerDefinition ranker) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).ranker().equals(ranker))
                .findFirst()
                .orElse(-1);
    }
}
