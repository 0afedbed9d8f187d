// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import app.hometown.geo.WebMercator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/// Land, coast, lakes, borders and country names at one level of detail, projected to unit Mercator and indexed.
/// Immutable and
/// safe for several threads once made.
final class WorldMap {
    /// How finely the world is drawn; each is read once, when a tile first asks for it.
    enum Detail {
        /// Scale 1:110 million.
        COARSE("110m"),
        /// Scale 1:50 million.
        MEDIUM("50m"),
        /// Scale 1:10 million; takes a moment to read.
        FINE("10m");

        private final String scale;

        Detail(String scale) {
            this.scale = scale;
        }

        static Detail at(int zoom) {
            return zoom <= 1 ? COARSE : zoom <= 4 ? MEDIUM : FINE;
        }
    }

    private final STRtree land = new STRtree();
    private final STRtree lines = new STRtree();
    private final STRtree lakes = new STRtree();
    private final List<Topology.Country> countries;

    /// A line between two countries or along a coast.
    record Line(Outline outline, boolean border) {}

    /// Where a chain of lines lies. Found without the logarithms of its projection, which is made when a tile needs it:
    /// few of all lines are ever in view.
    ///
    /// @param bounds on unit Mercator
    /// @param roundPole whether it ends a world away from where it begins
    record Extent(Outline.Bounds bounds, boolean roundPole) {
        static Extent of(Topology topology, int[] chain) {
            double first = Double.NaN;
            double leastX = Double.POSITIVE_INFINITY;
            double mostX = Double.NEGATIVE_INFINITY;
            int leastY = Integer.MAX_VALUE;
            int mostY = Integer.MIN_VALUE;
            double shift = 0;
            double before = Double.NaN;
            int[] points = topology.points(chain);
            for (int at = 0; at < points.length; at += 2) {
                double x = WebMercator.x(points[at] * topology.scaleX() + topology.originX());
                shift += turn(x + shift - before);
                before = x + shift;
                first = Double.isNaN(first) ? before : first;
                leastX = Math.min(leastX, before);
                mostX = Math.max(mostX, before);
                leastY = Math.min(leastY, points[at + 1]);
                mostY = Math.max(mostY, points[at + 1]);
            }
            float y = (float) WebMercator.y(leastY * topology.scaleY() + topology.originY());
            float otherY = (float) WebMercator.y(mostY * topology.scaleY() + topology.originY());
            return new Extent(
                    new Outline.Bounds((float) leastX, Math.min(y, otherY), (float) mostX, Math.max(y, otherY)),
                    Math.abs((float) before - (float) first) >= 0.5);
        }

        Outline outline(Topology topology, int[] chain) {
            return new Outline(bounds, () -> project(topology, chain));
        }
    }

    /// What brings a step over the dateline back to the side it came from.
    private static double turn(double step) {
        return step > 0.5 ? -1 : step < -0.5 ? 1 : 0;
    }

    /// @param topology land and countries
    /// @param lakeShores closed lines, each a ring
    WorldMap(Topology topology, Topology lakeShores) {
        countries = List.copyOf(topology.countries());
        for (int[] chain : topology.rings()) {
            Extent extent = Extent.of(topology, chain);
            Outline ring = extent.roundPole()
                    ? new Outline(closed(project(topology, chain)))
                    : extent.outline(topology, chain);
            insert(land, ring, ring);
        }
        for (int i = 0; i < topology.arcs().size(); i++) {
            int[] arc = {i};
            Outline outline = Extent.of(topology, arc).outline(topology, arc);
            insert(lines, outline, new Line(outline, topology.borders().get(i)));
        }
        for (int[] chain : lakeShores.rings()) {
            Outline shore = Extent.of(lakeShores, chain).outline(lakeShores, chain);
            insert(lakes, shore, shore);
        }
        land.build();
        lines.build();
        lakes.build();
    }

    private static void insert(STRtree tree, Outline outline, Object item) {
        tree.insert(new Envelope(outline.minX(), outline.maxX(), outline.minY(), outline.maxY()), item);
    }

    /// Reads one level of detail; the finest takes some tenths of a second.
    static WorldMap read(Detail detail) {
        return new WorldMap(topology("world-" + detail.scale + ".bin"), topology("lakes-" + detail.scale + ".bin"));
    }

    static Topology topology(String name) {
        InputStream resource = WorldMap.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("the base map " + name + " is missing from the program");
        }
        try {
            return Topology.read(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("the base map " + name + " in the program is damaged", e);
        }
    }

    /// The names of countries.
    List<Topology.Country> countries() {
        return countries;
    }

    /// Outlines of land that may touch a rectangle. Those that lie across the dateline reach beyond 0..1: a caller asks
    /// again with the rectangle moved by a world either way.
    @SuppressWarnings("unchecked")
    List<Outline> land(Envelope where) {
        return (List<Outline>) land.query(where);
    }

    /// Shores of lakes, and of islands in them, that may touch a rectangle; the dateline as in [#land].
    @SuppressWarnings("unchecked")
    List<Outline> lakes(Envelope where) {
        return (List<Outline>) lakes.query(where);
    }

    /// Lines that may touch a rectangle; the dateline as in [#land].
    @SuppressWarnings("unchecked")
    List<Line> lines(Envelope where) {
        return (List<Line>) lines.query(where);
    }

    /// The chain of lines on unit Mercator: x, y, x, y, … Without jumps at the dateline, so x may run beyond 0..1.
    static float[] project(Topology topology, int[] chain) {
        int[] points = topology.points(chain);
        float[] projected = new float[points.length];
        double shift = 0;
        double beforeX = Double.NaN;
        for (int at = 0; at < points.length; at += 2) {
            double x = WebMercator.x(points[at] * topology.scaleX() + topology.originX());
            shift += turn(x + shift - beforeX);
            projected[at] = (float) (x + shift);
            projected[at + 1] = (float) WebMercator.y(points[at + 1] * topology.scaleY() + topology.originY());
            beforeX = x + shift;
        }
        return projected;
    }

    /// The ring, led round the edge of the map when it goes round a pole.
    static float[] closed(float[] ring) {
        int size = ring.length;
        if (Math.abs(ring[size - 2] - ring[0]) < 0.5) {
            return ring;
        }
        float pole = ring[1] > 0.5 ? 1.01f : -0.01f;
        float[] closed = Arrays.copyOf(ring, size + 4);
        closed[size] = ring[size - 2];
        closed[size + 1] = pole;
        closed[size + 2] = ring[0];
        closed[size + 3] = pole;
        return closed;
    }
}
