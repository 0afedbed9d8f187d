// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Catalog;
import app.hometown.geo.WebMercator;
import app.hometown.ui.fx.Palette;
import app.hometown.ui.map.basemap.MapStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MapPaneTest {
    private static final double[] PARIS = {48.8566, 2.3522};

    private final Catalog catalog = SampleCatalog.of(200, 100);
    private final List<Integer> picked = new ArrayList<>();
    private final List<OptionalInt> hovered = new ArrayList<>();
    private final List<OptionalInt> streamsPicked = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private MapPane map;

    @Start
    void start(Stage stage) {
        map = new MapPane();
        map.setAnimated(false);
        map.setPoints(catalog);
        map.onUserPicked(picked::add);
        map.onStreamHovered(hovered::add);
        map.onStreamPicked(streamsPicked::add);
        stage.setScene(new Scene(map, 900, 600));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(900);
        stage.setHeight(600);
        stage.show();
    }

    @BeforeEach
    void settle() throws Exception {
        onFx(map::whenSettled).get(60, TimeUnit.SECONDS);
    }

    private static <T> T onFx(java.util.function.Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get(60, TimeUnit.SECONDS);
    }

    private void go(Runnable action) throws Exception {
        onFx(() -> {
            action.run();
            return true;
        });
        settle();
    }

    private Color colourAt(WritableImage image, double latitude, double longitude) {
        MapCamera camera = map.cameraProperty().get();
        return image.getPixelReader().getColor((int) camera.screenX(WebMercator.x(longitude)), (int)
                camera.screenY(WebMercator.y(latitude)));
    }

    @Test
    void showsLandAndSeaInBothStylesWithoutANetwork() throws Exception {
        for (boolean dark : new boolean[] {false, true, false}) {
            go(() -> map.setDark(dark));
            go(map::flyToWorld);
            WritableImage image = onFx(() -> map.snapshot(null, null));
            MapStyle style = dark ? MapStyle.DARK : MapStyle.LIGHT;
            assertThat(near(colourAt(image, 66, 115), style.land())).isTrue();
            assertThat(near(colourAt(image, 35, -45), style.sea())).isTrue();
        }
    }

    private static boolean near(Color colour, java.awt.Color expected) {
        return Math.abs(colour.getRed() * 255 - expected.getRed()) < 4
                && Math.abs(colour.getGreen() * 255 - expected.getGreen()) < 4
                && Math.abs(colour.getBlue() * 255 - expected.getBlue()) < 4;
    }

    @Test
    void aClickNearAUserPicksThatUser(FxRobot robot) throws Exception {
        int row = 17;
        double latitude = catalog.users().latitude(row);
        double longitude = catalog.users().longitude(row);
        go(() -> map.flyTo(latitude, longitude, 14));
        robot.clickOn(map.localToScreen(453, 302));
        assertThat(picked).containsExactly(row);
    }

    @Test
    void aClickOnEmptyGroundPicksNobody(FxRobot robot) throws Exception {
        go(() -> map.flyTo(35, -45, 6));
        robot.clickOn(map.localToScreen(450, 300));
        assertThat(picked).isEmpty();
    }

    @Test
    void flyingEndsExactlyAtTheGoal() throws Exception {
        go(() -> map.setAnimated(true));
        go(() -> map.flyTo(PARIS[0], PARIS[1], 6));
        go(() -> map.flyTo(50, 5, 7));
        MapCamera camera = map.cameraProperty().get();
        assertThat(WebMercator.latitude(camera.y())).isCloseTo(50, within(1e-9));
        assertThat(WebMercator.longitude(camera.x())).isCloseTo(5, within(1e-9));
        assertThat(camera.zoom()).isEqualTo(7);
    }

    @Test
    void pointingAtARankedStreamIsReportedOnceAndEndsWhenTheMouseLeaves(FxRobot robot) throws Exception {
        MapSelection selection = SampleCatalog.selection(catalog, PARIS[0], PARIS[1], 250);
        MapSelection.Pin pin = selection.pins().getFirst();
        go(() -> map.show(selection));
        go(() -> map.flyTo(pin.latitude(), pin.longitude(), 13));
        robot.moveTo(map.localToScreen(450, 300));
        assertThat(hovered).containsExactly(OptionalInt.of(pin.streamRow()));
        MapPane.Place place = map.pointerProperty().get();
        assertThat(place).isNotNull();
        assertThat(place.latitude()).isCloseTo(pin.latitude(), within(0.01));
        robot.moveTo(map.localToScreen(60, 60));
        assertThat(hovered).last().isEqualTo(OptionalInt.empty());
    }

    @Test
    void theSelectionIsDrawnInTheRankersColours() throws Exception {
        go(() -> map.setDark(false));
        MapSelection.Pin pin =
                new MapSelection.Pin(0, "stream_000001", 48.0, 4.0, OptionalInt.of(1), OptionalInt.of(2));
        go(() -> map.show(new MapSelection("user_000001", PARIS[0], PARIS[1], OptionalDouble.of(250), List.of(pin))));
        go(() -> map.flyTo(PARIS[0], PARIS[1], OptionalDouble.of(250)));
        WritableImage image = onFx(() -> map.snapshot(null, null));
        int basic = 0;
        int ml = 0;
        for (int x = 150; x < 800; x++) {
            for (int y = 0; y < 600; y++) {
                Color colour = image.getPixelReader().getColor(x, y);
                basic += colour.equals(Palette.BASIC.on(false)) ? 1 : 0;
                ml += colour.equals(Palette.ML.on(false)) ? 1 : 0;
            }
        }
        assertThat(basic).isGreaterThan(100);
        assertThat(ml).isGreaterThan(100);
    }

    @Test
    void theWayToAViewLeavesNothingStale() throws Exception {
        go(() -> map.flyTo(48, 5, 5.3));
        WritableImage direct = onFx(() -> map.snapshot(null, null));
        go(map::flyToWorld);
        go(() -> map.flyTo(48, 5, 9));
        map.setAnimated(true);
        onFx(() -> {
            map.zoomBy(-2);
            map.lookNow(map.cameraProperty().get().moved(300, -200));
            map.getScene().getWindow().setWidth(700);
            map.setDark(true);
            return true;
        });
        go(() -> map.getScene().getWindow().setWidth(900));
        map.setAnimated(false);
        go(() -> map.setDark(false));
        go(() -> map.flyTo(48, 5, 5.3));
        onFx(() -> {
            map.lookNow(map.cameraProperty().get().moved(40, 0));
            map.lookNow(map.cameraProperty().get().moved(-700, 20));
            return true;
        });
        go(() -> map.flyTo(48, 5, 5.3));
        assertSame(onFx(() -> map.snapshot(null, null)), direct);
    }

    private static void assertSame(WritableImage image, WritableImage expected) {
        int different = 0;
        for (int x = 0; x < expected.getWidth(); x++) {
            for (int y = 0; y < expected.getHeight(); y++) {
                different += image.getPixelReader().getArgb(x, y)
                                == expected.getPixelReader().getArgb(x, y)
                        ? 0
                        : 1;
            }
        }
        assertThat(different).isZero();
    }

    @Test
    void aStreamOffTheAirLeavesTheMapAndAHiddenLayerIsNotPicked(FxRobot robot) throws Exception {
        int row = 17;
        double latitude = catalog.users().latitude(row);
        double longitude = catalog.users().longitude(row);
        go(() -> map.flyTo(latitude, longitude, 14));
        go(() -> map.layers().set(LayerStack.FIRST.with(MapLayer.USERS, false)));
        robot.clickOn(map.localToScreen(453, 302));
        assertThat(picked).isEmpty();
        go(() -> map.layers().set(LayerStack.FIRST));
        int live = java.util.stream.IntStream.range(0, catalog.streams().size())
                .filter(catalog.streams()::live)
                .findFirst()
                .orElseThrow();
        double north = catalog.streams().latitude(live);
        double east = catalog.streams().longitude(live);
        go(() -> map.layers().set(LayerStack.FIRST.with(MapLayer.USERS, false)));
        go(() -> map.flyTo(north, east, 14));
        Color on = colourAt(onFx(() -> map.snapshot(null, null)), north, east);
        go(() -> map.setPoints(
                catalog.with(catalog.streams().with(List.of(new app.hometown.domain.Streams.Change(live, false, 1))))));
        Color off = colourAt(onFx(() -> map.snapshot(null, null)), north, east);
        assertThat(on.getSaturation()).isGreaterThan(off.getSaturation() + 0.2);
    }

    @Test
    void layersAreSwitchedAndMovedByTheKeyboard(FxRobot robot) throws Exception {
        robot.clickOn("#map-layers");
        robot.interact(() -> map.lookup("#layer-users").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(map.layers().get().shows(MapLayer.USERS)).isFalse();
        robot.type(KeyCode.SPACE);
        robot.interact(() -> map.lookup("#layer-users")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false)));
        assertThat(map.layers().get().points()).containsExactly(MapLayer.STREAMS, MapLayer.USERS);
        assertThat(map.lookup("#layer-users").isFocused()).isTrue();
        MapCamera camera = map.cameraProperty().get();
        robot.type(KeyCode.ESCAPE);
        assertThat(map.lookup(".map-layer-list").isVisible()).isFalse();
        assertThat(map.cameraProperty().get()).isEqualTo(camera);
    }

    @Test
    void keysMoveAndZoom(FxRobot robot) throws Exception {
        go(() -> map.flyTo(50, 10, 5));
        go(map::requestFocus);
        MapCamera before = map.cameraProperty().get();
        robot.type(KeyCode.RIGHT);
        settle();
        assertThat(map.cameraProperty().get().x()).isGreaterThan(before.x());
        robot.write("+");
        settle();
        assertThat(map.cameraProperty().get().zoom()).isEqualTo(6);
    }

    @Test
    void restingOnAPointShowsItsCardAndAClickPicksIt(FxRobot robot) throws Exception {
        int row = 17;
        go(() -> map.show(SampleCatalog.selection(catalog, PARIS[0], PARIS[1], 250)));
        go(() -> map.flyTo(catalog.users().latitude(row), catalog.users().longitude(row), 14));
        robot.moveTo(map.localToScreen(452, 301));
        waitForCard(true);
        assertThat(heading()).isEqualTo(catalog.users().ids().get(row));
        Node card = map.lookup("#map-hover");
        assertThat(card.isMouseTransparent()).isTrue();
        robot.clickOn(map.localToScreen(452, 301));
        assertThat(picked).containsExactly(row);
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void aStreamUnderThePointerHasACardAtTheEdgeOfTheMapAndAcrossTheDateline(FxRobot robot) throws Exception {
        int row = 0;
        double latitude = catalog.streams().latitude(row);
        double longitude = catalog.streams().longitude(row);
        go(() -> map.layers().set(LayerStack.FIRST.with(MapLayer.USERS, false)));
        go(() -> map.flyTo(latitude, longitude, 13));
        // To the last corner, where a card has no room behind the pointer.
        go(() -> map.lookNow(map.cameraProperty().get().moved(-440, -290)));
        robot.moveTo(map.localToScreen(890, 590));
        waitForCard(true);
        assertThat(heading()).isEqualTo(catalog.streams().ids().get(row));
        Bounds card = map.lookup("#map-hover").getBoundsInParent();
        assertThat(card.getMaxX()).isLessThan(900);
        assertThat(card.getMaxY()).isLessThan(600);
        go(() -> map.lookNow(map.cameraProperty().get().moved(5, 0)));
        assertThat(map.lookup("#map-hover").isVisible()).isFalse();
        robot.clickOn(map.localToScreen(885, 590));
        assertThat(streamsPicked).containsExactly(OptionalInt.of(row));
    }

    @Test
    void whatAFilterHidesHasNoCard(FxRobot robot) throws Exception {
        int row = 17;
        go(() -> map.flyTo(catalog.users().latitude(row), catalog.users().longitude(row), 14));
        robot.moveTo(map.localToScreen(452, 301));
        waitForCard(true);
        var others = new BitSet();
        others.set(0, catalog.users().size());
        others.clear(row);
        go(() -> map.showUsers(Marks.ALL.withShown(others)));
        waitForCard(false);
    }

    private void waitForCard(boolean shown) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> map.lookup("#map-hover").isVisible() == shown);
    }

    private String heading() {
        return ((Label) map.lookup("#map-hover-heading")).getText();
    }

    @Test
    void theWheelZoomsAtThePointer(FxRobot robot) throws Exception {
        go(() -> map.flyTo(50, 10, 5));
        robot.moveTo(map.localToScreen(200, 150));
        MapCamera before = map.cameraProperty().get();
        robot.scroll(javafx.geometry.VerticalDirection.UP);
        settle();
        MapCamera after = map.cameraProperty().get();
        assertThat(after.zoom()).isNotEqualTo(before.zoom());
        assertThat(after.unitX(200)).isCloseTo(before.unitX(200), within(1e-9));
        assertThat(after.unitY(150)).isCloseTo(before.unitY(150), within(1e-9));
    }
}
