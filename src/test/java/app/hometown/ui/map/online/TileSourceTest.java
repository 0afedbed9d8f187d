// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileSourceTest {
    @Test
    void fillsInTheNumbersOfATile() {
        var source = new TileSource(" https://tiles.example.org/{z}/{x}/{y}@2x.png?key=a-b ", "© Example");
        assertThat(source.uri(new TileAddress(7, 66, 44)))
                .isEqualTo(URI.create("https://tiles.example.org/7/66/44@2x.png?key=a-b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://tiles.example.org/{z}/{x}.png | {y} is missing",
                "https://tiles.example.org/ | {z} is missing",
                "'' | {z} is missing",
                "https://{s}.example.org/{z}/{x}/{y}.png | {s} is not known",
                "ftp://tiles.example.org/{z}/{x}/{y}.png | only http and https",
                "file:///{z}/{x}/{y}.png | only http and https",
                "tiles.example.org/{z}/{x}/{y}.png | only http and https",
                "https:///{z}/{x}/{y}.png | names no server",
                "https://me:secret@tiles.example.org/{z}/{x}/{y}.png | name or password",
                "https://tiles example.org/{z}/{x}/{y}.png | no web address"
            })
    void saysWhatIsWrongWithAnAddress(String template, String what) {
        assertThatThrownBy(() -> new TileSource(template, "© Example"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("https://tiles.example.org/{z}/{x}/{y}.png");
    }

    @Test
    void someoneMustBeThanked() {
        assertThatThrownBy(() -> new TileSource("https://tiles.example.org/{z}/{x}/{y}.png", " "))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nobody is thanked");
    }

    @Test
    void aTileKnowsTheWiderTilesItLiesIn() {
        assertThat(new TileAddress(7, 66, 45).above(2)).isEqualTo(new TileAddress(5, 16, 11));
    }
}
