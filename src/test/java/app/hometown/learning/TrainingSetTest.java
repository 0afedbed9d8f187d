// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSetTest {
    private static final Generated DATA = Generator.generate(new GeneratorOptions(500, 200, 10_000, 1), Progress.NONE);
    private static final TrainingOptions OPTIONS = TrainingOptions.DEFAULT;

    private static TrainingSet prepare(TrainingOptions options) {
        return TrainingSet.prepare(DATA.train(), Optional.empty(), DATA.catalog(), options, Progress.NONE);
    }

    private static double clickRate(SampleRows rows) {
        return (double) rows.clickedCount() / rows.size();
    }

    @Test
    void theDefaultIsTheStratifiedSplit() {
        TrainingSet set = prepare(OPTIONS);
        Split split = Split.stratified(DATA.train(), 42);
        assertThat(set.train().sampleNumbers()).isEqualTo(split.train());
        assertThat(set.test().sampleNumbers()).isEqualTo(split.test());
        assertThat(set.sampled()).isFalse();
        assertThat(set.samples()).isSameAs(DATA.train());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void byUsersNoUserIsOnBothSides(long seed) {
        TrainingSet set = prepare(OPTIONS.with(DataSplit.USERS).withSeed(seed));
        Set<Integer> trained = new HashSet<>();
        for (int row = 0; row < set.train().size(); row++) {
            trained.add(DATA.train().user(set.train().sample(row)));
        }
        for (int row = 0; row < set.test().size(); row++) {
            assertThat(trained).doesNotContain(DATA.train().user(set.test().sample(row)));
        }
        assertThat(set.train().size() + set.test().size()).isEqualTo(10_000);
        assertThat(set.test().size()).isCloseTo(2000, within(5));
        assertThat(clickRate(set.test())).isCloseTo(clickRate(set.train()), within(0.003));
    }

    @Test
    void fewUsersCannotBeParted() {
        Samples one = DATA.train()
                .at(java.util.stream.IntStream.range(0, 10_000)
                        .filter(sample ->
                                DATA.train().user(sample) == DATA.train().user(0))
                        .toArray());
        assertThatThrownBy(() -> Split.byUsers(one, 42))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("user_id");
    }

    @Test
    void beyondTheLimitSamplesAreDrawnWithTheirClickRate() {
        TrainingSet set = prepare(OPTIONS.withRowLimit(800));
        assertThat(set.samples().size()).isEqualTo(1000);
        assertThat(set.train().size()).isEqualTo(800);
        assertThat(set.fileRows()).isEqualTo(10_000);
        assertThat(set.sampled()).isTrue();
        assertThat((double) set.samples().clickedCount() / 1000)
                .isCloseTo(DATA.train().clickedCount() / 10_000.0, within(6e-4));
        assertThat(prepare(OPTIONS.withRowLimit(800)).train().sampleNumbers())
                .isEqualTo(set.train().sampleNumbers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows", "users"})
    void whatAModelHasSeenCanBeFoundAgain(String split) {
        TrainingOptions options = OPTIONS.with(DataSplit.of("", split)).withRowLimit(2000);
        TrainingSet set = prepare(options);
        int[] trained = TrainingSet.sampleNumbers(DATA.train(), options, true);
        int[] tested = TrainingSet.sampleNumbers(DATA.train(), options, false);
        assertThat(trained).hasSize(set.train().size()).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(trained).filter(row -> Arrays.binarySearch(tested, row) >= 0))
                .isEmpty();
        for (int row = 0; row < trained.length; row += 97) {
            assertThat(DATA.train().user(trained[row]))
                    .isEqualTo(set.samples().user(set.train().sample(row)));
            assertThat(DATA.train().stream(trained[row]))
                    .isEqualTo(set.samples().stream(set.train().sample(row)));
        }
    }

    @Test
    void aTestFileIsTestedOnAndAllElseIsTrainedOn() {
        Samples other = Generator.generate(new GeneratorOptions(500, 200, 3000, 2), Progress.NONE)
                .train();
        TrainingOptions options = OPTIONS.with(DataSplit.TEST_FILE);
        TrainingSet set = TrainingSet.prepare(DATA.train(), Optional.of(other), DATA.catalog(), options, Progress.NONE);
        assertThat(set.train().size()).isEqualTo(10_000);
        assertThat(set.test().size()).isEqualTo(3000);
        TrainingResult result = Training.train(set, options, FitProgress.of(Progress.NONE));
        assertThat(result.test().rows()).isEqualTo(3000);
        assertThatThrownBy(() -> prepare(options)).hasMessageContaining("test file");
    }

    @Test
    void foldsHoldEachSampleOnceAndUsersTogether() {
        int[] folds = Split.folds(DATA.train(), DataSplit.USERS, 4, 1);
        int[] foldOfUser = new int[DATA.train().userIds().size()];
        Arrays.fill(foldOfUser, -1);
        int[] sizes = new int[4];
        for (int sample = 0; sample < folds.length; sample++) {
            int user = DATA.train().user(sample);
            assertThat(foldOfUser[user]).isIn(-1, folds[sample]);
            foldOfUser[user] = folds[sample];
            sizes[folds[sample]]++;
        }
        assertThat(Arrays.stream(sizes)).allSatisfy(size -> assertThat(size).isBetween(2450, 2550));
        assertThatThrownBy(() -> Split.folds(DATA.train().at(new int[] {0, 1, 2}), DataSplit.ROWS, 4, 1))
                .isInstanceOf(InputException.class);
    }
}
