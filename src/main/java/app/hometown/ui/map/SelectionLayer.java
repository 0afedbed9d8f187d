// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import app.hometown.ui.fx.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;

/// The picked user, the radius, and the ranked streams with lines to the user.
///
/// Drawn as large as the view, and with a margin round it while the view is dragged, so that a drag only moves the
/// picture.
final class SelectionLayer extends Canvas {
    private static final double MARGIN = 320;

    /// How much of the margin is left before the picture is drawn anew.
    private static final double LEAST_MARGIN = 32;

    private final List<GeodesicPath> rings = new ArrayList<>();
    private CityTotals cities = CityTotals.NONE;
    private LayerStack layers = LayerStack.FIRST;
    private MapPane.@Nullable Place held;
    private @Nullable MapCamera drawn;
    private double margin;
    private boolean zooming;
    private double userX;
    private double userY;
    private double nearestX;
    private @Nullable MapSelection selection;
    private @Nullable GeodesicPath circle;
    private List<GeodesicPath> lines = List.of();
    private List<MapSelection.Pin> pins = List.of();
    private List<PinPlacing.Placed> placed = List.of();
    private List<CityPainter.Placed> placedCities = List.of();
    private OptionalInt highlighted = OptionalInt.empty();
    private @Nullable Point2D highlightedAt;
    private boolean dark;

    SelectionLayer() {
        setMouseTransparent(true);
        setManaged(false);
    }

    void setDark(boolean newDark) {
        dark = newDark;
        drawn = null;
    }

    void setLayers(LayerStack newLayers) {
        layers = newLayers;
        drawn = null;
    }

    void setCities(CityTotals totals) {
        cities = totals;
        drawn = null;
    }

    /// Shows the user's pin somewhere while it is in the hand, whatever the selection says; null ends that.
    void holdUser(MapPane.@Nullable Place place) {
        held = place;
        drawn = null;
    }

    MapPane.@Nullable Place held() {
        return held;
    }

    @Nullable
    MapSelection selection() {
        return selection;
    }

    /// The pixel of the user's place.
    double userX() {
        return userX + getTranslateX();
    }

    /// The pixel of the user's place.
    double userY() {
        return userY + getTranslateY();
    }

    /// Whether the user's pin covers a pixel.
    boolean userCovers(double pixelX, double pixelY) {
        double x = pixelX - userX();
        double y = pixelY - userY();
        return isVisible() && selection != null && Math.abs(x) <= 13 && y <= 4 && y >= -34;
    }

    private void fit(MapCamera camera) {
        setWidth(camera.width() + 2 * margin);
        setHeight(camera.height() + 2 * margin);
        setLayoutX(-margin);
        setLayoutY(-margin);
    }

    /// Computes the geodesics once; about 1 ms.
    void setSelection(@Nullable MapSelection newSelection) {
        selection = newSelection;
        drawn = null;
        circle = null;
        rings.clear();
        lines = List.of();
        pins = List.of();
        if (newSelection == null) {
            return;
        }
        double radiusKm = newSelection.radiusKm().orElse(Double.POSITIVE_INFINITY);
        if (radiusKm > 0 && radiusKm < GeodesicPath.WORLD_KM) {
            circle = GeodesicPath.circle(newSelection.latitude(), newSelection.longitude(), radiusKm);
        }
        for (double ring : newSelection.ringsKm()) {
            rings.add(GeodesicPath.circle(newSelection.latitude(), newSelection.longitude(), ring));
        }
        pins = newSelection.pins().stream()
                .sorted(Comparator.comparingInt(MapSelection.Pin::bestRank))
                .toList();
        List<GeodesicPath> newLines = new ArrayList<>();
        for (MapSelection.Pin pin : pins) {
            newLines.add(GeodesicPath.line(
                    newSelection.latitude(), newSelection.longitude(), pin.latitude(), pin.longitude()));
        }
        lines = newLines;
    }

    /// @param streamRow the stream to point out
    /// @param unitPlace where it is
    void setHighlight(OptionalInt streamRow, @Nullable Point2D unitPlace) {
        drawn = null;
        highlighted = streamRow;
        highlightedAt = unitPlace;
    }

    OptionalInt highlighted() {
        return highlighted;
    }

    /// The stream whose pin covers a pixel.
    OptionalInt pinAt(double pixelX, double pixelY) {
        for (PinPlacing.Placed pin : placed) {
            if (pin.covers(pixelX - getTranslateX(), pixelY - getTranslateY())) {
                return OptionalInt.of(pin.pin().streamRow());
            }
        }
        return OptionalInt.empty();
    }

