// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import app.hometown.geo.WebMercator;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which names the map shows at one zoom, and where: decided for the whole world at once, so that tiles agree at their
/// edges, at the dateline too, the most important first, and none over another. Immutable and safe for several threads
/// once made.
final class LabelLayout {
    /// Longer names of countries break into lines of about this many letters.
    private static final int LINE_LETTERS = 13;

    /// From here on the cities of the generated data choose their room before countries do.
    private static final int FIRST_CITY_ZOOM = 5;

    /// Where a country's name goes when its middle is taken, in lines down.
    private static final double[] COUNTRY_LINES_DOWN = {0, 1.3, -1.3, 2.6, -2.6};

    /// The people a place must have to be named, by zoom from 0.
    private static final double[] LEAST_IMPORTANCE = {1e12, 1e12, 1e12, 9e6, 3.2e6, 1e6, 4.5e5, 1.8e5, 8e4, 4e4, 2e4, 0
    };

    /// A name at its place, in pixels of the world at this zoom.
    ///
    /// @param lines the text
    /// @param font in which it is written
    /// @param country whether it names a country
    /// @param capital whether it names a capital
    /// @param dotX of the place's dot; without meaning for a country
    /// @param dotY of the place's dot
    /// @param dotRadius 0 for a country
    /// @param bounds of everything
    record Label(
            List<Line> lines,
            Font font,
            boolean country,
            boolean capital,
            double dotX,
            double dotY,
            double dotRadius,
            Rectangle2D bounds) {
        /// The same further east.
        Label moved(double dx) {
            return dx == 0
                    ? this
                    : new Label(
                            lines.stream()
                                    .map(line -> new Line(line.text(), line.left() + dx, line.baseline()))
                                    .toList(),
                            font,
                            country,
                            capital,
                            dotX + dx,
                            dotY,
                            dotRadius,
                            new Rectangle2D.Double(
                                    bounds.getX() + dx, bounds.getY(), bounds.getWidth(), bounds.getHeight()));
        }
    }

    /// One line of a name.
    record Line(String text, double left, double baseline) {}

    private final double world;
    private final int zoom;
    private final Map<Long, List<Label>> taken = new HashMap<>();
    private final List<Label> labels = new ArrayList<>();

    private LabelLayout(int zoom) {
        this.zoom = zoom;
        this.world = WebMercator.worldSize(zoom);
    }

    /// How much a place asks to be shown: its people, more for capitals and the cities of the generated data.
    static double importance(Places.Place place) {
        double people = place.population();
        return switch (place.kind()) {
                    case CAPITAL -> Math.max(people * 2, 600_000);
                    case DISTRICT -> people / 50;
                    case CITY -> people;
                }
                * (place.world() ? 3 : 1);
    }

    /// Decides the names of a zoom. Takes some milliseconds to some tenths of a second.
    static LabelLayout of(int zoom, List<Topology.Country> countries, Places places) {
        var layout = new LabelLayout(zoom);
        if (zoom >= FIRST_CITY_ZOOM) {
            places.all().stream().filter(Places.Place::world).forEach(layout::place);
        }
        List<Topology.Country> bySize = new ArrayList<>(countries);
        bySize.sort((a, b) -> Double.compare(b.areaKm2(), a.areaKm2()));
        for (Topology.Country country : bySize) {
            layout.country(country);
        }
        double least = LEAST_IMPORTANCE[Math.min(zoom, LEAST_IMPORTANCE.length - 1)];
        for (Places.Place place : places.all()) {
            if (importance(place) < least) {
                break;
            }
            if (!place.world() || zoom < FIRST_CITY_ZOOM) {
                layout.place(place);
            }
        }
        return layout;
    }

    /// Every name of this zoom.
    List<Label> labels() {
        return List.copyOf(labels);
    }

    /// The names that touch a tile, each where it lies as seen from there: one over the dateline reaches beyond the
    /// world
    /// on either side.
    List<Label> onTile(long x, long y) {
        var tile = new Rectangle2D.Double(
                x * (double) WebMercator.TILE_SIZE,
                y * (double) WebMercator.TILE_SIZE,
                WebMercator.TILE_SIZE,
                WebMercator.TILE_SIZE);
        return taken.getOrDefault(key(x, y), List.of()).stream()
                .map(label ->
                        label.moved(-world * Math.rint((label.bounds().getCenterX() - tile.getCenterX()) / world)))
                .filter(label -> label.bounds().intersects(tile))
                .toList();
    }

