// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.learning.ModelFile;
import app.hometown.ranking.ClickModel;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// A ranker in a run.
///
/// @param name what it is called
/// @param role what it is there for
/// @param remark what a person should know about it; "" for nothing
/// @param words what means it on the command line; "" for those that are always there
/// @param clickModel the model behind its click term
/// @param model how that was made, where it is known
public record Contestant(
        String name,
        Role role,
        String remark,
        String words,
        Optional<ClickModel> clickModel,
        Optional<ModelFile> model) {
    /// What a ranker is there for.
    public enum Role {
        /// It is compared.
        COMPARED,
        /// A good ranker beats it.
        BASELINE,
        /// Nobody beats it: on logged clicks hindsight, on expected clicks the oracle.
        CEILING;

        /// Its name in files.
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
