// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
