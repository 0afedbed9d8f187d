// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import org.jspecify.annotations.Nullable;

/// What the mouse points at and picks on the map, and who hears of it.
final class MapPointing {
    /// Close enough to tell the points of a city apart.
    private static final double CITY_ZOOM = 10;

    private final MapPane map;
    private final SelectionLayer selection;
    private final Hover hover;
    private final ReadOnlyObjectWrapper<MapPane.@Nullable Place> pointer = new ReadOnlyObjectWrapper<>();
    private IntConsumer userPicked = row -> {};
    private Consumer<OptionalInt> streamHovered = row -> {};
    private Consumer<OptionalInt> streamPicked = row -> {};

    MapPointing(MapPane map, SelectionLayer selection, Hover hover) {
        this.map = map;
        this.selection = selection;
        this.hover = hover;
    }

    void onUserPicked(IntConsumer listener) {
        userPicked = listener;
    }

    void onStreamHovered(Consumer<OptionalInt> listener) {
        streamHovered = listener;
    }

    void onStreamPicked(Consumer<OptionalInt> listener) {
        streamPicked = listener;
    }

    /// The place under the mouse; null when the mouse is elsewhere.
    ReadOnlyObjectProperty<MapPane.@Nullable Place> pointerProperty() {
        return pointer.getReadOnlyProperty();
    }

    /// The mouse stands on a pixel.
    ///
    /// @param onMap whether nothing lies between it and the map
    void at(double x, double y, boolean onMap) {
        MapCamera now = map.cameraProperty().get();
        double unitY = now.unitY(y);
        pointer.set(
                unitY < 0 || unitY > 1
                        ? null
                        : new MapPane.Place(WebMercator.latitude(unitY), WebMercator.longitude(now.unitX(x))));
        map.setCursor(selection.userCovers(x, y) ? Cursor.OPEN_HAND : null);
        point(selection.pinAt(x, y));
        if (onMap) {
            hover.pointAt(x, y);
        } else {
            hover.hide();
        }
    }

    /// The mouse has left the map.
    void away() {
        pointer.set(null);
        hover.hide();
        point(OptionalInt.empty());
    }

    private void point(OptionalInt stream) {
        if (!stream.equals(selection.highlighted())) {
            map.highlight(stream);
            streamHovered.accept(stream);
        }
    }

    /// A click picks what the card at a pixel is about: a stream, a user, or a city, which is gone to.
    void pick(double x, double y) {
        switch (hover.at(x, y)) {
            case Hover.Found.Point found
            when found.what().user() -> userPicked.accept(found.what().row());
            case Hover.Found.Point found ->
                streamPicked.accept(OptionalInt.of(found.what().row()));
            case Hover.Found.City found ->
                map.flyTo(
                        WebMercator.latitude(found.city().y()),
                        WebMercator.longitude(found.city().x()),
                        CITY_ZOOM);
            case Hover.Found.Nothing none -> {}
        }
    }
}
