// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A column of unique identifiers, found by row and by text.
///
/// Held as UTF-8 bytes behind an offset table, with an open-addressed hash table: about the text's own bytes plus 16 to
/// 30 bytes a row, where strings would take 60 and more. Immutable and safe for use by several threads.
public final class Identifiers {
    /// 2⁶⁴ divided by the golden ratio, odd: multiplication by it spreads near values over all bits.
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /// Identifiers looked up together: what they touch fits into a first-level cache.
    private static final int AHEAD = 128;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int[] ends;
    private final long[] table;
    private final int size;

    @SuppressWarnings("UnusedVariable") // a load whose result goes nowhere would be optimised away
    private int approached;

    private Identifiers(byte[] bytes, int[] ends, long[] table, int size) {
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

    /// How many bytes the identifier at a row has in UTF-8.
    public int byteCount(int row) {
        return ends[row] - start(row);
    }

    /// Puts those bytes into a buffer that has room for them, without making a string.
    public void copyBytes(int row, ByteBuffer into) {
        into.put(bytes, start(row), byteCount(row));
    }

    /// The row of an identifier, or -1 when there is none. Expected constant time.
    public int indexOf(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return row(table[slot(bytes, ends, table, hash(key, 0, key.length), key, 0, key.length)]);
    }

    /// The rows of identifiers that another column holds, -1 where there is none. Makes no strings, and looks many up
    /// at
    /// once: each waits for memory three times, and waiting for them together takes a fraction of the time.
    ///
    /// @param from first row of the other column
    /// @param to behind its last row
    /// @param rows filled from `from` to `to`
    public void indexOf(Identifiers other, int from, int to, int[] rows) {
        int[] hashes = new int[Math.min(AHEAD, to - from)];
        for (int first = from; first < to; first += AHEAD) {
            int count = Math.min(AHEAD, to - first);
            for (int n = 0; n < count; n++) {
                int start = other.start(first + n);
                hashes[n] = hash(other.bytes, start, other.ends[first + n] - start);
            }
            int mask = table.length - 1;
            for (int n = 0; n < count; n++) {
                rows[first + n] = row(table[hashes[n] & mask]);
            }
            int near = 0;
            for (int n = 0; n < count; n++) {
                int row = rows[first + n];
                near |= row <= 0 || ends[row - 1] == bytes.length ? 0 : bytes[ends[row - 1]];
            }
            approached = near;
            for (int n = 0; n < count; n++) {
                int start = other.start(first + n);
                rows[first + n] =
                        row(table[slot(bytes, ends, table, hashes[n], other.bytes, start, other.ends[first + n])]);
            }
        }
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
    ///
    /// A slot has the row plus 1 in its lower half and the hash in its upper one: texts are compared only when
    /// their
    /// hashes are equal, which spares two memory accesses for every slot passed by.
    private static int slot(byte[] bytes, int[] ends, long[] table, int hash, byte[] key, int from, int to) {
        int mask = table.length - 1;
        int slot = hash & mask;
        for (long entry = table[slot]; entry != 0; entry = table[slot]) {
            if ((int) (entry >>> 32) == hash) {
                int row = row(entry);
                int start = row == 0 ? 0 : ends[row - 1];
                if (Arrays.equals(bytes, start, ends[row], key, from, to)) {
                    return slot;
                }
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int row(long entry) {
        return (int) entry - 1;
    }

    /// The hash of UTF-8 text, as [Builder#add(int, byte[], int, int)] wants it. Eight bytes at a time, each mixed by
    /// multiplication: the texts differ in few and near digits, and all bits of the hash must show it.
    public static int hash(byte[] utf8, int offset, int length) {
        long hash = length * MIX;
        int at = offset;
        int end = offset + length;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash ^ (long) WORDS.get(utf8, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = rest << 8 | (utf8[at] & 0xFF);
        }
        hash = mixed(hash ^ rest);
        return (int) (hash ^ hash >>> 32);
    }

    private static long mixed(long word) {
        long product = word * MIX;
        return product ^ product >>> 29;
    }

    /// Collects identifiers in row order. Not safe for use by several threads.
    public static final class Builder {
        /// How full the table may be: a look-up passes 2 slots on average, most of them in one cache line.
        private static final double FULL = 0.625;

        private byte[] bytes = new byte[1 << 10];
        private int[] ends;
        private long[] table;
        private int size;

        @SuppressWarnings("UnusedVariable") // a load whose result goes nowhere would be optimised away
        private long approached;

        /// For any number of identifiers.
        public Builder() {
            this(64);
        }

        /// For a number of identifiers that is known beforehand, about: room for them is made at once.
        public Builder(int expected) {
            int capacity = Math.max(16, Math.min(expected, 1 << 29));
            ends = new int[capacity];
            table = new long[Math.max(32, Integer.highestOneBit((int) (capacity / FULL)) * 2)];
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
            return add(hash(utf8, offset, length), utf8, offset, length);
        }

        /// Adds UTF-8 text unless it is there already.
        ///
        /// @param hash its hash, from [Identifiers#hash]: computed beforehand it need not wait for memory
        /// @return whether it was new
        public boolean add(int hash, byte[] utf8, int offset, int length) {
            int slot = slot(bytes, ends, table, hash, utf8, offset, offset + length);
            if (table[slot] != 0) {
                return false;
            }
            append(slot, hash, utf8, offset, length);
            return true;
        }

        /// Brings the places where texts of these hashes would stand near to the processor, so that adding them next
        /// need not wait for memory one by one: the loads here do not depend on each other. A few hundred at a
        /// time.
        public void approach(int[] hashes, int from, int to) {
            long[] slots = table;
            int mask = slots.length - 1;
            long entries = 0;
            for (int n = from; n < to; n++) {
                entries |= slots[hashes[n] & mask];
            }
            approached = entries;
        }

        /// Adds an identifier unless it is there already.
        ///
        /// @return its row, old or new
        public int code(byte[] utf8, int offset, int length) {
            return code(hash(utf8, offset, length), utf8, offset, length);
        }

        /// As above, with the hash from [Identifiers#hash].
        public int code(int hash, byte[] utf8, int offset, int length) {
            int slot = slot(bytes, ends, table, hash, utf8, offset, offset + length);
            if (table[slot] == 0) {
                append(slot, hash, utf8, offset, length);
                return size - 1;
            }
            return row(table[slot]);
        }

        private void append(int slot, int hash, byte[] utf8, int offset, int length) {
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
            table[slot] = (long) hash << 32 | ++size;
            if (size > table.length * FULL) {
                grow();
            }
        }

        private void grow() {
            long[] larger = new long[table.length * 2];
            int mask = larger.length - 1;
            for (long entry : table) {
                if (entry != 0) {
                    int slot = (int) (entry >>> 32) & mask;
                    while (larger[slot] != 0) {
                        slot = (slot + 1) & mask;
                    }
                    larger[slot] = entry;
                }
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
