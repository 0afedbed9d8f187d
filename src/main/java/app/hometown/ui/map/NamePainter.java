// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import app.hometown.ui.map.basemap.MapStyle;
import app.hometown.ui.map.basemap.TilePainter;
import app.hometown.ui.map.basemap.TileStore;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// Writes the names of the ground once more over a crowd of points, exactly where the ground has them, so that they can
/// be read there too.
///
/// For one thread at a time.
final class NamePainter {
    private final BufferedImage square = new BufferedImage(Blocks.SIDE, Blocks.SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
    private final int[] pixels = ((DataBufferInt) square.getRaster().getDataBuffer()).getData();

    /// Writes over what is there; a millisecond or two where there are many names.
    void paint(Blocks blocks, Blocks.Place place, boolean dark, int[] argb) {
        // The zoom of the ground's tiles.
        int zoom = Math.clamp((int) Math.floor(blocks.zoom() + 0.2), 0, TilePainter.MAX_ZOOM);
        double scale = blocks.worldPixels() / WebMercator.worldSize(zoom);
        System.arraycopy(argb, 0, pixels, 0, pixels.length);
        Graphics2D g = square.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(scale, scale);
            double left = place.column() * (Blocks.SIDE / scale);
            double top = place.row() * (Blocks.SIDE / scale);
            g.translate(-left, -top);
            TileStore.SHARED
                    .painter()
                    .paintNames(g, zoom, left, top, Blocks.SIDE / scale, dark ? MapStyle.DARK : MapStyle.LIGHT);
        } finally {
            g.dispose();
        }
        System.arraycopy(pixels, 0, argb, 0, pixels.length);
    }
}
