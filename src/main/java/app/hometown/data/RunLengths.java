// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.io.ParquetDecodingException;

/// Small numbers in the "RLE/bit-packing hybrid" of the Parquet format's Encodings.md: dictionary ids, levels,
/// booleans.
/// Decoded many at a time. On damaged bytes anything may be thrown.
final class RunLengths {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private final int width;
    private final int mask;
    private int at;
    private int left;
    private boolean packed;
    private int repeated;
    private long bit;

    /// @param width bits a number, 0..32
    RunLengths(byte[] bytes, int from, int to, int width) {
        if (width < 0 || width > 32) {
            throw new ParquetDecodingException(width + " bits a number");
        }
        this.bytes = bytes;
        this.width = width;
        at = from;
        end = to;
        mask = (int) ((1L << width) - 1);
    }

    /// Decodes the next numbers.
    void read(int[] into, int count) {
        int done = 0;
        while (done < count) {
            if (left == 0) {
                begin();
            }
            int run = Math.min(left, count - done);
            if (packed) {
                unpack(into, done, run);
            } else {
                Arrays.fill(into, done, done + run, repeated);
            }
            left -= run;
            done += run;
        }
    }

    private void begin() {
        int header = 0;
        int shift = 0;
        int next;
        do {
            next = next();
            header |= (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        packed = (header & 1) == 1;
        if (packed) {
            left = Math.multiplyExact(header >>> 1, 8);
            bit = (long) at << 3;
            // The last group may be cut short after its last number.
            at = (int) Math.min(end, at + (long) (header >>> 1) * width);
        } else {
            left = header >>> 1;
            repeated = 0;
            for (int byteAt = 0; byteAt < (width + 7) >> 3; byteAt++) {
                repeated |= next() << (byteAt << 3);
            }
        }
    }

    private int next() {
        if (at >= end) {
            throw new ParquetDecodingException("fewer values than rows");
        }
        return bytes[at++] & 0xFF;
    }

    private void unpack(int[] into, int from, int count) {
        long position = bit;
        long safe = (bytes.length - Long.BYTES) * 8L;
        int to = from + count;
        int n = from;
        for (; n < to && position <= safe; n++, position += width) {
            into[n] = (int) ((long) WORDS.get(bytes, (int) (position >>> 3)) >>> (position & 7)) & mask;
        }
        for (; n < to; n++, position += width) {
            into[n] = (int) (lastWord((int) (position >>> 3)) >>> (position & 7)) & mask;
        }
        bit = position;
    }

    /// Eight bytes of which some may lie behind the end.
    private long lastWord(int from) {
        if (from >= bytes.length && width > 0) {
            throw new ParquetDecodingException("fewer values than rows");
        }
        long word = 0;
        for (int n = Math.min(bytes.length - from, Long.BYTES) - 1; n >= 0; n--) {
            word = word << 8 | (bytes[from + n] & 0xFF);
        }
        return word;
    }
}
