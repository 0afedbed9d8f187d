// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Progress;
import app.hometown.ui.map.basemap.MapStyle;
import app.hometown.ui.map.basemap.TilePainter;
import app.hometown.ui.map.basemap.TileStore;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A picture of the map as it is in view, with legend, scale bar and attribution and without buttons, drawn anew at
/// one,
/// two or four times the screen's pixels, so that lines and letters are as sharp as the picture is large. Tiles from
/// the
/// network are shown as they are on the screen; none are asked for.
///
/// [MapPane#picture] collects what is to be seen; [#paint] draws it on any thread.
public final class MapPicture {
    /// The scales offered.
    public static final List<Integer> SCALES = List.of(1, 2, 4);

    /// As fine as a tile is ever drawn here, so that a path is not cut more coarsely than its pixels.
    private static final int LINE_STEPS = 512;

    private final MapCamera camera;
    private final int scale;
    private final MapStyle style;
    private final List<OnlineLayer.Piece> online;
    private final Consumer<BufferedImage> points;
    private final BiConsumer<BufferedImage, Progress> pins;
    private final List<Part> parts;

    /// Something already drawn at the picture's scale.
    ///
    /// @param left in pixels of the picture
    /// @param top in pixels of the picture
    record Part(BufferedImage image, int left, int top) {}

    /// @param points draws users and streams upon a transparent picture of this one's size
    /// @param pins draws radius, lines and pins upon the picture
    /// @param parts what lies over them, lowest first
    MapPicture(
            MapCamera camera,
            int scale,
            MapStyle style,
            List<OnlineLayer.Piece> online,
            Consumer<BufferedImage> points,
            BiConsumer<BufferedImage, Progress> pins,
            List<Part> parts) {
        this.camera = camera;
        this.scale = scale;
        this.style = style;
        this.online = online;
        this.points = points;
        this.pins = pins;
        this.parts = parts;
    }

    /// Draws it. Takes some tenths of a second, some seconds at four times a large window; 12 bytes a pixel.
    ///
    /// @return opaque, of type `TYPE_INT_RGB`
    public BufferedImage paint(Progress progress) {
        int width = (int) Math.round(camera.width() * scale);
        int height = (int) Math.round(camera.height() * scale);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ground(picture, progress);
        Graphics2D g = picture.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            for (OnlineLayer.Piece piece : online) {
                draw(g, piece);
            }
            progress.phase("drawing users and streams", 0);
            var layer = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            points.accept(layer);
            g.drawImage(layer, 0, 0, null);
            pins.accept(picture, progress);
            for (Part part : parts) {
                g.drawImage(part.image(), part.left(), part.top(), null);
            }
        } finally {
            g.dispose();
        }
        return picture;
    }

    /// Tiles with edges on whole pixels, so that there are no seams, each drawn at its own size.
    private void ground(BufferedImage picture, Progress progress) {
        int zoom = WorldCopies.zoom(camera);
        long count = 1L << zoom;
        long firstColumn = (long) Math.floor(camera.unitX(0) * count);
        long lastColumn = (long) Math.floor(camera.unitX(camera.width()) * count);
        long firstRow = Math.max(0, (long) Math.floor(camera.unitY(0) * count));
        long lastRow = Math.min(count - 1, (long) Math.floor(camera.unitY(camera.height()) * count));
        progress.phase("drawing the ground", (lastColumn - firstColumn + 1) * (lastRow - firstRow + 1));
        TilePainter painter = TileStore.SHARED.painter();
        long done = 0;
        for (long column = firstColumn; column <= lastColumn; column++) {
            int left = (int) Math.round(camera.screenX(column / (double) count) * scale);
            int right = (int) Math.round(camera.screenX((column + 1) / (double) count) * scale);
            for (long row = firstRow; row <= lastRow; row++) {
                int top = (int) Math.round(camera.screenY(row / (double) count) * scale);
                int bottom = (int) Math.round(camera.screenY((row + 1) / (double) count) * scale);
                Graphics2D g = picture.createGraphics();
                try {
                    g.clipRect(left, top, right - left, bottom - top);
                    g.translate(left, top);
                    int fine = Math.max(LINE_STEPS, right - left);
                    g.scale((right - left) / (double) fine, (bottom - top) / (double) fine);
                    painter.paint(g, zoom, Math.floorMod(column, count), row, style, fine);
                } finally {
                    g.dispose();
                }
                progress.done(++done);
            }
        }
    }

    private void draw(Graphics2D g, OnlineLayer.Piece piece) {
        var area = piece.area();
        g.drawImage(
                piece.picture(),
                (int) Math.round(piece.x() * scale),
                (int) Math.round(piece.y() * scale),
                (int) Math.round((piece.x() + piece.side()) * scale),
                (int) Math.round((piece.y() + piece.side()) * scale),
                (int) area.getMinX(),
                (int) area.getMinY(),
                (int) Math.ceil(area.getMaxX()),
                (int) Math.ceil(area.getMaxY()),
                null);
    }
}
