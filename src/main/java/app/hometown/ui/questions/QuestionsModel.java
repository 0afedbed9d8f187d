// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.domain.Progress;
import app.hometown.ui.plot.Figure;
import app.hometown.workbench.Session;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.Question;
import app.hometown.workbench.questions.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The answers on view. Only questions that are looked at are answered, one after the other, each on all cores; when
/// other rows are left, the work under way stops and what is on view is answered anew. Until then it shows what it
/// showed. When time passes ([Chosen#isSameChoiceAs]), the answer under way is finished and shown, and each in its turn
/// is answered anew.
///
/// Needs no toolkit. Used from one thread, the window's.
public final class QuestionsModel {
    /// What is shown of a question.
    ///
    /// @param figures one or two; none while it was never answered, and where the data cannot answer
    /// @param lack why the data cannot answer, or ""
    /// @param current whether it is the answer for the rows that are left now, or were a moment ago while time
    /// passes
    public record Shown(List<Figure> figures, String lack, boolean current) {
        static final Shown NOTHING = new Shown(List.of(), "", false);

        public Shown {
            figures = List.copyOf(figures);
        }

        Shown stale() {
            return new Shown(figures, lack, false);
        }
    }

    /// How far the questions on view are answered.
    ///
    /// @param answered so many are
    /// @param wanted of so many
    /// @param phase what is being done for the next
    public record Working(int answered, int wanted, String phase) {}

    private static final Asked NOTHING = (now, question, progress) -> {
        throw new IllegalStateException("nothing is open");
    };

    private final Executor background;
    private final Executor foreground;
    private final Consumer<RuntimeException> failed;
    private final Map<Question, ReadOnlyObjectWrapper<Shown>> shown = new EnumMap<>(Question.class);
    private final ReadOnlyObjectWrapper<Optional<Working>> working = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicLong newest = new AtomicLong();
    private final Set<Question> behind = EnumSet.noneOf(Question.class);
    private final Map<Question, Long> turns = new EnumMap<>(Question.class);
    private Asked asked = NOTHING;
    private @Nullable Chosen choice;
    private long moments;
    private long turn;
    private List<Question> wanted = List.of();
    private boolean running;

    /// @param background answers
    /// @param foreground shows answers, usually the JavaFX thread
    /// @param failed what to do when answering throws
    public QuestionsModel(Executor background, Executor foreground, Consumer<RuntimeException> failed) {
        this.background = background;
        this.foreground = foreground;
        this.failed = failed;
        for (Question question : Question.values()) {
            shown.put(question, new ReadOnlyObjectWrapper<>(Shown.NOTHING));
        }
    }

    /// Asks of what filters leave from now on. A figure that can be brushed shows what all conditions leave but those
    /// on
    /// its own axes, so that what lies outside the brush stays in view.
    public void ask(Session session, Chosen chosen) {
        Chosen before = choice;
        Optional<Subject> rows = Optional.of(Subject.of(session, chosen.rows()));
        Asked of = (now, question, progress) ->
                Subject.of(now.session(), chosen.but(BrushedColumns.of(question), progress));
        if (before != null && chosen.isSameChoiceAs(before)) {
            asked = of;
            subject.set(rows);
            moments++;
            behind.addAll(EnumSet.allOf(Question.class));
            next();
        } else {
            ask(rows, of);
        }
        choice = chosen;
    }

    /// Asks of nothing: nothing is open.
    public void askNothing() {
        ask(Optional.empty(), NOTHING);
    }

    /// Asks of some rows from now on. Of the same rows as before nothing happens.
    public void ask(Subject rows) {
        if (!subject.get().equals(Optional.of(rows))) {
            ask(Optional.of(rows), (now, question, progress) -> now);
        }
    }

    /// The same rows are ranked by another scoring or model from now on: only what is about rankings is answered anew.
    /// Nothing happens when something else is open by
    /// now, or nothing else ranks.
    public void rank(Session session) {
        if (subject.get().filter(rows -> rows.isRankedOtherwiseBy(session)).isEmpty()) {
            return;
        }
        newest.incrementAndGet();
        subject.set(subject.get().map(rows -> rows.rankedBy(session)));
        shown.forEach((question, answer) -> {
            if (question.isAboutRankings()) {
                answer.set(answer.get().stale());
            }
        });
        next();
    }

