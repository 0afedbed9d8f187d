// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.workbench.explore.Colouring;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.Sizing;
import org.jspecify.annotations.Nullable;

/// What filters leave and how it looks, all of one moment. Nothing in it is changed afterwards.
///
/// @param users the users that are left
/// @param streams the streams that are left
/// @param colouring the colour classes
/// @param sizing the size classes
/// @param ofUsers how users look
/// @param ofStreams how streams look
public record Shown(Left users, Left streams, Colouring colouring, Sizing sizing, Look ofUsers, Look ofStreams) {
    /// How the rows of a kind look.
    ///
    /// @param classes the colour class a row; null for one colour
    /// @param counts how many of the rows that are left each class holds
    /// @param sizes the size class a row; null for one size
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Look(byte @Nullable [] classes, int[] counts, byte @Nullable [] sizes) {}

    /// What is left of users or streams; the samples are in [app.hometown.workbench.explore.Chosen].
    public Left left(Kind kind) {
        return kind == Kind.USERS ? users : streams;
    }

    /// How users or streams look.
    public Look look(Kind kind) {
        return kind == Kind.USERS ? ofUsers : ofStreams;
    }
}
