// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.InputException;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Slice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Evaluate view without a window; everything runs in place.
@SuppressWarnings("NullAway.Init")
class EvaluationModelTest {
    @TempDir
    static Path folder;

    private final List<Throwable> failures = new ArrayList<>();
    private Optional<Selection> filtered = Optional.empty();
    private Workbench workbench;
    private EvaluationModel model;

    private static Folders folders() {
        return new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
    }

    private static Workbench workbench() {
        return new Workbench(folders(), new SettingsFile(folders().settings()), Scoring.DEFAULT, Runnable::run);
    }

    @BeforeAll
    static void generate() {
        Workbench first = workbench();
        first.generate(new GeneratorOptions(100, 80, 2000, 7), folders().data()).await();
        first.train(TrainingOptions.DEFAULT, folders().model()).await();
    }

    @BeforeEach
    void open() {
        workbench = workbench();
        workbench.open(folders().data()).await();
        model = new EvaluationModel(
                workbench, new EvaluationModel.Around(Runnable::run, () -> filtered, said -> {}, failures::add));
        workbench.watch(model::show);
    }

    private Findings evaluated() {
        model.evaluate();
        assertThat(failures).isEmpty();
        return Objects.requireNonNull(model.shown().get()).findings();
    }

    @Test
    void whatTheFiltersLeaveIsAGroup() {
        BitSet some = new BitSet();
        some.set(0, 30);
        filtered = Optional.of(new Selection("left", Kind.USERS, some));
        assertThat(evaluated().slices())
                .filteredOn(slice -> slice.by() == Grouping.SELECTION)
                .extracting(Slice::name)
                .containsExactly("left");
        assertThat(workbench.session().selections().all()).isEmpty();
    }

    @Test
    void anotherScoringMakesItStaleAndTheSameAgainFresh() {
        evaluated();
        assertThat(model.stale().get()).isFalse();
        workbench.rescore(Scoring.REFERENCE);
        assertThat(model.stale().get()).isTrue();
        workbench.rescore(Scoring.DEFAULT);
        assertThat(model.stale().get()).isFalse();
    }

    @Test
    void aRankerThatCannotRankLeavesWhatWasThere() {
        Findings before = evaluated();
        model.setup().set(model.setup().get().on(Optional.of(folder.resolve("missing.parquet"))));
        model.evaluate();
        assertThat(failures).singleElement().isInstanceOf(InputException.class);
        assertThat(Objects.requireNonNull(model.shown().get()).findings()).isSameAs(before);
        assertThat(model.job().get()).isNull();
    }

    @Test
    void theRivalStaysWhereItIsStillCompared() {
        model.setup().set(EvaluationSetup.DEFAULT.with(new Lineup(RankerNames.parseAll("basic,ml,nearest"))));
        evaluated();
        assertThat(model.rival().get()).isEqualTo("ml");
        model.rival().set("nearest");
        model.setup().set(model.setup().get().against(RankerDefinition.ML));
        assertThat(evaluated().verdict())
                .allSatisfy(duel -> assertThat(duel.first()).isEqualTo("ml"));
        assertThat(model.rival().get()).isEqualTo("nearest");
        model.setup().set(EvaluationSetup.DEFAULT);
        evaluated();
        assertThat(model.rival().get()).isEqualTo("ml");
    }

    @Test
    void seedsComeAfterTheVerdict() {
        List<Boolean> had = new ArrayList<>();
        model.shown().addListener((property, before, now) -> {
            if (now != null) {
                had.add(now.findings().seeds() != null);
            }
        });
        model.setup().set(EvaluationSetup.DEFAULT.withSeeds(3));
        evaluated();
        assertThat(had).containsExactly(false, true);
        Findings with = Objects.requireNonNull(model.shown().get()).findings();
        model.k().set(7);
        model.settle();
        Findings at = Objects.requireNonNull(model.shown().get()).findings();
        assertThat(at.k()).isEqualTo(7);
        assertThat(at.seeds()).isEqualTo(with.seeds());
    }

    @Test
    void otherDataClearIt() {
        evaluated();
        workbench
                .generate(new GeneratorOptions(30, 30, 100, 9), folder.resolve("other"))
                .await();
        assertThat(model.shown().get()).isNull();
        assertThat(model.slice().get()).isNull();
    }
}
