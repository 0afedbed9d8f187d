// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.evaluation.Measure;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceMembersTest {
    @TempDir
    private static Path folder;

    private static Workbench workbench;
    private static Findings findings;

    @BeforeAll
    static void evaluate() {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench
                .generate(new GeneratorOptions(150, 100, 3000, 7), folders.data())
                .await();
        workbench.train(TrainingOptions.DEFAULT, folders.model()).await();
        BitSet even = new BitSet();
        IntStream.range(0, 75).forEach(user -> even.set(2 * user));
        workbench.select(selections -> selections.with(new Selection("even", Kind.USERS, even)));
        VerdictDesk desk = new VerdictDesk(workbench);
        findings = desk.findings(desk.run(new VerdictRequest(
                                Lineup.DEFAULT,
                                5,
                                0,
                                Measure.NDCG,
                                Optional.empty(),
                                false,
                                EnumSet.allOf(Grouping.class),
                                0,
                                42))
                        .await())
                .await();
    }

    @Test
    void aSlicesUsersHaveItsMeans() {
        Path file = folder.resolve("evaluation.json");
        findings.write(file);
        Findings read = Findings.read(file);
        assertThat(read.slices().stream().map(Slice::by).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Grouping.values());
        for (Slice slice : read.slices()) {
            SliceMembers members = SliceMembers.of(read, workbench.session(), slice);
            assertThat(members.size()).isEqualTo(slice.result().users());
            assertThat(IntStream.range(0, members.size())
                            .mapToDouble(members::first)
                            .average()
                            .orElseThrow())
                    .isCloseTo(slice.result().first(), within(1e-12));
            assertThat(IntStream.range(0, members.size())
                            .mapToDouble(members::difference)
                            .average()
                            .orElseThrow())
                    .isCloseTo(slice.result().difference().estimate(), within(1e-12));
        }
    }

    @Test
    void theUsersOfACityLiveThere() {
        var catalog = workbench.session().requireData().catalog();
        for (Slice slice : findings.slices()) {
            SliceMembers members = SliceMembers.of(findings, workbench.session(), slice);
            if (slice.by() == Grouping.CITY) {
                assertThat(IntStream.range(0, members.size()).mapToObj(member -> catalog.cities()
                                .name(catalog.users().city(members.row(member)))))
                        .containsOnly(slice.name());
            }
        }
    }

    @Test
    void otherDataHaveSomeOfThem() {
        Folders fewer = new Folders(folder.resolve("fewer"), folder.resolve("models"), folder.resolve("settings.json"));
        Workbench other = new Workbench(fewer, new SettingsFile(fewer.settings()), Scoring.DEFAULT, Runnable::run);
        other.generate(new GeneratorOptions(40, 100, 100, 8), fewer.data()).await();
        Slice slice = findings.slices().stream()
                .filter(one -> one.by() == Grouping.SELECTION)
                .findFirst()
                .orElseThrow();
        // There the selection was never made.
        assertThat(SliceMembers.of(findings, other.session(), slice).size()).isZero();
        int inCities = findings.slices().stream()
                .filter(one -> one.by() == Grouping.CITY)
                .mapToInt(one -> SliceMembers.of(findings, other.session(), one).size())
                .sum();
        assertThat(inCities).isBetween(1, 40);
    }
}
