// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Writes cities with their users and streams, those with the most first, as far as there is room; none where the view
/// is so close that a city is wider than its label.
final class CityPainter {
    private static final double CLOSEST_ZOOM = 9;
    private static final Font NAME = Font.font("IBM Plex Sans", FontWeight.BOLD, 12);
    private static final Font COUNT = Font.font("IBM Plex Sans", 11);
    private static final double HEIGHT = 34;
    private static final double ABOVE = 12;
    private static final double PADDING = 8;
    private static final double SIGN = 11;

    private final GraphicsContext g;
    private final boolean dark;
    private final NumberFormat number = NumberFormat.getIntegerInstance();

    CityPainter(GraphicsContext g, boolean dark) {
        this.g = g;
        this.dark = dark;
    }

    /// A city and where its card stands.
    record Placed(CityTotals.City city, Rectangle2D room) {}

    /// Writes what there is room for.
    ///
    /// @param margin pixels beyond the view that may be written on
    /// @param kept rooms that are taken
    /// @return what was written
    List<Placed> draw(CityTotals totals, MapCamera camera, double margin, List<Rectangle2D> kept) {
        List<Placed> placed = new ArrayList<>();
        if (camera.zoom() > CLOSEST_ZOOM) {
            return placed;
        }
        List<Rectangle2D> taken = new ArrayList<>(kept);
        for (CityTotals.City city : totals.cities()) {
            double unitX = city.x() - Math.rint(city.x() - camera.x());
            double x = camera.screenX(unitX);
            double y = camera.screenY(city.y());
            if (x < -margin || x > camera.width() + margin || y < -margin || y > camera.height() + margin) {
                continue;
            }
            String users = number.format(city.users());
            String streams = number.format(city.streams());
            double counts = 3 * SIGN + width(users, COUNT) + width(streams, COUNT);
            double width = 2 * PADDING + Math.max(width(city.name(), NAME), counts);
            var room = new Rectangle2D(x - width / 2, y - ABOVE - HEIGHT, width, HEIGHT);
            boolean free = isFree(room, taken);
            if (!free && isFree(room, taken.subList(kept.size(), taken.size()))) {
                // Pins stand there, but no other city: beneath is next.
                room = new Rectangle2D(x - width / 2, y + ABOVE, width, HEIGHT);
                free = isFree(room, taken);
            }
            if (free) {
                taken.add(new Rectangle2D(
                        room.getMinX() - 4, room.getMinY() - 4, room.getWidth() + 8, room.getHeight() + 8));
                draw(city.name(), users, streams, counts, x, room, room.getMinY() > y);
                placed.add(new Placed(city, room));
            }
        }
        return placed;
    }

    private static boolean isFree(Rectangle2D room, List<Rectangle2D> taken) {
        return taken.stream().noneMatch(other -> other.intersects(room));
    }

    private void draw(
            String name, String users, String streams, double counts, double x, Rectangle2D room, boolean below) {
        g.setFill(dark ? Color.rgb(24, 31, 39, 0.88) : Color.rgb(255, 255, 255, 0.88));
        g.fillRoundRect(room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight(), 8, 8);
        double edge = below ? room.getMinY() : room.getMaxY();
        g.fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {edge, edge, edge + (below ? -5 : 5)}, 3);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(NAME);
        g.setFill(Palette.PICKED.on(dark));
        g.fillText(name, x, room.getMinY() + 10.5);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(COUNT);
        double y = room.getMinY() + 24.5;
        double left = x - counts / 2;
        g.setFill(Palette.USERS.on(dark));
        g.fillOval(left, y - 3.5, 7, 7);
        double right = left + SIGN + width(users, COUNT) + SIGN;
        g.setFill(Palette.STREAMS.on(dark));
        g.fillPolygon(
                new double[] {right, right + 4.5, right + 9, right + 4.5}, new double[] {y, y - 4.5, y, y + 4.5}, 4);
        g.setFill(dark ? Color.web("#a3afba") : Color.web("#55606b"));
        g.fillText(users, left + SIGN, y);
        g.fillText(streams, right + SIGN + 1, y);
    }

    private static double width(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
