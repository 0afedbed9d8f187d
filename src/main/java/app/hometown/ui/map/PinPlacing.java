// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Where the rank badges of pins stand so that none covers another: near its stream if there is room, the better ranks
/// first. A pin that finds no room keeps its mark on the map and goes without a badge until the view is closer.
final class PinPlacing {
    static final double HEIGHT = 18;

    private static final double HALF_WIDTH = 20;
    private static final int DIRECTIONS = 12;
    private static final double[] REACHES = {20, 32, 46, 62};

    private PinPlacing() {}

    /// A pin and the pixel of its stream.
    record Anchor(MapSelection.Pin pin, double x, double y) {}

    /// A pin with its badge.
    ///
    /// @param pin the ranked stream
    /// @param x pixel of the stream
    /// @param y pixel of the stream
    /// @param badge its room, null when there is none
    record Placed(
            MapSelection.Pin pin,
            double x,
            double y,
            @Nullable Rectangle2D badge) {
        boolean covers(double pixelX, double pixelY) {
            return (badge != null && badge.contains(pixelX, pixelY)) || Math.hypot(pixelX - x, pixelY - y) <= 7;
        }
    }

    /// How wide the badge of a pin is: a half for each ranker, wider for three digits.
    static double width(MapSelection.Pin pin) {
        int halves = (pin.basicRank().isPresent() ? 1 : 0) + (pin.mlRank().isPresent() ? 1 : 0);
        int worst = Math.max(pin.basicRank().orElse(0), pin.mlRank().orElse(0));
        return halves * (worst > 99 ? HALF_WIDTH + 8 : HALF_WIDTH);
    }

    /// Places badges in the given order. The user's own pin keeps its room.
    ///
    /// @param nameWidth of the user's name beside the pin
    /// @param view where badges may stand
    static List<Placed> place(List<Anchor> anchors, double userX, double userY, double nameWidth, Rectangle2D view) {
        List<Rectangle2D> taken = new ArrayList<>(user(userX, userY, nameWidth));
        List<Placed> placed = new ArrayList<>();
        for (Anchor anchor : anchors) {
            Rectangle2D badge = null;
            boolean inView = anchor.x() > view.getMinX() - 20
                    && anchor.x() < view.getMaxX() + 20
                    && anchor.y() > view.getMinY() - 20
                    && anchor.y() < view.getMaxY() + 20;
            if (inView) {
                badge = room(anchor, userX, userY, taken, view);
            }
            if (badge != null) {
                taken.add(badge);
            }
            placed.add(new Placed(anchor.pin(), anchor.x(), anchor.y(), badge));
        }
        return placed;
    }

    /// The rooms of the user's own pin and name.
    static List<Rectangle2D> user(double userX, double userY, double nameWidth) {
        return List.of(
                new Rectangle2D(userX - 14, userY - 36, 28, 40),
                new Rectangle2D(userX + 12, userY - 31, nameWidth + 4, 20));
    }

    private static @Nullable Rectangle2D room(
            Anchor anchor, double userX, double userY, List<Rectangle2D> taken, Rectangle2D view) {
        double badgeWidth = width(anchor.pin());
        // Away from the user first: the lines to the user stay free.
        double outward = Math.hypot(anchor.x() - userX, anchor.y() - userY) < 1
                ? -Math.PI / 2
                : Math.atan2(anchor.y() - userY, anchor.x() - userX);
        for (double reach : REACHES) {
            for (int n = 0; n < DIRECTIONS; n++) {
                int side = (n + 1) / 2 * (n % 2 == 0 ? 1 : -1);
                double angle = outward + side * 2 * Math.PI / DIRECTIONS;
                double x = anchor.x() + Math.cos(angle) * (reach + badgeWidth / 2 - 10);
                double y = anchor.y() + Math.sin(angle) * reach;
                var room = new Rectangle2D(x - badgeWidth / 2, y - HEIGHT / 2, badgeWidth, HEIGHT);
                boolean inside = room.getMinX() >= view.getMinX() + 2
                        && room.getMinY() >= view.getMinY() + 2
                        && room.getMaxX() <= view.getMaxX() - 2
                        && room.getMaxY() <= view.getMaxY() - 2;
                if (inside && taken.stream().noneMatch(other -> near(room, other))) {
                    return room;
                }
            }
        }
        return null;
    }

    private static boolean near(Rectangle2D a, Rectangle2D b) {
        return a.getMinX() < b.getMaxX() + 2
                && a.getMaxX() > b.getMinX() - 2
                && a.getMinY() < b.getMaxY() + 2
                && a.getMaxY() > b.getMinY() - 2;
    }
}
