// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void readsWhatItWrote(boolean integerCategories, boolean shown, @TempDir Path folder) {
        Catalog catalog = new RandomData(1).catalog(20_000, 30_000, integerCategories, shown);
        Samples samples = new RandomData(2).samples(10_000, shown);

        DataFolder.write(folder, catalog, Optional.of(samples), Optional.empty(), Progress.NONE);
        DataFolder read = DataFolder.open(folder, Progress.NONE);

        assertThat(read.report().badRows()).isZero();
        assertThat(read.catalog().integerCategories()).isEqualTo(integerCategories);
        assertThat(read.catalog().categoryNames()).isEqualTo(catalog.categoryNames());
        assertThat(read.catalog().user(7)).isEqualTo(catalog.user(7));
        assertThat(read.catalog().stream(29_999)).isEqualTo(catalog.stream(29_999));
        assertThat(Digest.of(read.catalog())).isEqualTo(Digest.of(catalog));
        assertThat(read.testFile()).isEmpty();
        SampleFile train = DataFolder.samples(read.trainFile().orElseThrow(), Progress.NONE);
        assertThat(Digest.of(train.samples())).isEqualTo(Digest.of(samples));
    }

    @Test
    void writesTheSameBytesForTheSameContent(@TempDir Path folder) throws IOException {
        for (String name : List.of("a", "b")) {
            RandomData data = new RandomData(3);
            Catalog catalog = data.catalog(2_000, 2_000, true, true);
            DataFolder.write(
                    folder.resolve(name),
                    catalog,
                    Optional.of(data.samples(500, true)),
                    Optional.empty(),
                    Progress.NONE);
        }
        for (String name : List.of(DataFolder.USERS, DataFolder.STREAMS, DataFolder.TRAIN, DataFolder.CATEGORIES)) {
            assertThat(folder.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        }
        assertThat(names(folder.resolve("a"))).isEqualTo(names(folder.resolve("b")));
    }

    @Test
    void aNewDataSetTakesTheOldOneAwayAsAWhole(@TempDir Path folder) throws IOException {
        RandomData data = new RandomData(4);
        Catalog catalog = data.catalog(10, 10, true, false);
        Optional<Samples> samples = Optional.of(data.samples(60, false));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        DataFolder.write(folder, catalog, samples, samples, Progress.NONE);

        DataFolder.write(folder, data.catalog(10, 10, false, false), Optional.empty(), Optional.empty(), Progress.NONE);

        assertThat(names(folder)).containsExactly("notes.txt", DataFolder.STREAMS, DataFolder.USERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"writing users", "writing streams", "writing samples"})
    void aCancelHalfWayLeavesTheFolderAsItWas(String phase, @TempDir Path folder) throws IOException {
        RandomData data = new RandomData(5);
        Optional<Samples> samples = Optional.of(data.samples(20_000, false));
        DataFolder.write(folder, data.catalog(10, 10, true, false), samples, Optional.empty(), Progress.NONE);
        Catalog before = DataFolder.open(folder, Progress.NONE).catalog();

        Catalog larger = data.catalog(20_000, 20_000, true, false);
        assertThatThrownBy(() -> DataFolder.write(folder, larger, samples, Optional.empty(), new CancelIn(phase)))
                .isInstanceOf(CancellationException.class);
        Path fresh = folder.resolve("not/yet/there");
        assertThatThrownBy(() -> DataFolder.write(fresh, larger, samples, Optional.empty(), new CancelIn(phase)))
                .isInstanceOf(CancellationException.class);

        assertThat(names(folder))
                .containsExactly(DataFolder.CATEGORIES, DataFolder.TRAIN, DataFolder.STREAMS, DataFolder.USERS);
        assertThat(Digest.of(DataFolder.open(folder, Progress.NONE).catalog())).isEqualTo(Digest.of(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading users", "reading streams", "reading samples"})
    void readingCanBeCancelled(String phase, @TempDir Path folder) {
        RandomData data = new RandomData(6);
        Optional<Samples> samples = Optional.of(data.samples(20_000, false));
        DataFolder.write(folder, data.catalog(20_000, 20_000, true, false), samples, Optional.empty(), Progress.NONE);
        assertThatThrownBy(() -> {
                    DataFolder.open(folder, new CancelIn(phase));
                    DataFolder.samples(folder.resolve(DataFolder.TRAIN), new CancelIn(phase));
                })
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aTargetThatIsAFolderStopsBeforeAnythingChanges(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve(DataFolder.STREAMS));
        Catalog catalog = new RandomData(7).catalog(10, 10, true, false);
        assertThatThrownBy(() -> DataFolder.write(folder, catalog, Optional.empty(), Optional.empty(), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve(DataFolder.STREAMS) + ": cannot be written");
        assertThat(names(folder)).containsExactly(DataFolder.STREAMS);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Catalog catalog = new RandomData(8).catalog(10, 10, true, false);
        assertThatThrownBy(() -> DataFolder.write(file, catalog, Optional.empty(), Optional.empty(), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a part of the path is a file, not a folder");
        assertThat(file).hasContent("x");
    }

    @Test
    void aFullDiskComesThroughUnchanged() {
        Catalog catalog = new RandomData(9).catalog(10, 1_000, true, false);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> StreamsFile.write(full, catalog, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// Cancels in the middle of a phase.
    private static final class CancelIn implements Progress {
        private final String victim;
        private String phase = "";
        private long total;

        CancelIn(String victim) {
            this.victim = victim;
        }

        @Override
        public void phase(String name, long steps) {
            phase = name;
            total = steps;
        }

        @Override
        public void done(long count) {
            if (phase.equals(victim) && count >= total / 3) {
                throw new CancellationException();
            }
        }
    }
}
