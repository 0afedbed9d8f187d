// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Walks a file row group by row group and decodes the wanted columns side by side on all processors, a batch of rows
/// at a time. Of a row group all wanted pages are in memory as they are stored; decoded is only the batch.
///
/// By columns and not by row groups, because files of one row group are common, and because rows then arrive in their
/// order and memory stays bounded whatever the writer chose.
///
/// On a damaged file anything may be thrown; the caller puts it into words.
final class BatchDecoder implements AutoCloseable {
    private final List<Column> columns;
    private final List<ColumnShape> shapes;
    private final MessageType schema;
    private final String createdBy;
    private final Codecs codecs = new Codecs();
    private final ParquetFileReader reader;
    private final List<BlockMetaData> groups;
    private int group;
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
        // The reader passes over row groups without rows.
        groups = reader.getRowGroups().stream()
                .filter(block -> block.getRowCount() > 0)
                .toList();
    }

    /// The column that failed, or "", for a message.
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
        sideBySide(column -> columns.get(column).decode(rows));
        unreadInGroup -= rows;
        return rows;
    }

    private void begin(PageReadStore pages) throws IOException {
        long rows = pages.getRowCount();
        Map<ColumnPath, Set<Encoding>> encodings = groups.get(group++).getColumns().stream()
                .collect(Collectors.toMap(ColumnChunkMetaData::getPath, ColumnChunkMetaData::getEncodings));
        sideBySide(column -> begin(column, pages, rows, encodings));
        unreadInGroup = rows;
        inGroup = true;
    }

    private void begin(int at, PageReadStore pages, long rows, Map<ColumnPath, Set<Encoding>> encodings)
            throws IOException {
        Column column = columns.get(at);
        ColumnShape shape = shapes.get(at);
        ColumnDescriptor descriptor = shape.descriptor();
        PageReader chunk = pages.getPageReader(descriptor);
        long count = chunk.getTotalValueCount();
        if (shape.list() ? count < rows : count != rows) {
            throw new ParquetDecodingException(count + " values for " + rows + " rows");
        }
        Set<Encoding> used = encodings.getOrDefault(ColumnPath.get(descriptor.getPath()), Set.of());
        if (!used.isEmpty() && FlatPages.understands(used, descriptor)) {
            column.begin(new FlatPages(descriptor, chunk));
        } else {
            ColumnReader values = new ColumnReadStoreImpl(
                            pages, new Way(column, descriptor.getPath().length), schema, createdBy)
                    .getColumnReader(descriptor);
            column.begin(values, count);
        }
    }

    private interface Work {
        void at(int column) throws IOException;
    }

    /// Does something to every column, on all processors. When columns fail the first of them counts, so that the same
    /// file gives the same message.
    private void sideBySide(Work work) throws IOException {
        @Nullable Throwable[] failures = new Throwable[columns.size()];
        IntStream.range(0, columns.size()).parallel().forEach(column -> {
            try {
                work.at(column);
            } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
                failures[column] = e;
            }
        });
        for (int column = 0; column < failures.length; column++) {
            Throwable failure = failures[column];
            if (failure != null) {
                columnAtHand = columns.get(column).name();
                switch (failure) {
                    case RuntimeException unchecked -> throw unchecked;
                    case Error error -> throw error;
                    default -> throw (IOException) failure;
                }
            }
        }
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
