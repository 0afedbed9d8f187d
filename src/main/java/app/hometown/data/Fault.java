// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

/// Why a value makes its row unusable.
enum Fault {
    NULL("is null"),
    EMPTY("is empty"),
    REPEATED("is repeated"),
    NOT_A_NUMBER("is not a number (NaN)"),
    INFINITE("is infinite"),
    OUT_OF_RANGE("is out of range"),
    NOT_WHOLE("is not a whole number"),
    LOSES_DIGITS("has more digits than a double holds"),
    NOT_TEXT("is not UTF-8 text"),
    NULL_ELEMENT("has a null element");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /// What is said about the column: "is null".
    String words() {
        return words;
    }
}
