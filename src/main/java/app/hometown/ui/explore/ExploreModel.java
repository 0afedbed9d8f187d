// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.geo.Area;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.explore.Enclosed;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.Hue;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.LinkedSamples;
import app.hometown.workbench.explore.Selection;
import app.hometown.workbench.explore.Selections;
import app.hometown.workbench.explore.Sizing;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
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

/// Which users, streams and samples are looked at, and by what they are coloured and sized: the one selection behind
/// the
/// filter pane, the map's points and its legend, all plots and tables. Changes of filters and selections go into the
/// history.
///
/// The map is answered first ([#shown]); what is left of samples, which may be many more, follows ([#chosen]).
///
/// Needs no toolkit. Used from one thread, the window's; finding and counting happens elsewhere, the newest request
/// stops the older one. But while time passes, what is under way is finished first: streams that go on and off the air
/// twice a second would leave nothing ever answered.
public final class ExploreModel {
    private final Workbench workbench;
    private final History history;
    private final Latest latest;
    private final Latest sampling;
    private final AtomicLong newest = new AtomicLong();
    private final Exploration exploration = new Exploration();

    private final Map<Kind, ReadOnlyObjectWrapper<Filter>> filters = new EnumMap<>(Kind.class);
    private final ObjectProperty<Hue> hue = new SimpleObjectProperty<>(Hue.NONE);
    private final ObjectProperty<Sizing.By> size = new SimpleObjectProperty<>(Sizing.By.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<LinkedSamples>> samples =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Selections> selections = new ReadOnlyObjectWrapper<>(Selections.NONE);
    private final ReadOnlyObjectWrapper<Optional<Enclosure>> enclosed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Catalog catalog;
    private boolean atWork;
    private boolean behind;
    private BiConsumer<Catalog, Selections> selected = (of, selections) -> {};

    /// What lies in an area that was drawn, before it is kept or dropped.
    ///
    /// @param name a free name for it
    /// @param users rows
    /// @param streams rows
    public record Enclosure(String name, BitSet users, BitSet streams) {
        /// The rows of a kind.
        public BitSet rows(Kind kind) {
            return switch (kind) {
                case USERS -> users;
                case STREAMS -> streams;
                case SAMPLES -> new BitSet();
            };
        }
    }

    /// @param workbench keeps the selections
    /// @param history remembers what is changed here
    /// @param latest filters and counts users and streams
    /// @param sampling filters and counts samples, in the same thread, so that users and streams go first
    public ExploreModel(Workbench workbench, History history, Latest latest, Latest sampling) {
        this.workbench = workbench;
        this.history = history;
        this.latest = latest;
        this.sampling = sampling;
        for (Kind kind : Kind.values()) {
            filters.put(kind, new ReadOnlyObjectWrapper<>(Filter.first(kind)));
        }
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
            filters.values().forEach(filter -> filter.set(filter.get().within(null)));
            enclosed.set(Optional.empty());
            samples.set(Optional.empty());
        }
        if (!same && sameRows && atWork) {
            behind = true;
        } else if (!same) {
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
        ReadOnlyObjectWrapper<Filter> filter = filters.get(kind);
        if (filter == null) {
            throw new IllegalStateException("no filter of " + kind);
        }
        return filter;
    }

    /// Takes the samples of the open data, once they have been read; from now on the selection holds them too.
    ///
    /// @param linked joined to what is open; others are left out
    public void show(LinkedSamples linked) {
        Catalog now = catalog;
        if (now != null && linked.isOf(now)) {
            samples.set(Optional.of(linked));
            refresh();
        }
    }

    /// The samples of the open data, once they have been read.
    public ReadOnlyObjectProperty<Optional<LinkedSamples>> samples() {
        return samples.getReadOnlyProperty();
    }

    /// Sets the condition on a kind, to be taken back by the history.
    ///
    /// @param what is changed, for people
    /// @param gesture see [History.Edit]
    public void change(Kind kind, Filter after, String what, String gesture) {
        change(Map.of(kind, after), what, gesture);
    }

    /// Sets conditions on several kinds at once, to be taken back by the history at once.
    ///
    /// @param what is changed, for people
    /// @param gesture see [History.Edit]
    public void change(Map<Kind, Filter> after, String what, String gesture) {
        Map<Kind, Filter> before = new EnumMap<>(Kind.class);
        after.keySet().forEach(kind -> before.put(kind, wrapper(kind).get()));
        if (before.equals(after)) {
            return;
        }
        set(after);
        history.record(new History.Edit(what, gesture, () -> set(before), () -> set(after)));
    }

    /// Ends the gesture under way: what comes is taken back apart from it.
    public void endGesture() {
        history.seal();
    }

    private void set(Kind kind, Filter filter) {
        set(Map.of(kind, filter));
    }

    private void set(Map<Kind, Filter> all) {
        all.forEach((kind, filter) -> wrapper(kind).set(filter));
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

    /// What is left of all kinds; null while nothing is open. Comes after [#shown].
    public ReadOnlyObjectProperty<@Nullable Chosen> chosen() {
        return chosen.getReadOnlyProperty();
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
        behind = false;
        atWork = now != null;
        if (now == null) {
            latest.drop();
            sampling.drop();
            newest.incrementAndGet();
            shown.set(null);
            chosen.set(null);
            return;
        }
        Exploration.Request request = new Exploration.Request(
                now, wrapper(Kind.USERS).get(), wrapper(Kind.STREAMS).get(), hue.get(), size.get());
        Optional<LinkedSamples> linked = samples.get();
        Filter filter = wrapper(Kind.SAMPLES).get();
        Progress progress = stopWhenOlder();
        sampling.drop();
        latest.request(() -> exploration.answer(request, progress), answer -> {
            shown.set(answer);
            sampling.request(() -> exploration.choose(answer, linked, filter, progress), this::finish);
        });
    }

    private void finish(Chosen answer) {
        atWork = false;
        chosen.set(answer);
        if (behind) {
            refresh();
        }
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

    /// Looks only at what was drawn round from now on, unkept: it is a condition like any other.
    ///
    /// @param what is changed, for people
    public void onlyEnclosed(String what) {
        enclosed.get().ifPresent(area -> {
            change(
                    Map.of(
                            Kind.USERS,
                            wrapper(Kind.USERS)
                                    .get()
                                    .within(new Selection(area.name(), Kind.USERS, area.rows(Kind.USERS))),
                            Kind.STREAMS,
                            wrapper(Kind.STREAMS)
                                    .get()
                                    .within(new Selection(area.name(), Kind.STREAMS, area.rows(Kind.STREAMS)))),
                    what,
                    "");
            dropEnclosed();
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
        Filter usersBefore = wrapper(Kind.USERS).get();
        Filter streamsBefore = wrapper(Kind.STREAMS).get();
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
                    set(Map.of(Kind.USERS, usersBefore, Kind.STREAMS, streamsBefore));
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

    /// A filter within a selection that was removed is within none; of one that was renamed, within the renamed; of one
    /// that was never kept it stays.
    private void follow(Kind kind, Selections before, Selections after) {
        Selection within = wrapper(kind).get().within();
        int place = within == null ? -1 : before.all().indexOf(within);
        if (within != null && place >= 0 && !after.all().contains(within)) {
            Selection renamed =
                    after.all().size() == before.all().size() ? after.all().get(place) : null;
            set(kind, wrapper(kind).get().within(renamed));
        }
    }
}
