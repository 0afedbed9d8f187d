// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// A number whose change moves a stream: of the scoring, or of the stream itself.
public sealed interface Lever permits ScoringNumber, StreamNumber {
    /// Its name in files: `weights.proximity`, `distance_km`.
    String key();
}
