// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import smile.plot.swing.Renderer;

/// Figures as pictures, drawn off-screen by smile-plot's renderer with this house's marks, letters and colours; needs
/// neither a display nor JavaFX, and may run on any thread.
public final class FigurePicture {
    /// Pixels of a picture for one of the window's, each way.
    public static final int SCALE = 2;

    /// The renderer clips to its margin, of which none is wanted and none is not allowed.
    private static final double MARGIN = 1e-9;

    private FigurePicture() {}

    /// Draws a figure.
    ///
    /// @param width in pixels of the window; the picture has [#SCALE] times as many
    /// @param height in pixels of the window
    /// @param dark whether on the dark theme's ground
    /// @return opaque
    public static BufferedImage of(Figure figure, int width, int height, boolean dark) {
        Frame frame = FrameLayout.of(Thinning.thinned(figure), width, height);
        return of(frame, dark);
    }

    static BufferedImage of(Frame frame, boolean dark) {
        int width = (int) Math.ceil(frame.width());
        int height = (int) Math.ceil(frame.height());
        var sheet = new smile.plot.swing.Figure(new double[] {0, 0}, new double[] {width, height}, false);
        sheet.setMargin(MARGIN).setLegendVisible(false);
        for (int axis = 0; axis < 2; axis++) {
            sheet.getAxis(axis).setGridVisible(false).setFrameVisible(false).setTickVisible(false);
        }
        sheet.add(new Sheet(frame, Ground.of(dark)));
        var picture = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        try {
            g.scale(SCALE, SCALE);
            var renderer = new Renderer(sheet.projection(width, height));
            renderer.setGraphics(g);
            sheet.paint(renderer);
        } finally {
            g.dispose();
        }
        return picture;
    }

    /// A laid-out figure as one shape of a sheet.
    private static final class Sheet extends smile.plot.swing.Shape {
        private final Frame frame;
        private final Ground ground;

        Sheet(Frame frame, Ground ground) {
            this.frame = frame;
            this.ground = ground;
        }

        @Override
        public void paint(Renderer renderer) {
            Graphics2D g = renderer.getGraphics();
            // The renderer's clip leaves out the last line and column.
            g.setClip(0, 0, (int) Math.ceil(frame.width()), (int) Math.ceil(frame.height()));
            FigurePainter.paint(frame, ground, new GraphicsPen(g));
        }
    }
}
