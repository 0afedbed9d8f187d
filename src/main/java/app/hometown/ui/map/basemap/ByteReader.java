// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/// Reads from memory what was written deflated through a `DataOutput` and [Varints]. Going through streams byte by byte
/// took several times as long, and the first picture of the map waits for it.
final class ByteReader {
    private final byte[] bytes;
    private int at;

    private ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Inflates everything; the stream is closed.
    static ByteReader inflated(InputStream from) throws IOException {
        try (InputStream in = new InflaterInputStream(from)) {
            return new ByteReader(in.readAllBytes());
        }
    }

    int readByte() throws IOException {
        if (at == bytes.length) {
            throw new EOFException("ends early");
        }
        return bytes[at++] & 0xFF;
    }

    boolean readBoolean() throws IOException {
        return readByte() != 0;
    }

    int readInt() throws IOException {
        return (readByte() << 24) | (readByte() << 16) | (readByte() << 8) | readByte();
    }

    float readFloat() throws IOException {
        return Float.intBitsToFloat(readInt());
    }

    double readDouble() throws IOException {
        long high = readInt();
        return Double.longBitsToDouble((high << 32) | (readInt() & 0xFFFFFFFFL));
    }

    /// A text without letters beyond the first plane, which `DataOutput` writes as UTF-8.
    String readText() throws IOException {
        int length = (readByte() << 8) | readByte();
        if (length > bytes.length - at) {
            throw new EOFException("ends early");
        }
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    int readUnsigned() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int part = readByte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new IOException("a number is longer than 32 bits");
    }

    int readSigned() throws IOException {
        int value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }
}
