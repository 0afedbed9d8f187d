// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Blind judgements, oldest first. Immutable.
///
/// @param votes all of them
public record Votes(List<Vote> votes) {
    /// None yet.
    public static final Votes NONE = new Votes(List.of());

    public Votes {
        votes = List.copyOf(votes);
    }

    /// What came of the votes between two rankers.
    ///
    /// @param a the one
    /// @param b the other
    /// @param winsA votes for the one
    /// @param winsB votes for the other
    /// @param equal votes for neither
    /// @param shareA winsA of the decided votes; not a number when none is decided
    /// @param low lower end of its 95 % interval
    /// @param high upper end
    public record Tally(
            String a, String b, int winsA, int winsB, int equal, double shareA, double low, double high) {}

    /// With one more.
    public Votes with(Vote vote) {
        return new Votes(Stream.concat(votes.stream(), Stream.of(vote)).toList());
    }

    /// Without the last one, if there is one.
    public Votes withoutLast() {
        return votes.isEmpty() ? this : new Votes(votes.subList(0, votes.size() - 1));
    }

    /// Counts the votes between two rankers, on whichever side they stood.
    public Tally tally(String a, String b) {
        throw new UnsupportedOperationException();
    }

    /// Writes them as CSV, whole or not at all: `at,user_id,k,left,right,choice,better`.
    ///
    /// @throws app.hometown.domain.InputException when the disk refuses
    public void write(Path file) {
        throw new UnsupportedOperationException();
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws app.hometown.domain.InputException when it is missing or not such a file, with the line
    public static Votes read(Path file) {
        throw new UnsupportedOperationException();
    }
}
