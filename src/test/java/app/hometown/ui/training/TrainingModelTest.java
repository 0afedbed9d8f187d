// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureCsv;
import app.hometown.workbench.Folders;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.training.TrainingRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class TrainingModelTest {
    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private final List<Throwable> failed = new ArrayList<>();
    private final History history = new History();
    private Workbench workbench;
    private TrainingModel model;

    @BeforeEach
    void open() {
        Folders folders = new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("s.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        model = new TrainingModel(
                workbench,
                history,
                new Latest(Runnable::run, Runnable::run, failed::add),
                new Outcome(Runnable::run, said::add, failed::add));
    }

    private void generate() {
        workbench
                .generate(new GeneratorOptions(60, 120, 1000, 7), folder.resolve("data"))
                .await();
        model.show(workbench.session());
    }

    @Test
    void nothingIsTrainedWithoutData() {
        assertThat(model.canTrain()).isFalse();
        model.train();
        assertThat(model.run().get()).isNull();
        assertThat(model.results().get()).isNull();
    }

    @Test
    void samplesAreCheckedOnlyWhileSomebodyLooks() {
        generate();
        assertThat(model.checked().get()).isNull();
        model.watched(true);
        var checked = Objects.requireNonNull(model.checked().get());
        assertThat(Objects.requireNonNull(checked.preview()).trainRows()).isEqualTo(800);
        TrainingRequest asked = model.request().get();
        model.request().set(asked.with(asked.options().withRowLimit(500)));
        var again = Objects.requireNonNull(model.checked().get());
        assertThat(Objects.requireNonNull(again.preview()).trainRows()).isLessThan(800);
    }

    @Test
    void aModelIsUsedOnlyWhenItIsAcceptedAndOnce() {
        generate();
        model.train();
        assertThat(failed).isEmpty();
        assertThat(workbench.session().model()).isInstanceOf(ModelState.Missing.class);
        assertThat(model.fate().get()).isEqualTo(TrainingModel.Fate.WAITING);
        model.keep();
        assertThat(model.fate().get()).isEqualTo(TrainingModel.Fate.KEPT);
        assertThat(workbench.session().model()).isInstanceOf(ModelState.Missing.class);
        model.accept();
        model.accept();
        assertThat(model.fate().get()).isEqualTo(TrainingModel.Fate.USED);
        assertThat(workbench.session().model()).isInstanceOf(ModelState.Active.class);
        assertThat(workbench.models().list()).hasSize(1);
        assertThat(failed).isEmpty();
    }

    @Test
    void figuresTellOfTheModelAndTheirNumbersCanBeTakenAway() {
        generate();
        TrainingRequest asked = model.request().get().withFolds(3);
        model.request().set(asked);
        model.train();
        Results results = Objects.requireNonNull(model.results().get());
        assertThat(results.ladder().y().names()).hasSize(4);
        assertThat(results.dependences()).hasSize(14);
        assertThat(results.coefficients()).isPresent();
        assertThat(results.folds().orElseThrow().y().names()).hasSize(4);
        Results.AtThreshold half = results.at(0.5);
        assertThat(half.metrics()).isEqualTo(results.model().report().test().at(0.5));
        List<Figure> figures = new ArrayList<>(List.of(
                results.ladder(),
                half.roc(),
                half.precisionRecall(),
                half.scores(),
                half.confusion(),
                results.calibration(),
                results.importance().orElseThrow(),
                results.coefficients().orElseThrow(),
                results.folds().orElseThrow()));
        figures.addAll(results.dependences().values());
        for (Figure figure : figures) {
            assertThat(FigureCsv.of(figure).lines().count()).as(figure.key()).isGreaterThan(2);
        }
        assertThat(figures.stream().map(Figure::key).distinct()).hasSameSizeAs(figures);
    }

    @Test
    void otherDataForgetsWhatWasTrained() {
        generate();
        model.train();
        assertThat(model.results().get()).isNotNull();
        workbench
                .generate(new GeneratorOptions(50, 100, 900, 8), folder.resolve("other"))
                .await();
        model.show(workbench.session());
        assertThat(model.results().get()).isNull();
    }
}
