// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.geo.WebMercator;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.map.basemap.MapStyle;
import app.hometown.ui.map.basemap.TileStore;
import app.hometown.ui.map.online.OnlineTiles;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The map. Shows all users and live streams of a catalog, one user's radius and ranked streams, and reports what is
/// pointed at and picked.
///
/// All methods belong to the JavaFX thread. Points and tiles are drawn on other threads; [#whenSettled] says when the
/// picture is complete.
public final class MapPane extends Region {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final double CITY_ZOOM = 10;

    /// A place on the earth.
    ///
    /// @param latitude degrees
    /// @param longitude degrees
    public record Place(double latitude, double longitude) {}

    private final Settling settling = new Settling(this, this::isQuiet);
    private final BaseLayer base = new BaseLayer();
    private final WorldCopies copies = new WorldCopies();
    private final GroundLayer ground = new GroundLayer(this::groundDrawn);
    private final OnlineLayer online = new OnlineLayer(settling::check);
    private final PointLayer points = new PointLayer(this::pointsDrawn, this::showCities);
    private final ZoomedPicture zoomed = new ZoomedPicture(ground.blocks(), points.blocks());
    private final SelectionLayer selectionLayer = new SelectionLayer();
    private final Hover hover = new Hover(this, points, selectionLayer);
    private final MapPointing pointing = new MapPointing(this, selectionLayer, hover);
    private final UserDrag userDrag = new UserDrag(this, selectionLayer);
    private final LayerPanel layerPanel = new LayerPanel();
    private final AreaTool areas = new AreaTool(this);
    private final Region focusFrame = new Region();
    private final MapFurniture furniture;
    private final Flight flight = new Flight(this::look, settling::check);
    private final Rectangle clip = new Rectangle();

    private final ReadOnlyObjectWrapper<MapCamera> camera = new ReadOnlyObjectWrapper<>(MapCamera.world(1, 1));

    private @Nullable Catalog catalog;
    private @Nullable MapSelection selection;
    private @Nullable Consumer<MapPane> pendingView;
    private boolean dark;
    private boolean waiting;
    private boolean pictured;

    /// An empty map of the world, light.
    public MapPane() {
        getStyleClass().add("map-pane");
        getStylesheets().add(String.valueOf(MapPane.class.getResource("map.css")));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(MapFurniture.TEXTS.getString("accessible"));
        furniture = new MapFurniture(new MapFurniture.Actions() {
            @Override
            public void zoomIn() {
                zoomBy(1);
            }

            @Override
            public void zoomOut() {
                zoomBy(-1);
            }

            @Override
            public void showWorld() {
                flyToWorld();
            }

            @Override
            public void showUser() {
                flyToUser();
            }
        });
        focusFrame.getStyleClass().add("map-focus");
        focusFrame.setMouseTransparent(true);
        focusFrame.setManaged(false);
        getChildren().addAll(copies, base, ground, zoomed.lower(), online, points, zoomed);
        getChildren().addAll(selectionLayer, areas, focusFrame);
        getChildren().addAll(furniture.nodes());
        getChildren().add(layerPanel);
        getChildren().addAll(hover.nodes());
        layers().addListener(property -> showLayers());
        setClip(clip);
        TileStore.SHARED.setStyle(MapStyle.LIGHT);
        setLegend();
        areas.listen();
        hover.listen();
        new MapInput(this).listen();
        sceneProperty().addListener(o -> requestLayout());
        pendingView = pane -> pane.look(MapCamera.world(getWidth(), getHeight()));
    }

    /// Reads what every picture needs, on the calling thread, which is not the JavaFX thread: for a start that has
    /// nothing to show yet. Takes some tenths of a second.
    public static void prepare() {
        TileStore.SHARED.painter().prepare();
    }

