// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Streams;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.plot.Figure;
import app.hometown.workbench.Folders;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.questions.AskedData;
import app.hometown.workbench.questions.Question;
import app.hometown.workbench.questions.Subject;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is answered when, without a toolkit and with work that waits until it is told to go on.
@SuppressWarnings("NullAway.Init") // JUnit sets it up
class QuestionsModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    @TempDir
    private Path folder;

    private QuestionsModel model;
    private Workbench workbench;
    private ExploreModel explore;
    private Subject all;

    @BeforeEach
    void open() {
        model = new QuestionsModel(waiting::add, Runnable::run, failures::add);
        all = AskedData.all(AskedData.OWN);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Subject firstUsers(int count) {
        BitSet users = new BitSet();
        users.set(0, count);
        return new Subject(all.session(), users, all.streams(), all.samples(), all.pairs());
    }

    private Session session(Optional<OpenData> data, Scoring scoring) {
        return new Session(data, all.session().model(), scoring);
    }

    private QuestionsModel.Shown shown(Question question) {
        return model.shown(question).get();
    }

    @Test
    void onlyWhatIsLookedAtIsAnswered() {
        model.ask(all);
        assertThat(waiting).isEmpty();
        model.want(List.of(Question.LIKES, Question.FLAGS));
        work();
        assertThat(shown(Question.LIKES).current()).isTrue();
        assertThat(shown(Question.FLAGS).figures()).hasSize(1);
        assertThat(shown(Question.HOURS).figures()).isEmpty();
        assertThat(model.working().get()).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void theFirstOnViewIsAnsweredFirst() {
        model.ask(all);
        model.want(List.of(Question.LIKES, Question.FLAGS));
        model.want(List.of(Question.HOURS, Question.LIKES));
        waiting.remove().run();
        assertThat(shown(Question.LIKES).current()).isTrue();
        waiting.remove().run();
        assertThat(shown(Question.HOURS).current()).isTrue();
        work();
        assertThat(shown(Question.FLAGS).current()).isFalse();
    }

    @Test
    void anAnswerOfOlderRowsIsNeverShown() {
        model.ask(all);
        model.want(List.of(Question.LIKES));
        model.ask(firstUsers(10));
        waiting.remove().run();
        assertThat(shown(Question.LIKES).figures()).isEmpty();
        work();
        assertThat(shown(Question.LIKES).figures().getFirst().footnote()).isEqualTo("10 users.");
    }

    @Test
    void whatWasShownStaysUntilTheNewAnswerIsThere() {
        model.ask(all);
        model.want(List.of(Question.LIKES));
        work();
        model.ask(firstUsers(10));
        assertThat(shown(Question.LIKES).current()).isFalse();
        assertThat(shown(Question.LIKES).figures()).isNotEmpty();
        work();
        assertThat(shown(Question.LIKES).current()).isTrue();
        model.askNothing();
        assertThat(shown(Question.LIKES).figures()).isEmpty();
        assertThat(model.subject().get()).isEmpty();
    }

    @Test
    void theSameRowsAreNotAskedOfAgain() {
        model.ask(all);
        model.want(List.of(Question.LIKES));
        work();
        model.ask(Subject.all(all.session(), all.samples()));
        assertThat(shown(Question.LIKES).current()).isTrue();
        assertThat(waiting).isEmpty();
    }

    @Test
    void anotherScoringAsksAnewOnlyWhatIsAboutRankings() {
        model.ask(all);
        model.want(List.of(Question.LIKES, Question.CANDIDATES));
        work();
        List<Figure> before = shown(Question.CANDIDATES).figures();
        model.rank(session(all.session().data(), all.session().scoring().within(OptionalDouble.of(5))));
        assertThat(shown(Question.LIKES).current()).isTrue();
        assertThat(shown(Question.CANDIDATES).current()).isFalse();
        work();
        assertThat(shown(Question.CANDIDATES).current()).isTrue();
        assertThat(shown(Question.CANDIDATES).figures()).isNotEqualTo(before);
    }

    @Test
    void whatSomethingElseIsRankedByAsksNothingAnew() {
        model.ask(all);
        model.want(List.of(Question.CANDIDATES));
        work();
        model.rank(session(Optional.empty(), all.session().scoring().within(OptionalDouble.of(5))));
        assertThat(shown(Question.CANDIDATES).current()).isTrue();
    }

    @Test
    void aQuestionThatFailsSaysSoAndTheOthersGoOn() {
        Subject broken = new Subject(
                all.session(), beyond(all.catalog().users().size()), all.streams(), all.samples(), all.pairs());
        model.ask(broken);
        model.want(List.of(Question.HOURS, Question.FLAGS));
        work();
        assertThat(failures).hasSize(1);
        assertThat(shown(Question.HOURS).lack()).isNotBlank();
        assertThat(shown(Question.FLAGS).figures()).isNotEmpty();
    }

    private static BitSet beyond(int size) {
        BitSet rows = new BitSet();
        rows.set(size + 1);
        return rows;
    }

    /// Another moment of the day: one more stream off the air.
    private void timePasses() {
        Streams streams = workbench.session().requireData().catalog().streams();
        int row = IntStream.range(0, streams.size())
                .filter(streams::live)
                .findFirst()
                .orElseThrow();
        workbench.apply(List.of(new Streams.Change(row, false, 1)));
        explore.show(workbench.session());
        ask();
    }

    private void ask() {
        model.ask(workbench.session(), Objects.requireNonNull(explore.chosen().get()));
    }

    private void exploreOwnData() {
        Folders folders = new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench.generate(new GeneratorOptions(50, 80, 100, 1), folders.data()).await();
        Latest inPlace = new Latest(Runnable::run, Runnable::run, failures::add);
        explore = new ExploreModel(
                workbench, new History(), inPlace, new Latest(Runnable::run, Runnable::run, failures::add));
        explore.show(workbench.session());
        ask();
    }

    @Test
    void timeThatPassesLetsEachAnswerBeShownInItsTurn() {
        model.want(List.of(Question.LIKES, Question.FLAGS));
        exploreOwnData();
        for (int moment = 0; moment < 4; moment++) {
            timePasses();
            assertThat(waiting).hasSize(1);
            waiting.remove().run();
            assertThat(shown(Question.LIKES).current()).isTrue();
            assertThat(shown(Question.FLAGS).current()).isEqualTo(moment > 0);
        }
        work();
        assertThat(model.working().get()).isEmpty();
    }

    @Test
    void theAnswerUnderWayIsFinishedWhileTimePassesAndStoppedByAnotherChoice() {
        model.want(List.of(Question.LIKES));
        exploreOwnData();
        timePasses();
        waiting.remove().run();
        assertThat(shown(Question.LIKES).figures()).isNotEmpty();
        assertThat(model.working().get()).isPresent();
        explore.change(Kind.USERS, Filter.NONE.withText("0001"), "", "");
        ask();
        assertThat(shown(Question.LIKES).current()).isFalse();
        waiting.remove().run();
        assertThat(shown(Question.LIKES).current()).isFalse();
        work();
        assertThat(shown(Question.LIKES).current()).isTrue();
    }
}
