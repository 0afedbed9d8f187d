// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.lang.reflect.Array;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/// Reads all columns of a streams file that this program uses into Java arrays through DuckDB, as fast as its driver
/// can: the result comes in chunks of vectors and not row by row, and each half of the file is fetched by a thread of
/// its
/// own, while DuckDB decodes on all processors. Text comes as one string a row, the only way the driver has; tags are
/// joined to one string by DuckDB, because the driver's vectors have no lists.
final class DuckDbArrays {
    private static final int THREADS = 2;

    /// A column: its expression in SQL and the type of its values.
    private record Source(String expression, Class<?> type) {}

    private static final List<Source> COLUMNS = List.of(
            new Source("stream_id", String.class),
            new Source("latitude", double.class),
            new Source("longitude", double.class),
            new Source("city", String.class),
            new Source("language", String.class),
            new Source("category_id", int.class),
            new Source("stream_quality_score", double.class),
            new Source("avg_viewer_count", int.class),
            new Source("creator_followers", int.class),
            new Source("is_partnered", boolean.class),
            new Source("mature_content", boolean.class),
            new Source("is_live", boolean.class));

    private static final List<Source> SHOWN = List.of(
            new Source("current_viewers", int.class),
            new Source("title", String.class),
            new Source("array_to_string(tags, chr(31))", String.class),
            new Source("creator_id", String.class));

    private DuckDbArrays() {}

    /// Reads all columns.
    ///
    /// @param shown whether the file has the columns that are only shown
    /// @return one array a column
    static List<Object> read(Path file, int rows, boolean shown) throws SQLException, InterruptedException {
        List<Source> columns = new ArrayList<>(COLUMNS);
        if (shown) {
            columns.addAll(SHOWN);
        }
        List<Object> arrays = columns.stream()
                .map(column -> Array.newInstance(column.type(), rows))
                .toList();
        String select = "SELECT "
                + String.join(", ", columns.stream().map(Source::expression).toList());
        try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:")) {
            List<Thread> threads = new ArrayList<>();
            List<Throwable> failures = new ArrayList<>();
            for (int part = 0; part < THREADS; part++) {
                int from = (int) ((long) rows * part / THREADS);
                int to = (int) ((long) rows * (part + 1) / THREADS);
                Thread thread = new Thread(() -> fetch(connection, select, file, from, to, arrays));
                thread.setUncaughtExceptionHandler((_, failure) -> {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            if (!failures.isEmpty()) {
                throw new IllegalStateException(failures.getFirst());
            }
        }
        return arrays;
    }

    private static void fetch(
            DuckDBConnection shared, String select, Path file, int from, int to, List<Object> arrays) {
        String sql = select + " FROM read_parquet('" + file + "', file_row_number = true) WHERE file_row_number >= "
                + from + " AND file_row_number < " + to;
        try (Connection connection = shared.duplicate();
                DuckDBPreparedStatement statement = (DuckDBPreparedStatement) connection.prepareStatement(sql);
                DuckDBChunkedResult result = statement.query()) {
            int row = from;
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                int count = (int) chunk.rowCount();
                for (int column = 0; column < arrays.size(); column++) {
                    copy(chunk.vector(column), count, arrays.get(column), row);
                }
                row += count;
            }
            if (row != to) {
                throw new IllegalStateException("rows are missing");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(DuckDBReadableVector from, int rows, Object into, int at) {
        switch (into) {
            case double[] doubles -> {
                for (int row = 0; row < rows; row++) {
                    doubles[at + row] = from.getDouble(row);
                }
            }
            case int[] ints -> {
                for (int row = 0; row < rows; row++) {
                    ints[at + row] = from.getInt(row, -1);
                }
            }
            case boolean[] flags -> {
                for (int row = 0; row < rows; row++) {
                    flags[at + row] = from.getBoolean(row);
                }
            }
            case String[] texts -> {
                for (int row = 0; row < rows; row++) {
                    texts[at + row] = from.getString(row);
                }
            }
            default -> throw new IllegalStateException("no such column");
        }
    }
}
