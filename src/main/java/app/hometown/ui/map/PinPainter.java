// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws pins: the user's, and for ranked streams a mark at the place and a badge with the ranks, basic on the left, ml
/// on the right.
final class PinPainter {
    private static final Font RANK = Font.font("IBM Plex Sans", FontWeight.BOLD, 11.5);
    private static final Font NAME = Font.font("IBM Plex Sans", FontWeight.BOLD, 12);
    private static final double ROUND = 9;

    private final GraphicsContext g;

    PinPainter(GraphicsContext g) {
        this.g = g;
    }

    private static Color ground(boolean dark) {
        return dark ? Color.web("#12181f") : Color.WHITE;
    }

    /// The marks at the streams' places and the leaders to the badges.
    void drawAnchors(List<PinPlacing.Placed> pins, boolean dark) {
        for (int n = pins.size() - 1; n >= 0; n--) {
            PinPlacing.Placed pin = pins.get(n);
            Rectangle2D badge = pin.badge();
            Color left = colour(pin.pin(), true, dark);
            Color right = colour(pin.pin(), false, dark);
            if (badge != null) {
                g.setLineWidth(1.2);
                g.setStroke(Palette.PICKED.on(dark).deriveColor(0, 1, 1, 0.55));
                g.strokeLine(
                        pin.x(),
                        pin.y(),
                        badge.getMinX() + badge.getWidth() / 2,
                        badge.getMinY() + badge.getHeight() / 2);
            }
            diamond(pin.x(), pin.y(), 7.5, ground(dark), ground(dark));
            diamond(pin.x(), pin.y(), 5.5, left, right);
        }
    }

    private void diamond(double x, double y, double radius, Color left, Color right) {
        g.setFill(left);
        g.fillPolygon(new double[] {x, x, x - radius}, new double[] {y - radius, y + radius, y}, 3);
        g.setFill(right);
        g.fillPolygon(new double[] {x, x, x + radius}, new double[] {y - radius, y + radius, y}, 3);
    }

    private static Color colour(MapSelection.Pin pin, boolean left, boolean dark) {
        boolean basic = pin.basicRank().isPresent() && (left || pin.mlRank().isEmpty());
        return (basic ? pin.sides().leftColour() : pin.sides().rightColour()).on(dark);
    }

    /// The badges, the best rank on top.
    void drawBadges(List<PinPlacing.Placed> pins, OptionalInt highlighted, boolean dark) {
        g.setFont(RANK);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int n = pins.size() - 1; n >= 0; n--) {
            PinPlacing.Placed pin = pins.get(n);
            Rectangle2D badge = pin.badge();
            if (badge == null) {
                continue;
            }
            boolean pointedOut = highlighted.isPresent()
                    && highlighted.getAsInt() == pin.pin().streamRow();
            double rim = pointedOut ? 3 : 1.5;
            g.setFill(pointedOut ? Palette.HIGHLIGHT.on(dark) : ground(dark));
            g.fillRoundRect(
                    badge.getMinX() - rim,
                    badge.getMinY() - rim,
                    badge.getWidth() + 2 * rim,
                    badge.getHeight() + 2 * rim,
                    2 * (ROUND + rim),
                    2 * (ROUND + rim));
            drawBadge(pin.pin(), badge, dark);
        }
    }

    private void drawBadge(MapSelection.Pin pin, Rectangle2D badge, boolean dark) {
        double x = badge.getMinX();
        double y = badge.getMinY();
        double width = badge.getWidth();
        double height = badge.getHeight();
        g.setFill(colour(pin, true, dark));
        g.fillRoundRect(x, y, width, height, 2 * ROUND, 2 * ROUND);
        boolean both = pin.basicRank().isPresent() && pin.mlRank().isPresent();
        if (both) {
            // A path of the half and no clip of the whole: a clip costs the canvas a mask of the whole screen.
            g.setFill(colour(pin, false, dark));
            g.beginPath();
            g.moveTo(x + width / 2, y);
            g.arcTo(x + width, y, x + width, y + height, ROUND);
            g.arcTo(x + width, y + height, x + width / 2, y + height, ROUND);
            g.lineTo(x + width / 2, y + height);
            g.closePath();
            g.fill();
        }
        g.setFill(dark ? Color.web("#0c1116") : Color.WHITE);
        double middle = y + height / 2;
        if (both) {
            g.fillText(String.valueOf(pin.basicRank().getAsInt()), x + width / 4 + 1, middle);
            g.fillText(String.valueOf(pin.mlRank().getAsInt()), x + width * 3 / 4 - 1, middle);
        } else {
            g.fillText(String.valueOf(pin.bestRank()), x + width / 2, middle);
        }
    }

    /// How wide the user's name is beside the pin.
    static double nameWidth(String name) {
        var text = new Text(name);
        text.setFont(NAME);
        return text.getLayoutBounds().getWidth();
    }

    /// A drop whose tip is at the user's place, with the name beside it.
    void drawUser(double x, double y, String name, boolean dark) {
        g.setLineWidth(3);
        g.setStroke(ground(dark));
        drop(x, y);
        g.stroke();
        g.setFill(Palette.PICKED.on(dark));
        drop(x, y);
        g.fill();
        g.setFill(ground(dark));
        g.fillOval(x - 4, y - 25, 8, 8);
        g.setFont(NAME);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(3.5);
        g.setStroke(ground(dark).deriveColor(0, 1, 1, 0.85));
        g.strokeText(name, x + 15, y - 21);
        g.setFill(Palette.PICKED.on(dark));
        g.fillText(name, x + 15, y - 21);
    }

    private void drop(double x, double y) {
        g.beginPath();
        g.moveTo(x, y);
        g.bezierCurveTo(x - 3, y - 9, x - 11, y - 13, x - 11, y - 21);
        g.arc(x, y - 21, 11, 11, 180, -180);
        g.bezierCurveTo(x + 11, y - 13, x + 3, y - 9, x, y);
        g.closePath();
    }
}