    private void country(Topology.Country country) {
        // A name may be wider than the largest circle in the country, but not by much, or it would float over others.
        double room = 2 * country.radius() * world;
        double size = Math.clamp(9.5 + Math.log(Math.max(1, room / 40)) * 2.2, 9.5, 17);
        if (zoom < 2 || zoom > 8) {
            return;
        }
        Font font = MapFonts.country(size);
        List<String> lines = wrap(country.name().toUpperCase(java.util.Locale.ROOT));
        double width = 0;
        for (String line : lines) {
            width = Math.max(width, MapFonts.width(line, font));
        }
        if (width > room * 2.4 + 12) {
            return;
        }
        double height = size * 1.2;
        double x = WebMercator.x(country.longitude()) * world;
        for (double down : COUNTRY_LINES_DOWN) {
            double y = WebMercator.y(country.latitude()) * world + down * height;
            List<Line> placed = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                placed.add(new Line(
                        lines.get(i),
                        x - MapFonts.width(lines.get(i), font) / 2,
                        y + size * 0.36 + (i - (lines.size() - 1) / 2.0) * height));
            }
            var bounds =
                    new Rectangle2D.Double(x - width / 2, y - height * lines.size() / 2, width, height * lines.size());
            boolean inside = Math.abs(down) * height < room / 2;
            if ((down == 0 || inside) && place(new Label(placed, font, true, false, x, y, 0, bounds), 6)) {
                return;
            }
        }
    }

    private void place(Places.Place place) {
        if (place.kind() == Places.Kind.DISTRICT && zoom < 12) {
            return;
        }
        double importance = importance(place);
        double least = Math.max(1, LEAST_IMPORTANCE[Math.min(zoom, LEAST_IMPORTANCE.length - 1)]);
        // Bigger type for what could have been shown earlier.
        double size = Math.clamp(10.5 + Math.log(Math.max(1, importance / Math.max(least, 15_000))) * 0.75, 10.5, 15);
        Font font = MapFonts.place(size, size > 12.5);
        double x = WebMercator.x(place.longitude()) * world;
        double y = WebMercator.y(place.latitude()) * world;
        String name = MapFonts.writable(place.name());
        double width = MapFonts.width(name, font);
        boolean district = place.kind() == Places.Kind.DISTRICT;
        double dot = district || zoom >= 11 ? 0 : size > 12.5 ? 2.2 : 1.7;
        double gap = dot + 3;
        double rise = size * 0.36;
        double[][] corners = dot == 0
                ? new double[][] {{x - width / 2, y + rise}}
                : new double[][] {
                    {x + gap, y + rise},
                    {x - gap - width, y + rise},
                    {x - width / 2, y - gap - size * 0.2},
                    {x - width / 2, y + gap + size * 0.8}
                };
        for (double[] corner : corners) {
            var bounds = new Rectangle2D.Double(corner[0], corner[1] - size * 0.85, width, size * 1.1);
            if (dot > 0) {
                bounds.add(new Rectangle2D.Double(x - dot - 1, y - dot - 1, 2 * dot + 2, 2 * dot + 2));
            }
            var label = new Label(
                    List.of(new Line(name, corner[0], corner[1])),
                    font,
                    false,
                    place.kind() == Places.Kind.CAPITAL,
                    x,
                    y,
                    dot,
                    bounds);
            if (place(label, zoom >= 10 ? 10 : 5)) {
                return;
            }
        }
    }

    /// Takes the room of a label, with some air round it, if it is free and on the map.
    private boolean place(Label label, double air) {
        Rectangle2D bounds = label.bounds();
        if (bounds.getMinY() < 2 || bounds.getMaxY() > world - 2) {
            return false;
        }
        var room = new Rectangle2D.Double(
                bounds.getX() - air, bounds.getY() - air, bounds.getWidth() + 2 * air, bounds.getHeight() + 2 * air);
        long left = cell(room.getMinX());
        long right = cell(room.getMaxX());
        long top = cell(room.getMinY());
        long bottom = cell(room.getMaxY());
        for (long column = left; column <= right; column++) {
            for (long row = top; row <= bottom; row++) {
                for (Label other : taken.getOrDefault(key(column, row), List.of())) {
                    if (meet(other.bounds(), room)) {
                        return false;
                    }
                }
            }
        }
        for (long column = left; column <= right; column++) {
            for (long row = top; row <= bottom; row++) {
                taken.computeIfAbsent(key(column, row), k -> new ArrayList<>()).add(label);
            }
        }
        labels.add(label);
        return true;
    }

    /// Whether two rectangles cover each other anywhere on the round world.
    private boolean meet(Rectangle2D a, Rectangle2D b) {
        double apart = a.getCenterX() - b.getCenterX();
        apart -= world * Math.rint(apart / world);
        return Math.abs(apart) < (a.getWidth() + b.getWidth()) / 2
                && Math.abs(a.getCenterY() - b.getCenterY()) < (a.getHeight() + b.getHeight()) / 2;
    }

    private static long cell(double pixel) {
        return (long) Math.floor(pixel / WebMercator.TILE_SIZE);
    }

    private long key(long column, long row) {
        return Math.floorMod(column, 1L << zoom) << 32 | (row & 0xFFFFFFFFL);
    }

    private static List<String> wrap(String name) {
        if (name.length() <= LINE_LETTERS) {
            return List.of(name);
        }
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= LINE_LETTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
