// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.map.basemap.MapStyle;
import app.hometown.ui.map.basemap.TilePainter;
import app.hometown.ui.map.basemap.TileStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Brings tiles of the base map to the screen's own pixels, in all copies of the world: the pipeline that draws without
/// a graphics card takes ten times as long to scale a picture on its way to the screen as to copy it.
///
/// For one thread at a time.
final class GroundPainter implements BlockLayer.Painter<GroundPainter.Ground> {
    /// How much a tile may be enlarged, if only a little, before one of more pixels is taken.
    private static final double MOST_ENLARGED = 1.05;

    private final Runnable tileCame;
    private int[] source = new int[0];
    private int[] lowered = new int[0];

    /// What the ground looks like.
    ///
    /// @param style of the tiles
    /// @param turn counts up when tiles are to be fetched anew
    record Ground(MapStyle style, int turn) {}

    /// A tile and where its corner lies among the pixels of the source.
    private record Part(Image image, int left, int top, int side) {}

    /// @param tileCame called on any thread when a tile that was missing is there
    GroundPainter(Runnable tileCame) {
        this.tileCame = tileCame;
    }

    @Override
    public Outcome paint(Blocks blocks, Blocks.Place place, Ground ground, int[] argb) {
        int zoom = Math.clamp((int) Math.floor(blocks.zoom() + 0.2), 0, TilePainter.MAX_ZOOM);
        long count = 1L << zoom;
        int side = tilePixels(blocks.worldPixels() / count);
        double ratio = count * side / blocks.worldPixels();
        double startX = (double) place.column() * Blocks.SIDE * ratio;
        double startY = (double) place.row() * Blocks.SIDE * ratio;
        long leftTile = (long) Math.floor(startX / side);
        long topTile = (long) Math.floor(startY / side);
        var across = new Resampling(Blocks.SIDE, startX - leftTile * side, ratio);
        var down = new Resampling(Blocks.SIDE, startY - topTile * side, ratio);
        List<CompletableFuture<Image>> missing = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int row = Math.floorDiv(down.first(), side); row * side < down.first() + down.span(); row++) {
            // What a pixel at the edge needs of the row beyond the world is that of the edge.
            long tileRow = Math.clamp(topTile + row, 0L, count - 1);
            for (int column = Math.floorDiv(across.first(), side);
                    column * side < across.first() + across.span();
                    column++) {
                var tile = TileStore.SHARED.tile(zoom, Math.floorMod(leftTile + column, count), tileRow, side);
                if (tile.isDone()) {
                    parts.add(new Part(tile.join(), column * side - across.first(), row * side - down.first(), side));
                } else {
                    missing.add(tile);
                }
            }
        }
        if (!missing.isEmpty()) {
            var _ = CompletableFuture.allOf(missing.toArray(CompletableFuture[]::new))
                    .thenRun(tileCame);
            return Outcome.LATER;
        }
        int width = across.span();
        int height = down.span();
        if (source.length < width * height) {
            source = new int[width * height];
        }
        if (lowered.length < width * Blocks.SIDE) {
            lowered = new int[width * Blocks.SIDE];
        }
        parts.forEach(part -> copy(part, width, height));
        // Whole rows first: they are added up many pixels at a time, and leave fewer to go through one by one.
        down.applyToRows(source, width, lowered);
        for (int row = 0; row < Blocks.SIDE; row++) {
            across.apply(lowered, row * width, argb, row * Blocks.SIDE);
        }
        return Outcome.DRAWN;
    }

    /// Copies what lies within width × height of a tile to the source.
    private void copy(Part part, int width, int height) {
        int left = Math.max(0, part.left);
        int top = Math.max(0, part.top);
        int right = Math.min(width, part.left + part.side);
        int bottom = Math.min(height, part.top + part.side);
        if (left >= right || top >= bottom) {
            return;
        }
        if (part.image.getWidth() < part.side) {
            int colour = part.image.getPixelReader().getArgb(0, 0);
            for (int row = top; row < bottom; row++) {
                java.util.Arrays.fill(source, row * width + left, row * width + right, colour);
            }
            return;
        }
        part.image
                .getPixelReader()
                .getPixels(
                        left - part.left,
                        top - part.top,
                        right - left,
                        bottom - top,
                        PixelFormat.getIntArgbPreInstance(),
                        source,
                        top * width + left,
                        width);
    }

    /// Pixels along a side of the tiles to take; smaller images are of one colour.
    ///
    /// @param shown device pixels along a side of a tile as it is to be seen
    static int tilePixels(double shown) {
        return shown > TileStore.USUAL * MOST_ENLARGED ? 2 * TileStore.USUAL : TileStore.USUAL;
    }
}