    /// Puts a picture of the first view in place of the map until that is drawn.
    ///
    /// @param picture as large as the map will be; while the map is of another size, where it will be again
    public void cover(ImageView picture) {
        picture.setManaged(false);
        picture.setMouseTransparent(true);
        getChildren().add(picture);
        FxThread.whenDone(
                whenDrawn().thenApply(drawn -> true), drawn -> getChildren().remove(picture), error -> getChildren()
                        .remove(picture));
    }

    /// Draws nothing before it is told where to look: for a start that knows it soon, and would draw the world in
    /// vain.
    public void waitForView() {
        pendingView = null;
        setWaiting(true);
    }

    /// What stands in the corners belongs to a view, and has its place with the first one.
    private void setWaiting(boolean waits) {
        waiting = waits;
        layerPanel.setVisible(!waits);
        for (Node part : furniture.nodes()) {
            part.setVisible(!waits);
        }
    }

    /// Shows the world if nothing else is shown yet.
    public void waitNoLonger() {
        if (waiting) {
            flyToWorld();
        }
    }

    /// Replaces all points: every user and every live stream, as far as the marks show them. Returns at once; new
    /// points
    /// are projected and sorted on another thread, in about 0.2 µs a point, those of the same rows are only marked
    /// anew.
    public void setPoints(Catalog newCatalog) {
        Catalog before = catalog;
        catalog = newCatalog;
        points.setPoints(newCatalog);
        if (before == null || !newCatalog.hasRowsOf(before)) {
            hover.hide();
            highlight(OptionalInt.empty());
        }
        redraw();
    }

    /// Says which users are shown and how; the latest counts. Drawn on another thread.
    public void showUsers(Marks marks) {
        points.setUserMarks(marks);
        redraw();
    }

    /// Says which streams are shown and how; the latest counts. Drawn on another thread.
    public void showStreams(Marks marks) {
        points.setStreamMarks(marks);
        redraw();
    }

    /// Says for which users lists differ and how much, for [MapLayer#DISAGREEMENT]; the latest counts. Drawn on another
    /// thread.
    public void showDiffering(Marks marks) {
        points.setDifferingMarks(marks);
        redraw();
    }

    /// What draws round users and streams.
    public AreaTool areas() {
        return areas;
    }

    /// Says in the legend what the points are.
    public void explain(MapLegend legend) {
        furniture.setPoints(legend);
        setLegend();
        redraw();
    }

    /// Shows a user's radius and ranked streams instead of those before; null shows none. Does not move the map.
    public void show(@Nullable MapSelection newSelection) {
        selection = newSelection;
        selectionLayer.setSelection(newSelection);
        if (setLegend()) {
            redraw();
        } else {
            drawSelection();
        }
        hover.renew();
    }

    /// Points out a stream of the catalog, ranked or not; empty points out none.
    public void highlight(OptionalInt streamRow) {
        Catalog all = catalog;
        Point2D place = null;
        if (streamRow.isPresent() && all != null) {
            int row = streamRow.getAsInt();
            place = new Point2D(
                    WebMercator.x(all.streams().longitude(row)),
                    WebMercator.y(all.streams().latitude(row)));
        }
        selectionLayer.setHighlight(streamRow, place);
        drawSelection();
    }

    /// What is shown, and in which order; set it to show something else.
    public ObjectProperty<LayerStack> layers() {
        return layerPanel.layers();
    }

    private void showLayers() {
        points.setLayers(layers().get());
        selectionLayer.setLayers(layers().get());
        drawSelection();
    }

    /// Lets the hand move the picked user: by its pin, by Shift with the arrow keys, and back by Esc.
    public void onUserMoved(UserMoves moves) {
        userDrag.setMoves(moves);
    }

    UserDrag userDrag() {
        return userDrag;
    }

    void drawSelection() {
        MapCamera now = camera.get();
        if (now.width() >= 2 && now.height() >= 2) {
            selectionLayer.show(now);
        }
    }

    /// The hand has let go of the map.
    void rest() {
        selectionLayer.settle(camera.get());
    }

