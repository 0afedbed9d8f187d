// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Point(double someValue, int count) {}

    @TempDir
    Path folder;

    @Test
    void doublesComeBackToTheBit() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                byte[] json = Json.write(new Point(value, i)).getBytes(StandardCharsets.UTF_8);
                assertThat(Json.parse("test", json, Point.class)).isEqualTo(new Point(value, i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"some_value\": 1}",
                "{\"some_value\": null, \"count\": 1}",
                "{\"some_value\": 1, \"count\": 1, \"more\": 2}",
                "{\"some_value\": \"one\", \"count\": 1}",
                "{\"some_value\": 1, \"count\": 1} trailing"
            })
    void whatIsNotExactlyTheRecordIsRefused(String json) {
        assertThatThrownBy(() -> Json.parse("point.json", json.getBytes(StandardCharsets.UTF_8), Point.class))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("point.json");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.json");
        assertThatThrownBy(() -> Json.read(file, Point.class))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": there is no such file. Check the path.");
    }
}
