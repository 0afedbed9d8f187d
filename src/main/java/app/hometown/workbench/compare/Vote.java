// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One blind judgement of two lists.
///
/// @param at when
/// @param userId whose lists
/// @param k their length
/// @param left the ranker whose list stood on the left
/// @param right the ranker whose list stood on the right
/// @param choice which was better
public record Vote(Instant at, String userId, int k, String left, String right, Choice choice) {
    /// Which list was better.
    public enum Choice {
        LEFT,
        RIGHT,
        EQUAL;

        /// Its name in files.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The better ranker's name; empty when the lists were equally good.
    public Optional<String> better() {
        return switch (choice) {
            case LEFT -> Optional.of(left);
            case RIGHT -> Optional.of(right);
            case EQUAL -> Optional.empty();
        };
    }
}
