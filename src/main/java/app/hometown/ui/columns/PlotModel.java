// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.columns;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.workbench.columns.ColumnCatalog;
import app.hometown.workbench.columns.ColumnKey;
import app.hometown.workbench.columns.DataColumn;
import app.hometown.workbench.columns.NumberColumn;
import app.hometown.workbench.columns.PlotAnswer;
import app.hometown.workbench.columns.PlotQuestion;
import app.hometown.workbench.columns.PlotQuestion.Measure;
import app.hometown.workbench.columns.WordColumn;
import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A question that is put together from columns, and its figures, which follow the selection. What is chosen goes into
/// the history.
///
/// Needs no toolkit. Used from one thread, the window's; counting happens elsewhere, the newest request stops the older
/// one. But while time passes, what is under way is finished first.
public final class PlotModel {
    /// Not under way.
    public static final double IDLE = -1;

    private static final int STEPS = 50;

    private final ExploreModel explore;
    private final History history;
    private final Latest latest;
    private final Executor foreground;
    private final AtomicLong newest = new AtomicLong();
    private final ReadOnlyObjectWrapper<PlotQuestion> question =
            new ReadOnlyObjectWrapper<>(PlotQuestion.first(Kind.STREAMS));
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(IDLE);
    private @Nullable ColumnCatalog columns;
    private boolean watched;
    private @Nullable Chosen counted;
    private boolean behind;

    /// What is shown: an answer as figures, or why there is none.
    ///
    /// @param question what was asked
    /// @param figures one, or one a facet; none when there is no answer
    /// @param heading what all facets are about; "" for a single figure
    /// @param note how many were counted, for facets together
    /// @param problem why there is no answer, or ""
    public record Shown(PlotQuestion question, List<Figure> figures, String heading, String note, String problem) {
        public Shown {
            figures = List.copyOf(figures);
        }
    }

    /// @param explore the selection
    /// @param history remembers what is asked
    /// @param latest counts
    /// @param foreground where progress is told
    public PlotModel(ExploreModel explore, History history, Latest latest, Executor foreground) {
        this.explore = explore;
        this.history = history;
        this.latest = latest;
        this.foreground = foreground;
        explore.chosen().addListener(property -> follow());
    }

    /// What is asked.
    public ReadOnlyObjectProperty<PlotQuestion> question() {
        return question.getReadOnlyProperty();
    }

    /// What came of it; empty at first and while nothing is open.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// How far the counting is, 0..1, or [#IDLE].
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// The columns of the open data; empty while nothing is open.
    public Optional<ColumnCatalog> columns() {
        return Optional.ofNullable(columns);
    }

    /// Whether somebody looks: else nothing is counted.
    public void watched(boolean now) {
        if (now && !watched) {
            watched = true;
            refresh();
        } else {
            watched = now;
        }
    }

    /// Asks something else, to be taken back by the history. What does not fit the columns is mended.
    ///
    /// @param gesture see [History.Edit]
    public void ask(PlotQuestion next, String gesture) {
        PlotQuestion before = question.get();
        PlotQuestion after = mended(next);
        if (before.equals(after)) {
            return;
        }
        set(after);
        history.record(new History.Edit(Texts.text("columns.edit"), gesture, () -> set(before), () -> set(after)));
    }

    /// Begins with a question of an earlier session.
    public void restore(PlotQuestion earlier) {
        set(earlier);
    }

    /// Ends the gesture under way.
    public void endGesture() {
        history.seal();
    }

    /// Stops counting; what was shown stays.
    public void cancel() {
        newest.incrementAndGet();
        latest.drop();
        behind = false;
        progress.set(IDLE);
    }

    private void set(PlotQuestion next) {
        question.set(next);
        refresh();
    }

    /// A question whose measure has a column that it can be of.
    private PlotQuestion mended(PlotQuestion asked) {
        ColumnCatalog known = columns;
        if (known == null) {
            return asked;
        }
        Measure measure = asked.measure();
        if (!measure.ofColumn()) {
            return asked.y() == null ? asked : asked.measured(measure, null);
        }
        List<DataColumn> fitting = measurable(known, asked.of(), measure);
        boolean fits = asked.y() != null
                && fitting.stream().anyMatch(column -> column.key().equals(asked.y()));
        return fits || fitting.isEmpty()
                ? asked
                : asked.measured(measure, fitting.getFirst().key());
    }

