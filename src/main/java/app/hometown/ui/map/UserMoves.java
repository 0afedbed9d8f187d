// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

/// Hears that the hand moves the picked user on the map. Called on the JavaFX thread.
public interface UserMoves {
    /// Nobody may be moved.
    UserMoves NONE = new UserMoves() {
        @Override
        public boolean canMove() {
            return false;
        }

        @Override
        public void moving(MapPane.Place to) {}

        @Override
        public void moved(MapPane.Place from, MapPane.Place to) {}

        @Override
        public boolean home() {
            return false;
        }
    };

    /// Whether the picked user may be moved now.
    boolean canMove();

    /// The user is somewhere else for now: show what would be there. Follows every move of the hand, so answers come
    /// later and only the last counts.
    void moving(MapPane.Place to);

    /// The user was let go; follows the last [#moving].
    ///
    /// @param from where it was before the hand took it
    void moved(MapPane.Place from, MapPane.Place to);

    /// The user is to go back to where the data have it.
    ///
    /// @return whether it was elsewhere
    boolean home();
}
