// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// JSON text that grows at its end, as UTF-8. Puts in what it is told to: brackets and commas are the caller's.
///
/// Answers are few keys and many numbers that are rounded to some places, and every request writes one. This takes half
/// as long as the streaming writer of the JSON library, which finds the shortest digits of a number where the places
/// are known; see `src/bench/BENCHMARKS.md`.
final class JsonBytes {
    /// Below this the product with a thousand is exact to a ten-millionth.
    private static final double FIXED_LIMIT = 1e6;

    private static final long[] POWERS = {1, 10, 100, 1000};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;

    /// @param expected bytes that it will be, about
    JsonBytes(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    /// How many bytes it has.
    int size() {
        return size;
    }

    /// What was written. Valid until more is.
    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    /// A copy of what was written.
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /// Forgets what was written.
    void clear() {
        size = 0;
    }

    /// ASCII text as it is.
    @SuppressWarnings("deprecation") // the one way from ASCII to bytes without an array between
    JsonBytes raw(String ascii) {
        int length = ascii.length();
        reserve(length);
        ascii.getBytes(0, length, bytes, size);
        size += length;
        return this;
    }

    /// Text in quotes.
    JsonBytes string(String text) {
        int length = text.length();
        reserve(length + 2);
        bytes[size++] = '"';
        int at = 0;
        while (at < length && plain(text.charAt(at))) {
            bytes[size++] = (byte) text.charAt(at++);
        }
        if (at < length) {
            reserve(6 * (length - at) + 1);
            escaped(text, at);
        }
        bytes[size++] = '"';
        return this;
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
    }

    private void escaped(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (plain(c)) {
                bytes[size++] = (byte) c;
            } else if (c == '"' || c == '\\') {
                bytes[size++] = '\\';
                bytes[size++] = (byte) c;
            } else if (c < 0x80 || (Character.isSurrogate(c) && !pairAt(text, at))) {
                unicode(c);
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | c >> 6);
                rest(c);
            } else if (!Character.isSurrogate(c)) {
                bytes[size++] = (byte) (0xE0 | c >> 12);
                rest(c >> 6);
                rest(c);
            } else {
                int point = Character.toCodePoint(c, text.charAt(++at));
                bytes[size++] = (byte) (0xF0 | point >> 18);
                rest(point >> 12);
                rest(point >> 6);
                rest(point);
            }
        }
    }

    /// A byte of UTF-8 after the first, of the last six bits.
    private void rest(int bits) {
        bytes[size++] = (byte) (0x80 | (bits & 0x3F));
    }

    private static boolean pairAt(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private void unicode(char c) {
        bytes[size++] = '\\';
        bytes[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[c >> shift & 0xF];
        }
    }

    /// A whole number.
    JsonBytes number(long value) {
        return raw(Long.toString(value));
    }

    /// A number to its last bit, in the fewest digits that say so. It must be finite.
    JsonBytes number(double value) {
        return raw(Double.toString(value));
    }

    /// A number rounded to some decimals, a tie of its exact value to the even neighbour, without zeros at the end but
    /// for one decimal. It must be finite.
    ///
    /// @param decimals 1..3
    JsonBytes rounded(double value, int decimals) {
        double scaled = value * POWERS[decimals];
        double whole = Math.rint(scaled);
        if (Math.abs(value) < FIXED_LIMIT && Math.abs(Math.abs(scaled - whole) - 0.5) > 1e-6) {
            return fixed((long) whole, decimals);
        }
        BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal shown = exact.stripTrailingZeros();
        return raw((shown.scale() < 1 ? shown.setScale(1, RoundingMode.UNNECESSARY) : shown).toPlainString());
    }

    private JsonBytes fixed(long scaled, int decimals) {
        reserve(24);
        long rest = Math.abs(scaled);
        if (scaled < 0) {
            bytes[size++] = '-';
        }
        long power = POWERS[decimals];
        long whole = rest / power;
        int digits = 1;
        for (long n = whole; n >= 10; n /= 10) {
            digits++;
        }
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + whole % 10);
            whole /= 10;
        }
        size += digits;
        bytes[size++] = '.';
        long part = rest % power;
        do {
            power /= 10;
            bytes[size++] = (byte) ('0' + part / power);
            part %= power;
        } while (part > 0);
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