    private void afterZoom() {
        if (!zoomed.isShown()) {
            selectionLayer.afterZoom(camera.get());
        }
    }

    /// Called with the row of the user that was clicked.
    public void onUserPicked(IntConsumer listener) {
        pointing.onUserPicked(listener);
    }

    /// Called with the row of the ranked stream under the mouse, and empty when the mouse has left it.
    public void onStreamHovered(Consumer<OptionalInt> listener) {
        pointing.onStreamHovered(listener);
    }

    /// Called with the row of the ranked stream whose pin was clicked.
    public void onStreamPicked(Consumer<OptionalInt> listener) {
        pointing.onStreamPicked(listener);
    }

    /// Light or dark, at once; one style holds for all maps of the program.
    public void setDark(boolean newDark) {
        dark = newDark;
        pseudoClassStateChanged(DARK, newDark);
        TileStore.SHARED.setStyle(newDark ? MapStyle.DARK : MapStyle.LIGHT);
        base.reload();
        copies.reload();
        ground.reload();
        points.setDark(newDark);
        selectionLayer.setDark(newDark);
        hover.setDark(newDark);
        setLegend();
        redraw();
    }

    /// Shows tiles from the network over the offline map, with thanks to whom they are from; null shows none. Who opens
    /// them closes them.
    public void showOnline(@Nullable OnlineTiles tiles) {
        online.setTiles(tiles);
        // The tiles have names of their own, elsewhere.
        points.setNamed(tiles == null);
        furniture.thank(tiles == null ? "" : tiles.source().attribution());
        redraw();
    }

    /// Asks again for tiles from the network that did not come.
    public void retryOnline() {
        online.retry();
    }

    /// What is in view now, to be drawn at some times the screen's pixels.
    ///
    /// @param scale one of [MapPicture#SCALES]
    public MapPicture picture(int scale) {
        MapCamera now = camera.get();
        var shot = new MapShot(now, scale);
        return new MapPicture(
                now,
                scale,
                dark ? MapStyle.DARK : MapStyle.LIGHT,
                online.pieces(),
                points.painted(now, scale),
                shot.painted(selectionLayer),
                shot.parts(furniture.pictured()));
    }

    /// Whether moves by command are animated; on at first. Off, the map is where it was sent at once.
    public void setAnimated(boolean animated) {
        flight.setAnimated(animated);
    }

    /// Moves the map so that a place is in the middle.
    ///
    /// @param zoom 256 · 2^zoom pixels show the world; held within what the map has
    public void flyTo(double latitude, double longitude, double zoom) {
        view(pane -> flight.to(camera.get(), MapCamera.at(latitude, longitude, zoom, getWidth(), getHeight())));
    }

    /// Moves the map so that a circle round a place is in view; without a radius the whole world.
    public void flyTo(double latitude, double longitude, OptionalDouble radiusKm) {
        double radius = radiusKm.orElse(GeodesicPath.WORLD_KM);
        if (radius >= GeodesicPath.WORLD_KM / 2) {
            flyToWorld();
        } else {
            view(pane ->
                    flight.to(camera.get(), MapCamera.around(latitude, longitude, radius, getWidth(), getHeight())));
        }
    }

    /// Moves the map so that the whole world is in view.
    public void flyToWorld() {
        view(pane -> flight.to(camera.get(), MapCamera.world(getWidth(), getHeight())));
    }

    /// Moves the map to the user of the selection, close enough to tell the streams of a city apart.
    public void flyToUser() {
        MapSelection shown = selection;
        if (shown != null) {
            flyTo(
                    shown.latitude(),
                    shown.longitude(),
                    Math.max(CITY_ZOOM, camera.get().zoom()));
        }
    }

    /// A view needs a size: before the first layout it waits.
    private void view(Consumer<MapPane> change) {
        if (getWidth() > 0 && getHeight() > 0) {
            pendingView = null;
            change.accept(this);
        } else {
            pendingView = change;
        }
    }

