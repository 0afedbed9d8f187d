// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import blue.strategic.parquet.ParquetReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/// A Parquet file being read: first its columns are asked for, then batches of rows are decoded into them, and rows
/// that cannot be used are sorted out and remembered.
///
/// Whatever is wrong with the file itself ends in an [InputException] that names it: everything that calls the Parquet
/// library passes through one boundary here. Not safe for use by several threads.
final class ParquetSource implements AutoCloseable {
    private final Path path;
    private final long bytes;
    private final ParquetMetadata metadata;
    private final MessageType schema;
    private final long totalRows;
    private final List<Column> columns = new ArrayList<>();
    private final List<ColumnShape> shapes = new ArrayList<>();
    private final List<String> unusable = new ArrayList<>();
    private final BadRowLog log = new BadRowLog();
    private final boolean[] bad = new boolean[Column.BATCH];
    private int keyColumns = 1;
    private @Nullable BatchDecoder decoder;
    private long firstRow;
    private int rows;

    private ParquetSource(Path path, long bytes, ParquetMetadata metadata) {
        this.path = path;
        this.bytes = bytes;
        this.metadata = metadata;
        schema = metadata.getFileMetaData().getSchema();
        totalRows = metadata.getBlocks().stream()
                .mapToLong(BlockMetaData::getRowCount)
                .sum();
    }

    /// Opens a file and reads its footer.
    ///
    /// @throws InputException when it is missing, not Parquet, truncated or damaged
    static ParquetSource open(Path path) {
        long bytes = FileTrouble.requireParquet(path);
        try {
            ParquetSource source = new ParquetSource(path, bytes, ParquetReader.readMetadata(new LocalInputFile(path)));
            if (source.metadata.getBlocks().stream().anyMatch(block -> block.getRowCount() < 0)) {
                throw new ParquetDecodingException("a row group with less than no rows");
            }
            return source;
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            throw FileTrouble.damaged(path, "", e);
        }
    }

    /// Rows in the file, bad ones included.
    long totalRows() {
        return totalRows;
    }

    /// Room to make for rows at once: as many as there are, unless the file is too small to be believed.
    int expectedRows() {
        return (int) Math.min(totalRows, Math.min(bytes, Integer.MAX_VALUE - 16));
    }

    /// Says that the first columns asked for identify a row together; one does unless said.
    void keyColumns(int count) {
        keyColumns = count;
    }

    /// Asks for a column that must be there.
    ///
    /// @return the column
    /// @throws InputException when it is missing or of another type
    <C extends Column> C require(C column) {
        if (!schema.containsField(column.name())) {
            throw new InputException(
                    path + ", column " + column.name(),
                    "the column is missing; there are " + String.join(", ", names()),
                    "Add the column, holding " + column.needed() + ", or choose another file.");
        }
        if (!bind(column)) {
            throw new InputException(
                    path + ", column " + column.name(),
                    "holds " + ColumnShape.describe(schema.getType(column.name())) + ", but " + column.needed()
                            + " is needed",
                    "Convert the column or choose another file.");
        }
        return column;
    }

    /// Asks for a column that may be missing.
    ///
    /// @throws InputException when it is there and of another type
    <C extends Column> Optional<C> find(C column) {
        return schema.containsField(column.name()) ? Optional.of(require(column)) : Optional.empty();
    }

    /// Asks for a column that is only shown: one of another type is left aside like one that nobody knows.
    <C extends Column> Optional<C> findShown(C column) {
        if (!schema.containsField(column.name())) {
            return Optional.empty();
        }
        if (!bind(column)) {
            unusable.add(column.name() + " (holds " + ColumnShape.describe(schema.getType(column.name())) + ", but "
                    + column.needed() + " is needed)");
            return Optional.empty();
        }
        return Optional.of(column);
    }

    private boolean bind(Column column) {
        ColumnShape shape = ColumnShape.of(schema, column.name());
        if (shape == null || shape.list() != column instanceof ListColumn || !column.accepts(shape.leaf())) {
            return false;
        }
        column.bind(shape);
        columns.add(column);
        shapes.add(shape);
        return true;
    }

    /// Decodes the next batch into the columns and marks its bad rows.
    ///
    /// @param progress told how many rows are done
    /// @return how many rows it has; 0 at the end of the file
    /// @throws InputException when the file is damaged
    int next(Progress progress) {
        firstRow += rows;
        progress.done(firstRow);
        try {
            if (decoder == null) {
                decoder = new BatchDecoder(path, metadata, columns, shapes);
            }
            rows = decoder.next();
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            throw FileTrouble.damaged(path, decoder == null ? "" : decoder.columnAtHand(), e);
        }
        Arrays.fill(bad, false);
        for (Column column : columns) {
            if (column.faultCount() > 0) {
                sortOut(column);
            }
        }
        return rows;
    }

    private void sortOut(Column column) {
        for (int row = 0; row < rows; row++) {
            Fault fault = column.fault(row);
            if (fault != null) {
                reject(row, column, fault);
            }
        }
    }

    /// Whether a row of the batch is usable.
    boolean good(int row) {
        return !bad[row];
    }

    /// Marks a row of the batch as bad.
    void reject(int row, Column column, Fault fault) {
        if (bad[row]) {
            return;
        }
        bad[row] = true;
        String reason = column.reason(fault);
        if (log.wantsExample(reason)) {
            String id = columns.subList(0, keyColumns).stream()
                    .map(key -> key.shown(row))
                    .collect(Collectors.joining(" / "));
            log.add(reason, firstRow + row + 1, id, column.shown(row));
        } else {
            log.add(reason);
        }
    }

    /// Leaves a column aside after all.
    void ignore(Column column, String why) {
        unusable.add(column.name() + " (" + why + ")");
    }

    /// What was found, once all batches are read.
    ///
    /// @throws InputException when there is not one good row
    FileReport report() {
        long rowsRead = firstRow;
        if (log.count() >= rowsRead) {
            throw new InputException(
                    path.toString(),
                    rowsRead == 0 ? "has no rows" : "has no usable row: " + log.sentence(),
                    "Mend the file or choose another one.");
        }
        List<String> ignored = names().stream()
                .filter(name ->
                        columns.stream().noneMatch(column -> column.name().equals(name))
                                && unusable.stream().noneMatch(text -> text.startsWith(name + " (")))
                .collect(Collectors.toCollection(ArrayList::new));
        ignored.addAll(unusable);
        return new FileReport(path, rowsRead, rowsRead - log.count(), ignored, log.report(), format());
    }

    /// The columns of the file.
    MessageType schema() {
        return schema;
    }

    /// How the file is made.
    FileReport.Format format() {
        TreeSet<String> used = new TreeSet<>();
        metadata.getBlocks().forEach(block -> block.getColumns()
                .forEach(chunk -> used.add(chunk.getCodec().name())));
        String createdBy = metadata.getFileMetaData().getCreatedBy();
        return new FileReport.Format(
                "Parquet", bytes, metadata.getBlocks().size(), List.copyOf(used), createdBy == null ? "" : createdBy);
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
        }
    }

    private List<String> names() {
        return schema.getFields().stream().map(Type::getName).toList();
    }
}
