// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import app.hometown.geo.WebMercator;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;

/// Draws tiles of the base map.
///
/// A tile is a function of its address, style and size alone. Safe for several threads; data are read and names laid
/// out when a tile first needs them, which takes some tenths of a second, a tile afterwards some milliseconds.
public final class TilePainter {
    /// The deepest zoom that has tiles of its own.
    public static final int MAX_ZOOM = 14;

    /// Whom to thank, to be shown wherever the map is.
    public static final String ATTRIBUTION = "Natural Earth · GSHHG · GeoNames";

    /// The zoom whose outlines name the countries.
    private static final int COUNTRIES = 3;

    private static final double[] GRATICULE_DEGREES = {30, 30, 30, 15, 10, 5, 5};

    /// Width and height of the smallest lake shown, added up, in map pixels.
    private static final double LEAST_LAKE = 3;

    /// Letters stand at the same distances at every scale, so that a name written twice is one name.
    private static final FontRenderContext LETTERS = new FontRenderContext(null, true, true);

    /// Bends of lines smaller than that are left out, in the tile's pixels; 0.9 took 8 % longer and looked the same.
    private static final double FINEST = 1.3;

    // Four lines of samples a pixel instead of eight take four fifths of the time, and cannot be told apart. Read once,
    // when Java2D first draws a shape.
    static {
        if (System.getProperty("sun.java2d.renderer.subPixel_log2_Y") == null) {
            System.setProperty("sun.java2d.renderer.subPixel_log2_Y", "2");
        }
        // Letters are placed by the same library, called the older way: to prepare the newer one takes Java2D a third
        // of a second at its first text.
        if (System.getProperty("sun.font.layout.ffm") == null) {
            System.setProperty("sun.font.layout.ffm", "false");
        }
    }

    private final Map<WorldMap.Detail, WorldMap> worlds = new ConcurrentHashMap<>();
    private final Map<Integer, LabelLayout> layouts = new ConcurrentHashMap<>();
    private final Map<String, Places> places = new ConcurrentHashMap<>();

    /// Reads the finest outlines, the names and their type, which tiles of every place need sooner or later.
    public void prepare() {
        world(MAX_ZOOM);
        places();
        layout(COUNTRIES);
    }

    /// Draws one tile.
    ///
    /// @param zoom 0..[#MAX_ZOOM]
    /// @param x column, 0..2^zoom − 1
    /// @param y row, from the north
    /// @param pixels along a side; 256 map units are drawn on them
    /// @return a new image, opaque, of type `TYPE_INT_ARGB_PRE`
    public BufferedImage paint(int zoom, long x, long y, MapStyle style, int pixels) {
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        try {
            paint(g, zoom, x, y, style, pixels);
        } finally {
            g.dispose();
        }
        return image;
    }

