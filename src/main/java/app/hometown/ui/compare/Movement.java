// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.evaluation.Comparison;
import app.hometown.ui.fx.Texts;
import java.util.OptionalInt;

/// How a stream moves from a list to the one on its right.
///
/// @param kind which way
/// @param steps by how many ranks; 0 unless it rises or falls
public record Movement(Kind kind, int steps) {
    /// Which way.
    public enum Kind {
        /// Higher on the right.
        RISES("up"),
        /// Lower on the right.
        FALLS("down"),
        /// The same rank in both.
        STAYS("same"),
        /// Only on the right.
        ENTERS("new"),
        /// Only on the left.
        LEAVES("left"),
        /// There is no other list to compare with.
        ALONE("alone");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// Its name in style sheets and texts.
        public String key() {
            return key;
        }
    }

    /// No other list to compare with.
    public static final Movement ALONE = new Movement(Kind.ALONE, 0);

    /// The movement of a stream that is in at least one of the lists.
    public static Movement of(Comparison.Place place) {
        return of(place.inA(), place.inB());
    }

    /// The movement from a rank to a rank, of which at least one is there.
    public static Movement of(OptionalInt from, OptionalInt to) {
        if (from.isEmpty() || to.isEmpty()) {
            return new Movement(from.isPresent() ? Kind.LEAVES : Kind.ENTERS, 0);
        }
        int ranks = from.getAsInt() - to.getAsInt();
        return ranks == 0
                ? new Movement(Kind.STAYS, 0)
                : new Movement(ranks > 0 ? Kind.RISES : Kind.FALLS, Math.abs(ranks));
    }

    /// The sign and the ranks, as short as can be: ▲2.
    public String glyph() {
        return switch (kind) {
            case RISES -> "▲" + steps;
            case FALLS -> "▼" + steps;
            case STAYS -> "=";
            case ENTERS -> "● " + Texts.text("movement.new.short");
            case LEAVES -> "○ " + Texts.text("movement.left.short");
            case ALONE -> "";
        };
    }

    /// The movement in words, for tooltips and screen readers.
    ///
    /// @param from the name of the list on the left
    /// @param to the name of the list on the right
    public String words(String from, String to) {
        return switch (kind) {
            case RISES, FALLS -> Texts.counted("movement." + kind.key(), steps, from, to);
            case STAYS, ENTERS, LEAVES -> Texts.text("movement." + kind.key(), from, to);
            case ALONE -> "";
        };
    }
}
