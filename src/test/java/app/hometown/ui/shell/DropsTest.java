// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropsTest {
    @TempDir
    Path folder;

    @Test
    void aDataFolderOrAFileOfItMeansTheFolder() throws IOException {
        Path users = file("users.parquet");
        Path streams = file("streams.parquet");
        Path other = file("more.parquet");
        assertThat(Drops.meant(List.of(folder))).contains(new Drops.Meant.Folder(folder));
        assertThat(Drops.meant(List.of(users))).contains(new Drops.Meant.Folder(folder));
        assertThat(Drops.meant(List.of(streams))).contains(new Drops.Meant.Folder(folder));
        assertThat(Drops.meant(List.of(other))).contains(new Drops.Meant.Tables(List.of(other)));
    }

    @Test
    void usersWithoutStreamsAreATableLikeAnyOther() throws IOException {
        Path users = file("users.parquet");
        assertThat(Drops.meant(List.of(users))).contains(new Drops.Meant.Tables(List.of(users)));
    }

    @Test
    void tablesAreTakenTogetherAndOutOfFolders() throws IOException {
        Path viewers = file("viewers.CSV");
        Path channels = file("channels.csv.gz");
        Path notes = file("notes.md");
        assertThat(Drops.meant(List.of(viewers, notes, channels)))
                .contains(new Drops.Meant.Tables(List.of(viewers, channels)));
        assertThat(Drops.meant(List.of(folder))).contains(new Drops.Meant.Tables(List.of(channels, viewers)));
    }

    @Test
    void anEmptyFolderIsOpenedToBeToldWhatItLacks() {
        assertThat(Drops.meant(List.of(folder))).contains(new Drops.Meant.Folder(folder));
    }

    @Test
    void definitionsAreJsonAndOtherFilesMeanNothing() throws IOException {
        Path scoring = file("scoring.json");
        assertThat(Drops.meant(List.of(scoring))).contains(new Drops.Meant.Definition(scoring));
        assertThat(Drops.meant(List.of(file("notes.md")))).isEmpty();
    }

    private Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }
}
