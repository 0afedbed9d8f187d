// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

/// What questions belong together, in the order in which they are read.
public enum Theme {
    /// Where users and streams are.
    PLACES,
    /// How far users are from what they were shown, and what that does to clicks.
    DISTANCE,
    /// Quality, viewers, followers, categories.
    STREAMS,
    /// What users are like.
    USERS,
    /// What clicks go with.
    CLICKS,
    /// Who finds nothing near, and who is not found.
    EXPOSURE
}
