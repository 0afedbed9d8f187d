// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Samples;
import app.hometown.domain.User;
import app.hometown.learning.TrainingOptions;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.ScoreGap;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.ranking.ScoringNumber;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineupTest {
    private static final OptionalDouble WORLD = OptionalDouble.empty();
    private static final int K = 10;

    @TempDir
    static Path folder;

    @TempDir
    Path own;

    private static Workbench workbench;

    @BeforeAll
    static void open() {
        workbench = OpenedFolder.open(folder);
    }

    private static Session session() {
        return workbench.session();
    }

    private static OpenData data() {
        return session().requireData();
    }

    private static Ranking ranking(RankerDefinition definition, User user, OptionalDouble radiusKm) {
        return definition
                .resolve(session())
                .within(radiusKm)
                .top(user, data(), K)
                .orElseThrow();
    }

    @Test
    void basicAndMlAreThoseOfTheSession() {
        for (int row = 0; row < 20; row++) {
            User user = data().catalog().user(row);
            Session.SideBySide expected = session().compare(user, Scoring.DEFAULT, K);
            Standings standings = Lineup.DEFAULT.rank(session(), user, K, Scoring.DEFAULT.radiusKm());
            assertThat(standings.ranking("basic")).contains(expected.basic());
            assertThat(standings.ranking("ml")).isEqualTo(expected.ml());
        }
    }

    @Test
    void withoutAModelMlSaysWhatToDoAndTheOthersRank() {
        Workbench bare = new Workbench(
                new app.hometown.workbench.Folders(folder.resolve("data"), own, own.resolve("settings.json")),
                new app.hometown.workbench.SettingsFile(own.resolve("settings.json")),
                Scoring.DEFAULT,
                Runnable::run);
        Session opened = bare.open(folder.resolve("data")).await();
        Lineup lineup = new Lineup(RankerNames.parseAll("ml,reference,basic"));
        Standings standings = lineup.rank(opened, opened.requireData().catalog().user(0), K, WORLD);
        assertThat(standings.standings().get(0).missing().orElseThrow().remedy())
                .contains("Train one");
        assertThat(standings.standings().get(1).note().orElseThrow()).contains("without the click term");
        assertThat(standings.ranking("reference").orElseThrow().entries())
                .allMatch(entry -> entry.breakdown().click() == 0);
        assertThat(standings.ranking("basic")).isPresent();
    }

    @Test
    void nearestRanksByDistanceAndPopularByViewers() {
        Catalog catalog = data().catalog();
        for (int row = 0; row < 20; row++) {
            User user = catalog.user(row);
            assertThat(ranking(RankerDefinition.NEAREST, user, WORLD).entries())
                    .hasSize(K)
                    .isSortedAccordingTo(Comparator.comparingDouble(Ranking.Entry::distanceKm));
            assertThat(ranking(RankerDefinition.POPULAR, user, WORLD).entries())
                    .hasSize(K)
                    .isSortedAccordingTo(Comparator.comparing(
                            (Ranking.Entry entry) -> -catalog.streams().avgViewerCount(entry.row())));
        }
    }

    @Test
    void idealRanksByTheTrueProbabilitiesOfTheSamples() {
        Samples samples = OpenedFolder.samples();
        Catalog catalog = data().catalog();
        Map<String, Map<String, Double>> known = new HashMap<>();
        for (int sample = 0; sample < samples.size(); sample++) {
            known.computeIfAbsent(samples.userIds().get(samples.user(sample)), id -> new HashMap<>())
                    .put(samples.streamIds().get(samples.stream(sample)), samples.trueClickProbability(sample));
        }
        for (int row = 0; row < 20; row++) {
            User user = catalog.user(row);
            Map<String, Double> probabilities = known.getOrDefault(user.id(), Map.of());
            List<String> expected = probabilities.entrySet().stream()
                    .filter(entry ->
                            catalog.streams().live(catalog.streams().ids().indexOf(entry.getKey())))
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(K)
                    .map(Map.Entry::getKey)
                    .toList();
            Ranking ranking = ranking(RankerDefinition.IDEAL, user, WORLD);
            assertThat(ranking.entries()).extracting(Ranking.Entry::streamId).containsExactlyElementsOf(expected);
            assertThat(ranking.entries())
                    .allMatch(entry -> entry.score() == probabilities.getOrDefault(entry.streamId(), -1.0));
            assertThat(RankerDefinition.IDEAL
                            .resolve(session())
                            .note(user, data())
                            .orElseThrow())
                    .contains("the " + probabilities.size() + " streams");
        }
    }

    @Test
    void idealHoldsOnlyStreamsWithinTheRadiusAndExpands() {
        User user = data().catalog().user(0);
        Ranking near = ranking(RankerDefinition.IDEAL, user, OptionalDouble.of(1));
        double radiusKm = near.radiusKm().orElse(Double.POSITIVE_INFINITY);
        assertThat(radiusKm).isGreaterThan(1);
        assertThat(near.entries()).hasSize(K).allMatch(entry -> entry.distanceKm() <= radiusKm);
    }

    @Test
    void idealIsMissingWhereTheSamplesDoNotKnow() throws IOException {
        Path copy = own.resolve("data");
        Files.createDirectories(copy);
        for (String name : List.of(DataFolder.USERS, DataFolder.STREAMS)) {
            Files.copy(folder.resolve("data").resolve(name), copy.resolve(name));
        }
        Session opened = OpenedFolder.workbench(folder).open(copy).await();
        assertThat(RankerDefinition.IDEAL.resolve(opened))
                .isInstanceOfSatisfying(ResolvedRanker.Missing.class, missing -> assertThat(missing.why())
                        .contains("there are no samples"));
    }

    @Test
    void aScoringFileAndAModelFileMakeARanker() throws IOException {
        Path numbers = own.resolve("mine.json");
        Path model = own.resolve("other_model.json");
        Scoring mine = ScoringNumber.QUALITY.in(Scoring.DEFAULT, 0);
        ScoringFile.write(numbers, mine);
        OpenedFolder.writeModel(model, new TrainingOptions(TrainingOptions.DEFAULT.algorithm(), 7));
        User user = data().catalog().user(3);
        RankerDefinition scored = RankerNames.parse("kept=" + numbers + "+" + model);
        assertThat(scored.name()).isEqualTo("kept");
        assertThat(RankerNames.parse(numbers + "+" + model).name()).isEqualTo("mine+other_model");
        assertThat(RankerNames.parse(numbers + "+none")
                        .resolve(session())
                        .formula()
                        .orElseThrow()
                        .clickModel())
                .isEmpty();
        // What was read stays, whatever becomes of the file.
        Files.delete(numbers);
        Ranking ranking = ranking(scored, user, WORLD);
        assertThat(ranking.entries())
                .allMatch(entry ->
                        entry.breakdown().quality() == 0 && entry.breakdown().click() > 0);
        RankerDefinition modelOnly = RankerNames.parse(model.toString());
        assertThat(modelOnly.resolve(session()).formula().orElseThrow().scoring())
                .isEqualTo(Scoring.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "nix, no ranker",
        "basic=reference, is taken",
        "=reference, is empty",
        "reference+nix.json, no ranker",
        "nix+none, no ranker",
        "'', no ranker"
    })
    void namesThatMeanNothingAreRefused(String text, String message) {
        assertThatThrownBy(() -> RankerNames.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "basic, 1 cannot",
        "'basic,ml,basic', two are called basic",
        "'reference,a=default,b=default,c=default,d=default,e=default,ml', 7 cannot"
    })
    void aLineupHasTwoToSixDifferentRankers(String names, String message) {
        assertThatThrownBy(() -> new Lineup(RankerNames.parseAll(names)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anotherScoringIsFollowedByWhoeverHasNoOwn() {
        Workbench other = OpenedFolder.workbench(folder);
        other.open(folder.resolve("data")).await();
        other.rescore(Scoring.REFERENCE);
        Scoring far = Scoring.DEFAULT.within(OptionalDouble.of(77));
        assertThat(other.session().scoring()).isEqualTo(Scoring.REFERENCE);
        Session changed = other.rescore(far);
        assertThat(changed.data()).isEqualTo(other.session().data());
        assertThat(RankerDefinition.BASIC
                        .resolve(changed)
                        .formula()
                        .orElseThrow()
                        .scoring())
                .isEqualTo(far);
        assertThat(RankerDefinition.NEAREST
                        .resolve(changed)
                        .formula()
                        .orElseThrow()
                        .scoring()
                        .radiusKm())
                .isEqualTo(far.radiusKm());
        assertThat(RankerNames.parse("reference")
                        .resolve(changed)
                        .formula()
                        .orElseThrow()
                        .scoring())
                .isEqualTo(Scoring.REFERENCE);
    }

    @Test
    void whyOneIsAboveAnotherNamesWhatIsWrong() {
        Catalog catalog = data().catalog();
        User user = catalog.user(0);
        Ranking ranking = ranking(RankerDefinition.ML, user, OptionalDouble.of(250));
        String a = ranking.entries().get(0).streamId();
        String b = ranking.entries().get(1).streamId();
        ScoreGap gap = why(user, a, b);
        assertThat(gap.gap())
                .isEqualTo(ranking.entries().get(0).score()
                        - ranking.entries().get(1).score());
        int far = 0;
        while (ranking(RankerDefinition.NEAREST, user, OptionalDouble.of(250))
                        .radiusKm()
                        .orElseThrow()
                > distanceKm(user, far)) {
            far++;
        }
        String farId = catalog.streams().ids().get(far);
        int off = 0;
        while (catalog.streams().live(off)) {
            off++;
        }
        String offId = catalog.streams().ids().get(off);
        assertThatThrownBy(() -> why(user, a, a)).hasMessageContaining("named twice");
        assertThatThrownBy(() -> why(user, a, "stream_00000")).hasMessageContaining("Did you mean stream_00000");
        assertThatThrownBy(() -> why(user, a, offId)).hasMessageContaining("is off the air");
        if (catalog.streams().live(far)) {
            assertThatThrownBy(() -> why(user, a, farId)).hasMessageContaining("is not a candidate");
        }
    }

    private static double distanceKm(User user, int row) {
        return app.hometown.geo.Geodesic.distanceKm(
                user.latitude(),
                user.longitude(),
                data().catalog().streams().latitude(row),
                data().catalog().streams().longitude(row));
    }

    private static ScoreGap why(User user, String a, String b) {
        return WhyAbove.of(session(), RankerDefinition.ML, user, K, OptionalDouble.of(250), a, b);
    }

    @Test
    void aVariationChangesWhatItNames() {
        User user = data().catalog().user(0);
        assertThat(UserVariation.NONE.of(user)).isEqualTo(user);
        User varied = UserVariation.NONE
                .withPlace(Optional.of(new UserVariation.Place(1, 2)))
                .withLanguage(Optional.of("xx"))
                .withPreferredCategories(Optional.of(List.of("3")))
                .withLocalPreferenceStrength(OptionalDouble.of(0.25))
                .of(user);
        assertThat(varied)
                .isEqualTo(new User(user.id(), 1, 2, user.city(), "xx", List.of("3"), 0.25, user.totalWatchHours()));
    }
}
