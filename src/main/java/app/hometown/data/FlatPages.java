// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// The values of a column without lists in one row group, decoded many at a time: five to ten times as fast as asking
/// the Parquet library value by value. It understands the encodings that nearly all files have, plain and dictionary;
/// the caller leaves other ones to the library.
///
/// Read stretch by stretch: [#next] says how many rows the next one has and which of them hold a value, then exactly
/// [#present] values are taken by one of the other methods. On damaged pages anything may be thrown.
final class FlatPages {
    /// The encodings understood, those of levels included.
    @SuppressWarnings("deprecation") // writers of old use them
    private static final Set<Encoding> UNDERSTOOD = Set.of(
            Encoding.PLAIN, Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY, Encoding.RLE, Encoding.BIT_PACKED);

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final PageReader pages;
    private final PrimitiveTypeName type;
    private final int typeLength;
    private final boolean nullable;
    private final @Nullable Dictionary dictionary;
    private final int[] scratch = new int[Column.BATCH];
    private final int[] levels = new int[Column.BATCH];
    private int unread;
    private int present;
    private boolean allPresent;
    private boolean coded;
    private byte[] bytes = new byte[0];
    private int at;
    private @Nullable RunLengths levelRuns;
    private int levelBits = -1;
    private @Nullable RunLengths valueRuns;
    private int valueBit;

    FlatPages(ColumnDescriptor descriptor, PageReader pages) throws IOException {
        this.pages = pages;
        type = descriptor.getPrimitiveType().getPrimitiveTypeName();
        typeLength = descriptor.getPrimitiveType().getTypeLength();
        nullable = descriptor.getMaxDefinitionLevel() > 0;
        DictionaryPage entries = pages.readDictionaryPage();
        dictionary = entries == null ? null : entries.getEncoding().initDictionary(descriptor, entries);
    }

    /// Whether a column chunk with these encodings can be read here.
    static boolean understands(Set<Encoding> encodings, ColumnDescriptor descriptor) {
        return descriptor.getMaxRepetitionLevel() == 0
                && descriptor.getMaxDefinitionLevel() <= 1
                && UNDERSTOOD.containsAll(encodings);
    }

    /// The dictionary that coded values refer to, or null.
    @Nullable
    Dictionary dictionary() {
        return dictionary;
    }

    /// What the file stores.
    PrimitiveTypeName type() {
        return type;
    }

    /// Begins the next stretch; it lies within one page.
    ///
    /// @return how many rows it has, 1..most
    int next(int most) throws IOException {
        while (unread == 0) {
            DataPage page = pages.readPage();
            if (page == null) {
                throw new ParquetDecodingException("fewer values than rows");
            }
            open(page);
        }
        int rows = Math.min(most, unread);
        unread -= rows;
        present = rows;
        allPresent = true;
        if (levelRuns != null || levelBits >= 0) {
            readLevels(rows);
        }
        return rows;
    }

    private void readLevels(int rows) {
        if (levelRuns != null) {
            levelRuns.read(levels, rows);
        } else {
            for (int row = 0; row < rows; row++, levelBits++) {
                levels[row] = bytes[levelBits >> 3] >> (7 - (levelBits & 7)) & 1;
            }
        }
        int values = 0;
        for (int row = 0; row < rows; row++) {
            values += levels[row];
        }
        present = values;
        allPresent = values == rows;
    }

    /// How many values the stretch has.
    int present() {
        return present;
    }

    /// Whether a row of the stretch has a value.
    boolean has(int row) {
        return allPresent || levels[row] == 1;
    }

    /// Whether the values of the stretch are places in the dictionary.
    boolean coded() {
        return coded;
    }

    /// Takes the values of a coded stretch.
    ///
    /// @return places in the dictionary, as many as there are values; overwritten by the next stretch
    int[] codes() {
        if (valueRuns == null) {
            throw new IllegalStateException("not coded");
        }
        valueRuns.read(scratch, present);
        return scratch;
    }

    /// Takes the values of a plain stretch of doubles, floats, signed 32-bit integers or booleans.
    void numbers(double[] into, int from) {
        int to = from + present;
        int p = at;
        switch (type) {
            case DOUBLE -> {
                for (int n = from; n < to; n++, p += Double.BYTES) {
                    into[n] = (double) DOUBLES.get(bytes, p);
                }
            }
            case FLOAT -> {
                for (int n = from; n < to; n++, p += Float.BYTES) {
                    into[n] = (float) FLOATS.get(bytes, p);
                }
            }
            case INT32 -> {
                for (int n = from; n < to; n++, p += Integer.BYTES) {
                    into[n] = (int) INTS.get(bytes, p);
                }
            }
            case BOOLEAN -> {
                if (valueRuns != null) {
                    valueRuns.read(scratch, present);
                    for (int n = from; n < to; n++) {
                        into[n] = scratch[n - from];
                    }
                } else {
                    for (int n = from; n < to; n++) {
                        into[n] = nextBit();
                    }
                }
            }
            default -> throw new IllegalStateException(type + " is taken one by one");
        }
        at = p;
    }

