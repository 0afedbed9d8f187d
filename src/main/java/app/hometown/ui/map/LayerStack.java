// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The layers of the map from the lowest to the highest, and which of them are shown. Every layer is in it once; those
/// of points lie below the others. Immutable.
///
/// @param order all layers, the lowest first
/// @param shown those switched on
public record LayerStack(List<MapLayer> order, Set<MapLayer> shown) {
    private static final String OFF = "-";

    /// Users and streams as symbols and everything of the picked user.
    public static final LayerStack FIRST = new LayerStack(
            List.of(MapLayer.values()),
            EnumSet.complementOf(EnumSet.of(
                    MapLayer.USER_DENSITY, MapLayer.STREAM_DENSITY, MapLayer.DISAGREEMENT, MapLayer.CITIES)));

    /// @throws IllegalArgumentException unless each layer is there once and those of points come first
    public LayerStack {
        order = List.copyOf(order);
        shown = Set.copyOf(shown);
        boolean each =
                order.size() == MapLayer.values().length && Set.copyOf(order).size() == order.size();
        long points =
                Arrays.stream(MapLayer.values()).filter(MapLayer::isOfPoints).count();
        if (!each || !order.stream().limit(points).allMatch(MapLayer::isOfPoints)) {
            throw new IllegalArgumentException("not a stack of layers: " + order);
        }
    }

    /// Reads what [#names] has written. Names that are unknown or twice are passed over, layers that are missing keep
    /// their first place and state.
    public static LayerStack ofNames(List<String> names) {
        List<MapLayer> order = new ArrayList<>();
        Set<MapLayer> shown = EnumSet.noneOf(MapLayer.class);
        for (String name : names) {
            boolean off = name.startsWith(OFF);
            of(off ? name.substring(OFF.length()) : name)
                    .filter(layer -> !order.contains(layer))
                    .ifPresent(layer -> {
                        order.add(layer);
                        if (!off) {
                            shown.add(layer);
                        }
                    });
        }
        for (MapLayer layer : FIRST.order) {
            if (!order.contains(layer)) {
                order.add(layer);
                if (FIRST.shown.contains(layer)) {
                    shown.add(layer);
                }
            }
        }
        order.sort((a, b) -> Boolean.compare(b.isOfPoints(), a.isOfPoints()));
        return new LayerStack(order, shown);
    }

    private static Optional<MapLayer> of(String key) {
        return Arrays.stream(MapLayer.values())
                .filter(layer -> layer.key().equals(key))
                .findFirst();
    }

    /// The stack as words for a file: names from the lowest to the highest, a minus before those switched off.
    public List<String> names() {
        return order.stream()
                .map(layer -> shown.contains(layer) ? layer.key() : OFF + layer.key())
                .toList();
    }

    /// Whether a layer is switched on.
    public boolean shows(MapLayer layer) {
        return shown.contains(layer);
    }

    /// The shown layers of users and streams, the lowest first.
    List<MapLayer> points() {
        return order.stream()
                .filter(layer -> layer.isOfPoints() && shown.contains(layer))
                .toList();
    }

    /// With a layer switched on or off.
    public LayerStack with(MapLayer layer, boolean on) {
        Set<MapLayer> changed = EnumSet.noneOf(MapLayer.class);
        changed.addAll(shown);
        if (on) {
            changed.add(layer);
        } else {
            changed.remove(layer);
        }
        return new LayerStack(order, changed);
    }

    /// With a layer one step higher or lower; the same where there is no step to take.
    public LayerStack moved(MapLayer layer, boolean up) {
        int from = order.indexOf(layer);
        int to = up ? from + 1 : from - 1;
        if (to < 0 || to == order.size() || order.get(to).isOfPoints() != layer.isOfPoints()) {
            return this;
        }
        List<MapLayer> changed = new ArrayList<>(order);
        Collections.swap(changed, from, to);
        return new LayerStack(changed, shown);
    }
}
