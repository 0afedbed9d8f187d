// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Draws circles on the ellipsoid in every copy of the world in view.
final class CirclePainter {
    private final GraphicsContext g;
    private final MapCamera camera;
    private final double margin;
    private final boolean dark;
    private final int firstCopy;
    private final int lastCopy;

    /// @param margin pixels beyond the view that are drawn as well
    CirclePainter(GraphicsContext g, MapCamera camera, double margin, boolean dark) {
        this.g = g;
        this.camera = camera;
        this.margin = margin;
        this.dark = dark;
        // A circle round a pole begins in one copy and ends in the next or the one before.
        firstCopy = camera.firstCopy(margin) - 2;
        lastCopy = camera.lastCopy(margin) + 2;
    }

    /// The line all round.
    ///
    /// @param strong the radius asked for; else one tried before
    void line(GeodesicPath path, boolean strong) {
        Color ink = Palette.PICKED.on(dark);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(ink.deriveColor(0, 1, 1, strong ? 0.65 : 0.35));
        g.setLineWidth(strong ? 1.4 : 1);
        g.setLineDashes(strong ? new double[] {6, 4} : new double[] {2, 4});
        for (int copy = firstCopy; copy <= lastCopy; copy++) {
            if (isSeen(path, copy)) {
                g.beginPath();
                trace(path, copy);
                g.stroke();
            }
        }
        g.setLineDashes();
    }

    /// A tint of what the circle holds, which for one that holds both poles is all but the inside of its line.
    void fill(GeodesicPath path) {
        g.setFill(Palette.PICKED.on(dark).deriveColor(0, 1, 1, dark ? 0.05 : 0.045));
        g.setFillRule(FillRule.EVEN_ODD);
        g.beginPath();
        if (path.holdsOutside()) {
            g.rect(-margin, -margin, camera.width() + 2 * margin, camera.height() + 2 * margin);
        }
        for (int copy = firstCopy; copy <= lastCopy; copy++) {
            if (!isSeen(path, copy)) {
                continue;
            }
            trace(path, copy);
            if (!path.isClosed()) {
                g.lineTo(camera.screenX(path.x(path.size() - 1) + copy), camera.screenY(path.poleY()));
                g.lineTo(camera.screenX(path.x(0) + copy), camera.screenY(path.poleY()));
                g.closePath();
            }
        }
        g.fill();
        g.setFillRule(FillRule.NON_ZERO);
    }

    /// What lies beside the view would be dashed and filled all the same.
    private boolean isSeen(GeodesicPath path, int copy) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < path.size(); i++) {
            left = Math.min(left, path.x(i));
            right = Math.max(right, path.x(i));
        }
        return camera.screenX(left + copy) <= camera.width() + margin && camera.screenX(right + copy) >= -margin;
    }

    private void trace(GeodesicPath path, int copy) {
        g.moveTo(camera.screenX(path.x(0) + copy), camera.screenY(path.y(0)));
        for (int i = 1; i < path.size(); i++) {
            g.lineTo(camera.screenX(path.x(i) + copy), camera.screenY(path.y(i)));
        }
        if (path.isClosed()) {
            g.closePath();
        }
    }
}
