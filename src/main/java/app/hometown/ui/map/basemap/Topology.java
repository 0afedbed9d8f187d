// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Land and countries as lines that meet in shared end points, the form in which they are stored: what two countries
/// share is there once.
///
/// @param scaleX degrees of longitude per step of an arc's x
/// @param scaleY degrees of latitude per step of an arc's y
/// @param originX longitude of x = 0
/// @param originY latitude of y = 0
/// @param arcs x, y, x, y, … of each line
/// @param borders for each line, whether two countries share it; the others are coast
/// @param rings the outlines of land and its holes, each a chain of line numbers; -1 - n means line n backwards
/// @param countries names and where to write them
record Topology(
        double scaleX,
        double scaleY,
        double originX,
        double originY,
        List<int[]> arcs,
        BitSet borders,
        List<int[]> rings,
        List<Country> countries) {
    private static final int MAGIC = 0x48544D31;

    /// A country's name and the middle of its largest part.
    ///
    /// @param name as it is written on the map
    /// @param longitude degrees
    /// @param latitude degrees
    /// @param areaKm2 of its largest part
    /// @param radius of the largest circle that fits into that part, in unit Mercator
    record Country(String name, double longitude, double latitude, double areaKm2, double radius) {}

    /// The points of a chain of lines: x, y, x, y, … Those in which two lines meet are there once.
    int[] points(int[] chain) {
        int most = 0;
        for (int link : chain) {
            most += arcs.get(link < 0 ? ~link : link).length;
        }
        int[] points = new int[most];
        int size = 0;
        for (int link = 0; link < chain.length; link++) {
            boolean backwards = chain[link] < 0;
            int[] arc = arcs.get(backwards ? ~chain[link] : chain[link]);
            int count = arc.length / 2;
            for (int n = link == 0 ? 0 : 1; n < count; n++) {
                int at = 2 * (backwards ? count - 1 - n : n);
                points[size++] = arc[at];
                points[size++] = arc[at + 1];
            }
        }
        return Arrays.copyOf(points, size);
    }

    /// Writes all of it, deflated; the stream is closed.
    void write(OutputStream to) throws IOException {
        try (var out =
                new DataOutputStream(new DeflaterOutputStream(to, new Deflater(Deflater.BEST_COMPRESSION), 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeDouble(scaleX);
            out.writeDouble(scaleY);
            out.writeDouble(originX);
            out.writeDouble(originY);
            Varints.writeUnsigned(out, arcs.size());
            for (int i = 0; i < arcs.size(); i++) {
                int[] arc = arcs.get(i);
                out.writeBoolean(borders.get(i));
                Varints.writeUnsigned(out, arc.length / 2);
            }
            writeDeltas(out, 0);
            writeDeltas(out, 1);
            Varints.writeUnsigned(out, rings.size());
            for (int[] ring : rings) {
                Varints.writeUnsigned(out, ring.length);
                int before = 0;
                for (int arc : ring) {
                    Varints.writeSigned(out, arc - before);
                    before = arc;
                }
            }
            Varints.writeUnsigned(out, countries.size());
            for (Country country : countries) {
                out.writeUTF(country.name());
                out.writeFloat((float) country.longitude());
                out.writeFloat((float) country.latitude());
                out.writeFloat((float) country.areaKm2());
                out.writeFloat((float) country.radius());
            }
        }
    }

    /// The steps of one axis together: they compress better than taken in turns.
    private void writeDeltas(DataOutputStream out, int axis) throws IOException {
        for (int[] arc : arcs) {
            int before = 0;
            for (int i = axis; i < arc.length; i += 2) {
                Varints.writeSigned(out, arc[i] - before);
                before = arc[i];
            }
        }
    }

    /// Reads what [#write] wrote; the stream is closed.
    ///
    /// @throws IOException when it is not such a file or ends early
    static Topology read(InputStream from) throws IOException {
        ByteReader in = ByteReader.inflated(from);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a base map of this program");
        }
        double scaleX = in.readDouble();
        double scaleY = in.readDouble();
        double originX = in.readDouble();
        double originY = in.readDouble();
        int arcCount = in.readUnsigned();
        BitSet borders = new BitSet();
        List<int[]> arcs = new ArrayList<>(arcCount);
        for (int i = 0; i < arcCount; i++) {
            borders.set(i, in.readBoolean());
            arcs.add(new int[2 * in.readUnsigned()]);
        }
        readDeltas(in, arcs, 0);
        readDeltas(in, arcs, 1);
        int ringCount = in.readUnsigned();
        List<int[]> rings = new ArrayList<>(ringCount);
        for (int i = 0; i < ringCount; i++) {
            int[] ring = new int[in.readUnsigned()];
            int before = 0;
            for (int n = 0; n < ring.length; n++) {
                before += in.readSigned();
                ring[n] = before;
            }
            rings.add(ring);
        }
        int countryCount = in.readUnsigned();
        List<Country> countries = new ArrayList<>(countryCount);
        for (int i = 0; i < countryCount; i++) {
            countries.add(new Country(in.readText(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()));
        }
        return new Topology(scaleX, scaleY, originX, originY, arcs, borders, rings, countries);
    }

    private static void readDeltas(ByteReader in, List<int[]> arcs, int axis) throws IOException {
        for (int[] arc : arcs) {
            int before = 0;
            for (int i = axis; i < arc.length; i += 2) {
                before += in.readSigned();
                arc[i] = before;
            }
        }
    }
}
