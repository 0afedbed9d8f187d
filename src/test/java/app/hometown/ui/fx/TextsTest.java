// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void noTextTakesThePlaceOfAnother() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream("/app/hometown/ui/messages.properties")),
                StandardCharsets.UTF_8))) {
            Set<String> seen = new HashSet<>();
            List<String> twice = lines.lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#") && !line.startsWith(" "))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .toList();
            assertThat(seen).hasSizeGreaterThan(1000);
            assertThat(twice).isEmpty();
        }
    }
}
