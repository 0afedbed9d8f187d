// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import org.jspecify.annotations.Nullable;

/// What a ranker's model knew of the test samples before it was tested on them.
///
/// @param ranker whose model
/// @param pairs test samples that it was trained on, which flatters it; null where that cannot be told, because it was
///   trained on other samples than these
/// @param users users of the test samples of whom it was trained on other samples; null likewise. That is as in
///   practice, where models know their users, but says less of new ones
public record Leak(
        String ranker, @Nullable Integer pairs, @Nullable Integer users) {
    /// Whether it was trained on test samples.
    public boolean flatters() {
        return pairs != null && pairs > 0;
    }
}
