// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.explore.History;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The scoring as the hand changes it: the sliders show it at once, the session follows. Every change is a step of the
/// history, a whole slide one.
///
/// Needs no toolkit. Used from one thread, the window's.
public final class Tuning {
    private final History history;
    private final Consumer<Scoring> rescore;
    private final ReadOnlyObjectWrapper<Scoring> scoring;
    private @Nullable Scoring asked;

    /// A number that is not the default's.
    ///
    /// @param name of the number, for people
    /// @param standard its default
    /// @param now what it is
    public record Difference(String name, String standard, String now) {}

    /// @param start the session's scoring
    /// @param history remembers the changes
    /// @param rescore gives the session another scoring; may answer later through [#follow]
    public Tuning(Scoring start, History history, Consumer<Scoring> rescore) {
        this.history = history;
        this.rescore = rescore;
        this.scoring = new ReadOnlyObjectWrapper<>(start);
    }

    /// The scoring that was asked for last.
    public ReadOnlyObjectProperty<Scoring> scoring() {
        return scoring.getReadOnlyProperty();
    }

    /// Changes a number while a slider moves: what follows on the same slider until [#rest] is the same step.
    ///
    /// @throws app.hometown.domain.InputException when a scoring cannot have it; then nothing is changed
    public void slide(Knob knob, double number) {
        change(knob.in(scoring.get(), number), knob.label(), knob.key());
    }

    /// The slider rests: what comes is another step.
    public void rest() {
        history.seal();
    }

    /// Changes a number, as a step of its own.
    ///
    /// @throws app.hometown.domain.InputException when a scoring cannot have it; then nothing is changed
    public void set(Knob knob, double number) {
        use(knob.in(scoring.get(), number), knob.label());
    }

    /// Says whether the radius grows until there are enough candidates.
    public void expand(boolean expand) {
        Scoring now = scoring.get();
        use(new Scoring(now.weights(), now.base(), now.radiusKm(), expand), Texts.text("knob.expand"));
    }

    /// Takes another scoring as a whole, as a step of its own.
    ///
    /// @param what it is, for people
    public void use(Scoring next, String what) {
        history.seal();
        change(next, what, "");
        history.seal();
    }

    /// Sets a number back to the default.
    public void reset(Knob knob) {
        set(knob, knob.of(Scoring.DEFAULT));
    }

    /// Sets everything back to the default.
    public void reset() {
        use(Scoring.DEFAULT, Texts.text("tuning.default"));
    }

    private void change(Scoring next, String what, String gesture) {
        Scoring before = scoring.get();
        if (next.equals(before)) {
            return;
        }
        ask(next);
        history.record(new History.Edit(Texts.text("tuning.edit", what), gesture, () -> ask(before), () -> ask(next)));
    }

    private void ask(Scoring next) {
        asked = next;
        scoring.set(next);
        rescore.accept(next);
    }

    /// The session has a scoring. While one that was asked for is under way, older ones are passed over, so that the
    /// sliders never go back under the hand.
    public void follow(Scoring session) {
        if (asked != null && !asked.equals(session)) {
            return;
        }
        asked = null;
        scoring.set(session);
    }

    /// Every number that is not the default's; none for the default.
    public static List<Difference> differences(Scoring scoring) {
        Stream<Difference> numbers = Stream.of(Knob.values())
                .filter(knob -> knob.of(scoring) != knob.of(Scoring.DEFAULT))
                .map(knob -> new Difference(
                        knob.label(),
                        KnobFormat.text(knob, knob.of(Scoring.DEFAULT)),
                        KnobFormat.text(knob, knob.of(scoring))));
        Stream<Difference> expand = Stream.of(scoring)
                .filter(now -> now.expand() != Scoring.DEFAULT.expand())
                .map(now -> new Difference(
                        Texts.text("knob.expand"),
                        KnobFormat.yes(Scoring.DEFAULT.expand()),
                        KnobFormat.yes(now.expand())));
        return Stream.concat(numbers, expand).toList();
    }
}
