// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// Draws squares of a layer into one picture of a view, to be saved or printed.
///
/// @param blocks the zoom and the picture's pixels a logical pixel
/// @param painter draws the squares
/// @param content what is drawn
record BlockPicture<C>(Blocks blocks, BlockLayer.Painter<C> painter, C content) {
    /// Draws over what is there.
    ///
    /// @param view what the picture shows
    /// @param picture of type `TYPE_INT_ARGB_PRE`
    void draw(MapCamera view, BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        long left = blocks.originX(view.x(), view.width());
        long top = blocks.originY(view.y(), view.height());
        Blocks.Span span = blocks.span(view.x(), view, 0);
        for (int row = span.top(); row <= span.bottom(); row++) {
            for (int column = span.left(); column <= span.right(); column++) {
                int[] argb = new int[Blocks.SIDE * Blocks.SIDE];
                var outcome = painter.paint(blocks, new Blocks.Place(column, row), content, argb);
                if (outcome == BlockLayer.Painter.Outcome.DRAWN) {
                    copy(argb, (long) column * Blocks.SIDE - left, (long) row * Blocks.SIDE - top, picture, pixels);
                }
            }
        }
    }

    private static void copy(int[] argb, long left, long top, BufferedImage picture, int[] pixels) {
        int firstRow = (int) Math.max(0, -top);
        int lastRow = (int) Math.min(Blocks.SIDE, picture.getHeight() - top);
        int firstColumn = (int) Math.max(0, -left);
        int lastColumn = (int) Math.min(Blocks.SIDE, picture.getWidth() - left);
        for (int row = firstRow; row < lastRow; row++) {
            int to = (int) (top + row) * picture.getWidth() + (int) left;
            for (int column = firstColumn; column < lastColumn; column++) {
                pixels[to + column] = Ramp.over(argb[row * Blocks.SIDE + column], pixels[to + column]);
            }
        }
    }
}
