// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Whole numbers in as few bytes as they need, seven bits a byte; signed ones zigzag.
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

    static int readUnsigned(DataInput in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new IOException("a number is longer than 32 bits");
    }

    static void writeSigned(DataOutput out, int value) throws IOException {
        writeUnsigned(out, (value << 1) ^ (value >> 31));
    }

    static int readSigned(DataInput in) throws IOException {
        int value = readUnsigned(in);
        return (value >>> 1) ^ -(value & 1);
    }
}
