// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.geo.WebMercator;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilePainterTest {
    private static final int PIXELS = 256;
    private static final TilePainter PAINTER = new TilePainter();

    @Test
    void aTileInTheMiddleOfThePacificIsAllSea() {
        int[] pixels = pixels(tile(-45, -125, 8, MapStyle.LIGHT));
        assertThat(pixels).containsOnly(MapStyle.LIGHT.sea().getRGB());
    }

    @ParameterizedTest
    @CsvSource({
        "-7.5, -63.5", // Amazonia
        "23.5, 10.5", // Sahara
        "-24.5, 134.5", // Australia
        "64.5, 97.5", // Siberia
        "-80.0, 60.0", // Antarctica
        "66.5, -178.5", // Chukotka, east of the dateline
        "66.8, 178.2" // Chukotka, west of it
    })
    void landIsLandAtEveryDetail(double latitude, double longitude) {
        for (int zoom : new int[] {1, 3, 4, 5, 7, 9}) {
            for (MapStyle style : MapStyle.values()) {
                assertThat(share(
                                tile(latitude, longitude, zoom, style),
                                latitude,
                                longitude,
                                zoom,
                                style.land().getRGB()))
                        .as("zoom %d", zoom)
                        .isGreaterThan(0.5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"30.0, -40.0", "42.0, 51.0", "60.5, -86.0", "-60.0, 179.9", "77.0, 0.0"})
    void waterIsSeaAtEveryDetail(double latitude, double longitude) {
        for (int zoom : new int[] {3, 4, 5, 7, 9}) {
            BufferedImage tile = tile(latitude, longitude, zoom, MapStyle.DARK);
            assertThat(share(
                            tile, latitude, longitude, zoom, MapStyle.DARK.sea().getRGB()))
                    .as("zoom %d", zoom)
                    .isGreaterThan(0.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "47.7, -87.5, true", // Lake Superior
        "-1.0, 33.0, true", // Lake Victoria
        "60.8, 31.5, true", // Ladoga
        "53.6, 108.3, true", // Baikal
        "45.75, -82.3, false", // Manitoulin, an island in Lake Huron
        "45.0, 60.5, false", // what was the Aral Sea
        "42.0, 51.0, true" // the Caspian, once
    })
    void lakesAreWaterAndTheirIslandsAreLand(double latitude, double longitude, boolean water) {
        for (int zoom : new int[] {5, 7, 9}) {
            BufferedImage tile = tile(latitude, longitude, zoom, MapStyle.DARK);
            int colour = (water ? MapStyle.DARK.sea() : MapStyle.DARK.land()).getRGB();
            assertThat(share(tile, latitude, longitude, zoom, colour))
                    .as("zoom %d", zoom)
                    .isGreaterThan(0.5);
        }
    }

    @Test
    void theMapsTypeCanWriteEveryName() {
        for (int zoom : new int[] {3, 6, 11}) {
            for (LabelLayout.Label label : PAINTER.layout(zoom).labels()) {
                for (LabelLayout.Line line : label.lines()) {
                    assertThat(MapFonts.canWrite(line.text())).as(line.text()).isTrue();
                }
            }
        }
    }

    @Test
    void aNameOverTheDatelineIsOnBothSides() {
        var west = new Places.Place("Somosomo", 179.98, -16.8, 90_000, Places.Kind.CITY, false);
        var east = new Places.Place("Nabouwalu", -179.97, -16.8, 80_000, Places.Kind.CITY, false);
        for (int zoom = 8; zoom <= 9; zoom++) {
            LabelLayout layout = LabelLayout.of(zoom, List.of(), new Places(List.of(west, east)));
            long row = row(-16.8, zoom);
            long last = (1L << zoom) - 1;
            List<LabelLayout.Label> there = layout.onTile(last, row);
            List<LabelLayout.Label> here = layout.onTile(0, row);
            assertThat(here).extracting(TilePainterTest::text).contains("Somosomo");
            assertThat(there).extracting(TilePainterTest::text).contains("Somosomo");
            double world = WebMercator.worldSize(zoom);
            assertThat(here.getFirst().bounds().getX() + world)
                    .isCloseTo(there.getFirst().bounds().getX(), within(1e-6));
            for (List<LabelLayout.Label> side : List.of(here, there)) {
                for (LabelLayout.Label a : side) {
                    for (LabelLayout.Label b : side) {
                        assertThat(a.equals(b) || !a.bounds().intersects(b.bounds()))
                                .as("%s beside %s", text(a), text(b))
                                .isTrue();
                    }
                }
            }
        }
    }

    private static String text(LabelLayout.Label label) {
        return String.join(
                " ", label.lines().stream().map(LabelLayout.Line::text).toList());
    }

    @Test
    void aTileIsTheSameEachTime() {
        int[] once = pixels(tile(48.8, 2.3, 6, MapStyle.LIGHT));
        int[] again = pixels(new TilePainter().paint(6, column(2.3, 6), row(48.8, 6), MapStyle.LIGHT, PIXELS));
        assertThat(again).isEqualTo(once);
    }

    @Test
    void tilesAnywhereCanBeDrawn() {
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int zoom = random.nextInt(3, 11);
            long x = random.nextLong(1L << zoom);
            long y = random.nextLong(1L << zoom);
            BufferedImage tile = PAINTER.paint(zoom, x, y, MapStyle.values()[i % 2], 64);
            assertThat(Arrays.stream(pixels(tile)).allMatch(pixel -> pixel >>> 24 == 0xFF))
                    .as("tile %d/%d/%d is opaque", zoom, x, y)
                    .isTrue();
        }
    }

    @Test
    void aNameOverATileEdgeIsOnBothTiles() {
        for (int zoom = 3; zoom <= 9; zoom++) {
            LabelLayout layout = PAINTER.layout(zoom);
            int crossing = 0;
            for (LabelLayout.Label label : layout.labels()) {
                if (label.bounds().getMinX() < 0 || label.bounds().getMaxX() > WebMercator.worldSize(zoom)) {
                    continue;
                }
                long left = (long) (label.bounds().getMinX() / WebMercator.TILE_SIZE);
                long right = (long) (label.bounds().getMaxX() / WebMercator.TILE_SIZE);
                long row = (long) (label.bounds().getCenterY() / WebMercator.TILE_SIZE);
                assertThat(layout.onTile(left, row)).contains(label);
                assertThat(layout.onTile(right, row)).contains(label);
                crossing += left == right ? 0 : 1;
            }
            assertThat(crossing).as("names over an edge at zoom %d", zoom).isPositive();
        }
    }

    @Test
    void noNameCoversAnother() {
        for (int zoom = 2; zoom <= 8; zoom++) {
            List<LabelLayout.Label> labels = PAINTER.layout(zoom).labels();
            assertThat(labels).isNotEmpty();
            for (int i = 0; i < labels.size(); i++) {
                for (int j = i + 1; j < labels.size(); j++) {
                    assertThat(labels.get(i).bounds().intersects(labels.get(j).bounds()))
                            .as(
                                    "%s and %s",
                                    labels.get(i).lines(), labels.get(j).lines())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theGeneratedDataSetsCitiesAreNamedAtCountryZoom() {
        List<String> names = PAINTER.layout(6).labels().stream()
                .flatMap(label -> label.lines().stream())
                .map(LabelLayout.Line::text)
                .toList();
        assertThat(names)
                .contains("New York", "Paris", "Tel Aviv", "São Paulo", "Cape Town", "Prague", "Tokyo", "Lima");
    }

    /// The share of a colour in the 9 × 9 pixels round a place; lines and names may cross some of them.
    private static double share(BufferedImage tile, double latitude, double longitude, int zoom, int argb) {
        double world = PIXELS * (double) (1L << zoom);
        int x = (int) (WebMercator.x(longitude) * world - column(longitude, zoom) * (double) PIXELS);
        int y = (int) (WebMercator.y(latitude) * world - row(latitude, zoom) * (double) PIXELS);
        int hits = 0;
        int all = 0;
        for (int column = Math.max(0, x - 4); column <= Math.min(PIXELS - 1, x + 4); column++) {
            for (int row = Math.max(0, y - 4); row <= Math.min(PIXELS - 1, y + 4); row++) {
                all++;
                hits += tile.getRGB(column, row) == argb ? 1 : 0;
            }
        }
        return (double) hits / all;
    }

    private static BufferedImage tile(double latitude, double longitude, int zoom, MapStyle style) {
        return PAINTER.paint(zoom, column(longitude, zoom), row(latitude, zoom), style, PIXELS);
    }

    private static long column(double longitude, int zoom) {
        return (long) (WebMercator.x(longitude) * (1L << zoom));
    }

    private static long row(double latitude, int zoom) {
        return (long) (WebMercator.y(latitude) * (1L << zoom));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