    /// Takes one value of a plain stretch and hands it over as the Parquet library would.
    void take(PrimitiveConverter to) {
        switch (type) {
            case BOOLEAN -> to.addBoolean((valueRuns == null ? nextBit() : nextRun(valueRuns)) == 1);
            case INT32 -> to.addInt((int) INTS.get(bytes, skip(Integer.BYTES)));
            case INT64 -> to.addLong((long) LONGS.get(bytes, skip(Long.BYTES)));
            case FLOAT -> to.addFloat((float) FLOATS.get(bytes, skip(Float.BYTES)));
            case DOUBLE -> to.addDouble((double) DOUBLES.get(bytes, skip(Double.BYTES)));
            case BINARY -> {
                int length = length();
                to.addBinary(Binary.fromReusedByteArray(bytes, skip(length), length));
            }
            case FIXED_LEN_BYTE_ARRAY -> to.addBinary(Binary.fromReusedByteArray(bytes, skip(typeLength), typeLength));
            case INT96 -> throw new IllegalStateException("no column takes " + type);
        }
    }

    /// Takes one value of a plain stretch of texts.
    ///
    /// @return how many bytes it has; they end at [#position] in [#page]
    int text() {
        int length = length();
        skip(length);
        return length;
    }

    /// The bytes of the page.
    byte[] page() {
        return bytes;
    }

    /// Where in the page the next value begins.
    int position() {
        return at;
    }

    private int length() {
        int length = (int) INTS.get(bytes, skip(Integer.BYTES));
        if (length < 0 || length > bytes.length - at) {
            throw new ParquetDecodingException("a text of " + length + " bytes");
        }
        return length;
    }

    private int skip(int size) {
        int from = at;
        at += size;
        return from;
    }

    private int nextBit() {
        int bit = bytes[at + (valueBit >> 3)] >> (valueBit & 7) & 1;
        valueBit++;
        return bit;
    }

    private int nextRun(RunLengths runs) {
        runs.read(scratch, 1);
        return scratch[0];
    }

    private void open(DataPage page) throws IOException {
        unread = page.getValueCount();
        if (unread < 0) {
            throw new ParquetDecodingException("a page of " + unread + " values");
        }
        levelRuns = null;
        levelBits = -1;
        switch (page) {
            case DataPageV1 first -> {
                load(first.getBytes());
                if (nullable) {
                    openLevels(first.getDlEncoding());
                }
                openValues(first.getValueEncoding());
            }
            case DataPageV2 second -> {
                load(second.getData());
                if (nullable) {
                    byte[] encoded = array(second.getDefinitionLevels());
                    levelRuns = new RunLengths(encoded, 0, encoded.length, 1);
                }
                openValues(second.getDataEncoding());
            }
            default -> throw new ParquetDecodingException("a page of an unknown kind");
        }
    }

    private void load(BytesInput input) throws IOException {
        bytes = array(input);
        at = 0;
    }

    /// All bytes, without a copy where they already fill an array.
    private static byte[] array(BytesInput input) throws IOException {
        ByteBufferInputStream stream = input.toInputStream();
        ByteBuffer buffer = stream.slice(stream.available());
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.remaining() == buffer.array().length) {
            return buffer.array();
        }
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(copy);
        return copy;
    }

    @SuppressWarnings("deprecation") // writers of old pack levels
    private void openLevels(Encoding encoding) {
        if (encoding == Encoding.RLE) {
            int length = length();
            levelRuns = new RunLengths(bytes, at, at + length, 1);
            skip(length);
        } else if (encoding == Encoding.BIT_PACKED) {
            levelBits = at << 3;
            skip((unread + 7) >> 3);
        } else {
            throw new ParquetDecodingException("levels encoded as " + encoding);
        }
    }

    private void openValues(Encoding encoding) {
        coded = encoding.usesDictionary();
        valueRuns = null;
        valueBit = 0;
        if (coded) {
            if (dictionary == null) {
                throw new ParquetDecodingException("a dictionary is missing");
            }
            int width = at < bytes.length ? bytes[at] : 0;
            valueRuns = new RunLengths(bytes, at + 1, bytes.length, width);
        } else if (encoding == Encoding.RLE && type == PrimitiveTypeName.BOOLEAN) {
            int length = length();
            valueRuns = new RunLengths(bytes, at, at + length, 1);
        } else if (encoding != Encoding.PLAIN) {
            throw new ParquetDecodingException("values encoded as " + encoding);
        }
    }
}
