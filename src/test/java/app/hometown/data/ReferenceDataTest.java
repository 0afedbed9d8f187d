// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files that another program wrote, where they are at hand.
class ReferenceDataTest {
    private final Path folder = Path.of(System.getProperty("hometown.reference", "../shared/reference"));

    @BeforeEach
    void present() {
        assumeTrue(
                DataFolder.isPresent(folder),
                "no reference data in " + folder.toAbsolutePath().normalize());
    }

    @Test
    void usersAndStreamsLoadCompletely() {
        DataFolder data = DataFolder.open(folder, Progress.NONE);
        Catalog catalog = data.catalog();

        assertThat(data.report().badRows()).isZero();
        assertThat(catalog.users().size()).isEqualTo(1_000);
        assertThat(catalog.streams().size()).isEqualTo(500);
        assertThat(catalog.integerCategories()).isFalse();
        assertThat(catalog.user("user_000001").preferredCategories())
                .isNotEmpty()
                .allMatch(id -> catalog.categories().code(id) >= 0);
        assertThat(data.report().lines()).isNotEmpty();
    }

    @Test
    void samplesLoadCompletely() {
        SampleFile train = DataFolder.samples(folder.resolve(DataFolder.TRAIN), Progress.NONE);
        Samples samples = train.samples();

        assertThat(train.report().rowsSkipped()).isZero();
        assertThat(samples.size()).isEqualTo(3_959);
        assertThat(samples.clickedCount()).isBetween(1, 3_958);
        assertThat(samples.feature(0, Feature.DISTANCE_KM)).isNotNegative();
    }
}