    /// The columns that a measure can be of.
    static List<DataColumn> measurable(ColumnCatalog columns, Kind of, Measure measure) {
        return columns.of(of).stream()
                .filter(column -> measure == Measure.RATE
                        ? column instanceof WordColumn words && words.flag()
                        : column instanceof NumberColumn)
                .toList();
    }

    /// Asks anew of other rows, unless time has passed only and an answer is under way.
    private void follow() {
        Chosen now = explore.chosen().get();
        Chosen before = counted;
        if (progress.get() != IDLE && now != null && before != null && now.isSameChoiceAs(before)) {
            behind = true;
        } else {
            refresh();
        }
    }

    private void refresh() {
        behind = false;
        Chosen chosen = explore.chosen().get();
        if (chosen == null) {
            columns = null;
            cancel();
            shown.set(Optional.empty());
            return;
        }
        Catalog catalog = chosen.users().facets().catalog();
        var linked = chosen.samples().flatMap(left -> left.facets().linked());
        ColumnCatalog known = columns;
        if (known == null || !known.isOf(catalog, linked)) {
            known = new ColumnCatalog(catalog, linked);
            columns = known;
        }
        if (!watched) {
            return;
        }
        ColumnCatalog used = known;
        PlotQuestion asked = question.get();
        long ticket = newest.incrementAndGet();
        counted = chosen;
        progress.set(0);
        Progress telling = new Telling(ticket);
        latest.request(() -> answer(asked, used, chosen, catalog, telling), answer -> {
            progress.set(IDLE);
            shown.set(Optional.of(answer));
            if (behind) {
                refresh();
            }
        });
    }

    private static Shown answer(
            PlotQuestion asked, ColumnCatalog columns, Chosen chosen, Catalog catalog, Progress progress) {
        try {
            PlotAnswer answer = PlotAnswer.of(asked, columns, chosen.but(along(asked), progress), progress);
            List<Figure> figures = AnswerFigures.of(answer, catalog);
            boolean facets = answer.facet().isPresent();
            return new Shown(
                    asked,
                    figures,
                    facets ? AnswerWords.title(asked) : "",
                    facets ? AnswerWords.footnote(answer) : "",
                    "");
        } catch (InputException e) {
            if (asked.of() == Kind.SAMPLES && columns.of(Kind.SAMPLES).isEmpty()) {
                return new Shown(asked, List.of(), "", "", Texts.text("columns.noSamples"));
            }
            return new Shown(asked, List.of(), "", "", String.valueOf(e.getMessage()));
        }
    }

    /// The columns along the axes: a brush on them is shown in the figure, not taken out of it.
    private static List<Brushable> along(PlotQuestion asked) {
        List<ColumnKey> keys = new ArrayList<>(List.of(asked.x()));
        if (asked.measure() == Measure.ROWS && asked.y() != null) {
            keys.add(asked.y());
        }
        if (asked.shape() == PlotQuestion.Shape.HEAT && asked.colour() != null) {
            keys.add(asked.colour());
        }
        return keys.stream()
                .filter(Objects::nonNull)
                .map(key -> Brushable.numbers(key.kind(), key.key()))
                .toList();
    }

    /// Tells how far the counting is, and stops it once there is a newer question.
    private final class Telling implements Progress {
        private final long ticket;
        private volatile long total = 1;
        private volatile int told;

        Telling(long ticket) {
            this.ticket = ticket;
        }

        @Override
        public void phase(String name, long steps) {
            total = Math.max(1, steps);
            told = 0;
            done(0);
        }

        @Override
        public void done(long count) {
            if (newest.get() != ticket) {
                throw new CancellationException("there is a newer question");
            }
            int step = (int) (STEPS * Math.min(count, total) / total);
            if (step > told) {
                told = step;
                foreground.execute(() -> {
                    if (newest.get() == ticket && progress.get() != IDLE) {
                        progress.set((double) step / STEPS);
                    }
                });
            }
        }
    }
}
