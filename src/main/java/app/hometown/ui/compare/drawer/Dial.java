// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

/// A number that a slider and a field change.
interface Dial {
    /// Its name in ids of controls.
    String key();

    /// Its name for people.
    String label();

    /// What it does, in a line.
    String what();

    /// What it is without anybody's doing.
    double standard();

    /// What [#standard] is, in words: "default 1.5".
    String standardWords();

    /// What it is now.
    double now();

    /// Where a number stands on the slider, 0..1.
    double position(double value);

    /// The number at a place of the slider, 0..1.
    double at(double position);

    /// A number for people, with all that they typed.
    String text(double value);

    /// Reads what was typed.
    ///
    /// @throws app.hometown.domain.InputException when it is no number
    double read(String typed);

    /// Changes it while the slider moves.
    void slide(double value);

    /// Changes it as a step of its own.
    ///
    /// @throws app.hometown.domain.InputException when it cannot be that
    void set(double value);

    /// The slider rests.
    void rest();
}
