// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.geo.Area;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Enclosed;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.Hue;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import app.hometown.workbench.explore.Selections;
import app.hometown.workbench.explore.Sizing;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which users and streams are looked at, and by what they are coloured and sized: the state behind the filter pane,
/// the map's points and its legend. Changes of filters and selections go into the history.
///
/// Needs no toolkit. Used from one thread, the window's; finding and counting happens elsewhere, the newest request
/// stops the older one.
public final class ExploreModel {
    private final Workbench workbench;
    private final History history;
    private final Latest latest;
    private final AtomicLong newest = new AtomicLong();
    private final Exploration exploration = new Exploration();

    private final ReadOnlyObjectWrapper<Filter> users = new ReadOnlyObjectWrapper<>(Filter.first(Kind.USERS));
    private final ReadOnlyObjectWrapper<Filter> streams = new ReadOnlyObjectWrapper<>(Filter.first(Kind.STREAMS));
    private final ObjectProperty<Hue> hue = new SimpleObjectProperty<>(Hue.NONE);
    private final ObjectProperty<Sizing.By> size = new SimpleObjectProperty<>(Sizing.By.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Selections> selections = new ReadOnlyObjectWrapper<>(Selections.NONE);
    private final ReadOnlyObjectWrapper<Optional<Enclosure>> enclosed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Catalog catalog;
    private BiConsumer<Catalog, Selections> selected = (of, selections) -> {};

    /// What lies in an area that was drawn, before it is kept or dropped.
    ///
    /// @param name a free name for it
    /// @param users rows
    /// @param streams rows
    public record Enclosure(String name, BitSet users, BitSet streams) {
        /// The rows of a kind.
        public BitSet rows(Kind kind) {
            return kind == Kind.USERS ? users : streams;
        }
    }

    /// @param workbench keeps the selections
    /// @param history remembers what is changed here
    /// @param latest filters and counts
    public ExploreModel(Workbench workbench, History history, Latest latest) {
        this.workbench = workbench;
        this.history = history;
        this.latest = latest;
        hue.addListener(property -> refresh());
        size.addListener(property -> refresh());
    }

    /// Shows what is open now. Other data keeps the conditions that are not about its rows.
    public void show(Session session) {
        Catalog now = session.data().map(OpenData::catalog).orElse(null);
        boolean sameRows = now != null && catalog != null && now.hasRowsOf(catalog);
        boolean same = same(now, catalog);
        catalog = now;
        selections.set(session.selections());
        if (!sameRows) {
            users.set(users.get().within(null));
            streams.set(streams.get().within(null));
            enclosed.set(Optional.empty());
        }
        if (!same) {
            refresh();
        }
    }

    @SuppressWarnings("ReferenceEquality") // data read again is other data even where it is equal
    private static boolean same(@Nullable Catalog one, @Nullable Catalog other) {
        return one == other;
    }

    /// The condition on a kind.
    public ReadOnlyObjectProperty<Filter> filter(Kind kind) {
        return wrapper(kind).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Filter> wrapper(Kind kind) {
        return kind == Kind.USERS ? users : streams;
    }

    /// Sets the condition on a kind, to be taken back by the history.
    ///
    /// @param what is changed, for people
    /// @param gesture see [History.Edit]
    public void change(Kind kind, Filter after, String what, String gesture) {
        Filter before = wrapper(kind).get();
        if (before.equals(after)) {
            return;
        }
        set(kind, after);
        history.record(new History.Edit(what, gesture, () -> set(kind, before), () -> set(kind, after)));
    }

    /// Ends the gesture under way: what comes is taken back apart from it.
    public void endGesture() {
        history.seal();
    }

    private void set(Kind kind, Filter filter) {
        wrapper(kind).set(filter);
        refresh();
    }

    /// What points are coloured by.
    public ObjectProperty<Hue> hue() {
        return hue;
    }

    /// What points are sized by.
    public ObjectProperty<Sizing.By> size() {
        return size;
    }

    /// What is left and how it looks; null while nothing is open.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The named selections.
    public ReadOnlyObjectProperty<Selections> selections() {
        return selections.getReadOnlyProperty();
    }

    /// What was drawn round last and is neither kept nor dropped.
    public ReadOnlyObjectProperty<Optional<Enclosure>> enclosed() {
        return enclosed.getReadOnlyProperty();
    }

    private void refresh() {
        Catalog now = catalog;
        if (now == null) {
            latest.drop();
            newest.incrementAndGet();
            shown.set(null);
            return;
        }
        Exploration.Request request = new Exploration.Request(now, users.get(), streams.get(), hue.get(), size.get());
        Progress progress = stopWhenOlder();
        latest.request(() -> exploration.answer(request, progress), shown::set);
    }

    /// Stops work as soon as there is newer.
    private Progress stopWhenOlder() {
        long ticket = newest.incrementAndGet();
        return new Progress() {
            @Override
            public void phase(String name, long total) {
                done(0);
            }

            @Override
            public void done(long count) {
                if (newest.get() != ticket) {
                    throw new CancellationException("there is a newer request");
                }
            }
        };
    }

    /// Finds what of the users and streams on the map lies in an area; the answer is in [#enclosed].
    ///
    /// @param finding does the work and shows it; not the one that filters
    /// @param words what a free name begins with
    /// @param nothing called when there is nobody
    public void enclose(Area area, Latest finding, String words, Runnable nothing) {
        Shown now = shown.get();
        if (now == null) {
            return;
        }
        Catalog all = now.users().facets().catalog();
        String name = selections.get().freeName(words);
        finding.request(
                () -> new Enclosure(
                        name,
                        Enclosed.rows(Kind.USERS, all, now.users().rows(), area, Progress.NONE),
                        Enclosed.rows(Kind.STREAMS, all, now.streams().rows(), area, Progress.NONE)),
                found -> {
                    boolean empty = found.users().isEmpty() && found.streams().isEmpty();
                    enclosed.set(empty ? Optional.empty() : Optional.of(found));
                    if (empty) {
                        nothing.run();
                    }
                });
    }

    /// Drops what was drawn round.
    public void dropEnclosed() {
        enclosed.set(Optional.empty());
    }

    /// Adds, renames or removes selections, to be taken back by the history; filters follow.
    ///
    /// @param what is changed, for people
    public void select(String what, UnaryOperator<Selections> change) {
        Selections before = workbench.session().selections();
        Selections after = change.apply(before);
        if (before.equals(after)) {
            return;
        }
        Filter usersBefore = users.get();
        Filter streamsBefore = streams.get();
        Runnable redo = () -> {
            keep(after);
            follow(Kind.USERS, before, after);
            follow(Kind.STREAMS, before, after);
        };
        redo.run();
        history.record(new History.Edit(
                what,
                "",
                () -> {
                    keep(before);
                    set(Kind.USERS, usersBefore);
                    set(Kind.STREAMS, streamsBefore);
                },
                redo));
    }

    private void keep(Selections other) {
        selections.set(workbench.select(before -> other).selections());
        if (catalog != null) {
            selected.accept(catalog, selections.get());
        }
    }

    /// Called with all selections of the open data whenever the hand has changed them, by undo as well.
    public void onSelected(BiConsumer<Catalog, Selections> listener) {
        selected = listener;
    }

    /// A filter within a selection that was removed is within none; of one that was renamed, within the renamed.
    private void follow(Kind kind, Selections before, Selections after) {
        Selection within = wrapper(kind).get().within();
        if (within != null && !after.all().contains(within)) {
            int place = before.all().indexOf(within);
            Selection renamed = after.all().size() == before.all().size() && place >= 0
                    ? after.all().get(place)
                    : null;
            set(kind, wrapper(kind).get().within(renamed));
        }
    }
}
