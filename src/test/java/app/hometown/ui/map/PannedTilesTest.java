// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PannedTilesTest {
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void fiveThousandTilesPassInHalfAGigabyte() throws Exception {
        Process panning = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        PannedTiles.class.getName(),
                        "5000"))
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(panning.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(panning.waitFor()).as(said).isZero();
            assertThat(said).containsPattern("5[0-9]{3} tiles").doesNotContain("OutOfMemory");
        } finally {
            panning.destroyForcibly();
        }
    }
}
