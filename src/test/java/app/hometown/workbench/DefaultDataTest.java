// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.data.DataFolder;
import app.hometown.data.Digest;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.learning.ModelFile;
import app.hometown.learning.ModelParameters;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingResult;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the repository's `data` and `models` hold is what `generate` and `train` make with their defaults.
class DefaultDataTest {
    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generator.generate(GeneratorOptions.DEFAULT, Progress.NONE);
    }

    @Test
    void theDataIsWhatTheGeneratorMakes() {
        DataFolder kept = DataFolder.open(Path.of("data"), Progress.NONE);
        assertThat(kept.report().badRows()).isZero();
        assertThat(Digest.of(kept.catalog())).isEqualTo(Digest.of(generated.catalog()));
        assertThat(Digest.of(DataFolder.samples(Path.of("data", DataFolder.TRAIN), Progress.NONE)
                        .samples()))
                .isEqualTo(Digest.of(generated.train()));
    }

    @Test
    void theModelIsWhatTrainingOnThemMakes() {
        ModelFile kept = ModelFile.read(Path.of("models", Folders.DEFAULT_MODEL));
        TrainingResult trained =
                Training.train(generated.train(), generated.catalog(), TrainingOptions.DEFAULT, Progress.NONE);
        assertThat(kept.training().digest()).isEqualTo(Digest.of(generated.train()));
        ModelParameters.Logistic expected = (ModelParameters.Logistic) trained.parameters();
        ModelParameters.Logistic found = (ModelParameters.Logistic) kept.parameters();
        // The optimum is the same everywhere; its last bits depend on the platform's exponential function.
        assertThat(found.intercept()).isCloseTo(expected.intercept(), Percentage.withPercentage(1e-6));
        for (String feature : Feature.columns()) {
            assertThat(found.coefficients().get(feature))
                    .as(feature)
                    .isCloseTo(expected.coefficients().get(feature), Percentage.withPercentage(1e-6));
        }
        assertThat(trained.test().accuracy()).isBetween(0.70, 0.78);
        assertThat(trained.test().auc()).isBetween(0.79, 0.84);
    }
}