    /// What a question is asked of.
    private interface Asked {
        Subject of(Subject now, Question question, Progress progress);
    }

    private void ask(Optional<Subject> rows, Asked of) {
        newest.incrementAndGet();
        choice = null;
        behind.clear();
        asked = of;
        subject.set(rows);
        shown.values()
                .forEach(answer ->
                        answer.set(rows.isEmpty() ? Shown.NOTHING : answer.get().stale()));
        next();
    }

    /// What is asked of.
    public ReadOnlyObjectProperty<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /// Says which questions are looked at, those to be answered first in front. The others wait.
    public void want(Collection<Question> questions) {
        wanted = List.copyOf(questions);
        next();
    }

    /// The answer on view.
    public ReadOnlyObjectProperty<Shown> shown(Question question) {
        return wrapper(question).getReadOnlyProperty();
    }

    /// How far the work is; empty when there is none.
    public ReadOnlyObjectProperty<Optional<Working>> working() {
        return working.getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Shown> wrapper(Question question) {
        ReadOnlyObjectWrapper<Shown> wrapper = shown.get(question);
        if (wrapper == null) {
            throw new IllegalStateException("not a question: " + question);
        }
        return wrapper;
    }

    private boolean isCurrent(Question question) {
        return wrapper(question).get().current() && !behind.contains(question);
    }

    /// What was never answered of this choice comes before what was, longest ago first.
    private long turn(Question question) {
        return wrapper(question).get().current() ? turns.getOrDefault(question, 0L) : 0;
    }

    private void next() {
        if (running) {
            return;
        }
        Set<Question> open = EnumSet.noneOf(Question.class);
        wanted.stream().filter(question -> !isCurrent(question)).forEach(open::add);
        Asked of = asked;
        Optional<Subject> now = subject.get();
        if (now.isEmpty() || open.isEmpty()) {
            working.set(Optional.empty());
            return;
        }
        Question question = wanted.stream()
                .filter(open::contains)
                .min(Comparator.comparingLong(this::turn))
                .orElseThrow();
        running = true;
        long ticket = newest.get();
        long moment = moments;
        Telling progress = new Telling(ticket, wanted.size() - open.size(), wanted.size());
        background.execute(() -> {
            Optional<Shown> answer = answer(question, () -> of.of(now.get(), question, progress), progress);
            foreground.execute(() -> {
                running = false;
                if (newest.get() == ticket) {
                    answer.ifPresent(wrapper(question)::set);
                    turns.put(question, ++turn);
                    if (moment == moments) {
                        behind.remove(question);
                    }
                }
                next();
            });
        });
    }

    /// Empty when it was stopped.
    private Optional<Shown> answer(Question question, Supplier<Subject> of, Progress progress) {
        try {
            Answer answer = question.answer(of.get(), progress);
            String lack = answer instanceof Answer.None none ? QuestionFigures.lack(none) : "";
            return Optional.of(new Shown(QuestionFigures.of(question, answer), lack, true));
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            foreground.execute(() -> failed.accept(e));
            return Optional.of(new Shown(List.of(), Wording.failed(e), true));
        }
    }

    /// Tells the window how far the work is, and stops it when there are other rows.
    private final class Telling implements Progress {
        private final long ticket;
        private final int answered;
        private final int of;

        Telling(long ticket, int answered, int of) {
            this.ticket = ticket;
            this.answered = answered;
            this.of = of;
        }

        @Override
        public void phase(String name, long total) {
            done(0);
            foreground.execute(() -> {
                if (newest.get() == ticket && running) {
                    working.set(Optional.of(new Working(answered, of, name)));
                }
            });
        }

        @Override
        public void done(long count) {
            if (newest.get() != ticket) {
                throw new CancellationException("other rows are left");
            }
        }
    }
}
