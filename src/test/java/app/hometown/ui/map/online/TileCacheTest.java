// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileCacheTest {
    private static final TileSource SOURCE = new TileSource("https://a.example/{z}/{x}/{y}", "© A");
    private static final Instant UNTIL = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir
    Path folder;

    private static TileCache.Kept kept(int bytes) {
        return new TileCache.Kept(new byte[bytes], UNTIL, "\"tag\"", "yesterday");
    }

    private static TileAddress tile(int x) {
        return new TileAddress(9, x, 7);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsKeptIsThereForTheNextRunWithAllItSays() {
        new TileCache(folder, 1 << 20).write(SOURCE, tile(1), kept(100));
        TileCache.Kept read =
                new TileCache(folder, 1 << 20).read(SOURCE, tile(1)).orElseThrow();
        assertThat(read.body()).hasSize(100);
        assertThat(read.freshUntil()).isEqualTo(UNTIL);
        assertThat(read.etag()).isEqualTo("\"tag\"");
        assertThat(read.lastModified()).isEqualTo("yesterday");
        assertThat(new TileCache(folder, 1 << 20).read(SOURCE, tile(2))).isEmpty();
    }

    @Test
    void serversDoNotMix() {
        var cache = new TileCache(folder, 1 << 20);
        cache.write(SOURCE, tile(1), kept(100));
        assertThat(cache.read(new TileSource("https://b.example/{z}/{x}/{y}", "© B"), tile(1)))
                .isEmpty();
    }

    @Test
    void theTilesUsedLongestAgoMakeRoom() throws IOException {
        var cache = new TileCache(folder, 6_000);
        for (int x = 0; x < 5; x++) {
            cache.write(SOURCE, tile(x), kept(1_000));
        }
        cache.read(SOURCE, tile(0));
        cache.write(SOURCE, tile(5), kept(1_000));
        cache.write(SOURCE, tile(6), kept(1_000));
        assertThat(cache.read(SOURCE, tile(0))).as("used a moment ago").isPresent();
        assertThat(cache.read(SOURCE, tile(1))).isEmpty();
        assertThat(cache.read(SOURCE, tile(6))).isPresent();
        assertThat(cache.bytes()).isLessThanOrEqualTo(6_000);
        long there = 0;
        for (Path file : files()) {
            there += Files.size(file);
        }
        assertThat(there).isEqualTo(cache.bytes());
    }

    @Test
    void theBoundHoldsOverRunsAndTheOldestGoFirst() throws IOException {
        var earlier = new TileCache(folder, 1 << 20);
        for (int x = 0; x < 8; x++) {
            earlier.write(SOURCE, tile(x), kept(1_000));
        }
        for (Path file : files()) {
            int x = Integer.parseInt(file.getName(file.getNameCount() - 2).toString());
            Files.setLastModifiedTime(file, FileTime.from(UNTIL.minusSeconds(1_000L * (x == 3 ? 100 : x))));
        }
        var later = new TileCache(folder, 8_500);
        later.write(SOURCE, tile(9), kept(1_000));
        assertThat(later.bytes()).isLessThanOrEqualTo(8_500);
        assertThat(later.read(SOURCE, tile(3))).isEmpty();
        assertThat(later.read(SOURCE, tile(0))).isPresent();
    }

    @Test
    void aDamagedFileCountsAsNotThereAndLeftoversOfAKillAreCleared() throws IOException {
        new TileCache(folder, 1 << 20).write(SOURCE, tile(1), kept(100));
        Path file = files().getFirst();
        Files.write(file, new byte[] {1, 2, 3});
        Path half = Files.writeString(file.resolveSibling(".7.tile123.tmp"), "half");
        var cache = new TileCache(folder, 1 << 20);
        assertThat(cache.read(SOURCE, tile(1))).isEmpty();
        assertThat(cache.bytes()).isEqualTo(3);
        assertThat(half).doesNotExist();
    }
}
