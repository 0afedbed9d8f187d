// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.Stream;
import app.hometown.ranking.Explanation;
import app.hometown.ranking.Ranking;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedColumn;
import app.hometown.workbench.compare.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A stream as each ranker sees it, in its list or not. Immutable.
///
/// @param row of the stream
/// @param stream the stream
/// @param views one a ranker that can say something about it, in the lineup's order
record Subject(int row, Stream stream, List<View> views) {
    Subject {
        views = List.copyOf(views);
    }

    /// One ranker's view of it.
    ///
    /// @param column the ranker with its list
    /// @param rank its rank; empty outside the top k
    /// @param explanation its score
    record View(RankedColumn column, OptionalInt rank, Explanation explanation) {
        /// Whether the stream is beyond what the ranker looks at.
        boolean outOfReach() {
            return column.ranking()
                    .map(Ranking::radiusKm)
                    .filter(radius -> explanation.distanceKm() > radius.orElse(Double.MAX_VALUE))
                    .isPresent();
        }
    }

    /// Explains a stream. Costs microseconds a ranker; not for the JavaFX thread.
    static Subject of(Lists lists, int row) {
        List<View> views = new ArrayList<>();
        for (int i = 0; i < lists.columns().size(); i++) {
            RankedColumn column = lists.columns().get(i);
            Standings.Standing standing = lists.standings().standings().get(i);
            Optional<Ranking.Entry> entry = column.entry(row);
            Optional<Explanation> explanation = standing.resolved()
                    .formula()
                    .map(ranker -> Explanation.of(lists.user(), lists.catalog(), ranker, row))
                    .or(() -> entry.map(here -> Explanation.of(standing.name(), here)));
            explanation.ifPresent(why -> views.add(new View(
                    column, entry.map(here -> OptionalInt.of(here.rank())).orElse(OptionalInt.empty()), why)));
        }
        return new Subject(row, lists.catalog().stream(row), views);
    }

    /// The first view with a click term that adds up; if none does, the first with any.
    Optional<View> learned() {
        return views.stream()
                .filter(view -> view.explanation()
                        .click()
                        .flatMap(Explanation.Click::logit)
                        .isPresent())
                .findFirst()
                .or(() -> views.stream()
                        .filter(view -> view.explanation().click().isPresent())
                        .findFirst());
    }

    /// Whether any of the lists shows it.
    boolean listed() {
        return views.stream().anyMatch(view -> view.rank().isPresent());
    }
}
