// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.data.DataFolder;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.learning.Algorithm;
import app.hometown.learning.DataSplit;
import app.hometown.learning.LossPoint;
import app.hometown.learning.ModelFile;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.checks.DataCheck;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.statistics.Verdict;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Job;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.models.KeptModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDeskTest {
    private static final TrainingRequest QUICK = TrainingRequest.DEFAULT.explained(false);
    private static final GeneratorOptions SMALL = new GeneratorOptions(120, 150, 4000, 7);

    @TempDir
    private Path folder;

    private Workbench workbench;
    private TrainingDesk desk;

    @BeforeEach
    void open() {
        workbench = workbench();
        workbench.generate(SMALL, folder.resolve("data")).await();
        desk = new TrainingDesk(workbench);
    }

    private Workbench workbench() {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        return new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
    }

    private TrainedModel train(TrainingRequest request) {
        return desk.train(request, point -> {}).await();
    }

    private String active() {
        return workbench.session().model() instanceof ModelState.Active active
                ? String.valueOf(active.file().getFileName())
                : "none";
    }

    @Test
    void previewTellsWhatWillBeUsed() {
        TrainingPreview preview =
                desk.preview(QUICK.with(QUICK.options().withRowLimit(800))).await();
        assertThat(preview.possible()).isTrue();
        assertThat(preview.fileRows()).isEqualTo(4000);
        assertThat(preview.rows()).isEqualTo(1000);
        assertThat(preview.trainRows()).isEqualTo(800);
        assertThat(preview.testRows()).isEqualTo(200);
        assertThat(preview.checks()).anyMatch(check -> check.topic() == DataCheck.Topic.SAMPLED);
        assertThat(preview.memory().megabytes()).isBetween(1L, 20L);
        assertThat(preview.memory().fits()).isTrue();
    }

    @Test
    void previewOfSamplesOfOneKindSaysWhyNot() {
        Generated data = Generator.generate(SMALL, Progress.NONE);
        var samples = data.train();
        var one = samples.at(java.util.stream.IntStream.range(0, 4000)
                .filter(sample -> !samples.clicked(sample))
                .toArray());
        DataFolder.write(folder.resolve("data"), data.catalog(), Optional.of(one), Optional.empty(), Progress.NONE);
        TrainingPreview preview = desk.preview(QUICK).await();
        assertThat(preview.possible()).isFalse();
        assertThat(preview.checks()).singleElement().satisfies(check -> assertThat(check.topic())
                .isEqualTo(DataCheck.Topic.ONE_CLASS));
        assertThatThrownBy(() -> train(QUICK)).isInstanceOf(InputException.class);
    }

    @Test
    void nothingIsInUseUntilItIsAccepted() {
        TrainedModel first = train(QUICK);
        assertThat(active()).isEqualTo("none");
        assertThat(folder.resolve("models")).doesNotExist();
        assertThat(first.beforeAfter()).isEmpty();
        KeptModel kept = workbench
                .accept(first, workbench.models().freeName(first.file()))
                .await();
        assertThat(kept.active()).isTrue();
        assertThat(active()).startsWith("logistic-");
        assertThat(workbench().session().model())
                .isInstanceOfSatisfying(ModelState.Active.class, model -> assertThat(model.file())
                        .isEqualTo(kept.file()));
        TrainedModel second = train(QUICK.with(new TrainingOptions(Algorithm.ADDITIVE, 42)));
        assertThat(active()).isEqualTo(kept.file().getFileName().toString());
        assertThat(second.beforeAfter().orElseThrow().otherName()).isEqualTo(active());
    }

    @Test
    void theCardTellsHowItWasTrained() {
        TrainedModel trained = train(QUICK.with(new TrainingOptions(Algorithm.LOGISTIC, 7)
                .with(DataSplit.USERS)
                .with(new TrainingOptions.Logistic(0.5))));
        var card = trained.card();
        assertThat(card.split()).isEqualTo("users");
        assertThat(card.numbers()).containsOnly(org.assertj.core.api.Assertions.entry("c", 0.5));
        assertThat(card.fileRows()).isEqualTo(4000);
        assertThat(card.aucLow()).isLessThan(trained.file().metrics().test().auc());
        assertThat(card.programVersion()).isNotEmpty();
        Path file = folder.resolve("some.json");
        trained.file().write(file);
        assertThat(ModelFile.read(file)).isEqualTo(trained.file());
        assertThat(ModelFile.read(file).division())
                .isEqualTo(new TrainingOptions(Algorithm.LOGISTIC, 7).with(DataSplit.USERS));
    }

    @Test
    void lossesArriveInTheOrderOfTheSteps() {
        List<LossPoint> losses = new ArrayList<>();
        TrainedModel trained = desk.train(QUICK, losses::add).await();
        assertThat(losses).isEqualTo(trained.result().lossCurve()).hasSizeGreaterThan(2);
        assertThat(losses.getLast().train()).isLessThan(losses.getFirst().train());
        assertThat(losses.getLast().heldOut()).isCloseTo(trained.result().test().logLoss(), within(1e-9));
    }

    @Test
    void theSameModelIsNeitherBetterNorWorse() {
        TrainedModel first = train(QUICK);
        workbench.accept(first, "first").await();
        BeforeAfter again = train(QUICK).beforeAfter().orElseThrow();
        assertThat(again.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(again.seenByOther()).isZero();
        assertThat(again.fair()).isTrue();
        assertThat(again.note()).isEmpty();
        assertThat(again.comparison().changed()).isZero();
    }

    @Test
    void whatTheOtherModelKnowsIsLeftOutOrTold() {
        workbench.accept(train(QUICK), "first").await();
        BeforeAfter other =
                train(QUICK.with(QUICK.options().withSeed(1))).beforeAfter().orElseThrow();
        // Of 800 test rows about four fifths were among the other's training rows: too few others to compare on.
        assertThat(other.seenByOther()).isBetween(600, 680);
        assertThat(other.comparison().rows()).isEqualTo(800);
        assertThat(other.fair()).isFalse();
        assertThat(other.note()).contains("first.json was trained on").contains("which flatters it");
        workbench
                .generate(new GeneratorOptions(300, 150, 20_000, 7), folder.resolve("data"))
                .await();
        BeforeAfter unknown = train(QUICK).beforeAfter().orElseThrow();
        assertThat(unknown.seenByOther()).isEqualTo(-1);
        assertThat(unknown.note()).contains("cannot be told");
        workbench.accept(train(QUICK), "second").await();
        BeforeAfter fresh =
                train(QUICK.with(QUICK.options().withSeed(1))).beforeAfter().orElseThrow();
        assertThat(fresh.comparison().rows()).isEqualTo(4000 - fresh.seenByOther());
        assertThat(fresh.fair()).isTrue();
    }

    @Test
    void anyModelFileCanBeTheOther() {
        workbench.accept(train(QUICK), "first").await();
        Path weak = folder.resolve("weak.json");
        train(QUICK.with(QUICK.options().with(new TrainingOptions.Logistic(1e-6))))
                .file()
                .write(weak);
        BeforeAfter against =
                train(QUICK.comparedWith(Optional.of(weak))).beforeAfter().orElseThrow();
        assertThat(against.otherName()).isEqualTo("weak.json");
        assertThat(against.verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void aTestFileIsFoundInTheDataFolder() {
        TrainingRequest request = QUICK.with(QUICK.options().with(DataSplit.TEST_FILE));
        assertThatThrownBy(() -> train(request)).hasMessageContaining("there is no test file");
        Generated data = Generator.generate(SMALL, Progress.NONE);
        Generated other = Generator.generate(new GeneratorOptions(120, 150, 1000, 8), Progress.NONE);
        DataFolder.write(
                folder.resolve("data"),
                data.catalog(),
                Optional.of(data.train()),
                Optional.of(other.train()),
                Progress.NONE);
        TrainedModel trained = train(request);
        assertThat(trained.result().train().rows()).isEqualTo(4000);
        assertThat(trained.result().test().rows()).isEqualTo(1000);
        assertThat(trained.card().testFile()).isEqualTo("hometown_test.parquet");
    }

    @Test
    void seedsTellHowMuchIsChance() {
        SeedStability stability = desk.stability(QUICK, 3, 80, 5).await();
        assertThat(stability.runs()).extracting(SeedStability.Run::seed).containsExactly(42L, 43L, 44L);
        assertThat(stability.users()).isEqualTo(80);
        assertThat(stability.betweenSeeds().jaccard())
                .isBetween(0.9, 1.0)
                .isGreaterThan(stability.toBasic().jaccard());
        assertThat(stability.sameForAllSeeds())
                .isLessThanOrEqualTo(stability.betweenSeeds().identical());
        assertThat(desk.stability(QUICK, 3, 80, 5).await()).isEqualTo(stability);
        assertThatThrownBy(() -> desk.stability(QUICK, 1, 80, 5)).isInstanceOf(InputException.class);
    }

    @Test
    void aCancelledTrainingLeavesEverythingAsItWas() throws Exception {
        workbench.accept(train(QUICK), "first").await();
        Object before = workbench.session();
        List<Path> files = files();
        for (String phase : List.of("dividing samples", "training, step 2", "shuffling features", "comparing models")) {
            Workbench other = workbench();
            other.open(folder.resolve("data")).await();
            other.jobs().watch(job -> cancelIn(phase, job));
            Job<TrainedModel> job = new TrainingDesk(other).train(TrainingRequest.DEFAULT, point -> {});
            assertThatThrownBy(job::await).as(phase).isInstanceOf(CancellationException.class);
            assertThat(job.status().phase()).isEqualTo(phase);
        }
        assertThat(workbench.session()).isSameAs(before);
        assertThat(files()).isEqualTo(files);
    }

    private static void cancelIn(String phase, Job<?> job) {
        if (job.status().phase().equals(phase)) {
            job.cancel();
        }
    }

    private List<Path> files() throws java.io.IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
