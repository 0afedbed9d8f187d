// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.FileTrouble;
import app.hometown.domain.InputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The text of a file: unpacked where it is packed by gzip, without a byte order mark, UTF-8 and nothing else. The
/// first
/// part of it is looked at before the rest is read. Whatever the disk or the decoder says becomes an [InputException].
final class CsvText implements AutoCloseable {
    private static final int BEGINNING = 1 << 16;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final Counted counted;
    private final long bytes;
    private final boolean compressed;
    private final Reader reader;
    private final String beginning;
    private final boolean whole;

    private CsvText(Path path) throws IOException {
        this.path = path;
        bytes = Files.size(path);
        counted = new Counted(new BufferedInputStream(Files.newInputStream(path), BUFFER));
        InputStream plain = counted;
        compressed = startsWith(plain, 0x1f, 0x8b);
        if (compressed) {
            plain = new BufferedInputStream(new GZIPInputStream(counted, BUFFER), BUFFER);
        }
        if (startsWith(plain, 0xFF, 0xFE) || startsWith(plain, 0xFE, 0xFF)) {
            throw new InputException(path.toString(), "is UTF-16 text, not UTF-8", "Save it as UTF-8.");
        }
        if (startsWith(plain, 0xEF, 0xBB, 0xBF)) {
            plain.skipNBytes(3);
        }
        reader = new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder());
        char[] start = new char[BEGINNING];
        int length = 0;
        for (int read = reader.read(start, 0, BEGINNING); read > 0; ) {
            length += read;
            read = length == BEGINNING ? 0 : reader.read(start, length, BEGINNING - length);
        }
        beginning = new String(start, 0, length);
        whole = length < BEGINNING;
        if (beginning.indexOf('\0') >= 0) {
            throw new InputException(
                    path.toString(), "is neither Parquet nor text", "Choose a Parquet file or a CSV file in UTF-8.");
        }
    }

    /// Opens a file and reads its beginning.
    static CsvText open(Path path) {
        try {
            return new CsvText(path);
        } catch (IOException e) {
            throw trouble(path, e, 0);
        }
    }

    private static boolean startsWith(InputStream in, int... expected) throws IOException {
        in.mark(expected.length);
        boolean same = true;
        for (int each : expected) {
            same &= in.read() == each;
        }
        in.reset();
        return same;
    }

    /// The first 64 thousand characters.
    String beginning() {
        return beginning;
    }

    /// Whether the beginning is all there is.
    boolean whole() {
        return whole;
    }

    /// The size of the file.
    long bytes() {
        return bytes;
    }

    /// Whether the file is packed.
    boolean compressed() {
        return compressed;
    }

    /// How many bytes of the file have been read, about.
    long done() {
        return counted.count;
    }

    /// All of the text, once.
    Reader all() {
        return new Reader() {
            private final Reader start = new StringReader(beginning);

            @Override
            public int read(char[] into, int from, int length) throws IOException {
                int read = start.read(into, from, length);
                return read > 0 || length == 0 ? read : reader.read(into, from, length);
            }

            @Override
            public void close() {}
        };
    }

    /// What went wrong in words.
    ///
    /// @param row the row that was read last, from 1
    static InputException trouble(Path path, IOException cause, long row) {
        String place = row == 0 ? "" : " after row " + row;
        return switch (cause) {
            case CharacterCodingException coding ->
                new InputException(
                        path.toString(),
                        "is not UTF-8 text" + place,
                        "Save it as UTF-8; it may be in Latin-1 or Windows-1252.",
                        coding);
            case EOFException end ->
                new InputException(
                        path.toString(),
                        "is truncated: the end of the gzip data is missing",
                        "Get the file again or choose another one.",
                        end);
            case ZipException damaged ->
                new InputException(
                        path.toString(),
                        "has damaged gzip data" + place,
                        "Get the file again or choose another one.",
                        damaged);
            default -> FileTrouble.unreadable(path, cause);
        };
    }

    @Override
    public void close() {
        try {
            counted.close();
        } catch (IOException e) {
            throw FileTrouble.unreadable(path, e);
        }
    }

    /// Counts what is read.
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
