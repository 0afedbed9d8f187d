// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.geo.WebMercator;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class PointPainterTest {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 500;

    private static PointCloud cloud(double[][] places) {
        return PointCloud.of(places.length, row -> places[row][0], row -> places[row][1]);
    }

    private static BufferedImage draw(MapCamera camera, double scale, PointView users, PointView streams) {
        var content = new PointContent(users, streams, LayerStack.FIRST.points(), false, false);
        var picture = new BufferedImage(
                (int) (camera.width() * scale), (int) (camera.height() * scale), BufferedImage.TYPE_INT_ARGB_PRE);
        new BlockPicture<>(new Blocks(camera.zoom(), scale), new PointPainter(), content).draw(camera, picture);
        return picture;
    }

    private static int alpha(BufferedImage picture, double x, double y) {
        return picture.getRGB((int) x, (int) y) >>> 24;
    }

    private static double ink(BufferedImage picture) {
        double sum = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                sum += alpha(picture, x, y) / 255.0;
            }
        }
        return sum;
    }

    @Test
    void aUserAndAStreamStandAtTheirPlacesAtEveryScale() {
        double[][] user = {{48.2, 16.4}};
        double[][] stream = {{47.1, 15.4}};
        MapCamera camera = MapCamera.at(47.6, 15.9, 8.3, WIDTH, HEIGHT);
        for (double scale : new double[] {1, 1.25, 2}) {
            BufferedImage picture =
                    draw(camera, scale, PointView.of(cloud(user), Marks.ALL), PointView.of(cloud(stream), Marks.ALL));
            for (double[] place : new double[][] {user[0], stream[0]}) {
                double x = camera.screenX(WebMercator.x(place[1])) * scale;
                double y = camera.screenY(WebMercator.y(place[0])) * scale;
                assertThat(alpha(picture, x, y)).isGreaterThan(150);
                assertThat(alpha(picture, x + 12 * scale, y)).isZero();
            }
        }
    }

    @Test
    void squaresMeetWithoutASeam() {
        // The same points with the edges of squares elsewhere: what is drawn does not depend on where the edges lie.
        var random = new Random(5);
        double[][] places = new double[400][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new double[] {50 + random.nextGaussian(), 8 + random.nextGaussian()};
        }
        PointView users = PointView.of(cloud(places), Marks.ALL);
        var blocks = new Blocks(7, 1);
        MapCamera camera = MapCamera.at(50, 8, 7, WIDTH, HEIGHT);
        MapCamera aside = camera.moved(-101, -59);
        BufferedImage one = draw(camera, 1, users, PointView.EMPTY);
        BufferedImage other = draw(aside, 1, users, PointView.EMPTY);
        int dx = (int) (blocks.originX(camera.x(), WIDTH) - blocks.originX(aside.x(), WIDTH));
        int dy = (int) (blocks.originY(camera.y(), HEIGHT) - blocks.originY(aside.y(), HEIGHT));
        assertThat(dx).isEqualTo(101);
        for (int y = 0; y < HEIGHT - dy; y++) {
            for (int x = 0; x < WIDTH - dx; x++) {
                assertThat(one.getRGB(x, y)).isEqualTo(other.getRGB(x + dx, y + dy));
            }
        }
        assertThat(ink(one)).isGreaterThan(1000);
    }

    @Test
    void streamsBeyondTheDatelineAreBesideTheUser() {
        double[][] user = {{-17.8, 178.6}};
        double[][] stream = {{-16.8, -179.9}};
        MapCamera camera = MapCamera.at(-17.8, 179.5, 7, WIDTH, HEIGHT);
        BufferedImage picture =
                draw(camera, 1, PointView.of(cloud(user), Marks.ALL), PointView.of(cloud(stream), Marks.ALL));
        double x = camera.screenX(WebMercator.x(stream[0][1]) + 1);
        double y = camera.screenY(WebMercator.y(stream[0][0]));
        assertThat(x).isBetween(0.0, (double) WIDTH);
        assertThat(alpha(picture, x, y)).isGreaterThan(150);
        assertThat(alpha(picture, camera.screenX(WebMercator.x(178.6)), camera.screenY(WebMercator.y(-17.8))))
                .isGreaterThan(150);
    }

    @Test
    void crowdsGrowOutOfSymbolsWithoutAJump() {
        // A crowd of a thousand drawn closer and closer: its ink changes a little with each small step of the zoom.
        var random = new Random(6);
        double[][] places = new double[1000][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new double[] {40 + 0.2 * random.nextGaussian(), 30 + 0.2 * random.nextGaussian()};
        }
        PointView users = PointView.of(cloud(places), Marks.ALL);
        double last = Double.NaN;
        for (double zoom = 2; zoom < 9; zoom += 0.1) {
            double ink = ink(draw(MapCamera.at(40, 30, zoom, WIDTH, HEIGHT), 1, users, PointView.EMPTY));
            if (!Double.isNaN(last)) {
                assertThat(ink / last).as("at zoom " + zoom).isBetween(0.9, 1.3);
            }
            last = ink;
        }
    }

    @Test
    void marksHideColourAndSize() {
        double[][] places = {{10, 10}, {10, 11}, {10, 12}};
        var shown = new BitSet();
        shown.set(1, 3);
        var marks = new Marks(shown, new byte[] {0, 0, 1}, List.of(Color.RED, Color.BLUE), new byte[] {1, 0, 3});
        MapCamera camera = MapCamera.at(10, 11, 8, WIDTH, HEIGHT);
        BufferedImage picture = draw(camera, 1, PointView.EMPTY, PointView.of(cloud(places), marks));
        double y = camera.screenY(WebMercator.y(10));
        assertThat(alpha(picture, camera.screenX(WebMercator.x(10)), y)).isZero();
        int red = picture.getRGB((int) camera.screenX(WebMercator.x(11)), (int) y);
        int blue = picture.getRGB((int) camera.screenX(WebMercator.x(12)), (int) y);
        assertThat(red >> 16 & 0xFF).isGreaterThan(200);
        assertThat(blue & 0xFF).isGreaterThan(200);
        assertThat(alpha(picture, camera.screenX(WebMercator.x(11)) + 6, y)).isZero();
        assertThat(alpha(picture, camera.screenX(WebMercator.x(12)) + 6, y)).isGreaterThan(150);
    }

    @Test
    void aMillionInOnePlaceAreCountedAndNotJustDrawn() {
        var cloud = PointCloud.of(300_000, row -> 20 + row % 3 * 1e-9, row -> 30);
        PointView points = PointView.of(cloud, Marks.ALL);
        assertThat(points.densest(13)).isEqualTo(300_000);
        assertThat(PointPainter.densest(points, new Blocks(5, 1).worldPixels(), 1))
                .isCloseTo(300_000 * Math.PI, within(1e-3));
    }
}
