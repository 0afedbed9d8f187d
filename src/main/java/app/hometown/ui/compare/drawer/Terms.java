// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ranking.ScoreTerm;
import app.hometown.ui.fx.Texts;

/// The names of the terms of a score for people.
final class Terms {
    private Terms() {}

    /// As a heading: Proximity.
    static String name(ScoreTerm term) {
        return Texts.text("term." + term.key());
    }

    /// In a sentence, what points come from: its nearness.
    static String from(ScoreTerm term) {
        return Texts.text("term." + term.key() + ".from");
    }

    /// The class of its colour in style sheets.
    static String style(ScoreTerm term) {
        return "term-" + term.key();
    }
}
