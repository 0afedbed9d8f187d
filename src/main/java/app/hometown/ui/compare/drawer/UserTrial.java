// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.User;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.UserVariation;
import app.hometown.workbench.explore.History;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// The picked user tried out as somebody else: another language, other categories, another local preference. The data
/// stay as they are; every change is a step of the history, a whole slide one.
///
/// Needs no toolkit. Used from one thread, the window's.
public final class UserTrial {
    private final CompareModel model;
    private final History history;

    /// @param model whom we look at
    /// @param history remembers the changes
    public UserTrial(CompareModel model, History history) {
        this.model = model;
        this.history = history;
    }

    /// The picked user as the data have them.
    Optional<User> home() {
        int row = model.userRow().get();
        return row == CompareModel.NONE
                ? Optional.empty()
                : model.session().get().data().map(open -> open.catalog().user(row));
    }

    /// How they are tried out.
    UserVariation variation() {
        return model.variation().get();
    }

    /// Speaks another language; the user's own ends the trial of it.
    void language(String language) {
        home().ifPresent(home -> {
            Optional<String> before = variation().language();
            Optional<String> after = Optional.of(language).filter(other -> !other.equals(home.language()));
            change("try.language", "", now -> now.withLanguage(before), now -> now.withLanguage(after));
        });
    }

    /// Prefers these categories; the user's own, in whatever order, end the trial of them.
    void categories(List<String> categories) {
        home().ifPresent(home -> {
            Optional<List<String>> before = variation().preferredCategories();
            Optional<List<String>> after = Optional.of(List.copyOf(categories))
                    .filter(other -> !new HashSet<>(other).equals(new HashSet<>(home.preferredCategories())));
            change(
                    "try.categories",
                    "",
                    now -> now.withPreferredCategories(before),
                    now -> now.withPreferredCategories(after));
        });
    }

    /// Prefers what is local so strongly, 0..1; the user's own strength ends the trial of it.
    ///
    /// @param gesture changes of one gesture are one step; "" for a step of its own
    void preference(double strength, String gesture) {
        home().ifPresent(home -> {
            OptionalDouble before = variation().localPreferenceStrength();
            OptionalDouble after =
                    strength == home.localPreferenceStrength() ? OptionalDouble.empty() : OptionalDouble.of(strength);
            change(
                    "try.preference",
                    gesture,
                    now -> now.withLocalPreferenceStrength(before),
                    now -> now.withLocalPreferenceStrength(after));
        });
    }

    /// The slider rests: what comes is another step.
    void rest() {
        history.seal();
    }

    /// Everything as the data have it, the place too.
    public void reset() {
        UserVariation before = variation();
        change("try.reset", "", now -> before, now -> UserVariation.NONE);
    }

    private void change(
            String key, String gesture, UnaryOperator<UserVariation> back, UnaryOperator<UserVariation> on) {
        int row = model.userRow().get();
        UserVariation before = variation();
        if (on.apply(before).equals(before)) {
            return;
        }
        if (gesture.isEmpty()) {
            history.seal();
        }
        vary(row, on);
        history.record(new History.Edit(
                Texts.text("try.edit", Texts.text(key)), gesture, () -> vary(row, back), () -> vary(row, on)));
    }

    /// Only what was changed is changed back: the user may have been moved meanwhile, or another been picked.
    private void vary(int row, UnaryOperator<UserVariation> change) {
        if (model.userRow().get() == row) {
            model.vary(change.apply(variation()));
        }
    }
}
