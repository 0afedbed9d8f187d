// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Identifiers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;

/// A required column of identifiers: the UTF-8 bytes of a batch behind one another, never strings.
final class IdColumn extends Column {
    private final int[] ends = new int[BATCH];
    private byte[] text = new byte[BATCH * 16];
    private int row;
    private int length;

    IdColumn(String name) {
        super(name, true);
    }

    /// Adds the identifier of a row of the batch.
    ///
    /// @return whether it was new
    boolean addTo(Identifiers.Builder ids, int at) {
        int start = start(at);
        return ids.add(text, start, ends[at] - start);
    }

    /// Adds the identifier of a row of the batch unless it is there.
    ///
    /// @return its place
    int codeIn(Identifiers.Builder ids, int at) {
        int start = start(at);
        return ids.code(text, start, ends[at] - start);
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
    void read(ColumnReader from, int rows) {
        int full = from.getDescriptor().getMaxDefinitionLevel();
        length = 0;
        for (row = 0; row < rows; row++) {
            if (from.getCurrentDefinitionLevel() == full) {
                from.writeCurrentValueToConverter();
            } else {
                fail(row, Fault.NULL);
            }
            ends[row] = length;
            from.consume();
        }
    }

    @Override
    public void addBinary(Binary value) {
        ByteBuffer bytes = value.toByteBuffer();
        int size = bytes.remaining();
        int start = length;
        if (size > text.length - start) {
            text = Arrays.copyOf(text, Math.max(Math.addExact(start, size), text.length * 2));
        }
        bytes.get(text, start, size);
        length = start + size;
        if (size == 0) {
            fail(row, Fault.EMPTY);
        } else if (!isUtf8(text, start, length)) {
            fail(row, Fault.NOT_TEXT);
        }
    }

    /// Whether bytes are well-formed UTF-8.
    static boolean isUtf8(byte[] bytes, int from, int to) {
        int at = from;
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
        return fault(at) == Fault.NULL
                ? "null"
                : new String(text, start(at), ends[at] - start(at), StandardCharsets.UTF_8);
    }

    private int start(int at) {
        return at == 0 ? 0 : ends[at - 1];
    }
}
