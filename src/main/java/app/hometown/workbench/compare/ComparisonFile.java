// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.User;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/// A comparison as it is kept in a file: enough to see the same lists again, and to know when the data or the model are
/// no longer the same.
///
/// @param dataDigest digest of users and streams
/// @param lineup the rankers
/// @param scoring the session's numbers
/// @param userId for whom
/// @param variation how the user is tried out
/// @param k length of the lists
/// @param radiusKm the radius asked for; empty means the whole world
public record ComparisonFile(
        String dataDigest,
        Lineup lineup,
        Scoring scoring,
        String userId,
        UserVariation variation,
        int k,
        OptionalDouble radiusKm) {
    /// What is on the screen. Fingerprints the data: about a second for 5 M rows.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static ComparisonFile of(
            Session session,
            Lineup lineup,
            String userId,
            UserVariation variation,
            int k,
            OptionalDouble radiusKm,
            Progress progress) {
        throw new UnsupportedOperationException();
    }

    /// Writes it, whole or not at all.
    ///
    /// @throws app.hometown.domain.InputException when the disk refuses
    public void write(Path file) {
        throw new UnsupportedOperationException();
    }

    /// Reads a file, and the model files that it names.
    ///
    /// @throws app.hometown.domain.InputException when it is missing, broken, of a newer format, or a model it names is
    ///   gone
    public static ComparisonFile read(Path file) {
        throw new UnsupportedOperationException();
    }

    /// What is no longer as it was when the file was written, a sentence each; empty when all is the same. Fingerprints
    /// the data.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public List<String> changedSince(Session session, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /// The user as tried out.
    ///
    /// @throws app.hometown.domain.InputException when the data have no such user
    public User user(Catalog catalog) {
        return variation.of(catalog.user(userId));
    }
}
