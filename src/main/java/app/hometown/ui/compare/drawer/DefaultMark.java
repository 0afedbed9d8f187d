// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The tick at a slider where the standard is.
final class DefaultMark extends Pane {
    /// Half the width of a slider's thumb: the thumb's middle, not its edge, stands at the number.
    private static final double THUMB = 8;

    private double position;
    private final Region tick = new Region();

    DefaultMark() {
        tick.getStyleClass().add("default-mark");
        getChildren().add(tick);
        setMouseTransparent(true);
    }

    /// @param now 0..1
    void place(double now) {
        position = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = THUMB + position * (getWidth() - 2 * THUMB);
        tick.resizeRelocate(snapPositionX(x - 1), 0, 2, getHeight());
    }
}
