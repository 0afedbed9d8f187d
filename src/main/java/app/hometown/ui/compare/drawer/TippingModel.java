// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.Progress;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.TippingPoints;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedColumn;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Keeps the tipping points of the chosen stream up with the lists, while somebody looks at them.
///
/// Needs no toolkit. Used from one thread, the window's; solving runs elsewhere, newest request first: one that is
/// overtaken is given up.
final class TippingModel {
    private final CompareModel model;
    private final Latest latest;
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable RankerDefinition> ranker = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Solved> solved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final AtomicInteger newest = new AtomicInteger();

    /// Tipping points.
    ///
    /// @param lists of the user they are for
    /// @param column the ranker they are for
    /// @param points the numbers
    record Solved(Lists lists, RankedColumn column, TippingPoints points) {}

    /// @param model whom and what we look at
    /// @param latest solves
    TippingModel(CompareModel model, Latest latest) {
        this.model = model;
        this.latest = latest;
        model.lists().addListener(property -> solve());
        model.selected().addListener(property -> solve());
        watched.addListener(property -> solve());
        ranker.addListener(property -> solve());
    }

    /// Whether somebody looks: else nothing is solved.
    BooleanProperty watched() {
        return watched;
    }

    /// The ranker chosen; null for the second of the lineup that has a formula, else the first.
    ObjectProperty<@Nullable RankerDefinition> ranker() {
        return ranker;
    }

    /// What it takes; null while nothing is chosen or no ranker has a formula.
    ReadOnlyObjectProperty<@Nullable Solved> solved() {
        return solved.getReadOnlyProperty();
    }

    /// Whether newer ones are being solved.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// The rankers that can be asked: those with a formula.
    static List<Integer> columns(Lists lists) {
        return IntStream.range(0, lists.columns().size())
                .filter(i -> formula(lists, i).isPresent())
                .boxed()
                .toList();
    }

    private static Optional<Ranker> formula(Lists lists, int column) {
        return lists.standings().standings().get(column).resolved().formula();
    }

    private void solve() {
        int ticket = newest.incrementAndGet();
        Lists lists = model.lists().get();
        int row = model.selected().get();
        List<Integer> possible = lists == null ? List.of() : columns(lists);
        if (lists == null || row == CompareModel.NONE || !watched.get() || possible.isEmpty()) {
            latest.drop();
            solved.set(null);
            busy.set(false);
            return;
        }
        int column = possible.stream()
                .filter(i -> lists.columns().get(i).ranker().equals(ranker.get()))
                .findFirst()
                .orElse(possible.get(Math.min(1, possible.size() - 1)));
        Ranker formula = formula(lists, column).orElseThrow();
        busy.set(true);
        latest.request(
                () -> {
                    try {
                        return Optional.of(new Solved(
                                lists,
                                lists.columns().get(column),
                                TippingPoints.of(
                                        lists.standings().data().index(),
                                        lists.user(),
                                        formula,
                                        lists.k(),
                                        row,
                                        new Overtaken(ticket))));
                    } catch (CancellationException overtaken) {
                        return Optional.<Solved>empty();
                    }
                },
                answer -> {
                    busy.set(false);
                    solved.set(answer.orElse(null));
                });
    }

    /// Gives up what a newer request has overtaken.
    private final class Overtaken implements Progress {
        private final int ticket;

        Overtaken(int ticket) {
            this.ticket = ticket;
        }

        @Override
        public void phase(String name, long total) {
            check();
        }

        @Override
        public void done(long count) {
            check();
        }

        private void check() {
            if (newest.get() != ticket) {
                throw new CancellationException();
            }
        }
    }
}
