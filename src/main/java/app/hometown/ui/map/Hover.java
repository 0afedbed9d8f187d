// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.geo.WebMercator;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/// What the pointer rests on, shown in a card beside it: a pin, the picked user, a city's totals, or else the nearest
/// user or stream. Looked for on a thread of its own; the newest place counts. The card follows the pointer from point
/// to point, and goes when the map moves or the pointer leaves.
///
/// Belongs to the JavaFX thread.
final class Hover {
    private static final Logger LOG = Logger.getLogger(Hover.class.getName());
    private static final ExecutorService LOOKING = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("map pointing").factory());

    /// The pointer passes over many points on its way.
    private static final Duration REST = Duration.millis(160);

    private static final double RING = 7;

    private final MapPane map;
    private final PointLayer points;
    private final SelectionLayer selection;
    private final HoverCard card = new HoverCard();
    private final Circle ring = new Circle(RING);
    private final PauseTransition rest = new PauseTransition(REST);
    private final Latest latest = new Latest(LOOKING, FxThread.EXECUTOR, this::failed);
    private double x;
    private double y;

    /// What lies at a pixel.
    sealed interface Found {
        /// Nothing to say anything about.
        record Nothing() implements Found {}

        /// A user or a stream.
        record Point(Pointed what) implements Found {}

        /// A city with its totals.
        record City(CityTotals.City city) implements Found {}
    }

    Hover(MapPane map, PointLayer points, SelectionLayer selection) {
        this.map = map;
        this.points = points;
        this.selection = selection;
        ring.getStyleClass().add("map-hover-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        rest.setOnFinished(event -> look());
    }

    /// Hears when the map moves or is pressed upon.
    void listen() {
        map.cameraProperty().addListener(property -> hide());
        map.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hide());
    }

    List<Node> nodes() {
        return List.of(ring, card);
    }

    void setDark(boolean dark) {
        card.setDark(dark);
        hide();
    }

    /// The pointer stands on a pixel.
    void pointAt(double pixelX, double pixelY) {
        x = pixelX;
        y = pixelY;
        if (card.isVisible()) {
            look();
        } else {
            rest.playFromStart();
        }
    }

    /// Shows nothing until the pointer moves again.
    void hide() {
        rest.stop();
        latest.drop();
        card.setVisible(false);
        ring.setVisible(false);
    }

    /// What is on the map has changed: a card that is shown follows.
    void renew() {
        if (card.isVisible()) {
            look();
        }
    }

    /// What lies at a pixel now, on this thread: for a click, which comes once.
    Found at(double pixelX, double pixelY) {
        return looking(pixelX, pixelY).get();
    }

    private void look() {
        if (map.areas().modeProperty().get() != AreaTool.Mode.NONE) {
            hide();
            return;
        }
        PointContent content = points.content();
        Supplier<Found> looking = looking(x, y);
        latest.request(looking, found -> show(found, content));
    }

    /// What is quick is found at once, the rest when it is asked for, on any thread.
    private Supplier<Found> looking(double pixelX, double pixelY) {
        Catalog catalog = points.catalog();
        if (catalog == null) {
            return Found.Nothing::new;
        }
        MapCamera camera = map.cameraProperty().get();
        PointContent content = points.content();
        OptionalInt pin = selection.pinAt(pixelX, pixelY);
        if (pin.isPresent()) {
            int row = pin.getAsInt();
            double unitX = WebMercator.x(catalog.streams().longitude(row));
            return () -> new Found.Point(content.pointed(
                    camera,
                    false,
                    row,
                    unitX - Math.rint(unitX - camera.unitX(pixelX)),
                    WebMercator.y(catalog.streams().latitude(row))));
        }
        MapSelection picked = selection.selection();
        if (picked != null && selection.userCovers(pixelX, pixelY)) {
            int row = catalog.users().ids().indexOf(picked.name());
            if (row >= 0) {
                return () -> new Found.Point(content.pointed(
                        camera, true, row, camera.unitX(selection.userX()), WebMercator.y(picked.latitude())));
            }
        }
        var city = selection.cityAt(pixelX, pixelY);
        if (city.isPresent()) {
            return () -> new Found.City(city.get());
        }
        return () -> {
            Pointed point = content.at(camera, pixelX, pixelY, MapInput.PICK_PIXELS);
            return point == null ? new Found.Nothing() : new Found.Point(point);
        };
    }

    private void show(Found found, PointContent content) {
        Catalog catalog = points.catalog();
        if (catalog == null || !content.equals(points.content())) {
            // What was found is of points that are no longer shown.
            look();
            return;
        }
        MapCamera camera = map.cameraProperty().get();
        switch (found) {
            case Found.Nothing none -> {
                card.setVisible(false);
                ring.setVisible(false);
            }
            case Found.Point(Pointed what) -> {
                double pixelX = camera.screenX(what.unitX());
                double pixelY = camera.screenY(what.unitY());
                ring.setCenterX(pixelX);
                ring.setCenterY(pixelY);
                // A ranked stream has a ring already.
                ring.setVisible(what.user() || !selection.highlighted().equals(OptionalInt.of(what.row())));
                card.show(HoverText.of(what, catalog, selection.selection()), x, y, camera);
            }
            case Found.City(CityTotals.City city) -> {
                ring.setVisible(false);
                card.show(HoverText.of(city), x, y, camera);
            }
        }
    }

    private void failed(RuntimeException error) {
        LOG.log(Level.SEVERE, "what the pointer is at could not be found", error);
        hide();
    }
}
