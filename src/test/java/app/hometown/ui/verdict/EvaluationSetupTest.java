// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.evaluation.Measure;
import app.hometown.workbench.Settings;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationSetupTest {
    @TempDir
    private Path folder;

    @Test
    void isThereAgainAtTheNextStart() {
        EvaluationSetup setup = new EvaluationSetup(
                new Lineup(RankerNames.parseAll("ml,nearest,plain=reference+none")),
                Measure.MAP,
                Optional.of(folder.resolve("test.parquet")),
                false,
                5);
        Path file = folder.resolve("settings.json");
        new SettingsFile(file).update(settings -> settings.withEvaluating(setup.kept(12)));
        Settings.Evaluating kept = new SettingsFile(file).get().evaluating();
        assertThat(kept.k()).isEqualTo(12);
        assertThat(EvaluationSetup.of(kept)).isEqualTo(setup);
    }

    @Test
    void whatIsNotKnownIsAsAtFirst() {
        assertThat(EvaluationSetup.of(Settings.Evaluating.FIRST)).isEqualTo(EvaluationSetup.DEFAULT);
        assertThat(EvaluationSetup.of(new Settings.Evaluating(List.of(), "novelty", 5, "", true, 4)))
                .isEqualTo(EvaluationSetup.DEFAULT);
    }

    @Test
    void aRankerWhoseFileIsGoneIsRefused() {
        Settings.Evaluating gone =
                new Settings.Evaluating(List.of("basic", "own=" + folder.resolve("gone.json")), "ndcg", 5, "", true, 0);
        assertThatThrownBy(() -> EvaluationSetup.of(gone)).isInstanceOf(InputException.class);
    }
}