    /// The city whose totals cover a pixel.
    Optional<CityTotals.City> cityAt(double pixelX, double pixelY) {
        return placedCities.stream()
                .filter(card -> card.room().contains(pixelX - getTranslateX(), pixelY - getTranslateY()))
                .map(CityPainter.Placed::city)
                .findFirst();
    }

    /// Shows a view: by moving the picture if it holds the view, else by a new one.
    void show(MapCamera camera) {
        MapCamera last = drawn;
        boolean moved = last != null
                && last.zoom() == camera.zoom()
                && last.width() == camera.width()
                && last.height() == camera.height();
        if (last != null && moved) {
            double apart = last.x() - camera.x();
            double dx = Math.rint((apart - Math.rint(apart)) * camera.worldSize());
            double dy = Math.rint((last.y() - camera.y()) * camera.worldSize());
            double farthest = Math.max(0, margin - LEAST_MARGIN);
            if (Math.abs(dx) <= farthest && Math.abs(dy) <= farthest) {
                setTranslateX(dx);
                setTranslateY(dy);
                return;
            }
        }
        // What changes under a slider or with every step of a zoom is drawn every time: a margin would triple the work.
        draw(camera, moved ? MARGIN : 0, last != null && last.zoom() != camera.zoom());
    }

    /// Draws what was left out while the view was zoomed.
    void afterZoom(MapCamera camera) {
        if (zooming) {
            draw(camera, 0, false);
        }
    }

    /// Draws the view anew if a drag has only moved it.
    void settle(MapCamera camera) {
        if (getTranslateX() != 0 || getTranslateY() != 0) {
            draw(camera, 0, false);
        }
    }

    private void draw(MapCamera camera, double around, boolean byZoom) {
        margin = around;
        zooming = byZoom;
        setTranslateX(0);
        setTranslateY(0);
        drawn = camera;
        // An empty layer still costs a screenful of blending.
        placed = List.of();
        placedCities = List.of();
        setVisible(selection != null
                || highlightedAt != null
                || (layers.shows(MapLayer.CITIES) && !cities.cities().isEmpty()));
        if (!isVisible()) {
            return;
        }
        fit(camera);
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.save();
        g.translate(margin, margin);
        draw(g, camera, margin);
        g.restore();
    }

    /// Draws the view on any canvas, which may be scaled and moved. What is on the screen stays as it is.
    void draw(GraphicsContext g, MapCamera camera) {
        var pinsOnScreen = placed;
        var citiesOnScreen = placedCities;
        double x = userX;
        double y = userY;
        zooming = false;
        draw(g, camera, 0);
        placed = pinsOnScreen;
        placedCities = citiesOnScreen;
        userX = x;
        userY = y;
    }

    /// @param around logical pixels round the view that are drawn as well
    private void draw(GraphicsContext g, MapCamera camera, double around) {
        boolean citiesLast =
                layers.order().indexOf(MapLayer.CITIES) > layers.order().indexOf(MapLayer.PINS);
        placePins(camera, around);
        if (!citiesLast) {
            drawCities(g, camera, around);
        }
        if (selection != null) {
            drawSelection(g, camera, selection, around);
        } else {
            drawHighlight(g, camera);
        }
        if (citiesLast) {
            drawCities(g, camera, around);
        }
    }

    /// Cities stand aside for pins, wherever they lie among the layers.
    private void drawCities(GraphicsContext g, MapCamera camera, double around) {
        if (!layers.shows(MapLayer.CITIES)) {
            return;
        }
        List<Rectangle2D> pinned = new ArrayList<>();
        if (selection != null) {
            pinned.addAll(PinPlacing.user(userX, userY, PinPainter.nameWidth(selection.name())));
        }
        placed.stream().map(PinPlacing.Placed::badge).filter(Objects::nonNull).forEach(pinned::add);
        placedCities = new CityPainter(g, dark).draw(cities, camera, around, pinned);
    }

