// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Vocabulary;

/// The vocabularies that users and streams share, while they are being read.
public record Words(Vocabulary.Builder cities, Vocabulary.Builder languages, Vocabulary.Builder categories) {
    /// Empty ones.
    public Words() {
        this(new Vocabulary.Builder(), new Vocabulary.Builder(), new Vocabulary.Builder());
    }
}
