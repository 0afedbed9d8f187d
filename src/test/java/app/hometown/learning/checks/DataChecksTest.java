// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.data.FileReport;
import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.learning.DataSplit;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.checks.DataCheck.Severity;
import app.hometown.learning.checks.DataCheck.Topic;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataChecksTest {
    private static final Generated DATA = Generator.generate(new GeneratorOptions(300, 200, 4000, 1), Progress.NONE);
    private static final TrainingOptions ROWS = TrainingOptions.DEFAULT;

    private static List<DataCheck> check(Samples samples, TrainingOptions options, Catalog catalog) {
        TrainingSet set = TrainingSet.prepare(samples, Optional.empty(), catalog, options, Progress.NONE);
        return DataChecks.of(set, options.split(), List.of(), Progress.NONE);
    }

    private static List<DataCheck> check(Samples samples) {
        return check(samples, ROWS, DATA.catalog());
    }

    private static Catalog empty() {
        Catalog catalog = DATA.catalog();
        return new Catalog(
                new Users.Builder().build(),
                new Streams.Builder().build(),
                catalog.cities(),
                catalog.languages(),
                catalog.categories(),
                true,
                catalog.categoryNames());
    }

    /// The samples with other feature values.
    private static Samples with(ToDoubleBiFunction<Integer, Feature> value) {
        Samples samples = DATA.train();
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

    @Test
    void soundSamplesGetNoWarning() {
        assertThat(check(DATA.train()))
                .noneMatch(check -> check.severity() != Severity.TELLS)
                .anyMatch(check -> check.topic() == Topic.COLLINEAR)
                .anyMatch(check ->
                        check.topic() == Topic.SEEN_BEFORE && check.sentence().contains("test users"));
    }

    @Test
    void byUsersNobodyIsSeenBefore() {
        assertThat(check(DATA.train(), ROWS.with(DataSplit.USERS), DATA.catalog()))
                .noneMatch(check -> check.topic() == Topic.SEEN_BEFORE);
    }

    @Test
    void pairsOnBothSidesAreAWarning() {
        int size = DATA.train().size();
        Samples twice = DATA.train()
                .at(IntStream.concat(IntStream.range(0, size), IntStream.range(0, 1000))
                        .toArray());
        assertThat(check(twice))
                .anySatisfy(check -> {
                    assertThat(check.topic()).isEqualTo(Topic.SEEN_BEFORE);
                    assertThat(check.severity()).isEqualTo(Severity.WARNS);
                    assertThat(check.sentence()).contains("pairs of user and stream that are trained on too");
                })
                .anySatisfy(check -> {
                    assertThat(check.topic()).isEqualTo(Topic.DUPLICATES);
                    assertThat(check.severity()).isEqualTo(Severity.WARNS);
                });
    }

    @Test
    void aTestFileOfTheSameRowsIsFoundByItsIds() {
        Samples copy = Generator.generate(new GeneratorOptions(300, 200, 4000, 1), Progress.NONE)
                .train();
        TrainingOptions options = ROWS.with(DataSplit.TEST_FILE);
        TrainingSet set = TrainingSet.prepare(DATA.train(), Optional.of(copy), DATA.catalog(), options, Progress.NONE);
        assertThat(set.train().size()).isEqualTo(4000);
        assertThat(DataChecks.of(set, options.split(), List.of(), Progress.NONE))
                .anySatisfy(check -> assertThat(check.sentence())
                        .startsWith("4,000 of the 4,000 test samples are pairs of user and stream"));
    }

    @Test
    void aFeatureThatKnowsTheLabelIsAWarning() {
        Samples telling = with((sample, feature) -> feature == Feature.USER_TOTAL_WATCH_HOURS
                ? (DATA.train().clicked(sample) ? 5 : 0) + sample % 5
                : DATA.train().feature(sample, feature));
        assertThat(check(telling, ROWS, empty())).anySatisfy(check -> {
            assertThat(check.topic()).isEqualTo(Topic.TELLS_LABEL);
            assertThat(check.severity()).isEqualTo(Severity.WARNS);
            assertThat(check.sentence()).startsWith("user_total_watch_hours alone tells clicks from the rest");
        });
        // Where users are loaded the file's column is recomputed, and only that it differs is worth a word.
        assertThat(check(telling))
                .noneMatch(check -> check.topic() == Topic.TELLS_LABEL)
                .anyMatch(check -> check.topic() == Topic.OTHER_FEATURES && check.severity() == Severity.WARNS);
    }

    @Test
    void columnsKnownAfterwardsAreNamed() {
        TrainingSet set = TrainingSet.prepare(DATA.train(), Optional.empty(), DATA.catalog(), ROWS, Progress.NONE);
        FileReport report = new FileReport(
                Path.of("hometown_train.parquet"),
                4100,
                4000,
                List.of("watch_seconds", "colour"),
                List.of(new FileReport.BadRows("distance_km is NaN", 100, List.of())),
                new FileReport.Format("Parquet", 1, 1, List.of(), ""));
        assertThat(DataChecks.of(set, DataSplit.ROWS, List.of(report), Progress.NONE))
                .anySatisfy(check -> assertThat(check.sentence()).contains("(watch_seconds); nothing is learned"))
                .anySatisfy(check -> {
                    assertThat(check.severity()).isEqualTo(Severity.WARNS);
                    assertThat(check.sentence())
                            .isEqualTo("100 of the 4,100 rows of hometown_train.parquet could not be used: "
                                    + "distance_km is NaN (100).");
                });
    }

    @Test
    void constantAndUnknownAreTold() {
        Samples constant = with((sample, feature) ->
                feature == Feature.IS_PARTNERED ? 1 : DATA.train().feature(sample, feature));
        assertThat(check(constant, ROWS, empty()))
                .anySatisfy(check -> {
                    assertThat(check.topic()).isEqualTo(Topic.CONSTANT);
                    assertThat(check.sentence()).startsWith("is_partnered is the same");
                })
                .anySatisfy(check -> {
                    assertThat(check.topic()).isEqualTo(Topic.NOT_LOADED);
                    assertThat(check.severity()).isEqualTo(Severity.WARNS);
                });
    }

    @Test
    void fewClicksAreAWarningAndNoneStop() {
        Samples samples = DATA.train();
        int[] yes = IntStream.range(0, 4000).filter(samples::clicked).limit(60).toArray();
        int[] no = IntStream.range(0, 4000)
                .filter(sample -> !samples.clicked(sample))
                .toArray();
        assertThat(check(samples.at(
                        IntStream.concat(IntStream.of(yes), IntStream.of(no)).toArray())))
                .anySatisfy(check -> {
                    assertThat(check.topic()).isEqualTo(Topic.ONE_CLASS);
                    assertThat(check.sentence()).startsWith("Only 12 of the").contains("test on");
                });
        InputException refused =
                org.junit.jupiter.api.Assertions.assertThrows(InputException.class, () -> check(samples.at(no)));
        assertThat(DataChecks.stopped(refused)).singleElement().satisfies(check -> {
            assertThat(check.severity()).isEqualTo(Severity.STOPS);
            assertThat(check.topic()).isEqualTo(Topic.ONE_CLASS);
            assertThat(check.text()).contains("0 of").contains("Load or generate samples with and without clicks.");
        });
    }

    @Test
    void samplingIsTold() {
        assertThat(check(DATA.train(), ROWS.withRowLimit(800), DATA.catalog()))
                .anySatisfy(check -> assertThat(check.sentence()).startsWith("1,000 of 4,000 samples are used"));
    }
}
