// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.data.Csv;
import app.hometown.domain.InputException;
import app.hometown.files.AtomicFile;
import app.hometown.workbench.compare.Vote.Choice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Blind judgements, oldest first. Immutable.
///
/// @param votes all of them
public record Votes(List<Vote> votes) {
    /// None yet.
    public static final Votes NONE = new Votes(List.of());

    private static final List<String> COLUMNS = List.of("at", "user_id", "k", "left", "right", "choice", "better");

    /// Two-sided 95 % of the normal distribution.
    private static final double Z = 1.959963984540054;

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
    /// @param low lower end of its 95 % interval, 0 when none is decided
    /// @param high upper end, 1 when none is decided
    public record Tally(String a, String b, int winsA, int winsB, int equal, double shareA, double low, double high) {
        /// With Wilson's interval, which stays inside 0..1 and holds for few votes too.
        ///
        /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", J.
        /// American
        /// Statistical Association 22, 1927.
        static Tally of(String a, String b, int winsA, int winsB, int equal) {
            double n = winsA + winsB;
            if (n == 0) {
                return new Tally(a, b, winsA, winsB, equal, Double.NaN, 0, 1);
            }
            double share = winsA / n;
            double middle = share + Z * Z / (2 * n);
            double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
            double scale = 1 + Z * Z / n;
            return new Tally(
                    a,
                    b,
                    winsA,
                    winsB,
                    equal,
                    share,
                    Math.max(0, (middle - half) / scale),
                    Math.min(1, (middle + half) / scale));
        }

        /// How many votes there are.
        public int votes() {
            return winsA + winsB + equal;
        }
    }

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
        int winsA = 0;
        int winsB = 0;
        int equal = 0;
        for (Vote vote : votes) {
            boolean asGiven = vote.left().equals(a) && vote.right().equals(b);
            boolean swapped = vote.left().equals(b) && vote.right().equals(a);
            if (!asGiven && !swapped) {
                continue;
            }
            if (vote.choice() == Choice.EQUAL) {
                equal++;
            } else if (asGiven == (vote.choice() == Choice.LEFT)) {
                winsA++;
            } else {
                winsB++;
            }
        }
        return Tally.of(a, b, winsA, winsB, equal);
    }

    /// The votes as CSV: `at,user_id,k,left,right,choice,better`, times in UTC, `better` the better ranker's name or
    /// `equal`.
    public String toCsv() {
        StringBuilder csv = new StringBuilder();
        Csv.append(csv, COLUMNS);
        for (Vote vote : votes) {
            Csv.append(
                    csv,
                    List.of(
                            vote.at().toString(),
                            vote.userId(),
                            Integer.toString(vote.k()),
                            vote.left(),
                            vote.right(),
                            vote.choice().key(),
                            vote.better().orElse(Choice.EQUAL.key())));
        }
        return csv.toString();
    }

    /// Writes [#toCsv] to a file, whole or not at all.
    ///
    /// @throws InputException when the disk refuses
    public void write(Path file) {
        AtomicFile.write(file, out -> out.write(toCsv().getBytes(StandardCharsets.UTF_8)));
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws InputException when it is missing or not such a file, with the record
    public static Votes read(Path file) {
        List<List<String>> rows = Csv.parse(file, text(file));
        if (rows.isEmpty() || !rows.getFirst().equals(COLUMNS)) {
            throw new InputException(
                    file.toString(),
                    "is not a file of votes: its first line is not " + String.join(",", COLUMNS),
                    "Choose a file that was saved here.");
        }
        List<Vote> votes = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            votes.add(vote(file, row, rows.get(row)));
        }
        return new Votes(votes);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InputException(file.toString(), "there is no such file", "Check the path.", e);
        } catch (IOException e) {
            throw new InputException(
                    file.toString(), "cannot be read (" + e.getMessage() + ")", "Check its permissions.", e);
        }
    }

    private static Vote vote(Path file, int row, List<String> fields) {
        try {
            if (fields.size() == COLUMNS.size()) {
                return new Vote(
                        Instant.parse(fields.get(0)),
                        fields.get(1),
                        Integer.parseInt(fields.get(2)),
                        fields.get(3),
                        fields.get(4),
                        Choice.valueOf(fields.get(5).toUpperCase(Locale.ROOT)));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw broken(file, row, fields, e);
        }
        throw broken(file, row, fields, new IllegalArgumentException(fields.size() + " fields"));
    }

    private static InputException broken(Path file, int row, List<String> fields, Exception cause) {
        return new InputException(
                file + " vote " + row,
                "cannot be understood: " + String.join(",", fields),
                "Mend the line or remove it.",
                cause);
    }
}
