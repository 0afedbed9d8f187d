// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Catalog;
import app.hometown.domain.Samples;
import app.hometown.workbench.Session;
import app.hometown.workbench.explore.LeftRows;
import app.hometown.workbench.explore.LinkedSamples;
import java.util.BitSet;
import java.util.Optional;

/// What questions are asked of: the rows that are left of what is open. Nothing in it is changed while it is in use.
///
/// @param session with data open; its scoring and model rank where a question is about rankings
/// @param users the users that are left
/// @param streams the streams that are left
/// @param samples the samples of the data, where there are any
/// @param pairs the samples that are left
public record Subject(Session session, BitSet users, BitSet streams, Optional<Samples> samples, BitSet pairs) {
    /// Everything that is open.
    public static Subject all(Session session, Optional<Samples> samples) {
        Catalog catalog = session.requireData().catalog();
        return new Subject(
                session,
                first(catalog.users().size()),
                first(catalog.streams().size()),
                samples,
                first(samples.map(Samples::size).orElse(0)));
    }

    /// What filters leave.
    ///
    /// @param session with the data open that the rows are of
    public static Subject of(Session session, LeftRows left) {
        return new Subject(
                session, left.users(), left.streams(), left.linked().map(LinkedSamples::samples), left.samples());
    }

    /// Users and streams of all rows.
    public Catalog catalog() {
        return session.requireData().catalog();
    }

    /// Whether a session has the same rows open and ranks them by another scoring or model.
    public boolean isRankedOtherwiseBy(Session other) {
        return other.data().filter(open -> open.catalog().hasRowsOf(catalog())).isPresent()
                && !(other.scoring().equals(session.scoring()) && other.model().equals(session.model()));
    }

    /// The same rows with the scoring and the model of another session.
    ///
    /// @param other with the same data open
    public Subject rankedBy(Session other) {
        return new Subject(other, users, streams, samples, pairs);
    }

    private static BitSet first(int count) {
        BitSet rows = new BitSet(count);
        rows.set(0, count);
        return rows;
    }
}
