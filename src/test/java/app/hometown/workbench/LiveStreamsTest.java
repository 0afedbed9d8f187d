// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.domain.Streams;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.Scoring;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Streams that change while the program runs.
class LiveStreamsTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean inPlace = true;

    @TempDir
    private Path folder;

    private Workbench workbench;

    @BeforeEach
    void open() {
        Folders folders = new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, work -> {
            if (inPlace) {
                work.run();
            } else {
                waiting.add(work);
            }
        });
        workbench
                .generate(new GeneratorOptions(20, 3000, 100, 1), folders.data())
                .result()
                .join();
    }

    private Ranking basic() {
        Session now = workbench.session();
        return now.compare(now.requireData().catalog().user(0), now.scoring(), 10)
                .basic();
    }

    @Test
    void aStreamOffTheAirLeavesTheRankingsAndComesBack() {
        List<Ranking.Entry> before = basic().entries();
        int best = before.getFirst().row();
        Streams streams = workbench.session().requireData().catalog().streams();

        workbench.apply(List.of(new Streams.Change(best, false, streams.avgViewerCount(best))));
        assertThat(basic().entries()).extracting(Ranking.Entry::row).doesNotContain(best);

        workbench.apply(List.of(new Streams.Change(best, true, streams.avgViewerCount(best))));
        assertThat(basic().entries()).isEqualTo(before);
    }

    @Test
    void manyChangesAreTakenOverByANewIndexAndNoneIsLost() {
        inPlace = false;
        Streams streams = workbench.session().requireData().catalog().streams();
        List<Streams.Change> off = new ArrayList<>();
        for (int row = 0; row < 1500; row++) {
            off.add(new Streams.Change(row, false, streams.avgViewerCount(row)));
        }
        workbench.apply(off);
        int best = basic().entries().getFirst().row();
        assertThat(workbench.session().requireData().index().loose()).isTrue();
        assertThat(waiting).as("jobs that make the new index").hasSize(1);

        workbench.apply(List.of(new Streams.Change(best, true, 0)));
        List<Ranking.Entry> patched = basic().entries();
        assertThat(waiting).as("not a second one meanwhile").hasSize(1);
        inPlace = true;
        waiting.removeFirst().run();

        assertThat(workbench.session().requireData().index().loose()).isFalse();
        assertThat(basic().entries()).isEqualTo(patched);
        assertThat(workbench.session().requireData().catalog().streams().avgViewerCount(best))
                .isZero();
    }

    @Test
    void whatIsOpenedMeanwhileStays() {
        inPlace = false;
        List<Streams.Change> off = new ArrayList<>();
        for (int row = 0; row < 1500; row++) {
            off.add(new Streams.Change(row, false, 0));
        }
        workbench.apply(off);
        inPlace = true;
        Session reopened = workbench.open(folder.resolve("data")).result().join();
        waiting.removeFirst().run();
        assertThat(workbench.session()).isSameAs(reopened);
        assertThat(reopened.requireData().catalog().streams().liveCount())
                .as("as the files have it")
                .isGreaterThan(2500);
    }

    @Test
    void nothingChangesWhereNothingIsOpen() {
        Folders none = new Folders(folder.resolve("a"), folder.resolve("b"), folder.resolve("c"));
        Workbench empty = new Workbench(none, new SettingsFile(none.settings()), Scoring.DEFAULT, Runnable::run);
        assertThatThrownBy(() -> empty.apply(List.of(new Streams.Change(0, false, 0))))
                .isInstanceOf(InputException.class);
    }
}
