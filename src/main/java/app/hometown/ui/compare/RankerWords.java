// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.RankerDefinition;

/// What rankers are called in the window, and how they rank in a sentence.
public final class RankerWords {
    private RankerWords() {}

    /// Its name for people: those of the program in the user's language, the analyst's own as they are.
    public static String name(RankerDefinition ranker) {
        return switch (ranker) {
            case RankerDefinition.BuiltIn(var kind) -> Texts.text("ranker." + kind.key());
            case RankerDefinition.Custom custom -> custom.name();
        };
    }

    /// How it ranks.
    public static String how(RankerDefinition ranker) {
        return switch (ranker) {
            case RankerDefinition.BuiltIn(var kind) -> Texts.text("ranker." + kind.key() + ".how");
            case RankerDefinition.Custom custom ->
                Texts.text(
                                "ranker.custom.scoring",
                                custom.scoring()
                                        .map(RankerDefinition.NamedScoring::source)
                                        .orElse(Texts.text("ranker.custom.session")))
                        + " "
                        + switch (custom.click()) {
                            case RankerDefinition.Click.Active _ -> Texts.text("ranker.custom.active");
                            case RankerDefinition.Click.None _ -> Texts.text("ranker.custom.none");
                            case RankerDefinition.Click.Own own ->
                                Texts.text("ranker.custom.own", own.model().file());
                        };
        };
    }
}
