// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

/// What the drawer asks of the window around it.
public interface DrawerActions {
    /// Asks for a scoring file and takes it.
    void openScoring();

    /// Asks where to, and saves the scoring as a file.
    void saveScoring();

    /// Tries a stream with other viewers, as a step that can be taken back.
    ///
    /// @param row the stream
    /// @param viewers on average
    void tryViewers(int row, int viewers);
}