    /// What the map looks at.
    public ReadOnlyObjectProperty<MapCamera> cameraProperty() {
        return camera.getReadOnlyProperty();
    }

    /// The place under the mouse; null when the mouse is elsewhere.
    public ReadOnlyObjectProperty<@Nullable Place> pointerProperty() {
        return pointing.pointerProperty();
    }

    /// Whether everything in view is drawn and nothing moves.
    public boolean isSettled() {
        return settling.isSettled();
    }

    /// Completes, on the JavaFX thread, when everything in view is drawn and nothing moves. Needs a scene and a size.
    public CompletableFuture<@Nullable Void> whenSettled() {
        return settling.whenSettled();
    }

    /// Completes, on the JavaFX thread, when everything in view is drawn, though what lies round it may not be.
    public CompletableFuture<@Nullable Void> whenDrawn() {
        return settling.whenDrawn();
    }

    private boolean isQuiet() {
        return !waiting
                && ground.covers()
                && online.isSettled()
                && points.isSettled()
                && !flight.isUnderWay()
                && pendingView == null;
    }

    /// Looks at something, at once.
    void look(MapCamera newCamera) {
        if (waiting) {
            setWaiting(false);
        }
        camera.set(newCamera);
        redraw();
    }

    /// Stops a flight and looks at something, at once: what the hand does goes before what a command began.
    void lookNow(MapCamera newCamera) {
        flight.stop();
        look(newCamera);
    }

    /// Zooms about the middle of the map; a step doubles or halves the scale.
    public void zoomBy(double steps) {
        MapCamera now = flight.isUnderWay() ? flight.goal() : camera.get();
        flight.to(camera.get(), now.zoomed(now.zoom() + steps, now.width() / 2, now.height() / 2));
    }

    private void redraw() {
        MapCamera now = camera.get();
        if (waiting || now.width() < 2 || now.height() < 2) {
            return;
        }
        ground.show(now, scale());
        showBeneath(!ground.fills());
        if (base.isVisible()) {
            base.show(now);
            copies.show(now);
        }
        online.show(now);
        points.show(now, scale());
        zoomed.show(now, scale(), online.isVisible());
        selectionLayer.show(now);
        furniture.layout(now);
        layerPanel.layout(now);
    }

    private void pointsDrawn() {
        hover.renew();
        afterZoom();
        settling.check();
    }

    private void groundDrawn() {
        showBeneath(!ground.fills());
        afterZoom();
        settling.check();
    }

    /// What the ground covers need not be drawn, nor what the first picture, which comes as a whole, would cover soon.
    private void showBeneath(boolean show) {
        pictured |= !show;
        base.setVisible(show && pictured);
        copies.setVisible(show && pictured);
    }

    private void showCities(CityTotals totals) {
        selectionLayer.setCities(totals);
        drawSelection();
    }

    private double scale() {
        var scene = getScene();
        var window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }

    /// Whether the legend says something else now.
    private boolean setLegend() {
        return furniture.setLegend(selection, dark);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        base.resizeRelocate(0, 0, width, height);
        points.resizeRelocate(0, 0, width, height);
        copies.resizeRelocate(0, 0, width, height);
        online.resizeRelocate(0, 0, width, height);
        zoomed.resizeRelocate(0, 0, width, height);
        focusFrame.resizeRelocate(0, 0, width, height);
        if (width < 2 || height < 2) {
            return;
        }
        MapCamera now = camera.get();
        if (now.width() != width || now.height() != height) {
            flight.finish();
            camera.set(camera.get().sized(width, height));
        }
        Consumer<MapPane> pending = pendingView;
        if (pending != null) {
            pendingView = null;
            boolean animated = flight.isAnimated();
            flight.setAnimated(false);
            pending.accept(this);
            flight.setAnimated(animated);
        }
        redraw();
    }

    /// What the mouse points at.
    MapPointing pointing() {
        return pointing;
    }
}
