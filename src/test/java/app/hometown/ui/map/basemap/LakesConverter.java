// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import app.hometown.geo.WebMercator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/// Makes the base map's lakes from GSHHG (LGPL-3 or later); run once, when the source changes, after
/// [BaseMapConverter], whose land it reads.
///
/// Needs GSHHG 2.3.7 as its netCDF files, which Debian has as `gmt-gshhg-low` and `gmt-gshhg-high`, turned into text by
/// netCDF's own `ncdump`: `binned_GSHHS_l.cdl`, `…_i.cdl` and `…_h.cdl` in one folder.
///
/// ```
/// mvn -Pformat spotless:apply test-compile exec:exec@format \
///     -Dexec.args="-classpath %classpath app.hometown.ui.map.basemap.LakesConverter FOLDER"
/// ```
public final class LakesConverter {
    private static final Path RESOURCES = Path.of("src/main/resources/app/hometown/ui/map/basemap");

    /// Degrees a step of what is written.
    private static final double STEP = 0.0005;

    private static final int LAKE = 2;
    private static final int ISLAND_IN_A_LAKE = 3;

    /// The Caspian is sea on our land already.
    private static final double LARGEST_KM2 = 300_000;

    /// Lakes that have mostly dried up since they were surveyed would stand as seas in the desert: west, south, east,
    /// north.
    private static final List<Envelope> DRIED_UP = List.of(
            new Envelope(57.5, 62.0, 43.0, 47.2), // Aral Sea
            new Envelope(12.8, 15.8, 12.0, 14.8), // Lake Chad
            new Envelope(-68.2, -66.5, -19.3, -18.2), // Poopó
            new Envelope(60.5, 61.9, 29.8, 31.9)); // Hamun lakes

    private LakesConverter() {}

