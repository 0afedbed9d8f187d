// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Identifiers such as `user_000001`: a prefix and the row counted from 1, with at least six digits.
final class RowIds {
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 10;

    private final byte[] text;
    private final int digitsFrom;

    RowIds(String prefix) {
        byte[] start = prefix.getBytes(StandardCharsets.US_ASCII);
        text = Arrays.copyOf(start, start.length + MOST_DIGITS);
        digitsFrom = start.length;
    }

    /// Adds the identifier of a row.
    void add(Identifiers.Builder ids, int row) {
        ids.add(text, 0, write(row));
    }

    /// The identifier of a row as a string.
    String get(int row) {
        return new String(text, 0, write(row), StandardCharsets.US_ASCII);
    }

    private int write(int row) {
        long number = row + 1L;
        int digits = FEWEST_DIGITS;
        for (long limit = 1_000_000; number >= limit; limit *= 10) {
            digits++;
        }
        for (int at = digitsFrom + digits - 1; at >= digitsFrom; at--) {
            text[at] = (byte) ('0' + number % 10);
            number /= 10;
        }
        return digitsFrom + digits;
    }
}
