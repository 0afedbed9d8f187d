// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFormatTest {
    @Test
    void everySourceFileIsFormatted() throws Exception {
        List<Path> unformatted = new ArrayList<>();
        for (Path file : SourceFormat.sources()) {
            String source = Files.readString(file);
            if (!SourceFormat.format(source).equals(source)) {
                unformatted.add(file);
            }
        }
        assertThat(unformatted).as("files to format with: mvn -Pformat").isEmpty();
    }
}