    /// Writes the resources.
    ///
    /// @param args the folder with the text files
    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        var noLakes = new Topology(1, 1, 0, 0, List.of(), new BitSet(), List.of(), List.of());
        var land = new WorldMap(Topology.read(Files.newInputStream(RESOURCES.resolve("world-10m.bin"))), noLakes);
        convert(sources.resolve("binned_GSHHS_l.cdl"), 4_000, land, "lakes-110m.bin");
        convert(sources.resolve("binned_GSHHS_i.cdl"), 250, land, "lakes-50m.bin");
        convert(sources.resolve("binned_GSHHS_h.cdl"), 12, land, "lakes-10m.bin");
    }

    private static void convert(Path from, double leastKm2, WorldMap land, String to) throws IOException {
        List<int[]> rings = new ArrayList<>();
        for (List<Coordinate> ring : rings(Variables.read(from), leastKm2)) {
            if (onLand(ring, land) && !driedUp(ring)) {
                rings.add(steps(ring));
            }
        }
        List<int[]> chains = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            chains.add(new int[] {i});
        }
        Path file = RESOURCES.resolve(to);
        new Topology(STEP, STEP, -180, -90, rings, new BitSet(), chains, List.of()).write(Files.newOutputStream(file));
        System.out.printf(
                "%s: %,d bytes, %d rings, %,d points%n",
                file,
                Files.size(file),
                rings.size(),
                rings.stream().mapToInt(ring -> ring.length / 2).sum());
    }

    /// Degrees as steps, without points that fall on the one before.
    private static int[] steps(List<Coordinate> ring) {
        int[] steps = new int[2 * ring.size()];
        int size = 0;
        for (Coordinate place : ring) {
            int x = (int) Math.round((place.x + 180) / STEP);
            int y = (int) Math.round((place.y + 90) / STEP);
            if (size == 0 || steps[size - 2] != x || steps[size - 1] != y) {
                steps[size++] = x;
                steps[size++] = y;
            }
        }
        return Arrays.copyOf(steps, size);
    }

    /// Whether nearly all of a lake's shore is on our land: lagoons and mouths of rivers, where the two sources differ
    /// about the coast, are left to the coast.
    private static boolean onLand(List<Coordinate> ring, WorldMap land) {
        int on = 0;
        for (Coordinate place : ring) {
            double x = WebMercator.x(place.x);
            double y = WebMercator.y(place.y);
            boolean inside = false;
            for (int shift = -1; shift <= 1; shift++) {
                for (Outline outline : land.land(new Envelope(x - shift, x - shift, y, y))) {
                    inside ^= outline.holds(x - shift, y);
                }
            }
            on += inside ? 1 : 0;
        }
        return on > 0.95 * ring.size();
    }

    private static boolean driedUp(List<Coordinate> ring) {
        var bounds = new Envelope();
        ring.forEach(bounds::expandToInclude);
        return DRIED_UP.stream().anyMatch(region -> region.contains(bounds.centre()));
    }

    /// The outlines of lakes and of the islands in them, closed, in degrees. The source keeps them cut at the edges of
    /// square bins; the pieces of a polygon are put together again where they meet.
    private static List<List<Coordinate>> rings(Variables file, double leastKm2) {
        int minutes = (int) file.get("Bin_size_in_minutes")[0];
        int columns = (int) file.get("N_bins_in_360_longitude_range")[0];
        double[] first = file.get("Id_of_first_segment_in_a_bin");
        double[] count = file.get("N_segments_in_a_bin");
        double[] info = file.get("Embedded_npts_levels_exit_entry_for_a_segment");
        double[] firstPoint = file.get("Id_of_first_point_in_a_segment");
        double[] polygon = file.get("Id_of_GSHHS_ID");
        double[] xs = file.get("Relative_longitude_from_SW_corner_of_bin");
        double[] ys = file.get("Relative_latitude_from_SW_corner_of_bin");
        double[] areas = file.get("The_km_squared_area_of_polygons");
        Map<Integer, List<long[]>> pieces = new TreeMap<>();
        long around = 65_535L * columns;
        for (int bin = 0; bin < first.length; bin++) {
            long west = 65_535L * (bin % columns);
            long south = 65_535L * (columns / 2 - 1 - bin / columns);
            for (int segment = (int) first[bin]; segment < first[bin] + count[bin]; segment++) {
                int level = ((int) info[segment] >> 6) & 7;
                int id = (int) polygon[segment];
                double km2 = Math.abs(areas[id]);
                if ((level != LAKE && level != ISLAND_IN_A_LAKE) || km2 < leastKm2 || km2 > LARGEST_KM2) {
                    continue;
                }
                int points = (int) info[segment] >> 9;
                long[] piece = new long[points];
                for (int i = 0; i < points; i++) {
                    int at = (int) firstPoint[segment] + i;
                    long x = (west + ((int) xs[at] & 0xFFFF)) % around;
                    piece[i] = x << 32 | (south + ((int) ys[at] & 0xFFFF));
                }
                pieces.computeIfAbsent(id, key -> new ArrayList<>()).add(piece);
            }
        }
        double degrees = minutes / 60.0 / 65_535;
        List<List<Coordinate>> rings = new ArrayList<>();
        pieces.values().forEach(parts -> chained(parts)
                .forEach(ring -> rings.add(ring.stream()
                        .map(place -> new Coordinate((place >> 32) * degrees, (place & 0xFFFFFFFFL) * degrees - 90))
                        .map(place -> new Coordinate(place.x > 180 ? place.x - 360 : place.x, place.y))
                        .toList())));
        var factory = new GeometryFactory();
        rings.removeIf(ring -> ring.size() < 4
                || factory.createPolygon(ring.toArray(Coordinate[]::new)).getArea() == 0);
        return rings;
    }

    private static List<List<Long>> chained(List<long[]> pieces) {
        Map<Long, ArrayDeque<long[]>> byStart = new HashMap<>();
        pieces.forEach(piece ->
                byStart.computeIfAbsent(piece[0], key -> new ArrayDeque<>()).add(piece));
        List<List<Long>> rings = new ArrayList<>();
        for (long[] piece : pieces) {
            if (!Objects.requireNonNull(byStart.get(piece[0])).remove(piece)) {
                continue;
            }
            List<Long> ring = new ArrayList<>();
            long[] next = piece;
            while (true) {
                for (int i = ring.isEmpty() ? 0 : 1; i < next.length; i++) {
                    ring.add(next[i]);
                }
                if (ring.getLast().equals(ring.getFirst())) {
                    break;
                }
                ArrayDeque<long[]> following = byStart.get(ring.getLast());
                if (following == null || following.isEmpty()) {
                    throw new IllegalStateException("a shore of " + pieces.size() + " pieces is not closed");
                }
                next = following.poll();
            }
            rings.add(ring);
        }
        return rings;
    }

    /// The numbers of a netCDF file as `ncdump` writes them.
    private record Variables(Map<String, double[]> all) {
        double[] get(String name) {
            return Objects.requireNonNull(all.get(name), name);
        }

        static Variables read(Path file) throws IOException {
            Map<String, double[]> all = new HashMap<>();
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                String line = lines.readLine();
                while (!"data:".equals(line)) {
                    line = lines.readLine();
                }
                String name = "";
                double[] values = new double[1024];
                int size = 0;
                while ((line = lines.readLine()) != null) {
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        name = line.substring(0, equals).strip();
                        size = 0;
                    }
                    for (String word : line.substring(equals + 1).split("[\\s,;]+", -1)) {
                        if (!word.isEmpty() && !"}".equals(word)) {
                            if (size == values.length) {
                                values = Arrays.copyOf(values, 2 * size);
                            }
                            // A number that happens to be the type's filler is written as a dash.
                            values[size++] = "_".equals(word) ? -32_767 : Double.parseDouble(word.replace("b", ""));
                        }
                    }
                    if (line.endsWith(";")) {
                        all.put(name, Arrays.copyOf(values, size));
                    }
                }
            }
            return new Variables(all);
        }
    }
}
