// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {
    private static final List<String> NAMES = List.of("a", "b, c", "ü\"");
    private static final double[] VALUES = {0.1, Double.NaN, 1e300};
    private static final List<TableFile.Field> FIELDS = List.of(
            new TableFile.Field.Text("name", NAMES::get),
            new TableFile.Field.Real("ml.ndcg", row -> VALUES[row]),
            new TableFile.Field.Count("k", row -> row - 1));

    @TempDir
    private Path folder;

    @Test
    void writesCsv() throws IOException {
        Path file = folder.resolve("t.CSV");
        TableFile.write(file, FIELDS, 3, Progress.NONE);
        assertThat(Files.readString(file)).isEqualTo("name,ml.ndcg,k\na,0.1,-1\n\"b, c\",,0\n\"ü\"\"\",1.0E300,1\n");
    }

    @Test
    void writesParquetThatOthersRead() throws SQLException {
        Path file = folder.resolve("t.parquet");
        TableFile.write(file, FIELDS, 3, Progress.NONE);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM '" + file + "'")) {
            for (int row = 0; row < 3; row++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString("name")).isEqualTo(NAMES.get(row));
                assertThat(rows.getDouble("ml.ndcg")).isEqualTo(Double.valueOf(VALUES[row]));
                assertThat(rows.getInt("k")).isEqualTo(row - 1);
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void otherEndingsAreRefused() {
        assertThatThrownBy(() -> TableFile.write(folder.resolve("t.xls"), FIELDS, 3, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(".csv or .parquet");
    }

    @Test
    void positionsAreCountedWhereAFileHasThem() {
        Path file = folder.resolve("samples.parquet");
        int[] positions = {1, 1, 1, 2, 7};
        int[] clicked = {1, 1, 0, 0, 1};
        List<TableFile.Field> columns = List.of(
                new TableFile.Field.Text("user_id", row -> "u" + row),
                new TableFile.Field.Count("clicked", row -> clicked[row]),
                new TableFile.Field.Count("position", row -> positions[row]));
        TableFile.write(file, columns, 5, Progress.NONE);
        assertThat(ClickPositions.read(file, Progress.NONE))
                .containsExactly(
                        new ClickPositions.Place(1, 3, 2),
                        new ClickPositions.Place(2, 1, 0),
                        new ClickPositions.Place(7, 1, 1));
        TableFile.write(file, columns.subList(0, 2), 5, Progress.NONE);
        assertThat(ClickPositions.read(file, Progress.NONE)).isEmpty();
    }
}
