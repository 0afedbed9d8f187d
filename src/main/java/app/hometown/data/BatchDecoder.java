// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;

/// Walks a file row group by row group and decodes the wanted columns side by side, a batch of rows at a time. Of a
/// row group all wanted pages are in memory as they are stored; decoded is only the batch.
///
/// On a damaged file anything may be thrown; the caller puts it into words.
final class BatchDecoder implements AutoCloseable {
    private final List<Column> columns;
    private final List<ColumnShape> shapes;
    private final MessageType schema;
    private final String createdBy;
    private final Codecs codecs = new Codecs();
    private final ParquetFileReader reader;
    private String columnAtHand = "";
    private long unreadInGroup;
    private boolean inGroup;

    BatchDecoder(Path path, ParquetMetadata metadata, List<Column> columns, List<ColumnShape> shapes)
            throws IOException {
        this.columns = columns;
        this.shapes = shapes;
        MessageType all = metadata.getFileMetaData().getSchema();
        schema = new MessageType(
                all.getName(),
                columns.stream().map(column -> all.getType(column.name())).toList());
        String writer = metadata.getFileMetaData().getCreatedBy();
        createdBy = writer == null ? "" : writer;
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(codecs)
                .usePageChecksumVerification(true)
                .build();
        InputFile file = new LocalInputFile(path);
        reader = new ParquetFileReader(file, metadata, options, file.newStream());
        reader.setRequestedSchema(schema);
    }

    /// The column that was being read last, for a message.
    String columnAtHand() {
        return columnAtHand;
    }

    /// Decodes the next batch.
    ///
    /// @return how many rows it has; 0 at the end of the file
    int next() throws IOException {
        while (unreadInGroup == 0) {
            columnAtHand = "";
            if (inGroup) {
                columns.forEach(Column::end);
            }
            PageReadStore pages = reader.readNextRowGroup();
            if (pages == null) {
                inGroup = false;
                return 0;
            }
            begin(pages);
        }
        int rows = (int) Math.min(unreadInGroup, Column.BATCH);
        for (Column column : columns) {
            columnAtHand = column.name();
            column.decode(rows);
        }
        unreadInGroup -= rows;
        return rows;
    }

    private void begin(PageReadStore pages) {
        long rows = pages.getRowCount();
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            ColumnShape shape = shapes.get(c);
            columnAtHand = column.name();
            ColumnReader values = new ColumnReadStoreImpl(
                            pages, new Way(column, shape.descriptor().getPath().length), schema, createdBy)
                    .getColumnReader(shape.descriptor());
            long count = pages.getPageReader(shape.descriptor()).getTotalValueCount();
            if (shape.list() ? count < rows : count != rows) {
                throw new ParquetDecodingException(count + " values for " + rows + " rows");
            }
            column.begin(values, count);
        }
        unreadInGroup = rows;
        inGroup = true;
    }

    @Override
    public void close() {
        codecs.release();
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + reader.getFile(), e);
        }
    }

    /// Leads the library down the path of a column to where its values go.
    private static final class Way extends GroupConverter {
        private final Converter next;

        Way(Column goal, int steps) {
            next = steps == 1 ? goal : new Way(goal, steps - 1);
        }

        @Override
        public Converter getConverter(int field) {
            return next;
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
