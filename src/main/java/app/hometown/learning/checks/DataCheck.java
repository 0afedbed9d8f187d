// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.checks;

/// Something found in samples before training.
///
/// @param severity how bad it is
/// @param topic what kind of finding it is
/// @param sentence what was found, a plain sentence
/// @param remedy what to do about it, a sentence; "" where nothing needs to be done
public record DataCheck(Severity severity, Topic topic, String sentence, String remedy) {
    /// How bad a finding is, worst first.
    public enum Severity {
        /// Training is not possible.
        STOPS,
        /// The results may mislead.
        WARNS,
        /// Good to know.
        TELLS
    }

    /// Kinds of findings, in the order in which they are looked for.
    public enum Topic {
        /// All samples, or all but one, have the same label.
        ONE_CLASS,
        /// The sample file has rows that could not be used, values that are not numbers among them.
        BAD_ROWS,
        /// The model could know the answers: test users or pairs seen in training.
        SEEN_BEFORE,
        /// A column tells the label (nearly) by itself.
        TELLS_LABEL,
        /// The same pair of user and stream again and again.
        DUPLICATES,
        /// A feature has one value only.
        CONSTANT,
        /// Two features say the same.
        COLLINEAR,
        /// Columns of the file differ from what serving will compute.
        OTHER_FEATURES,
        /// Samples of users or streams that are not loaded.
        NOT_LOADED,
        /// Fewer samples are used than there are.
        SAMPLED,
        /// It may not fit into memory.
        MEMORY
    }

    /// Sentence and remedy.
    public String text() {
        return remedy.isEmpty() ? sentence : sentence + " " + remedy;
    }
}
