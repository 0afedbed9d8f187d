// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.io.DataOutput;
import java.io.IOException;

/// Writes whole numbers in as few bytes as they need, seven bits a byte; signed ones zigzag. [ByteReader] reads them.
final class Varints {
    private Varints() {}

    static void writeUnsigned(DataOutput out, int value) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static void writeSigned(DataOutput out, int value) throws IOException {
        writeUnsigned(out, (value << 1) ^ (value >> 31));
    }
}
