// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.evaluation.Measure;
import app.hometown.statistics.PairedDifference;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a comparison of two rankers comes to, for a sentence in anybody's words.
public enum Conclusion {
    /// Both show every user the same lists.
    SAME_LISTS,
    /// Too few users, or too few for whom the two differ, to tell anything.
    TOO_FEW,
    /// The second is better.
    BETTER,
    /// The second is worse.
    WORSE,
    /// The second has more of what is neither good nor bad.
    MORE,
    /// It has less of it.
    LESS,
    /// The difference may be chance.
    NO_EVIDENCE;

    /// Fewer users tell nothing.
    public static final int FEWEST_USERS = 20;

    /// With fewer that differ no permutation test can find a difference at the 5 % level: with five, all on one side,
    /// chance does the same once in 16.
    public static final int FEWEST_DIFFERENT = 6;

    /// Its name in files.
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a difference stands on too few users.
    static boolean tooFew(PairedDifference difference) {
        return difference.users() < FEWEST_USERS || difference.better() + difference.worse() < FEWEST_DIFFERENT;
    }

    /// The conclusion from a difference.
    ///
    /// @param sameLists for how many users both lists are the same
    static Conclusion of(PairedDifference difference, int sameLists, Measure measure) {
        if (sameLists == difference.users()) {
            return SAME_LISTS;
        }
        if (tooFew(difference)) {
            return TOO_FEW;
        }
        boolean neither = measure.sense() == Measure.Sense.NEITHER;
        return switch (difference.verdict()) {
            case BETTER -> neither ? MORE : BETTER;
            case WORSE -> neither ? LESS : WORSE;
            case UNDECIDED -> NO_EVIDENCE;
        };
    }
}
