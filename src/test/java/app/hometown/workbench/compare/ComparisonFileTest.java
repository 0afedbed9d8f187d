// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.User;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.ranking.ScoringNumber;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonFileTest {
    @TempDir
    Path folder;

    private Workbench workbench;
    private Path file;

    @BeforeEach
    void open() {
        workbench = OpenedFolder.open(folder);
        file = folder.resolve("one.comparison.json");
    }

    private ComparisonFile comparison(Lineup lineup, UserVariation variation) {
        return ComparisonFile.of(
                workbench.session(), lineup, "user_000003", variation, 12, OptionalDouble.of(77.5), 99, Progress.NONE);
    }

    private Lineup everyKind() {
        Path numbers = folder.resolve("mine.json");
        Path model = folder.resolve("other_model.json");
        ScoringFile.write(numbers, ScoringNumber.QUALITY.in(Scoring.REFERENCE, 0.1));
        OpenedFolder.writeModel(model, new TrainingOptions(TrainingOptions.DEFAULT.algorithm(), 7));
        return new Lineup(RankerNames.parseAll(
                "basic,ideal," + numbers + ",x=" + numbers + "+" + model + "," + model + ",reference+none"));
    }

    @Test
    void theSameListsComeBack() {
        workbench.rescore(ScoringNumber.LANGUAGE_MATCH.in(Scoring.DEFAULT, 0.3));
        workbench.apply(List.of(new Streams.Change(5, false, 3), new Streams.Change(6, true, 9000)));
        UserVariation variation = UserVariation.NONE
                .withPlace(Optional.of(new UserVariation.Place(51.5, -0.1)))
                .withLanguage(Optional.of("de"))
                .withPreferredCategories(Optional.of(List.of("1", "4")))
                .withLocalPreferenceStrength(OptionalDouble.of(0.9));
        ComparisonFile written = comparison(everyKind(), variation);
        written.write(file);
        Standings before = standings(workbench, written);

        Workbench other = OpenedFolder.workbench(folder);
        other.open(folder.resolve("data")).await();
        ComparisonFile read = ComparisonFile.read(file);
        assertThat(read.changedSince(other.session(), Progress.NONE)).isEmpty();
        other.rescore(read.scoring());
        other.apply(read.changes(other.session().requireData().catalog().streams()));
        assertThat(standings(other, read).standings())
                .extracting(Standings.Standing::ranking)
                .isEqualTo(before.standings().stream()
                        .map(Standings.Standing::ranking)
                        .toList());
        assertThat(read.seed()).isEqualTo(99);
        assertThat(read.lineup().definitions())
                .extracting(RankerDefinition::name)
                .containsExactly("basic", "ideal", "mine", "x", "other_model", "reference+none");
    }

    private static Standings standings(Workbench of, ComparisonFile comparison) {
        Session session = of.session();
        User user = comparison.user(session.requireData().catalog());
        return comparison.lineup().rank(session, user, comparison.k(), comparison.radiusKm());
    }

    @Test
    void theWholeWorldAndAnUnchangedUserComeBack() {
        ComparisonFile written = ComparisonFile.of(
                workbench.session(),
                Lineup.DEFAULT,
                "user_000003",
                UserVariation.NONE,
                5,
                OptionalDouble.empty(),
                1,
                Progress.NONE);
        written.write(file);
        assertThat(ComparisonFile.read(file)).isEqualTo(written);
    }

    @Test
    void otherDataAndAnotherModelAreNoticed() {
        comparison(Lineup.DEFAULT, UserVariation.NONE).write(file);
        ComparisonFile read = ComparisonFile.read(file);
        OpenedFolder.writeModel(
                folder.resolve("models").resolve("hometown_model.json"),
                new TrainingOptions(TrainingOptions.DEFAULT.algorithm(), 7));
        Workbench other = OpenedFolder.workbench(folder);
        other.write(new GeneratorOptions(60, 150, 10, 8), folder.resolve("data"))
                .await();
        other.open(folder.resolve("data")).await();
        assertThat(read.changedSince(other.session(), Progress.NONE)).hasSize(2);
        assertThat(read.changedSince(other.session(), Progress.NONE).getFirst()).contains("60 users and 150 streams");
        assertThat(read.changedSince(other.session(), Progress.NONE).getLast()).contains("click model is not the same");
        ComparisonFile withoutMl = comparison(new Lineup(RankerNames.parseAll("basic,nearest")), UserVariation.NONE);
        assertThat(withoutMl.changedSince(other.session(), Progress.NONE)).hasSize(1);
    }

    @Test
    void aModelBesideTheFileIsFoundWhereverBothWent() throws IOException {
        comparison(everyKind(), UserVariation.NONE).write(file);
        Path moved = Files.createDirectories(folder.resolve("elsewhere"));
        String text = Files.readString(file)
                .replace(folder.resolve("other_model.json").toString(), "other_model.json");
        Files.writeString(moved.resolve("one.json"), text);
        Files.move(folder.resolve("other_model.json"), moved.resolve("other_model.json"));
        assertThat(ComparisonFile.read(moved.resolve("one.json")).lineup().definitions())
                .hasSize(6);
    }

    @Test
    void anotherModelUnderTheSameNameIsRefused() {
        comparison(everyKind(), UserVariation.NONE).write(file);
        OpenedFolder.writeModel(
                folder.resolve("other_model.json"), new TrainingOptions(TrainingOptions.DEFAULT.algorithm(), 8));
        assertThatThrownBy(() -> ComparisonFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other_model.json")
                .hasMessageContaining("is not the model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"k\" : 12 | \"k\" : 0 | k: 0 is below 1",
                "\"k\" : 12 | \"k\" : \"12\" | k: is not a whole number",
                "\"radius_km\" : 77.5 | \"radius_km\" : -1 | radius_km: -1.0 is not above 0",
                "\"format_version\" : 1 | \"format_version\" : 2 | newer than the 1",
                "\"seed\" : 99 | \"sheep\" : 99 | seed: is missing",
                "\"id\" : \"user_000003\" | \"id\" : 3 | id: is not text",
                "\"language_match\" : 1.0 | \"language_match\" : \"high\" | base.language_match",
                "\"name\" : \"ml\" | \"name\" : \"\" | is empty"
            })
    void aBrokenFileIsRefusedWithTheKey(String good, String bad, String message) throws IOException {
        comparison(Lineup.DEFAULT, UserVariation.NONE).write(file);
        String text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replace(good, bad));
        assertThatThrownBy(() -> ComparisonFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void tooManyChangedStreamsAreNotSaved() {
        Workbench many = OpenedFolder.workbench(folder);
        many.write(new GeneratorOptions(10, 1100, 10, 8), folder.resolve("many"))
                .await();
        many.open(folder.resolve("many")).await();
        Streams streams = many.session().requireData().catalog().streams();
        many.apply(IntStream.range(0, streams.size())
                .mapToObj(row -> new Streams.Change(row, !streams.live(row), 1))
                .collect(Collectors.toList()));
        assertThatThrownBy(() -> ComparisonFile.of(
                        many.session(),
                        Lineup.DEFAULT,
                        "user_000001",
                        UserVariation.NONE,
                        5,
                        OptionalDouble.empty(),
                        1,
                        Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1100 streams have changed");
    }
}
