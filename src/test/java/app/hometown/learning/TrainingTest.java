// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
    private static final Generated DEFAULT = Generator.generate(GeneratorOptions.DEFAULT, Progress.NONE);

    private static TrainingResult train(Samples samples, Catalog catalog) {
        return Training.train(samples, catalog, TrainingOptions.DEFAULT, Progress.NONE);
    }

    /// The samples with other feature values.
    private static Samples with(Samples samples, ToDoubleBiFunction<Integer, Feature> value) {
        double[][] features = new double[Feature.COUNT][samples.size()];
        BitSet clicked = new BitSet();
        int[] users = new int[samples.size()];
        int[] streams = new int[samples.size()];
        for (int sample = 0; sample < samples.size(); sample++) {
            users[sample] = samples.user(sample);
            streams[sample] = samples.stream(sample);
            clicked.set(sample, samples.clicked(sample));
            for (Feature feature : Feature.values()) {
                features[feature.ordinal()][sample] = value.applyAsDouble(sample, feature);
            }
        }
        return new Samples(samples.userIds(), samples.streamIds(), users, streams, features, clicked, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {42, 1, 2, 3, 7})
    void theDefaultModelIsAsGoodAsTheContractAsks(long seed) {
        Generated data = Generator.generate(new GeneratorOptions(1000, 500, 25_000, seed), Progress.NONE);
        TrainingResult result = train(data.train(), data.catalog());
        assertThat(result.test().accuracy()).isBetween(0.70, 0.78);
        assertThat(result.test().auc()).isBetween(0.79, 0.84);
        assertThat(result.oracleAuc().orElseThrow() - result.test().auc()).isBetween(-0.002, 0.01);
    }

    @Test
    void reportsWhatItDid() {
        TrainingResult result = train(DEFAULT.train(), DEFAULT.catalog());
        assertThat(result.rows()).isEqualTo(25_000);
        assertThat(result.recomputed()).isEqualTo(25_000);
        assertThat(result.train().rows()).isEqualTo(20_000);
        assertThat(result.test().rows()).isEqualTo(5_000);
        assertThat(result.differences()).isEmpty();
        assertThat(result.gradient().orElseThrow()).isLessThan(1e-10);
        assertThat(result.importances()).hasSize(Feature.COUNT);
        assertThat(result.notes())
                .anyMatch(note -> note.contains("oracle"))
                .anyMatch(note -> note.contains("is_local_match and same_city"));
    }

    @Test
    void isTheSameEachTime() {
        assertThat(train(DEFAULT.train(), DEFAULT.catalog())).isEqualTo(train(DEFAULT.train(), DEFAULT.catalog()));
    }

    @Test
    void importancesAreTheCoefficientsOfStandardisedFeatures() {
        TrainingResult result = train(DEFAULT.train(), DEFAULT.catalog());
        TrainingData data = TrainingData.of(DEFAULT.train(), DEFAULT.catalog(), Progress.NONE);
        int[] rows = Split.stratified(DEFAULT.train(), 42).train();
        double mean = 0;
        for (int row : rows) {
            mean += data.feature(row, Feature.CREATOR_FOLLOWERS) / rows.length;
        }
        double variance = 0;
        for (int row : rows) {
            variance += Math.pow(data.feature(row, Feature.CREATOR_FOLLOWERS) - mean, 2) / rows.length;
        }
        double coefficient = ((LogisticModel) result.model()).coefficient(Feature.CREATOR_FOLLOWERS);
        double expected = Math.abs(coefficient) * Math.sqrt(variance);
        assertThat(result.importances())
                .hasEntrySatisfying(Feature.CREATOR_FOLLOWERS, importance -> assertThat(importance)
                        .isCloseTo(expected, within(1e-10)));
    }

    @Test
    void wrongColumnsAreRecomputedAndReported() {
        Samples samples = DEFAULT.train();
        Samples wrong = with(
                samples,
                (sample, feature) -> feature == Feature.PROXIMITY_BOOST
                        ? 1 / (1 + samples.feature(sample, Feature.DISTANCE_KM) / 1000)
                        : samples.feature(sample, feature));
        TrainingResult result = train(wrong, DEFAULT.catalog());
        assertThat(result.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.feature()).isEqualTo(Feature.PROXIMITY_BOOST);
            assertThat(difference.compared()).isEqualTo(25_000);
            assertThat(difference.share()).isGreaterThan(0.99);
            assertThat(difference.largest()).isGreaterThan(0.8);
            assertThat(difference.mean()).isPositive().isLessThan(difference.largest());
        });
        assertThat(result.notes()).anyMatch(note -> note.startsWith("The file's proximity_boost did not fit"));
        assertThat(result.parameters())
                .isEqualTo(train(samples, DEFAULT.catalog()).parameters());
    }

    @Test
    void theFilesColumnsAreTakenWhereIdsAreUnknown() {
        Catalog catalog = DEFAULT.catalog();
        Catalog empty = new Catalog(
                new Users.Builder().build(),
                new Streams.Builder().build(),
                catalog.cities(),
                catalog.languages(),
                catalog.categories(),
                true,
                catalog.categoryNames());
        Samples samples = with(DEFAULT.train(), (sample, feature) -> sample + feature.ordinal());
        TrainingData data = TrainingData.of(samples, empty, Progress.NONE);
        assertThat(data.recomputed()).isZero();
        assertThat(data.differences()).isEmpty();
        assertThat(data.feature(1234, Feature.SAME_CITY)).isEqualTo(1238);
        assertThat(train(DEFAULT.train(), empty).notes()).anyMatch(note -> note.contains("are not loaded"));
        Samples broken = with(
                DEFAULT.train(),
                (sample, feature) -> sample == 5 && feature == Feature.DISTANCE_KM
                        ? Double.NaN
                        : DEFAULT.train().feature(sample, feature));
        assertThatThrownBy(() -> train(broken, empty))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 6, column distance_km");
        assertThat(train(broken, catalog).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.different()).isEqualTo(1));
    }

    @Test
    void theReferenceDataHasAnotherProximity() {
        Path folder = Path.of(System.getProperty("hometown.reference", "../shared/reference"));
        assumeTrue(Files.isDirectory(folder), "the reference data is not here");
        Catalog catalog = DataFolder.open(folder, Progress.NONE).catalog();
        Samples samples = DataFolder.samples(folder.resolve(DataFolder.TRAIN), Progress.NONE)
                .samples();
        TrainingResult result = train(samples, catalog);
        assertThat(result.rows()).isEqualTo(3959);
        assertThat(result.differences())
                .anySatisfy(difference -> assertThat(difference.feature()).isEqualTo(Feature.PROXIMITY_BOOST));
        assertThat(result.notes()).anyMatch(note -> note.startsWith("The file's proximity_boost did not fit"));
    }
}
