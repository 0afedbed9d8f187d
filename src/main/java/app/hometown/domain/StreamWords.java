// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.Arrays;

/// What scores of streams are made of, 48 bytes a row in one piece: rankings and features read single rows from all
/// over, and that way wait for one piece of memory instead of nine. Filled by [Streams.Builder], then only read.
final class StreamWords {
    /// Longs a row: latitude, longitude, quality, viewers and followers, city and language, category and flags.
    private static final int WORDS = 6;

    private static final int QUALITY = 2;
    private static final int COUNTS = 3;
    private static final int PLACE = 4;
    private static final int KIND = 5;
    private static final int PARTNERED = 1;
    private static final int MATURE = 2;

    /// The largest array of whole rows that there can be: 357 million.
    private static final int MOST_WORDS = (Integer.MAX_VALUE - 16) / WORDS * WORDS;

    private long[] words;

    /// @param rows for how many there is room at first
    StreamWords(int rows) {
        words = new long[Math.multiplyExact(rows, WORDS)];
    }

    /// For how many rows there is room.
    int capacity() {
        return words.length / WORDS;
    }

    /// Makes room for so many rows, and for as many again while rows come one by one.
    void reserve(int rows) {
        int needed = Math.multiplyExact(rows, WORDS);
        if (needed > words.length) {
            words = Arrays.copyOf(words, Math.clamp(words.length * 2L, Math.min(needed, MOST_WORDS), MOST_WORDS));
        }
    }

    /// Gives back the room behind so many rows.
    void trim(int rows) {
        if (words.length != rows * WORDS) {
            words = Arrays.copyOf(words, rows * WORDS);
        }
    }

    void put(
            int row,
            double latitude,
            double longitude,
            int city,
            int language,
            int category,
            double qualityScore,
            int avgViewerCount,
            int followers,
            boolean partnered,
            boolean mature) {
        int at = row * WORDS;
        words[at] = Double.doubleToRawLongBits(latitude);
        words[at + 1] = Double.doubleToRawLongBits(longitude);
        words[at + QUALITY] = Double.doubleToRawLongBits(qualityScore);
        words[at + COUNTS] = word(avgViewerCount, followers);
        words[at + PLACE] = word(city, language);
        words[at + KIND] = word(category, (partnered ? PARTNERED : 0) | (mature ? MATURE : 0));
    }

    double latitude(int row) {
        return Double.longBitsToDouble(words[row * WORDS]);
    }

    double longitude(int row) {
        return Double.longBitsToDouble(words[row * WORDS + 1]);
    }

    int city(int row) {
        return high(words[row * WORDS + PLACE]);
    }

    int language(int row) {
        return (int) words[row * WORDS + PLACE];
    }

    int category(int row) {
        return high(words[row * WORDS + KIND]);
    }

    double qualityScore(int row) {
        return Double.longBitsToDouble(words[row * WORDS + QUALITY]);
    }

    int avgViewerCount(int row) {
        return high(words[row * WORDS + COUNTS]);
    }

    int creatorFollowers(int row) {
        return (int) words[row * WORDS + COUNTS];
    }

    boolean partnered(int row) {
        return (words[row * WORDS + KIND] & PARTNERED) != 0;
    }

    boolean matureContent(int row) {
        return (words[row * WORDS + KIND] & MATURE) != 0;
    }

    private static int high(long word) {
        return (int) (word >>> 32);
    }

    private static long word(int high, int low) {
        return (long) high << 32 | Integer.toUnsignedLong(low);
    }
}
