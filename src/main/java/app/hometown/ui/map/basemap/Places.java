// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import app.hometown.geo.WebMercator;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Cities and towns, most important first.
///
/// @param all in the order in which they claim room on the map
record Places(List<Place> all) {
    private static final int MAGIC = 0x48545031;

    /// What a place is.
    enum Kind {
        /// A city or town.
        CITY,
        /// The seat of a country's government.
        CAPITAL,
        /// A part of a city.
        DISTRICT
    }

    /// One place.
    ///
    /// @param name as it is written on the map
    /// @param longitude degrees
    /// @param latitude degrees
    /// @param population people
    /// @param kind what it is
    /// @param world whether it is one of the cities of the generated data, shown earlier than its population asks
    /// for
    record Place(String name, double longitude, double latitude, int population, Kind kind, boolean world) {
        double x() {
            return WebMercator.x(longitude);
        }

        double y() {
            return WebMercator.y(latitude);
        }
    }

    Places {
        all = List.copyOf(all);
    }

    /// Writes all of it, deflated; the stream is closed. Positions are rounded to a thousandth of a degree.
    void write(OutputStream to) throws IOException {
        try (var out =
                new DataOutputStream(new DeflaterOutputStream(to, new Deflater(Deflater.BEST_COMPRESSION), 1 << 16))) {
            out.writeInt(MAGIC);
            Varints.writeUnsigned(out, all.size());
            for (Place place : all) {
                out.writeUTF(place.name());
            }
            for (Place place : all) {
                Varints.writeSigned(out, (int) Math.round(place.longitude() * 1000));
            }
            for (Place place : all) {
                Varints.writeSigned(out, (int) Math.round(place.latitude() * 1000));
            }
            int before = 0;
            for (Place place : all) {
                Varints.writeSigned(out, place.population() - before);
                before = place.population();
            }
            for (Place place : all) {
                out.writeByte(place.kind().ordinal() | (place.world() ? 8 : 0));
            }
        }
    }

    /// Reads what [#write] wrote; the stream is closed.
    ///
    /// @throws IOException when it is not such a file or ends early
    static Places read(InputStream from) throws IOException {
        ByteReader in = ByteReader.inflated(from);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a list of places of this program");
        }
        int size = in.readUnsigned();
        String[] names = new String[size];
        double[] longitudes = new double[size];
        double[] latitudes = new double[size];
        int[] populations = new int[size];
        for (int i = 0; i < size; i++) {
            names[i] = in.readText();
        }
        for (int i = 0; i < size; i++) {
            longitudes[i] = in.readSigned() / 1000.0;
        }
        for (int i = 0; i < size; i++) {
            latitudes[i] = in.readSigned() / 1000.0;
        }
        int before = 0;
        for (int i = 0; i < size; i++) {
            before += in.readSigned();
            populations[i] = before;
        }
        List<Place> places = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int flags = in.readByte();
            places.add(new Place(
                    names[i], longitudes[i], latitudes[i], populations[i], Kind.values()[flags & 7], (flags & 8) != 0));
        }
        return new Places(places);
    }
}
