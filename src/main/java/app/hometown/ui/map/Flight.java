// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/// A short move of the camera that ends exactly at its goal. Far goals are shown at once: a flight over them would be
/// too fast to follow and would draw tiles that no one sees.
final class Flight {
    private static final double SECONDS = 0.22;
    private static final double FARTHEST_PANES = 2.5;
    private static final double MOST_ZOOM_STEPS = 2.5;

    private final Consumer<MapCamera> look;
    private final Runnable ended;
    private boolean animated = true;
    private @Nullable AnimationTimer timer;
    private MapCamera goal = MapCamera.world(1, 1);

    Flight(Consumer<MapCamera> look, Runnable ended) {
        this.look = look;
        this.ended = ended;
    }

    boolean isAnimated() {
        return animated;
    }

    void setAnimated(boolean animated) {
        this.animated = animated;
    }

    boolean isUnderWay() {
        return timer != null;
    }

    MapCamera goal() {
        return goal;
    }

    void to(MapCamera from, MapCamera to) {
        stop();
        goal = to;
        double zoom = Math.min(from.zoom(), to.zoom());
        double size = new MapCamera(0, 0.5, zoom, from.width(), from.height()).worldSize();
        double dx = to.x() - from.x() - Math.rint(to.x() - from.x());
        double dy = to.y() - from.y();
        boolean near = Math.hypot(dx, dy) * size < FARTHEST_PANES * from.width()
                && Math.abs(to.zoom() - from.zoom()) < MOST_ZOOM_STEPS;
        if (!animated || !near) {
            look.accept(to);
            ended.run();
            return;
        }
        var flying = new AnimationTimer() {
            private long start = -1;

            @Override
            public void handle(long now) {
                if (start < 0) {
                    start = now;
                }
                double part = Math.min(1, (now - start) / 1e9 / SECONDS);
                if (part >= 1) {
                    finish();
                } else {
                    double eased = part * part * (3 - 2 * part);
                    look.accept(between(from, to, dx, dy, eased));
                }
            }
        };
        timer = flying;
        flying.start();
    }

    /// Keeps the fixed point of the zoom where it is on the screen, so that the way looks straight.
    private static MapCamera between(MapCamera from, MapCamera to, double dx, double dy, double part) {
        double zoom = from.zoom() + (to.zoom() - from.zoom()) * part;
        double change = to.zoom() - from.zoom();
        double way = Math.abs(change) < 1e-6 ? part : (1 - Math.pow(2, -change * part)) / (1 - Math.pow(2, -change));
        return new MapCamera(from.x() + dx * way, from.y() + dy * way, zoom, from.width(), from.height());
    }

    /// Ends a flight at its goal, at once.
    void finish() {
        if (timer != null) {
            stop();
            look.accept(goal);
            ended.run();
        }
    }

    /// Ends a flight where it is.
    void stop() {
        AnimationTimer flying = timer;
        if (flying != null) {
            flying.stop();
            timer = null;
        }
    }
}
