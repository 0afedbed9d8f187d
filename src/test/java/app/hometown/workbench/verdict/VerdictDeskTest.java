// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.data.DataFolder;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.evaluation.Evaluation;
import app.hometown.evaluation.LeftOut;
import app.hometown.evaluation.Measure;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Job;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictDeskTest {
    @TempDir
    private static Path folder;

    private static Workbench workbench;
    private static VerdictDesk desk;
    private static VerdictRun run;

    @BeforeAll
    static void open() {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench
                .generate(new GeneratorOptions(400, 300, 9000, 7), folder.resolve("data"))
                .await();
        workbench.train(TrainingOptions.DEFAULT, folders.model()).await();
        BitSet even = new BitSet();
        IntStream.range(0, 200).forEach(user -> even.set(2 * user));
        workbench.select(selections -> selections.with(new Selection("even", Kind.USERS, even)));
        desk = new VerdictDesk(workbench);
        run = desk.run(request(Lineup.DEFAULT, 12)).await();
    }

    private static VerdictRequest request(Lineup lineup, int most) {
        return new VerdictRequest(
                lineup, 5, most, Measure.NDCG, Optional.empty(), true, EnumSet.allOf(Grouping.class), 2, 42);
    }

    private static Lineup lineup(String rankers) {
        return new Lineup(RankerNames.parseAll(rankers));
    }

    @Test
    void everyLengthHasTheMetricsOfAnEvaluationOfItsOwn() {
        for (int k : new int[] {1, 5, 12}) {
            Evaluation evaluation = workbench.evaluate(Optional.empty(), k).await();
            assertThat(run.trial().users()).isEqualTo(evaluation.evaluatedUsers());
            assertThat(run.trial().leftOutCount(LeftOut.CLICKED_NOTHING)).isEqualTo(evaluation.usersWithoutClick());
            assertThat(Evaluation.metrics(run.trial(), 0, k))
                    .isEqualTo(evaluation.rankers().get(Ranker.BASIC));
            assertThat(Evaluation.metrics(run.trial(), 1, k))
                    .isEqualTo(evaluation.rankers().get(Ranker.ML));
        }
    }

    @Test
    void theFileComesBackToTheSameFigures() {
        Findings findings = desk.findings(run).await().with(new SeedVerdicts(Measure.NDCG, 5, false, List.of()));
        Path file = folder.resolve("evaluation.json");
        findings.write(file);
        assertThat(Findings.read(file)).isEqualTo(findings);
        assertThat(findings.overK()).hasSize(12);
        assertThat(findings.duels()).extracting(Duel::measure).containsExactly(Measure.values());
        assertThat(findings.interleavings()).singleElement().satisfies(one -> {
            assertThat(one.trueClicks()).isTrue();
            assertThat(one.firstWins() + one.secondWins() + one.ties()).isEqualTo(2L * findings.users());
            assertThat(one.preference().estimate())
                    .isCloseTo(0.5 * (one.secondWins() - one.firstWins()) / (2.0 * findings.users()), within(1e-12));
        });
        assertThat(findings.since(findings, Progress.NONE))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.result().equal()).isEqualTo(findings.users()));
        Findings again = desk.findings(desk.run(run.request()).await()).await();
        assertThat(again.duels()).isEqualTo(findings.duels());
        assertThat(again.slices()).isEqualTo(findings.slices());
        assertThat(again.rankers()).isEqualTo(findings.rankers());
        assertThat(again.interleavings()).isEqualTo(findings.interleavings());
    }

    @Test
    void filesOfOthersAreRefused() throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> Findings.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no evaluation");
        Files.writeString(file, "{\"format_version\": 2}");
        assertThatThrownBy(() -> Findings.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("newer");
        Files.writeString(file, "{\"format_version\": 1, \"k\": 5}");
        assertThatThrownBy(() -> Findings.read(file)).isInstanceOf(InputException.class);
    }

    @Test
    void anotherLengthHasTheFiguresOfAnEvaluationOfItsOwn() {
        Findings there = desk.findings(run).await().at(run, 3, Progress.NONE);
        VerdictRequest request = new VerdictRequest(
                Lineup.DEFAULT, 3, 12, Measure.NDCG, Optional.empty(), true, EnumSet.allOf(Grouping.class), 2, 42);
        Findings own = desk.findings(desk.run(request).await()).await();
        assertThat(there.k()).isEqualTo(3);
        assertThat(there.rankers()).isEqualTo(own.rankers());
        assertThat(there.duels()).isEqualTo(own.duels());
        assertThat(there.overK()).isEqualTo(own.overK());
        assertThat(there.baselines()).isEqualTo(own.baselines());
        assertThat(there.slices()).isEqualTo(own.slices());
        assertThat(there.bias()).isEqualTo(own.bias());
        assertThat(there.interleavings()).isEqualTo(own.interleavings());
        assertThat(there.perUser()).isEqualTo(own.perUser());
        assertThat(there.provenance().command()).isEqualTo(own.provenance().command());
        assertThatThrownBy(() -> run.at(13)).isInstanceOf(InputException.class);
    }

    @Test
    void theCommandAsksForEverything() {
        String command = desk.findings(run)
                .await()
                .with(desk.stability(run.request(), 2).await())
                .provenance()
                .command();
        assertThat(command)
                .startsWith("hometown evaluate --rankers basic,ml --k 5,1..12 --measure ndcg --slices ")
                .contains(" --interleave 2 --seeds 2 --seed 42 --data ");
    }

    @Test
    void evaluationsOfOtherLengthsAreNotCompared() {
        Findings findings = desk.findings(run).await();
        Findings other = desk.findings(
                        desk.run(VerdictRequest.of(Lineup.DEFAULT, 3)).await())
                .await();
        assertThatThrownBy(() -> findings.since(other, Progress.NONE)).isInstanceOf(InputException.class);
    }

    @Test
    void nobodyBeatsTheCeilings() {
        double[] hindsight = run.trial().values(place("hindsight"), Measure.NDCG, 5);
        assertThat(hindsight).containsOnly(1);
        double oracle = run.trial().mean(place("oracle"), Measure.EXPECTED_CLICKS, 5);
        for (int ranker = 0; ranker < run.contestants().size(); ranker++) {
            // Hindsight may show streams beyond the radius, but no more likely ones than it was lucky to know.
            assertThat(run.trial().mean(ranker, Measure.EXPECTED_CLICKS, 5)).isLessThanOrEqualTo(oracle + 1e-6);
        }
        assertThat(BaselineCheck.of(run, Measure.EXPECTED_CLICKS, 5, Progress.NONE))
                .filteredOn(check -> check.against().equals("random"))
                .hasSize(2)
                .allSatisfy(check -> assertThat(check.beats()).isTrue());
    }

    private static int place(String name) {
        return IntStream.range(0, run.contestants().size())
                .filter(i -> run.contestants().get(i).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void groupsHaveEverybodyOnce() {
        for (Grouping by : Grouping.values()) {
            int[] all = run.groups(by).stream()
                    .flatMapToInt(group -> Arrays.stream(group.users()))
                    .sorted()
                    .toArray();
            if (by == Grouping.SELECTION) {
                assertThat(all).isNotEmpty();
                assertThat(Arrays.stream(all)).allMatch(user -> run.trial().row(user) % 2 == 0);
            } else {
                assertThat(all)
                        .isEqualTo(IntStream.range(0, run.trial().users()).toArray());
            }
        }
        assertThat(run.groups(Grouping.LOCAL_PREFERENCE)).first().satisfies(group -> {
            assertThat(group.name()).isEqualTo("0.0..0.2");
            assertThat(Arrays.stream(group.users())
                            .mapToDouble(user -> run.trial()
                                    .catalog()
                                    .users()
                                    .localPreferenceStrength(run.trial().row(user)))
                            .max()
                            .orElseThrow())
                    .isLessThan(0.2);
        });
    }

    @Test
    void slicesAreCorrectedForEachOtherAndMarkedWhereTooFew() {
        List<Slice> slices = Slice.of(
                run,
                EnumSet.of(Grouping.CITY, Grouping.LANGUAGE, Grouping.LOCAL_PREFERENCE),
                Measure.EXPECTED_CLICKS,
                5,
                Progress.NONE);
        assertThat(slices).isNotEmpty().allSatisfy(slice -> {
            boolean few = slice.result().users() < 20
                    || slice.result().better() + slice.result().worse() < 6;
            assertThat(slice.conclusion() == Conclusion.TOO_FEW).isEqualTo(few);
            assertThat(slice.adjustedP() == null).isEqualTo(few);
            if (slice.adjustedP() != null && slice.wide() != null) {
                assertThat(slice.adjustedP())
                        .isGreaterThanOrEqualTo(slice.result().p());
                assertThat(slice.wide().estimate())
                        .isCloseTo(slice.result().difference().estimate(), within(1e-12));
            }
        });
        assertThat(slices).anyMatch(slice -> slice.adjustedP() != null);
        assertThat(slices).anyMatch(slice -> slice.adjustedP() == null);
    }

    @Test
    void trainingOnTheTestIsMarked() throws IOException {
        assertThat(run.test().leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.ranker()).isEqualTo("ml");
            assertThat(leak.pairs()).isZero();
            assertThat(leak.users()).isPositive();
        });
        Path train = folder.resolve("data").resolve(DataFolder.TRAIN);
        Samples all = DataFolder.samples(train, Progress.NONE).samples();
        int trained = TrainingSet.sampleNumbers(all, TrainingOptions.DEFAULT, true).length;
        VerdictRequest onAll =
                new VerdictRequest(Lineup.DEFAULT, 5, 0, Measure.NDCG, Optional.of(train), false, Set.of(), 0, 42);
        Findings findings = desk.findings(desk.run(onAll).await()).await();
        assertThat(findings.bias().warnings().getFirst())
                .isEqualTo(new Bias.Warning(Bias.Kind.TRAINED_ON_TEST, "ml", trained));
        assertThat(findings.bias().warnings().getLast().kind()).isEqualTo(Bias.Kind.LOGGED_CLICKS);
        assertThat(findings.bias().positions()).isEmpty();
    }

    @Test
    void readsTheSamplesOnce() {
        List<String> phases = new ArrayList<>();
        VerdictDesk.run(
                workbench.session(),
                new VerdictRequest(Lineup.DEFAULT, 5, 0, Measure.NDCG, Optional.empty(), false, Set.of(), 0, 42),
                new Progress() {
                    @Override
                    public void phase(String name, long total) {
                        phases.add(name);
                    }

                    @Override
                    public void done(long count) {}
                });
        assertThat(phases).containsOnlyOnce("reading samples");
    }

    @Test
    void aRankerAgainstItselfHasTheSameLists() {
        VerdictRun same = desk.run(new VerdictRequest(
                        lineup("basic,twin=default+none"), 5, 0, Measure.NDCG, Optional.empty(), false, Set.of(), 0, 1))
                .await();
        Findings findings = desk.findings(same).await();
        assertThat(findings.verdict()).singleElement().satisfies(duel -> {
            assertThat(duel.conclusion()).isEqualTo(Conclusion.SAME_LISTS);
            assertThat(duel.sameLists()).isEqualTo(findings.users());
            assertThat(duel.result().p()).isEqualTo(1);
        });
        assertThat(findings.baselines()).isEmpty();
    }

    @Test
    void theSamplesOwnTruthIsARankerToo() {
        VerdictRun ideal = desk.run(new VerdictRequest(
                        lineup("basic,ideal"), 5, 0, Measure.NDCG, Optional.empty(), false, Set.of(), 0, 1))
                .await();
        assertThat(ideal.difference(0, 1, Measure.JUDGED_NDCG, 5, Progress.NONE)
                        .difference()
                        .low())
                .isPositive();
    }

    @Test
    void seedsTellHowMuchIsChance() {
        SeedVerdicts seeds = desk.stability(run.request(), 3).await();
        assertThat(seeds.rivals()).singleElement().satisfies(rival -> {
            assertThat(rival.seeds()).extracting(SeedVerdicts.OfSeed::seed).containsExactly(42L, 43L, 44L);
            // The model of seed 42 is the active one.
            assertThat(rival.seeds().getFirst().result())
                    .isEqualTo(run.difference(0, 1, Measure.NDCG, 5, Progress.NONE));
            assertThat(rival.mean())
                    .isCloseTo(
                            rival.seeds().stream()
                                    .mapToDouble(
                                            seed -> seed.result().difference().estimate())
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
            assertThat(rival.deviation()).isPositive();
            assertThat(rival.noise()).isBetween(0.0, 1.0);
        });
        assertThatThrownBy(() -> desk.stability(run.request(), 1).await()).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> desk.stability(VerdictRequest.of(lineup("basic,nearest"), 5), 2)
                        .await())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("active model");
    }

    @Test
    void usersAreWrittenOneByOne() throws IOException {
        Path file = folder.resolve("users.csv");
        desk.writeUsers(run, file).await();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(run.trial().users() + 1);
        List<String> names = List.of(lines.getFirst().split(","));
        assertThat(names).startsWith("user_id", "city", "language").contains("basic.ndcg", "ml.bpref", "oracle.map");
        int ndcg = names.indexOf("ml.ndcg");
        double mean = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[ndcg]))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(run.trial().mean(1, Measure.NDCG, 5), within(1e-12));
        Path others = folder.resolve("others.csv");
        desk.writeLeftOut(run, others).await();
        assertThat(Files.readAllLines(others))
                .hasSize(1 + run.trial().leftOutCount(LeftOut.CLICKED_NOTHING))
                .anyMatch(line -> line.endsWith(",clicked_nothing"));
        assertThatThrownBy(
                        () -> desk.writeUsers(run, folder.resolve("users.txt")).await())
                .isInstanceOf(InputException.class);
    }

    @Test
    void stopsWhenCancelled() {
        List<String> phases = new ArrayList<>();
        Progress cancels = new Progress() {
            @Override
            public void phase(String name, long total) {
                phases.add(name);
            }

            @Override
            public void done(long count) {
                if (phases.getLast().startsWith("ranking by ml")) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> VerdictDesk.run(workbench.session(), run.request(), cancels))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whatCannotRankIsRefused() {
        Workbench bare = new Workbench(
                new Folders(folder.resolve("data"), folder.resolve("none"), folder.resolve("settings.json")),
                new SettingsFile(folder.resolve("settings.json")),
                Scoring.DEFAULT,
                Runnable::run);
        bare.open(folder.resolve("data")).await();
        Job<VerdictRun> job = new VerdictDesk(bare).run(VerdictRequest.of(Lineup.DEFAULT, 5));
        assertThatThrownBy(job::await).isInstanceOf(InputException.class).hasMessageContaining("ranker ml");
        assertThatThrownBy(() -> VerdictRequest.of(Lineup.DEFAULT, 0)).isInstanceOf(InputException.class);
    }
}
