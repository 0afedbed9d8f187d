// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.columns;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Streams;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.Kind;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is counted when, without a toolkit and with counting that waits until it is told to go on.
@SuppressWarnings("NullAway.Init") // JUnit sets it up
class PlotModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @TempDir
    private Path folder;

    private Workbench workbench;
    private ExploreModel explore;
    private PlotModel model;

    @BeforeEach
    void watch() {
        Folders folders = new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench.generate(new GeneratorOptions(50, 80, 100, 1), folders.data()).await();
        History history = new History();
        explore = new ExploreModel(workbench, history, latest(false), latest(false));
        model = new PlotModel(explore, history, latest(true), Runnable::run);
        model.watched(true);
        explore.show(workbench.session());
    }

    private Latest latest(boolean waits) {
        return new Latest(waits ? waiting::add : Runnable::run, Runnable::run, error -> {
            throw error;
        });
    }

    /// Takes a live stream off the air.
    private void timePasses() {
        Streams streams = workbench.session().requireData().catalog().streams();
        int row = IntStream.range(0, streams.size())
                .filter(streams::live)
                .findFirst()
                .orElseThrow();
        workbench.apply(List.of(new Streams.Change(row, false, 1)));
        explore.show(workbench.session());
    }

    private String footnote() {
        return model.shown().get().orElseThrow().figures().getFirst().footnote();
    }

    private int live() {
        return workbench.session().requireData().catalog().streams().liveCount();
    }

    @Test
    void timeThatPassesLetsTheAnswerUnderWayBeShownFirst() {
        String before = Integer.toString(live());
        timePasses();
        timePasses();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(footnote()).contains(before);
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(footnote()).contains(Integer.toString(live()));
        assertThat(waiting).isEmpty();
        assertThat(model.progress().get()).isEqualTo(PlotModel.IDLE);
    }

    @Test
    void anotherChoiceStopsTheAnswerUnderWay() {
        timePasses();
        explore.change(Kind.STREAMS, Filter.NONE, "", "");
        assertThat(waiting).hasSize(2);
        waiting.remove().run();
        assertThat(model.shown().get()).isEmpty();
        waiting.remove().run();
        assertThat(footnote()).contains("80");
        assertThat(waiting).isEmpty();
    }
}
