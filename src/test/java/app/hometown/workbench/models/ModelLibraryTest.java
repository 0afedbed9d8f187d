// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.learning.ModelFile;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLibraryTest {
    private static final Generated DATA = Generator.generate(new GeneratorOptions(100, 80, 1000, 1), Progress.NONE);

    @TempDir
    private Path folder;

    private ModelLibrary library;

    private static ModelFile model(long seed) {
        TrainingOptions options = TrainingOptions.DEFAULT.withSeed(seed);
        return ModelFile.of(
                Training.train(DATA.train(), DATA.catalog(), options, Progress.NONE),
                "digest",
                Instant.parse("2026-01-02T03:04:05Z").plusSeconds(seed));
    }

    @BeforeEach
    void twoModels() {
        library = new ModelLibrary(folder);
        model(1).write(folder.resolve("hometown_model.json"));
        model(2).write(folder.resolve("second.json"));
    }

    /// As another program, or this one after a restart, would see it.
    private ModelLibrary again() {
        return new ModelLibrary(folder);
    }

    @Test
    void listsTheNewestFirstAndWhatDoesNotFitWithTheReason() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"format_version\" : 99}");
        Files.writeString(folder.resolve("notes.txt"), "not a model");
        library.activate("second");
        assertThat(library.list())
                .extracting(KeptModel::name, KeptModel::active)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("second", true),
                        org.assertj.core.groups.Tuple.tuple("hometown_model", false),
                        org.assertj.core.groups.Tuple.tuple("broken", false));
        assertThat(library.list().getLast().fault()).contains("format 99, newer than the 1 known here");
        assertThat(library.list().getLast().description()).isEmpty();
    }

    @Test
    void readsAFileAgainOnceItHasChanged() throws IOException {
        assertThat(library.require("second").require().training().seed()).isEqualTo(2);
        Files.writeString(folder.resolve("second.json"), "{}");
        assertThat(library.require("second").fault()).contains("no format_version");
    }

    @Test
    void theDefaultModelIsActiveUntilAnotherIsChosen() {
        assertThat(library.active()).isEqualTo(new ModelLibrary.Choice(folder.resolve("hometown_model.json"), ""));
        assertThat(library.activate("second").active()).isTrue();
        assertThat(again().active().file()).isEqualTo(folder.resolve("second.json"));
        library.activate("hometown_model.json");
        assertThat(again().active().file()).isEqualTo(folder.resolve("hometown_model.json"));
        assertThat(folder.resolve(ModelLibrary.ACTIVE)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"model\" : 5}",
                "{\"model\" : \"../elsewhere.json\"}",
                "{\"model\" : \"active.json\"}"
            })
    void aBrokenChoiceFallsBackAndSaysSo(String content) throws IOException {
        Files.writeString(folder.resolve(ModelLibrary.ACTIVE), content);
        assertThat(library.active().file()).isEqualTo(folder.resolve("hometown_model.json"));
        assertThat(library.active().fault()).contains("active.json");
    }

    @Test
    void aChosenModelThatIsGoneFallsBackAndSaysSo() throws IOException {
        library.activate("second");
        Files.delete(folder.resolve("second.json"));
        assertThat(library.active().file()).isEqualTo(folder.resolve("hometown_model.json"));
        assertThat(library.active().fault()).contains("second.json").contains("not in");
    }

    @Test
    void aModelThatDoesNotFitCannotBeChosen() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{}");
        assertThatThrownBy(() -> library.activate("broken"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no format_version");
        assertThat(library.active().file()).isEqualTo(folder.resolve("hometown_model.json"));
    }

    @Test
    void renamingKeepsTheActiveOneActive() {
        library.activate("second");
        assertThat(library.rename("second", "best so far").active()).isTrue();
        assertThat(folder.resolve("second.json")).doesNotExist();
        assertThat(again().active().file()).isEqualTo(folder.resolve("best so far.json"));
        assertThatThrownBy(() -> library.rename("best so far", "hometown_model"))
                .hasMessageContaining("there is already such a file");
        library.activate("hometown_model");
        library.rename("hometown_model", "first");
        assertThat(again().active().file()).isEqualTo(folder.resolve("first.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..\\b", "active", ".hidden", "", "x\ny", "a:b"})
    void namesThatCannotBeAreRefused(String name) {
        assertThatThrownBy(() -> library.rename("second", name))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be the name of a model");
    }

    @Test
    void deletingCanBeTakenBack() {
        library.activate("second");
        RemovedModel removed = library.delete("second");
        assertThat(removed.wasActive()).isTrue();
        assertThat(library.list()).extracting(KeptModel::name).containsExactly("hometown_model");
        assertThat(again().active()).isEqualTo(new ModelLibrary.Choice(folder.resolve("hometown_model.json"), ""));
        KeptModel back = library.restore(removed);
        assertThat(back.active()).isTrue();
        assertThat(back.require().training().seed()).isEqualTo(2);
    }

    @Test
    void deletingTheSameNameTwiceKeepsBoth() {
        library.delete("second");
        model(3).write(folder.resolve("second.json"));
        RemovedModel last = library.delete("second");
        assertThat(library.deleted("second")).isEqualTo(last);
        assertThat(library.restore(library.deleted("second"))
                        .require()
                        .training()
                        .seed())
                .isEqualTo(3);
        assertThat(library.deleted("second").kept()).exists();
    }

    @Test
    void restoringOverAnotherIsRefused() {
        RemovedModel removed = library.delete("second");
        model(3).write(folder.resolve("second.json"));
        assertThatThrownBy(() -> library.restore(removed)).hasMessageContaining("there is already such a file");
        assertThat(library.require("second").require().training().seed()).isEqualTo(3);
    }

    @Test
    void exportingCopiesAndOverwritesNothing() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path written = library.export("second", elsewhere);
        assertThat(written).hasSameBinaryContentAs(folder.resolve("second.json"));
        assertThatThrownBy(() -> library.export("second", elsewhere)).hasMessageContaining("already");
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        assertThatThrownBy(() -> library.require("third"))
                .hasMessageContaining("no model \"third\"")
                .hasMessageContaining("hometown_model, second");
        assertThat(new ModelLibrary(folder.resolve("nowhere")).list()).isEmpty();
    }

    @Test
    void aNewModelGetsAFreeName() {
        ModelFile third = model(3);
        assertThat(library.freeName(third)).isEqualTo("logistic-20260102-030408");
        library.add(library.freeName(third), third);
        assertThat(library.freeName(third)).isEqualTo("logistic-20260102-030408-2");
        assertThatThrownBy(() -> library.add("second", third)).hasMessageContaining("already");
    }
}
