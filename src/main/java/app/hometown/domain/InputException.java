// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

/// Something outside the program is not as it must be, and whoever uses the program can mend it: a file, an
/// argument, a full disk. Carries what every such message needs: where, what, and what to do.
///
/// Programming mistakes are never wrapped in it.
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;
    private final String remedy;

    /// @param where the file, row, column, argument or address concerned
    /// @param what what is wrong with it, without a full stop
    /// @param remedy what to do about it, a whole sentence
    public InputException(String where, String what, String remedy) {
        super(where + ": " + what + ". " + remedy);
        this.where = where;
        this.what = what;
        this.remedy = remedy;
    }

    /// As above, keeping the cause for `--verbose` and the error window's copied text.
    public InputException(String where, String what, String remedy, Throwable cause) {
        this(where, what, remedy);
        initCause(cause);
    }

    /// The file, row, column, argument or address concerned.
    public String where() {
        return where;
    }

    /// What is wrong, without a full stop.
    public String what() {
        return what;
    }

    /// What to do about it.
    public String remedy() {
        return remedy;
    }
}
