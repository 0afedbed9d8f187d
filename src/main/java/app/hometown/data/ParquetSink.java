// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Progress;
import app.hometown.domain.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Writes rows as Parquet: ZSTD, page checksums, three-level lists. The same rows give the same bytes.
final class ParquetSink {
    /// Bounds what is held in memory before it is compressed, and how long that takes.
    private static final int ROW_GROUP_ROWS = 1 << 18;

    private static final int STEP = 1 << 12;

    /// What puts a row's values, one call a column, in the order of the schema.
    @FunctionalInterface
    interface RowContent {
        void put(int row, Row to);
    }

    private ParquetSink() {}

    /// Writes rows 0 to `rows` less one.
    ///
    /// @param out not closed
    /// @param progress told how many rows are done
    static void write(OutputStream out, MessageType schema, int rows, Progress progress, RowContent content)
            throws IOException {
        Codecs codecs = new Codecs();
        try {
            // Not closed when writing fails: closing would compress and write what is left, to no use.
            ParquetWriter<Integer> writer = new RowWriterBuilder(new Target(out), schema, content)
                    .withConf((ParquetConfiguration) new PlainParquetConfiguration())
                    .withCodecFactory(codecs)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
                    .build();
            for (int row = 0; row < rows; row++) {
                if (row % STEP == 0) {
                    progress.done(row);
                }
                writer.write(row);
            }
            progress.done(rows);
            writer.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            codecs.release();
        }
    }

    /// The names of a vocabulary as they are written, by code.
    static Binary[] texts(Vocabulary vocabulary) {
        return vocabulary.names().stream().map(Binary::fromString).toArray(Binary[]::new);
    }

    /// One row being written: each call fills the next column.
    static final class Row {
        private final RecordConsumer to;
        private final GroupType schema;
        private int field;
        private boolean inList;

        private Row(RecordConsumer to, GroupType schema) {
            this.to = to;
            this.schema = schema;
        }

        private void begin() {
            field = 0;
            to.startMessage();
        }

        private void end() {
            to.endMessage();
        }

        /// Fills a string column.
        void text(Binary value) {
            open();
            to.addBinary(value);
            close();
        }

        /// Fills a double column.
        void number(double value) {
            open();
            to.addDouble(value);
            close();
        }

        /// Fills an int32 column.
        void count(int value) {
            open();
            to.addInteger(value);
            close();
        }

        /// Fills an int64 column.
        void wide(long value) {
            open();
            to.addLong(value);
            close();
        }

        /// Fills a boolean column.
        void flag(boolean value) {
            open();
            to.addBoolean(value);
            close();
        }

        /// Leaves an optional column null.
        void none() {
            field++;
        }

        /// Fills a list column.
        ///
        /// @param element called for each place from 0; puts one value
        void list(int size, IntConsumer element) {
            open();
            to.startGroup();
            if (size > 0) {
                to.startField("list", 0);
                inList = true;
                for (int n = 0; n < size; n++) {
                    to.startGroup();
                    to.startField("element", 0);
                    element.accept(n);
                    to.endField("element", 0);
                    to.endGroup();
                }
                inList = false;
                to.endField("list", 0);
            }
            to.endGroup();
            close();
        }

        private void open() {
            if (!inList) {
                to.startField(schema.getFieldName(field), field);
            }
        }

        private void close() {
            if (!inList) {
                to.endField(schema.getFieldName(field), field);
                field++;
            }
        }
    }

    private static final class RowWriterBuilder extends ParquetWriter.Builder<Integer, RowWriterBuilder> {
        private final MessageType schema;
        private final RowContent content;

        RowWriterBuilder(OutputFile file, MessageType schema, RowContent content) {
            super(file);
            this.schema = schema;
            this.content = content;
        }

        @Override
        protected RowWriterBuilder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the library still
        protected WriteSupport<Integer> getWriteSupport(Configuration unused) {
            return new RowWriteSupport(schema, content);
        }

        @Override
        protected WriteSupport<Integer> getWriteSupport(ParquetConfiguration unused) {
            return new RowWriteSupport(schema, content);
        }
    }

    private static final class RowWriteSupport extends WriteSupport<Integer> {
        private final MessageType schema;
        private final RowContent content;
        private @Nullable Row row;

        RowWriteSupport(MessageType schema, RowContent content) {
            this.schema = schema;
            this.content = content;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the library still
        public WriteContext init(Configuration unused) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            row = new Row(consumer, schema);
        }

        @Override
        public void write(Integer number) {
            Row to = row;
            if (to == null) {
                throw new IllegalStateException("not prepared");
            }
            to.begin();
            content.put(number, to);
            to.end();
        }
    }

    /// The library's idea of a file, over a stream that somebody else opens and closes.
    private record Target(OutputStream out) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return createOrOverwrite(blockSizeHint);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return new PositionOutputStream() {
                private long position;

                @Override
                public long getPos() {
                    return position;
                }

                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                    position++;
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    position += length;
                }
            };
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