    private void placePins(MapCamera camera, double around) {
        MapSelection shown = selection;
        placed = List.of();
        if (shown == null) {
            return;
        }
        MapPane.Place place = held == null ? new MapPane.Place(shown.latitude(), shown.longitude()) : held;
        // Pins stand once, in the copy of the world nearest to the middle of the view.
        nearestX = nearestCopy(WebMercator.x(place.longitude()), camera.x());
        userX = camera.screenX(nearestX);
        userY = camera.screenY(WebMercator.y(place.latitude()));
        if (!layers.shows(MapLayer.PINS)) {
            return;
        }
        List<PinPlacing.Anchor> anchors = new ArrayList<>();
        for (MapSelection.Pin pin : pins) {
            double x = nearestCopy(WebMercator.x(pin.longitude()), nearestX);
            anchors.add(new PinPlacing.Anchor(pin, camera.screenX(x), camera.screenY(WebMercator.y(pin.latitude()))));
        }
        placed = PinPlacing.place(
                anchors,
                userX,
                userY,
                PinPainter.nameWidth(shown.name()),
                new Rectangle2D(-around, -around, camera.width() + 2 * around, camera.height() + 2 * around));
    }

    private void drawSelection(GraphicsContext g, MapCamera camera, MapSelection shown, double around) {
        var pinPainter = new PinPainter(g);
        double selectionX = WebMercator.x(shown.longitude());
        for (MapLayer layer : layers.order()) {
            if (layers.shows(layer)) {
                switch (layer) {
                    case RADIUS -> drawCircles(g, camera, circle == null ? List.of() : List.of(circle), true, around);
                    case RINGS -> drawCircles(g, camera, rings, false, around);
                    case LINES -> drawLines(g, camera, Math.rint(nearestCopy(selectionX, nearestX) - selectionX));
                    case PINS -> {
                        pinPainter.drawAnchors(placed, dark);
                        drawHighlight(g, camera);
                        pinPainter.drawBadges(placed, highlighted, dark);
                    }
                    default -> {}
                }
            }
        }
        if (!layers.shows(MapLayer.PINS)) {
            drawHighlight(g, camera);
        }
        pinPainter.drawUser(userX, userY, shown.name(), dark);
    }

    private void drawCircles(
            GraphicsContext g, MapCamera camera, List<GeodesicPath> paths, boolean whole, double around) {
        var painter = new CirclePainter(g, camera, around, dark);
        for (GeodesicPath path : paths) {
            painter.line(path, whole);
            // A tint of most of the screen takes as long as all the rest: it waits until the zoom rests.
            if (whole && !zooming) {
                painter.fill(path);
            }
        }
    }

    private static double nearestCopy(double unitX, double toUnitX) {
        return unitX - Math.rint(unitX - toUnitX);
    }

    private void drawLines(GraphicsContext g, MapCamera camera, double copy) {
        g.setLineCap(StrokeLineCap.ROUND);
        for (int n = lines.size() - 1; n >= 0; n--) {
            MapSelection.Pin pin = pins.get(n);
            boolean pointedOut = highlighted.isPresent() && highlighted.getAsInt() == pin.streamRow();
            Color colour = pin.basicRank().isPresent() && pin.mlRank().isPresent()
                    ? Palette.PICKED.on(dark)
                    : pin.basicRank().isPresent()
                            ? pin.sides().leftColour().on(dark)
                            : pin.sides().rightColour().on(dark);
            GeodesicPath line = lines.get(n);
            g.beginPath();
            g.moveTo(camera.screenX(line.x(0) + copy), camera.screenY(line.y(0)));
            for (int i = 1; i < line.size(); i++) {
                g.lineTo(camera.screenX(line.x(i) + copy), camera.screenY(line.y(i)));
            }
            // A rim in the colour of the ground, so that the line is seen on a crowd of points as well.
            g.setLineWidth((pointedOut ? 1.8 : 1.3) + 2);
            g.setStroke(Palette.PICKED.on(!dark).deriveColor(0, 1, 1, 0.5));
            g.stroke();
            g.setLineWidth(pointedOut ? 1.8 : 1.3);
            g.setStroke(colour.deriveColor(0, 1, 1, pointedOut ? 0.95 : 0.6));
            g.stroke();
        }
    }

    private void drawHighlight(GraphicsContext g, MapCamera camera) {
        Point2D place = highlightedAt;
        if (place == null) {
            return;
        }
        double reference =
                selection == null ? camera.x() : nearestCopy(WebMercator.x(selection.longitude()), camera.x());
        double x = camera.screenX(nearestCopy(place.getX(), reference));
        double y = camera.screenY(place.getY());
        g.setLineWidth(5);
        g.setStroke(Palette.PICKED.on(!dark).deriveColor(0, 1, 1, 0.7));
        g.strokeOval(x - 10, y - 10, 20, 20);
        g.setLineWidth(2.5);
        g.setStroke(Palette.HIGHLIGHT.on(dark));
        g.strokeOval(x - 10, y - 10, 20, 20);
    }
}
