// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import app.hometown.ui.fx.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;

/// The picked user, the radius, and the ranked streams with lines to the user.
final class SelectionLayer extends Canvas {
    private final PinPainter pinPainter = new PinPainter(getGraphicsContext2D());

    private @Nullable MapSelection selection;
    private @Nullable GeodesicPath circle;
    private List<GeodesicPath> lines = List.of();
    private List<MapSelection.Pin> pins = List.of();
    private List<PinPlacing.Placed> placed = List.of();
    private OptionalInt highlighted = OptionalInt.empty();
    private @Nullable Point2D highlightedAt;
    private boolean dark;

    SelectionLayer() {
        setMouseTransparent(true);
        setManaged(false);
    }

    void setDark(boolean newDark) {
        dark = newDark;
    }

    /// Computes the geodesics once; about 1 ms.
    void setSelection(@Nullable MapSelection newSelection) {
        selection = newSelection;
        circle = null;
        lines = List.of();
        pins = List.of();
        if (newSelection == null) {
            return;
        }
        double radiusKm = newSelection.radiusKm().orElse(Double.POSITIVE_INFINITY);
        if (radiusKm > 0 && radiusKm < GeodesicPath.WORLD_KM) {
            circle = GeodesicPath.circle(newSelection.latitude(), newSelection.longitude(), radiusKm);
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
        highlighted = streamRow;
        highlightedAt = unitPlace;
    }

    OptionalInt highlighted() {
        return highlighted;
    }

    /// The stream whose pin covers a pixel.
    OptionalInt pinAt(double pixelX, double pixelY) {
        for (PinPlacing.Placed pin : placed) {
            if (pin.covers(pixelX, pixelY)) {
                return OptionalInt.of(pin.pin().streamRow());
            }
        }
        return OptionalInt.empty();
    }

    void draw(MapCamera camera) {
        // An empty layer still costs a screenful of blending.
        placed = List.of();
        setVisible(selection != null || highlightedAt != null);
        if (!isVisible()) {
            return;
        }
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        MapSelection shown = selection;
        if (shown == null) {
            drawHighlight(g, camera);
            return;
        }
        double userUnitX = WebMercator.x(shown.longitude());
        double userUnitY = WebMercator.y(shown.latitude());
        for (int copy = camera.firstCopy(0) - 1; copy <= camera.lastCopy(0) + 1; copy++) {
            drawCircle(g, camera, copy);
        }
        // Pins stand once, in the copy of the world nearest to the middle of the view.
        double userX = camera.screenX(nearestCopy(userUnitX, camera.x()));
        double userY = camera.screenY(userUnitY);
        drawLines(g, camera, Math.rint(nearestCopy(userUnitX, camera.x()) - userUnitX));
        List<PinPlacing.Anchor> anchors = new ArrayList<>();
        for (MapSelection.Pin pin : pins) {
            double x = nearestCopy(WebMercator.x(pin.longitude()), nearestCopy(userUnitX, camera.x()));
            anchors.add(new PinPlacing.Anchor(pin, camera.screenX(x), camera.screenY(WebMercator.y(pin.latitude()))));
        }
        placed = PinPlacing.place(anchors, userX, userY, PinPainter.nameWidth(shown.name()), getWidth(), getHeight());
        pinPainter.drawAnchors(placed, dark);
        drawHighlight(g, camera);
        pinPainter.drawUser(userX, userY, shown.name(), dark);
        pinPainter.drawBadges(placed, highlighted, dark);
    }

    private static double nearestCopy(double unitX, double toUnitX) {
        return unitX - Math.rint(unitX - toUnitX);
    }

    private void drawCircle(GraphicsContext g, MapCamera camera, int copy) {
        GeodesicPath path = circle;
        if (path == null) {
            return;
        }
        g.beginPath();
        double previousY = Double.NaN;
        for (int i = 0; i < path.size(); i++) {
            double x = camera.screenX(path.x(i) + copy);
            double y = camera.screenY(path.y(i));
            if (Double.isNaN(previousY)) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
            previousY = y;
        }
        Color ink = Palette.PICKED.on(dark);
        if (path.isClosed()) {
            g.closePath();
        }
        g.setLineWidth(1.4);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(ink.deriveColor(0, 1, 1, 0.65));
        g.setLineDashes(6, 4);
        g.stroke();
        g.setLineDashes();
        if (!path.isClosed()) {
            g.lineTo(camera.screenX(path.x(path.size() - 1) + copy), camera.screenY(path.poleY()));
            g.lineTo(camera.screenX(path.x(0) + copy), camera.screenY(path.poleY()));
            g.closePath();
        }
        g.setFill(ink.deriveColor(0, 1, 1, dark ? 0.05 : 0.045));
        g.fill();
    }

    private void drawLines(GraphicsContext g, MapCamera camera, double copy) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(1.1);
        for (int n = lines.size() - 1; n >= 0; n--) {
            MapSelection.Pin pin = pins.get(n);
            boolean pointedOut = highlighted.isPresent() && highlighted.getAsInt() == pin.streamRow();
            Color colour = pin.basicRank().isPresent() && pin.mlRank().isPresent()
                    ? Palette.PICKED.on(dark)
                    : pin.basicRank().isPresent() ? Palette.BASIC.on(dark) : Palette.ML.on(dark);
            g.setStroke(colour.deriveColor(0, 1, 1, pointedOut ? 0.95 : 0.38));
            g.setLineWidth(pointedOut ? 1.8 : 1.1);
            GeodesicPath line = lines.get(n);
            g.beginPath();
            g.moveTo(camera.screenX(line.x(0) + copy), camera.screenY(line.y(0)));
            for (int i = 1; i < line.size(); i++) {
                g.lineTo(camera.screenX(line.x(i) + copy), camera.screenY(line.y(i)));
            }
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
