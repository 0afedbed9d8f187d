// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.explore.History;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuningTest {
    private final History history = new History();
    private final List<Scoring> asked = new ArrayList<>();
    private final Tuning tuning = new Tuning(Scoring.DEFAULT, history, asked::add);

    @Test
    void aSlideIsOneStepHoweverManyNumbersItPasses() {
        for (double weight = 1.55; weight < 3; weight += 0.05) {
            tuning.slide(Knob.PROXIMITY_WEIGHT, weight);
        }
        tuning.rest();
        assertThat(asked).hasSizeGreaterThan(20);
        Scoring after = now();
        history.undo();
        assertThat(now()).isEqualTo(Scoring.DEFAULT);
        assertThat(history.undo()).isEmpty();
        history.redo();
        assertThat(now()).isEqualTo(after);
        assertThat(asked.getLast()).isEqualTo(after);
    }

    @Test
    void twoSlidesOfTheSameSliderAreTwoSteps() {
        tuning.slide(Knob.BASE_WEIGHT, 2);
        tuning.rest();
        tuning.slide(Knob.BASE_WEIGHT, 3);
        tuning.rest();
        history.undo();
        assertThat(now().weights().base()).isEqualTo(2);
        history.undo();
        assertThat(now()).isEqualTo(Scoring.DEFAULT);
    }

    @Test
    void aTypedNumberIsAStepOfItsOwnEvenAfterASlideOfTheSameNumber() {
        tuning.slide(Knob.ML_WEIGHT, 2);
        tuning.set(Knob.ML_WEIGHT, 2.123456789);
        assertThat(now().weights().ml()).isEqualTo(2.123456789);
        history.undo();
        assertThat(now().weights().ml()).isEqualTo(2);
    }

    @Test
    void whatIsAsItWasIsNoStep() {
        tuning.slide(Knob.QUALITY, 1);
        tuning.reset();
        assertThat(asked).isEmpty();
        assertThat(history.undo()).isEmpty();
    }

    @Test
    void oneNumberAndAllAreSetBackAndThatIsUndoneToo() {
        tuning.set(Knob.QUALITY, 2);
        tuning.set(Knob.RADIUS, Double.POSITIVE_INFINITY);
        tuning.expand(false);
        tuning.set(Knob.QUALITY, Knob.QUALITY.of(Scoring.DEFAULT));
        assertThat(Tuning.differences(now())).hasSize(2);
        tuning.reset();
        assertThat(now()).isEqualTo(Scoring.DEFAULT);
        history.undo();
        assertThat(now().radiusKm()).isEmpty();
        assertThat(now().expand()).isFalse();
    }

    @Test
    void aNumberThatAScoringCannotHaveChangesNothing() {
        assertThatThrownBy(() -> tuning.set(Knob.VIEWERS_PER_POINT, 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> tuning.set(Knob.QUALITY, Double.NaN)).isInstanceOf(InputException.class);
        assertThat(now()).isEqualTo(Scoring.DEFAULT);
        assertThat(history.undo()).isEmpty();
    }

    @Test
    void theSessionCatchingUpDoesNotPullTheSliderBack() {
        tuning.slide(Knob.QUALITY, 1.5);
        Scoring first = now();
        tuning.slide(Knob.QUALITY, 2);
        tuning.follow(first);
        assertThat(now().base().quality()).isEqualTo(2);
        tuning.follow(now());
        tuning.follow(Scoring.REFERENCE);
        assertThat(now()).isEqualTo(Scoring.REFERENCE);
    }

    @Test
    void aPresetSaysHowItDiffers() {
        tuning.use(Scoring.REFERENCE, "reference");
        assertThat(Tuning.differences(now()))
                .extracting(Tuning.Difference::now)
                .containsExactly("0.5", "1", "0.3", "0", "1", "no");
        assertThat(Tuning.differences(Scoring.DEFAULT)).isEmpty();
    }

    private Scoring now() {
        return tuning.scoring().get();
    }
}
