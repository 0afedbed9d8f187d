// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Identifiers;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// A required column of identifiers: UTF-8 bytes with their hashes, never strings. A dictionary entry is looked at
/// once,
/// however many rows refer to it.
final class IdColumn extends Column {
    private static final int UNKNOWN = -1;

    /// Identifiers whose places in memory are approached before they are added: as many as a first-level cache holds.
    private static final int AHEAD = 256;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// The bits that no ASCII character has, of eight.
    private static final long NOT_ASCII = 0x8080808080808080L;

    private final int[] starts = new int[BATCH];
    private final int[] lengths = new int[BATCH];
    private final int[] hashes = new int[BATCH];
    private final int[] entries = new int[BATCH];

    // The dictionary's entries, then the texts of the batch that are not in it.
    private byte[] text = new byte[BATCH * 16];
    private int length;
    private int batchFrom;

    private int[] entryStarts = new int[0];
    private int[] entryLengths = new int[0];
    private int[] entryHashes = new int[0];
    private int[] entryCodes = new int[0];
    private @Nullable Fault[] entryFaults = new Fault[0];
    private int row;

    IdColumn(String name) {
        super(name, true);
    }

    /// Adds the identifier of a row of the batch.
    ///
    /// @return whether it was new
    boolean addTo(Identifiers.Builder ids, int at) {
        return ids.add(hashes[at], text, starts[at], lengths[at]);
    }

    /// Adds the identifiers of the good rows of the batch; rows whose identifier is there already are rejected as
    /// repeated.
    ///
    /// @param added filled with the rows whose identifiers were new
    /// @return how many those are
    int addTo(Identifiers.Builder ids, ParquetSource source, int rows, int[] added) {
        int count = 0;
        for (int from = 0; from < rows; from += AHEAD) {
            int to = Math.min(from + AHEAD, rows);
            ids.approach(hashes, from, to);
            for (int at = from; at < to; at++) {
                if (!source.good(at)) {
                    continue;
                }
                if (addTo(ids, at)) {
                    added[count++] = at;
                } else {
                    source.reject(at, this, Fault.REPEATED);
                }
            }
        }
        return count;
    }

    /// Adds the identifiers of rows of the batch unless they are there.
    ///
    /// @param ids the same ones every time
    /// @param rows the rows; the first `count` count
    /// @param codes filled from `first` with their places
    void codesIn(Identifiers.Builder ids, int[] rows, int count, int[] codes, int first) {
        for (int from = 0; from < count; from += AHEAD) {
            int to = Math.min(from + AHEAD, count);
            ids.approach(hashes, rows[from], rows[to - 1] + 1);
            for (int n = from; n < to; n++) {
                codes[first + n] = codeIn(ids, rows[n]);
            }
        }
    }

    private int codeIn(Identifiers.Builder ids, int at) {
        int entry = entries[at];
        if (entry != UNKNOWN && entryCodes[entry] != UNKNOWN) {
            return entryCodes[entry];
        }
        int code = ids.code(hashes[at], text, starts[at], lengths[at]);
        if (entry != UNKNOWN) {
            entryCodes[entry] = code;
        }
        return code;
    }

    @Override
    String needed() {
        return "a string";
    }

    @Override
    boolean accepts(PrimitiveType leaf) {
        return ColumnShape.isText(leaf);
    }

    @Override
    void bind(ColumnShape shape) {}

    @Override
    void begin(FlatPages next) {
        super.begin(next);
        length = 0;
        Dictionary dictionary = next.dictionary();
        if (dictionary != null) {
            int count = dictionary.getMaxId() + 1;
            entryStarts = new int[count];
            entryLengths = new int[count];
            entryHashes = new int[count];
            entryCodes = new int[count];
            Arrays.fill(entryCodes, UNKNOWN);
            entryFaults = new Fault[count];
            for (int entry = 0; entry < count; entry++) {
                ByteBuffer bytes = dictionary.decodeToBinary(entry).toByteBuffer();
                entryStarts[entry] = length;
                entryLengths[entry] = bytes.remaining();
                append(bytes);
                entryHashes[entry] = Identifiers.hash(text, entryStarts[entry], entryLengths[entry]);
                entryFaults[entry] = faultOf(entryStarts[entry], entryLengths[entry]);
            }
        }
        batchFrom = length;
    }

    @Override
    void begin(ColumnReader next, long values) {
        super.begin(next, values);
        batchFrom = 0;
    }

    @Override
    void read(FlatPages from, int rows) throws IOException {
        length = batchFrom;
        for (int start = 0; start < rows; ) {
            int stretch = from.next(rows - start);
            int[] codes = from.coded() ? from.codes() : null;
            int taken = 0;
            for (int n = 0; n < stretch; n++) {
                int at = start + n;
                if (!from.has(n)) {
                    putNull(at);
                } else if (codes != null) {
                    putEntry(at, codes[taken++]);
                } else {
                    int size = from.text();
                    reserve(size);
                    System.arraycopy(from.page(), from.position() - size, text, length, size);
                    put(at, size);
                }
            }
            start += stretch;
        }
    }

    @Override
    void read(ColumnReader from, int rows) {
        int full = from.getDescriptor().getMaxDefinitionLevel();
        length = batchFrom;
        for (row = 0; row < rows; row++) {
            if (from.getCurrentDefinitionLevel() == full) {
                from.writeCurrentValueToConverter();
            } else {
                putNull(row);
            }
            from.consume();
        }
    }

    @Override
    public void addBinary(Binary value) {
        ByteBuffer bytes = value.toByteBuffer();
        int size = bytes.remaining();
        append(bytes);
        length -= size;
        put(row, size);
    }

    private void putNull(int at) {
        starts[at] = length;
        lengths[at] = 0;
        entries[at] = UNKNOWN;
        fail(at, Fault.NULL);
    }

    private void putEntry(int at, int entry) {
        starts[at] = entryStarts[entry];
        lengths[at] = entryLengths[entry];
        hashes[at] = entryHashes[entry];
        entries[at] = entry;
        Fault fault = entryFaults[entry];
        if (fault != null) {
            fail(at, fault);
        }
    }

    /// Takes the next bytes of the text as a row's identifier.
    private void put(int at, int size) {
        starts[at] = length;
        lengths[at] = size;
        hashes[at] = Identifiers.hash(text, length, size);
        entries[at] = UNKNOWN;
        Fault fault = faultOf(length, size);
        if (fault != null) {
            fail(at, fault);
        }
        length += size;
    }

    private @Nullable Fault faultOf(int from, int size) {
        if (size == 0) {
            return Fault.EMPTY;
        }
        return isUtf8(text, from, from + size) ? null : Fault.NOT_TEXT;
    }

    private void append(ByteBuffer bytes) {
        int size = bytes.remaining();
        reserve(size);
        bytes.get(text, length, size);
        length += size;
    }

    private void reserve(int size) {
        if (size > text.length - length) {
            text = Arrays.copyOf(text, Math.max(Math.addExact(length, size), text.length * 2));
        }
    }

    /// Whether bytes are well-formed UTF-8.
    static boolean isUtf8(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= Long.BYTES && ((long) WORDS.get(bytes, at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        if (at == to) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, to - at));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    String shown(int at) {
        return fault(at) == Fault.NULL ? "null" : new String(text, starts[at], lengths[at], StandardCharsets.UTF_8);
    }
}