    /// Draws one tile on the square from (0, 0) to (`pixels`, `pixels`) of `g`, which may be scaled: `pixels` then says
    /// how fine the lines are. Names over the edge are drawn whole; it is for the caller to clip.
    public void paint(Graphics2D g, int zoom, long x, long y, MapStyle style, int pixels) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(style.sea());
        g.fillRect(0, 0, pixels, pixels);
        paintLand(g, zoom, x, y, style, pixels);
        paintGraticule(g, zoom, x, y, style, pixels);
        paintLines(g, zoom, x, y, style, pixels);
        paintNames(g, zoom, x, y, style, pixels);
    }

    private void paintLand(Graphics2D g, int zoom, long x, long y, MapStyle style, int pixels) {
        WorldMap world = world(zoom);
        Outline.Window window = window(zoom, x, y, pixels);
        var path = new Path2D.Float(Path2D.WIND_EVEN_ODD);
        for (int shift = -1; shift <= 1; shift++) {
            for (Outline ring : world.land(envelope(zoom, x, y, shift))) {
                ring.addRing(window, shift, path);
            }
        }
        g.setColor(style.land());
        g.fill(path);
        Path2D.Float lakes = lakes(world, window, zoom, x, y);
        g.setColor(style.sea());
        g.fill(lakes);
        g.setStroke(thin(0.5f * pixels / WebMercator.TILE_SIZE));
        g.setColor(style.coast());
        g.draw(lakes);
    }

    /// Round joins of lines this thin cannot be seen, and cost a tenth of a tile.
    private static BasicStroke thin(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    }

    /// Those large enough to be seen as more than a dot.
    private static Path2D.Float lakes(WorldMap world, Outline.Window window, int zoom, long x, long y) {
        double least = LEAST_LAKE / WebMercator.worldSize(zoom);
        var path = new Path2D.Float(Path2D.WIND_EVEN_ODD);
        for (int shift = -1; shift <= 1; shift++) {
            for (Outline shore : world.lakes(envelope(zoom, x, y, shift))) {
                if (shore.maxX() - shore.minX() + shore.maxY() - shore.minY() > least) {
                    shore.addRing(window, shift, path);
                }
            }
        }
        return path;
    }

    private void paintLines(Graphics2D g, int zoom, long x, long y, MapStyle style, int pixels) {
        WorldMap world = world(zoom);
        Outline.Window window = window(zoom, x, y, pixels);
        var coasts = new Path2D.Float();
        var borders = new Path2D.Float();
        for (int shift = -1; shift <= 1; shift++) {
            for (WorldMap.Line line : world.lines(envelope(zoom, x, y, shift))) {
                line.outline().addLine(window, shift, line.border() ? borders : coasts);
            }
        }
        float unit = pixels / (float) WebMercator.TILE_SIZE;
        g.setStroke(thin(0.7f * unit));
        g.setColor(style.coast());
        g.draw(coasts);
        g.setStroke(thin((zoom <= 3 ? 0.8f : 1.1f) * unit));
        g.setColor(style.border());
        g.draw(borders);
    }

    private static void paintGraticule(Graphics2D g, int zoom, long x, long y, MapStyle style, int pixels) {
        if (zoom >= GRATICULE_DEGREES.length) {
            return;
        }
        double degrees = GRATICULE_DEGREES[zoom];
        double world = (double) pixels * (1L << zoom);
        g.setStroke(new BasicStroke(0.7f * pixels / WebMercator.TILE_SIZE));
        g.setColor(style.graticule());
        // Line by line: straight ones have a quick way of their own.
        for (double longitude = -180; longitude <= 180; longitude += degrees) {
            double at = WebMercator.x(longitude) * world - (double) x * pixels;
            if (at > -2 && at < pixels + 2) {
                g.draw(new Line2D.Double(at, 0, at, pixels));
            }
        }
        for (double latitude = -90 + degrees; latitude < 90; latitude += degrees) {
            double at = WebMercator.y(latitude) * world - (double) y * pixels;
            if (at > -2 && at < pixels + 2) {
                g.draw(new Line2D.Double(0, at, pixels, at));
            }
        }
    }

    /// Draws the names that touch a square, over whatever is there, in map pixels of a zoom, 256 a tile; columns beyond
    /// the world belong to its copies.
    ///
    /// @param left of the square
    /// @param top of the square
    /// @param side of the square
    public void paintNames(Graphics2D g, int zoom, double left, double top, double side, MapStyle style) {
        long count = 1L << zoom;
        long lastRow = Math.min(count - 1, tile(top + side));
        Set<List<Object>> drawn = new HashSet<>();
        for (long row = Math.max(0, tile(top)); row <= lastRow; row++) {
            for (long column = tile(left); column <= tile(left + side); column++) {
                long inWorld = Math.floorMod(column, count);
                for (LabelLayout.Label label : layout(zoom).onTile(inWorld, row)) {
                    LabelLayout.Label there = label.moved((column - inWorld) * (double) WebMercator.TILE_SIZE);
                    Rectangle2D bounds = there.bounds();
                    if (drawn.add(List.of(there.lines().getFirst().text(), Math.rint(bounds.getX()), bounds.getY()))) {
                        paint(g, there, style);
                    }
                }
            }
        }
    }

    private static long tile(double pixel) {
        return (long) Math.floor(pixel / WebMercator.TILE_SIZE);
    }

    private void paintNames(Graphics2D g, int zoom, long x, long y, MapStyle style, int pixels) {
        double unit = pixels / (double) WebMercator.TILE_SIZE;
        AffineTransform before = g.getTransform();
        g.scale(unit, unit);
        g.translate(-x * (double) WebMercator.TILE_SIZE, -y * (double) WebMercator.TILE_SIZE);
        for (LabelLayout.Label label : layout(zoom).onTile(x, y)) {
            paint(g, label, style);
        }
        g.setTransform(before);
    }

    private static void paint(Graphics2D g, LabelLayout.Label label, MapStyle style) {
        if (label.dotRadius() > 0) {
            double r = label.dotRadius();
            g.setColor(style.halo());
            g.fill(new Ellipse2D.Double(label.dotX() - r - 1, label.dotY() - r - 1, 2 * r + 2, 2 * r + 2));
            g.setColor(style.placeName());
            g.fill(new Ellipse2D.Double(label.dotX() - r, label.dotY() - r, 2 * r, 2 * r));
            if (label.capital()) {
                g.setColor(style.halo());
                g.fill(new Ellipse2D.Double(label.dotX() - r / 2, label.dotY() - r / 2, r, r));
            }
        }
        for (LabelLayout.Line line : label.lines()) {
            var glyphs = label.font()
                    .layoutGlyphVector(
                            LETTERS, line.text().toCharArray(), 0, line.text().length(), Font.LAYOUT_LEFT_TO_RIGHT);
            Shape text = glyphs.getOutline((float) line.left(), (float) line.baseline());
            g.setColor(style.halo());
            g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(text);
            g.setColor(label.country() ? style.countryName() : style.placeName());
            g.fill(text);
        }
    }

    private static Outline.Window window(int zoom, long x, long y, int pixels) {
        double tiles = 1L << zoom;
        return new Outline.Window(pixels * tiles, x / tiles, y / tiles, pixels, 8, FINEST);
    }

    /// The tile with a little margin, moved back by `shift` worlds.
    private static Envelope envelope(int zoom, long x, long y, int shift) {
        double tiles = 1L << zoom;
        var tile = new Envelope(x / tiles - shift, (x + 1) / tiles - shift, y / tiles, (y + 1) / tiles);
        tile.expandBy(0.05 / tiles);
        return tile;
    }

    private WorldMap world(int zoom) {
        return worlds.computeIfAbsent(WorldMap.Detail.at(zoom), WorldMap::read);
    }

    LabelLayout layout(int zoom) {
        LabelLayout layout = layouts.get(zoom);
        if (layout == null) {
            // The places of names come from the same countries at every zoom, so that names do not wander.
            WorldMap named = world(COUNTRIES);
            Places all = places();
            layout = layouts.computeIfAbsent(zoom, z -> LabelLayout.of(z, named.countries(), all));
        }
        return layout;
    }

    private Places places() {
        return places.computeIfAbsent("places.bin", TilePainter::readPlaces);
    }

    private static Places readPlaces(String name) {
        InputStream resource = TilePainter.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("the base map's " + name + " is missing from the program");
        }
        try {
            return Places.read(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("the base map's " + name + " in the program is damaged", e);
        }
    }
}
