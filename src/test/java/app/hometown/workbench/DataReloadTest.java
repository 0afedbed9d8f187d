// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataReloadTest {
    @TempDir
    private Path folder;

    private Workbench workbench;
    private List<String> told;
    private DataReload reload;

    @BeforeEach
    void open() {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        write(40);
        workbench.open(folders.data()).await();
        told = new ArrayList<>();
        reload = new DataReload(workbench, told::add);
    }

    private void write(int users) {
        workbench
                .write(new GeneratorOptions(users, 30, 100, 5), folder.resolve("data"))
                .await();
    }

    private int users() {
        return workbench.session().requireData().catalog().users().size();
    }

    @Test
    void filesThatStayAreNotReadAgain() {
        OpenData before = workbench.session().requireData();
        reload.look();
        reload.look();
        assertThat(workbench.session().requireData()).isSameAs(before);
        assertThat(told).isEmpty();
    }

    @Test
    void changedFilesAreReadOnceTheyRest() {
        write(55);
        reload.look();
        assertThat(users()).isEqualTo(40);
        reload.look();
        assertThat(users()).isEqualTo(55);
        reload.look();
        assertThat(told).containsExactly("Opened anew: 55 users, 30 streams.");
    }

    @Test
    void filesThatCannotBeReadAreToldOnceAndChangeNothing() throws IOException {
        Path users = folder.resolve("data").resolve("users.parquet");
        Files.writeString(users, "not Parquet");
        for (int i = 0; i < 4; i++) {
            reload.look();
        }
        assertThat(users()).isEqualTo(40);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).contains("users.parquet").endsWith("What was open before stays.");
        write(60);
        reload.look();
        reload.look();
        assertThat(users()).isEqualTo(60);
    }
}
