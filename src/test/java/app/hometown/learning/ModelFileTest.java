// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
    private static final ModelFile FILE = trained();

    @TempDir
    private Path folder;

    private static ModelFile trained() {
        Generated data = Generator.generate(new GeneratorOptions(200, 100, 2000, 1), Progress.NONE);
        TrainingResult result = Training.train(data.train(), data.catalog(), TrainingOptions.DEFAULT, Progress.NONE);
        return ModelFile.of(result, "0123abcd", Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static ModelFile parse(String json) {
        return ModelFile.parse("model.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void comesBackToTheBit() {
        Path file = folder.resolve("models").resolve("hometown_model.json");
        FILE.write(file);
        ModelFile read = ModelFile.read(file);
        assertThat(read).isEqualTo(FILE);
        double[] features = new double[Feature.COUNT];
        for (int i = 0; i < features.length; i++) {
            features[i] = i * 1.37;
        }
        assertThat(read.model().probability(features)).isEqualTo(FILE.model().probability(features));
    }

    @Test
    void saysWhatAReaderLooksFor() {
        assertThat(FILE.toJson())
                .contains("\"format_version\" : 1", "\"algorithm\" : \"logistic\"", "\"distance_km\"")
                .contains("\"digest\" : \"0123abcd\"", "\"train_rows\" : 1600", "\"test_rows\" : 400")
                .contains("\"created\" : \"2026-01-02T03:04:05Z\"", "\"log_loss\"", "\"intercept\"");
    }

    @Test
    void aModelWithoutAnOracleComesBackToo() {
        ModelFile without = new ModelFile(
                1,
                FILE.algorithm(),
                FILE.features(),
                FILE.parameters(),
                FILE.training(),
                new ModelFile.Quality(FILE.metrics().train(), FILE.metrics().test(), null),
                FILE.importances(),
                FILE.notes(),
                FILE.created());
        assertThat(parse(without.toJson())).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // pattern | replacement | what the refusal says
                "\"format_version\" : 1 | \"format_version\" : 2 | is of format 2, newer than the 1 known here",
                "\"format_version\" : 1 | \"format_version\" : 0 | is of format 0, which never was",
                "\"format_version\" : 1 | \"version\" : 1 | has no format_version",
                "\"logistic\" | \"forest\" | there is no algorithm \"forest\" here",
                "\"distance_km\", | \"distance_miles\", | lacks distance_km; has the unknown distance_miles",
                "\"distance_km\", \"proximity_boost\", | \"proximity_boost\", \"distance_km\", | in another order",
                "\"same_city\", | '' | lacks same_city",
                "\"intercept\" : [-0-9.E]+ | \"intercept\" : \"NaN\" | parameters.intercept is \"NaN\"",
                "\"intercept\" : [-0-9.E]+ | \"intercept\" : \"0.5\" | parameters.intercept is \"0.5\"",
                "\"intercept\" : [-0-9.E]+ | \"intercept\" : 1e999 | finite",
                "\"intercept\" : [-0-9.E]+ | \"intercept\" : null | parameters.intercept is null",
                "\"intercept\" : [-0-9.E]+ | \"intersept\" : 1 | Missing creator property",
                "\"same_city\" : [-0-9.E]+, | '' | same_city",
                "\"same_city\" : [-0-9.E]+, | \"same_city\" : null, | same_city is null",
                "\"same_city\" : [-0-9.E]+, | \"same_city\" : 1, \"sane_city\" : 1, | sane_city",
                "\"created\" : | \"created\" : 5, \"made\" : | made",
                "\"digest\" : \"0123abcd\" | \"digest\" : null | digest"
            })
    void refusesWithTheReason(String pattern, String replacement, String reason) {
        String json = FILE.toJson();
        String broken = json.replaceFirst(pattern, replacement);
        assertThat(broken).isNotEqualTo(json);
        assertThatThrownBy(() -> parse(broken))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("model.json")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesEveryCutOfTheFile() {
        String json = FILE.toJson();
        for (int length = 0; length < json.length() - 1; length += 7) {
            String cut = json.substring(0, length);
            assertThatThrownBy(() -> parse(cut)).isInstanceOf(InputException.class);
        }
        assertThatThrownBy(() -> parse("[1, 2]")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> parse(json + "{}")).isInstanceOf(InputException.class);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("none.json")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no such file");
    }
}
