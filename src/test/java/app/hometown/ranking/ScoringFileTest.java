// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringFileTest {
    private final Path folder;

    ScoringFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("scoring.json"), json);
    }

    @Test
    void comesBackAsItWasWritten() {
        Worlds worlds = new Worlds(1);
        for (int i = 0; i < 50; i++) {
            Scoring scoring = worlds.scoring();
            Path file = folder.resolve("scoring.json");
            ScoringFile.write(file, scoring);
            assertThat(ScoringFile.read(file)).isEqualTo(scoring);
            assertThat(ScoringFile.resolve(file.toString())).isEqualTo(scoring);
        }
    }

    @Test
    void readsEveryKey() throws IOException {
        assertThat(ScoringFile.read(file("""
            { "weights": {"proximity": 9, "base": 8, "ml": 7.5},
              "base": {"quality": 1, "language_match": 2, "category_match": 3,
                       "viewers_per_point": 4, "viewers_cap": 5,
                       "followers_per_point": 6, "followers_cap": 7, "partnered": -8},
              "radius_km": 30, "expand": false }
            """)))
                .isEqualTo(new Scoring(
                        new Scoring.Weights(9, 8, 7.5),
                        new Scoring.Base(1, 2, 3, 4, 5, 6, 7, -8),
                        OptionalDouble.of(30),
                        false));
    }

    @Test
    void takesDefaultsForAbsentKeys() throws IOException {
        assertThat(ScoringFile.read(file("{}"))).isEqualTo(Scoring.DEFAULT);
        assertThat(ScoringFile.read(file("{\"base\": {\"partnered\": 2}}")).base())
                .isEqualTo(new Scoring.Base(1.0, 1.0, 0.5, 1000, 2.0, 10000, 0.0, 2));
    }

    @Test
    void takesNoRadiusAsTheWorld() throws IOException {
        assertThat(ScoringFile.read(file("{\"radius_km\": null}")).radiusKm()).isEmpty();
        ScoringFile.write(folder.resolve("world.json"), Scoring.DEFAULT.within(OptionalDouble.empty()));
        assertThat(folder.resolve("world.json")).content().contains("\"radius_km\" : null");
    }

    @Test
    void knowsThePresets() {
        assertThat(ScoringFile.resolve("default")).isEqualTo(Scoring.DEFAULT);
        assertThat(ScoringFile.resolve("reference")).isEqualTo(Scoring.REFERENCE);
        assertThatThrownBy(() -> ScoringFile.resolve("nothing"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nothing")
                .hasMessageContaining("reference");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weight\": 1} | weight",
                "{\"weights\": {\"proximities\": 1}} | weights.proximities",
                "{\"weights\": 3} | weights",
                "{\"weights\": null} | weights",
                "{\"weights\": {\"ml\": \"1\"}} | weights.ml",
                "{\"weights\": {\"ml\": null}} | weights.ml",
                "{\"weights\": {\"base\": true}} | weights.base",
                "{\"base\": {\"quality\": 1e999}} | base.quality",
                "{\"base\": {\"viewers_per_point\": 0}} | base.viewers_per_point",
                "{\"base\": {\"followers_per_point\": -1}} | base.followers_per_point",
                "{\"base\": []} | base",
                "{\"radius_km\": -5} | radius_km",
                "{\"radius_km\": \"250\"} | radius_km",
                "{\"expand\": 1} | expand",
                "{\"expand\": null} | expand",
                "{\"base\": {\"quality\": NaN}} | scoring.json",
                "[] | scoring.json",
                "{\"expand\": true | scoring.json",
                "'' | scoring.json"
            })
    void refusesNamingTheKey(String json, String key) throws IOException {
        Path file = file(json);
        assertThatThrownBy(() -> ScoringFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("scoring.json")
                .satisfies(e -> assertThat(((InputException) e).where()).contains(key));
    }

    @Test
    void saysThatAFileIsMissing() {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> ScoringFile.read(missing))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("missing.json");
    }
}
