// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.evaluation.Comparison;
import app.hometown.ranking.Ranking;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedColumn;
import app.hometown.ui.map.MapPane;
import app.hometown.ui.map.MapSelection;
import app.hometown.ui.map.UserMoves;
import app.hometown.workbench.compare.UserVariation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import org.jspecify.annotations.Nullable;

/// Keeps the map and the lists together: who is picked, what is ranked, what is pointed at.
final class MapDesk {
    private static final double STREAM_ZOOM = 9;

    private final CompareModel model;
    private final MapPane pane;
    private @Nullable Lists before;

    /// Held here and weakly by the system's preferences, which outlive the window.
    private final ChangeListener<Boolean> motion = this::reduce;

    /// @param pane the map
    /// @param undoable told of what takes back a move of the user and what makes it again
    /// @param home told when the user went back to where the data have it
    MapDesk(CompareModel model, MapPane pane, BiConsumer<Runnable, Runnable> undoable, Runnable home) {
        this.model = model;
        this.pane = pane;
        pane.onUserMoved(new Moves(undoable, home));
        Platform.Preferences preferences = Platform.getPreferences();
        pane.setAnimated(!preferences.isReducedMotion());
        preferences.reducedMotionProperty().addListener(new WeakChangeListener<>(motion));
        pane.onUserPicked(model::pick);
        pane.onStreamHovered(row -> model.hovered().set(row.orElse(CompareModel.NONE)));
        pane.onStreamPicked(row -> model.selected().set(row.orElse(CompareModel.NONE)));
        model.lists().addListener((property, old, now) -> show(now));
        model.hovered().addListener(property -> highlight());
        model.selected().addListener(property -> highlight());
    }

    private void reduce(ObservableValue<? extends Boolean> property, Boolean was, Boolean reduced) {
        pane.setAnimated(!reduced);
    }

    MapPane pane() {
        return pane;
    }

    /// Shows other data.
    void show(Catalog catalog) {
        pane.setPoints(catalog);
    }

    /// Goes to a stream.
    void flyToStream(int row) {
        model.session().get().data().ifPresent(open -> {
            Streams streams = open.catalog().streams();
            pane.flyTo(
                    streams.latitude(row),
                    streams.longitude(row),
                    Math.max(STREAM_ZOOM, pane.cameraProperty().get().zoom()));
        });
    }

    /// Tries the picked user elsewhere.
    private final class Moves implements UserMoves {
        private final BiConsumer<Runnable, Runnable> undoable;
        private final Runnable wentHome;

        Moves(BiConsumer<Runnable, Runnable> undoable, Runnable wentHome) {
            this.undoable = undoable;
            this.wentHome = wentHome;
        }

        @Override
        public boolean canMove() {
            return model.userRow().get() != CompareModel.NONE;
        }

        @Override
        public void moving(MapPane.Place to) {
            model.move(Optional.of(new UserVariation.Place(to.latitude(), to.longitude())));
        }

        @Override
        public void moved(MapPane.Place from, MapPane.Place to) {
            int row = model.userRow().get();
            var before = new UserVariation.Place(from.latitude(), from.longitude());
            var after = new UserVariation.Place(to.latitude(), to.longitude());
            undoable.accept(() -> goTo(row, before), () -> goTo(row, after));
        }

        private void goTo(int row, UserVariation.Place place) {
            if (model.userRow().get() == row) {
                model.move(isHome(row, place) ? Optional.empty() : Optional.of(place));
            }
        }

        @Override
        public boolean home() {
            boolean elsewhere = model.variation().get().place().isPresent();
            model.move(Optional.empty());
            if (elsewhere) {
                wentHome.run();
            }
            return elsewhere;
        }

        private boolean isHome(int row, UserVariation.Place place) {
            return model.session()
                    .get()
                    .data()
                    .map(open -> open.catalog().users())
                    .filter(users ->
                            users.latitude(row) == place.latitude() && users.longitude(row) == place.longitude())
                    .isPresent();
        }
    }

    /// The map moves for another user or another radius asked for, not for another k or model, nor while the user is
    /// moved.
    private void show(@Nullable Lists now) {
        Lists last = before;
        before = now;
        pane.show(now == null ? null : selection(now));
        if (now != null
                && (last == null
                        || !last.user().id().equals(now.user().id())
                        || !last.askedRadiusKm().equals(now.askedRadiusKm()))) {
            pane.flyTo(now.user().latitude(), now.user().longitude(), now.radiusKm());
        }
    }

    /// What is pointed at goes before what is chosen.
    private void highlight() {
        int row = model.hovered().get() != CompareModel.NONE
                ? model.hovered().get()
                : model.selected().get();
        pane.highlight(row == CompareModel.NONE ? OptionalInt.empty() : OptionalInt.of(row));
    }

    private static MapSelection selection(Lists lists) {
        Map<Integer, Comparison.Place> places = new LinkedHashMap<>();
        Stream.of(lists.left(), lists.right())
                .flatMap(column -> column.lines().stream())
                .map(line -> line.entry().row())
                .forEach(row -> places.computeIfAbsent(
                        row, each -> new Comparison.Place(each, rank(lists.left(), each), rank(lists.right(), each))));
        Streams streams = lists.catalog().streams();
        RankedColumn left = lists.left();
        RankedColumn right = lists.right();
        var sides = new MapSelection.Sides(
                left.name(), left.look().colour(), right.name(), right.look().colour());
        List<MapSelection.Pin> pins = places.values().stream()
                .map(place -> new MapSelection.Pin(
                        place.row(),
                        streams.ids().get(place.row()),
                        streams.latitude(place.row()),
                        streams.longitude(place.row()),
                        place.inA(),
                        place.inB(),
                        sides))
                .toList();
        return new MapSelection(
                lists.user().id(),
                lists.user().latitude(),
                lists.user().longitude(),
                lists.radiusKm(),
                MapSelection.rings(lists.askedRadiusKm(), lists.radiusKm()),
                pins);
    }

    private static OptionalInt rank(RankedColumn column, int row) {
        return column.entry(row).stream().mapToInt(Ranking.Entry::rank).findFirst();
    }
}
