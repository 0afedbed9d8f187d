// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A column of unique identifiers, found by row and by text.
///
/// Held as UTF-8 bytes behind an offset table, with an open-addressed hash table: about the text's own bytes plus 4 to
/// 20 bytes a row, where strings would take 60 and more. Immutable.
public final class Identifiers {
    private final byte[] bytes;
    private final int[] ends;
    private final int[] table;
    private final int size;

    private Identifiers(byte[] bytes, int[] ends, int[] table, int size) {
        this.bytes = bytes;
        this.ends = ends;
        this.table = table;
        this.size = size;
    }

    /// How many there are.
    public int size() {
        return size;
    }

    /// The identifier at a row. Allocates the string.
    public String get(int row) {
        int start = start(row);
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    /// The row of an identifier, or -1 when there is none. Expected constant time.
    public int indexOf(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return table[slot(bytes, ends, table, key, 0, key.length)] - 1;
    }

    /// Compares the identifiers of two rows by code point, ascending: the order that breaks ties between scores.
    public int compare(int a, int b) {
        return Arrays.compareUnsigned(bytes, start(a), ends[a], bytes, start(b), ends[b]);
    }

    /// Up to `limit` identifiers most like the given one, best first: for "did you mean". Looks at every row.
    public List<String> nearest(String id, int limit) {
        record Candidate(String id, int edits) {}
        List<Candidate> best = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            if (Math.abs(ends[row] - start(row) - id.length()) > 4) {
                continue;
            }
            String other = get(row);
            int edits = edits(id, other);
            if (edits > 4) {
                continue;
            }
            int at = best.size();
            while (at > 0 && best.get(at - 1).edits() > edits) {
                at--;
            }
            if (at < limit) {
                best.add(at, new Candidate(other, edits));
                if (best.size() > limit) {
                    best.removeLast();
                }
            }
        }
        return best.stream().map(Candidate::id).toList();
    }

    /// Levenshtein distance.
    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /// The slot that holds the key, or the free one where it would go.
    private static int slot(byte[] bytes, int[] ends, int[] table, byte[] key, int from, int to) {
        int mask = table.length - 1;
        int slot = hash(key, from, to) & mask;
        while (table[slot] != 0) {
            int row = table[slot] - 1;
            int start = row == 0 ? 0 : ends[row - 1];
            if (Arrays.equals(bytes, start, ends[row], key, from, to)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int hash(byte[] key, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + key[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /// Collects identifiers in row order. Not safe for use by several threads.
    public static final class Builder {
        private byte[] bytes = new byte[1 << 10];
        private int[] ends;
        private int[] table;
        private int size;

        /// For any number of identifiers.
        public Builder() {
            this(64);
        }

        /// For a number of identifiers that is known beforehand, about: room for them is made at once.
        public Builder(int expected) {
            int capacity = Math.max(16, Math.min(expected, 1 << 29));
            ends = new int[capacity];
            table = new int[Integer.highestOneBit(capacity * 2 - 1) * 2];
        }

        /// Adds an identifier unless it is there already.
        ///
        /// @return whether it was new
        public boolean add(String id) {
            byte[] key = id.getBytes(StandardCharsets.UTF_8);
            return add(key, 0, key.length);
        }

        /// Adds UTF-8 text unless it is there already.
        ///
        /// @return whether it was new
        public boolean add(byte[] utf8, int offset, int length) {
            int slot = slot(bytes, ends, table, utf8, offset, offset + length);
            if (table[slot] != 0) {
                return false;
            }
            append(slot, utf8, offset, length);
            return true;
        }

        /// Adds an identifier unless it is there already.
        ///
        /// @return its row, old or new
        public int code(byte[] utf8, int offset, int length) {
            int slot = slot(bytes, ends, table, utf8, offset, offset + length);
            if (table[slot] == 0) {
                append(slot, utf8, offset, length);
                return size - 1;
            }
            return table[slot] - 1;
        }

        private void append(int slot, byte[] utf8, int offset, int length) {
            int start = size == 0 ? 0 : ends[size - 1];
            if (length > Integer.MAX_VALUE - 16 - start) {
                throw new InputException(
                        "identifiers",
                        "their text is longer than 2 GiB in all",
                        "Use shorter identifiers or fewer rows.");
            }
            int end = start + length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.max(end, Math.min(Integer.MAX_VALUE - 16, bytes.length * 2L)));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, (int) Math.min(size * 2L, Integer.MAX_VALUE - 16));
            }
            System.arraycopy(utf8, offset, bytes, start, length);
            ends[size] = end;
            table[slot] = ++size;
            if (size * 2L > table.length) {
                grow();
            }
        }

        private void grow() {
            int[] larger = new int[table.length * 2];
            int mask = larger.length - 1;
            for (int row = 0; row < size; row++) {
                int slot = hash(bytes, row == 0 ? 0 : ends[row - 1], ends[row]) & mask;
                while (larger[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                larger[slot] = row + 1;
            }
            table = larger;
        }

        /// How many have been added.
        public int size() {
            return size;
        }

        /// The finished column. The builder must not be used afterwards.
        public Identifiers build() {
            return new Identifiers(
                    Arrays.copyOf(bytes, size == 0 ? 0 : ends[size - 1]),
                    ends.length == size ? ends : Arrays.copyOf(ends, size),
                    table,
                    size);
        }
    }
}
