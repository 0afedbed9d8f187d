// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.InputException;
import app.hometown.domain.Streams;
import app.hometown.geo.Area;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.Hue;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Range;
import app.hometown.workbench.explore.Selection;
import app.hometown.workbench.explore.Sizing;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The state behind the filters, without a toolkit.
@SuppressWarnings("NullAway.Init") // JUnit sets it up
class ExploreModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final History history = new History();
    private final Latest inPlace = new Latest(Runnable::run, Runnable::run, error -> {
        throw error;
    });

    private final Latest sampling = new Latest(Runnable::run, Runnable::run, error -> {
        throw error;
    });

    @TempDir
    private Path folder;

    private Workbench workbench;
    private ExploreModel model;

    @BeforeEach
    void open() {
        Folders folders = new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench.generate(new GeneratorOptions(50, 80, 100, 1), folders.data()).await();
        model = new ExploreModel(workbench, history, inPlace, sampling);
        model.show(workbench.session());
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    private Selection everyUser() {
        Selection all = new Selection("everyone", Kind.USERS, shown().users().rows());
        model.select("keep", before -> before.with(all));
        return all;
    }

    @Test
    void aNewerFilterStopsTheOlderOne() {
        ExploreModel slow = new ExploreModel(
                workbench,
                history,
                new Latest(waiting::add, Runnable::run, error -> {
                    throw error;
                }),
                sampling);
        slow.show(workbench.session());
        slow.change(Kind.USERS, Filter.NONE.withText("_00001"), "", "");
        slow.change(Kind.USERS, Filter.NONE.withText("_00002"), "", "");
        waiting.forEach(Runnable::run);
        assertThat(Objects.requireNonNull(slow.shown().get()).users().filter().text())
                .isEqualTo("_00002");
    }

    @Test
    void timeThatPassesLeavesWhatIsUnderWay() {
        ExploreModel slow = new ExploreModel(
                workbench,
                history,
                new Latest(waiting::add, Runnable::run, error -> {
                    throw error;
                }),
                sampling);
        slow.show(workbench.session());
        int live = liveAfter(slow, 0);
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(slow.chosen().get()).isNotNull();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(Objects.requireNonNull(slow.chosen().get()).streams().count())
                .isEqualTo(live);
        assertThat(waiting).isEmpty();
        liveAfter(slow, 1);
        slow.change(Kind.USERS, Filter.NONE.withText("_00002"), "", "");
        assertThat(waiting).hasSize(2);
        waiting.remove().run();
        waiting.remove().run();
        assertThat(Objects.requireNonNull(slow.shown().get()).users().filter().text())
                .isEqualTo("_00002");
        assertThat(waiting).isEmpty();
    }

    /// Takes a live stream off the air.
    private int liveAfter(ExploreModel slow, int from) {
        Streams streams = workbench.session().requireData().catalog().streams();
        int row = IntStream.range(from, streams.size())
                .filter(streams::live)
                .findFirst()
                .orElseThrow();
        workbench.apply(List.of(new Streams.Change(row, false, 1)));
        slow.show(workbench.session());
        return workbench.session().requireData().catalog().streams().liveCount();
    }

    @Test
    void coloursAndSizesAreOfEveryRowAndCountedOverWhatIsLeft() {
        model.hue().set(Hue.LANGUAGE);
        model.size().set(Sizing.By.VIEWERS);
        model.change(Kind.STREAMS, Filter.LIVE.withRange(Facets.QUALITY, new Range(1, 9)), "", "");
        assertThat(Arrays.stream(shown().ofStreams().counts()).sum())
                .isEqualTo(shown().streams().count());
        assertThat(Arrays.stream(shown().ofUsers().counts()).sum()).isEqualTo(50);
        assertThat(shown().ofStreams().sizes()).hasSize(80);
        assertThat(shown().ofUsers().sizes()).isNull();
        model.hue().set(Hue.QUALITY);
        assertThat(shown().ofUsers().classes()).as("users have no quality").isNull();
        assertThat(Arrays.stream(shown().ofStreams().counts()).sum())
                .isEqualTo(shown().streams().count());
    }

    @Test
    void aFilterFollowsItsSelectionWhenItIsRenamedOrDeleted() {
        Selection all = everyUser();
        model.change(Kind.USERS, Filter.NONE.within(all), "", "");
        model.select("rename", before -> before.renamed(all, "all of them"));
        Selection renamed =
                Objects.requireNonNull(model.filter(Kind.USERS).get().within());
        assertThat(renamed.name()).isEqualTo("all of them");
        model.select("delete", before -> before.without(renamed));
        assertThat(model.filter(Kind.USERS).get().within()).isNull();
        history.undo();
        assertThat(model.filter(Kind.USERS).get().within()).isEqualTo(renamed);
        assertThat(workbench.session().selections().all()).containsExactly(renamed);
    }

    @Test
    void selectionsStayWhileStreamsChangeAndGoWithTheData() {
        Selection all = everyUser();
        workbench.apply(List.of(new Streams.Change(0, false, 1)));
        model.show(workbench.session());
        assertThat(model.selections().get().all()).containsExactly(all);
        model.change(Kind.USERS, Filter.NONE.within(all).withText("1"), "", "");
        workbench.open(folder.resolve("data")).await();
        model.show(workbench.session());
        assertThat(model.selections().get().all()).isEmpty();
        assertThat(model.filter(Kind.USERS).get()).isEqualTo(Filter.NONE.withText("1"));
    }

    @Test
    void namesAreUniqueWithinAKind() {
        Selection all = everyUser();
        Selection other = all.named("others");
        model.select("keep", before -> before.with(other));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> model.select("rename", before -> before.renamed(other, "everyone")))
                .isInstanceOf(InputException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> model.select("rename", before -> before.renamed(other, " ")))
                .isInstanceOf(InputException.class);
        assertThat(model.selections().get().all()).containsExactly(all, other);
    }

    @Test
    void onlyWhatIsLeftIsEnclosed() {
        model.change(Kind.USERS, Filter.NONE.withText("_00001"), "", "");
        model.enclose(Area.box(0, 0, 1, 1), inPlace, "Area", () -> waiting.add(() -> {}));
        assertThat(waiting).isEmpty();
        ExploreModel.Enclosure found = model.enclosed().get().orElseThrow();
        assertThat(found.users()).isEqualTo(shown().users().rows());
        assertThat(found.streams()).isEqualTo(shown().streams().rows());
        assertThat(found.name()).isEqualTo("Area 1");
        model.enclose(Area.box(0.49, 0.99, 0.5, 1), inPlace, "Area", () -> waiting.add(() -> {}));
        assertThat(waiting).as("told that there is nobody").hasSize(1);
        assertThat(model.enclosed().get()).as("nothing lives there").isEmpty();
    }

    @Test
    void whatWasDrawnRoundIsAConditionUntilItIsTakenBack() {
        model.enclose(Area.box(0, 0, 0.5, 1), inPlace, "Area", () -> {});
        ExploreModel.Enclosure found = model.enclosed().get().orElseThrow();
        assertThat(found.users().cardinality()).isPositive().isLessThan(50);
        model.onlyEnclosed("only");
        assertThat(model.enclosed().get()).isEmpty();
        assertThat(shown().users().rows()).isEqualTo(found.users());
        assertThat(shown().streams().rows()).isEqualTo(found.streams());
        everyUser();
        assertThat(shown().users().rows())
                .as("keeping another selection changes nothing")
                .isEqualTo(found.users());
        history.undo();
        history.undo();
        assertThat(shown().users().count()).isEqualTo(50);
    }
}
