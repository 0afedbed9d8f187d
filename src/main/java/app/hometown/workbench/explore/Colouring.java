// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which colour class each row belongs to, and what the classes are. The classes are those of the data as it was read,
/// so that they stay while streams change. Immutable.
public final class Colouring {
    /// Words that have a colour of their own: beyond this colours can no longer be told apart.
    public static final int MOST_WORDS = 7;

    private static final int ROWS_AT_ONCE = 1 << 14;

    /// What a class holds.
    public sealed interface Held {
        /// Rows of one word: a language, a city, a category id, or [Facets#YES] and [Facets#NO].
        record Word(String word) implements Held {}

        /// Rows with a number from `from` on and below `to`; infinite at the ends.
        record Numbers(double from, double to) implements Held {}

        /// All other words.
        ///
        /// @param words how many
        record Other(int words) implements Held {}

        /// Rows of which the number is not known.
        record NotKnown() implements Held {}
    }

    private final Hue hue;
    private final List<Held> held;
    private final int[] classOfCode;
    private final @Nullable Classes numbers;

    private Colouring(Hue hue, List<Held> held, int[] classOfCode, @Nullable Classes numbers) {
        this.hue = hue;
        this.held = List.copyOf(held);
        this.classOfCode = classOfCode;
        this.numbers = numbers;
    }

    /// Finds the classes: the most frequent words, or ranges of about equally many streams. Looks at all rows.
    public static Colouring of(Hue hue, Catalog catalog) {
        Streams streams = catalog.streams().asRead();
        return switch (hue) {
            case NONE -> new Colouring(hue, List.of(), new int[0], null);
            case LANGUAGE -> words(hue, catalog, catalog.languages(), catalog.users()::language, streams::language);
            case CITY -> words(hue, catalog, catalog.cities(), catalog.users()::city, streams::city);
            case CATEGORY -> words(hue, catalog, catalog.categories(), null, streams::category);
            case PARTNERED, LIVE ->
                new Colouring(
                        hue, List.of(new Held.Word(Facets.YES), new Held.Word(Facets.NO)), new int[] {0, 1}, null);
            case QUALITY -> numbers(hue, streams, streams::qualityScore);
            // Of viewers now too, which may not be known yet when the clock has not begun.
            case VIEWERS, VIEWERS_NOW -> numbers(hue, streams, streams::avgViewerCount);
        };
    }

    private static Colouring words(
            Hue hue,
            Catalog catalog,
            Vocabulary vocabulary,
            @Nullable IntUnaryOperator ofUser,
            IntUnaryOperator ofStream) {
        int[] counts = new int[vocabulary.size()];
        for (int row = 0; row < catalog.streams().size(); row++) {
            counts[ofStream.applyAsInt(row)]++;
        }
        for (int row = 0; ofUser != null && row < catalog.users().size(); row++) {
            counts[ofUser.applyAsInt(row)]++;
        }
        List<Integer> order = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(code -> -counts[code]))
                .toList();
        int named = order.size() <= MOST_WORDS + 1 ? order.size() : MOST_WORDS;
        int[] classOfCode = new int[counts.length];
        java.util.Arrays.fill(classOfCode, named);
        List<Held> held = new ArrayList<>();
        for (int code : order.subList(0, Math.min(named, MOST_WORDS))) {
            classOfCode[code] = held.size();
            held.add(new Held.Word(vocabulary.name(code)));
        }
        if (order.size() == MOST_WORDS + 1) {
            // A single word beyond the colours is named all the same.
            classOfCode[order.getLast()] = held.size();
            held.add(new Held.Word(vocabulary.name(order.getLast())));
        } else if (order.size() > MOST_WORDS) {
            held.add(new Held.Other(order.size() - MOST_WORDS));
        }
        return new Colouring(hue, held, classOfCode, null);
    }

    private static Colouring numbers(Hue hue, Streams streams, IntToDoubleFunction value) {
        Classes classes = Classes.of(streams.size(), value, 1 / 6.0, 2 / 6.0, 3 / 6.0, 4 / 6.0, 5 / 6.0);
        List<Held> held = new ArrayList<>();
        for (int at = 0; at < classes.size(); at++) {
            held.add(new Held.Numbers(classes.from(at), classes.to(at)));
        }
        if (hue == Hue.VIEWERS_NOW) {
            held.add(new Held.NotKnown());
        }
        return new Colouring(hue, held, new int[0], classes);
    }

    /// What points are coloured by.
    public Hue hue() {
        return hue;
    }

    /// The classes by number.
    public List<Held> held() {
        return held;
    }

    /// The class of each row, on all cores; null when rows of this kind keep their one colour.
    ///
    /// @param catalog the one that the classes were found for, or a later snapshot of it
    public byte @Nullable [] classes(Kind kind, Catalog catalog) {
        if (!hue.has(kind)) {
            return null;
        }
        IntUnaryOperator at = kind == Kind.USERS ? ofUser(catalog) : ofStream(catalog.streams());
        byte[] classes = new byte[kind.size(catalog)];
        IntStream.range(0, Math.ceilDiv(classes.length, ROWS_AT_ONCE))
                .parallel()
                .forEach(part -> {
                    int to = Math.min(classes.length, (part + 1) * ROWS_AT_ONCE);
                    for (int row = part * ROWS_AT_ONCE; row < to; row++) {
                        classes[row] = (byte) at.applyAsInt(row);
                    }
                });
        return classes;
    }

    private IntUnaryOperator ofUser(Catalog catalog) {
        return hue == Hue.CITY
                ? row -> classOfCode[catalog.users().city(row)]
                : row -> classOfCode[catalog.users().language(row)];
    }

    private IntUnaryOperator ofStream(Streams streams) {
        return switch (hue) {
            case CITY -> row -> classOfCode[streams.city(row)];
            case CATEGORY -> row -> classOfCode[streams.category(row)];
            case PARTNERED -> row -> streams.partnered(row) ? 0 : 1;
            case LIVE -> row -> streams.live(row) ? 0 : 1;
            case QUALITY -> row -> of(streams.qualityScore(row));
            case VIEWERS -> row -> of(streams.avgViewerCount(row));
            case VIEWERS_NOW -> row -> of(streams.viewersNow(row));
            default -> row -> classOfCode[streams.language(row)];
        };
    }

    private int of(double number) {
        if (numbers == null) {
            throw new IllegalStateException(hue + " has no numbers");
        }
        return number < 0 ? numbers.size() : numbers.of(number);
    }

    /// How many of some rows each class holds.
    public int[] counts(byte[] classes, BitSet rows) {
        int[] counts = new int[held.size()];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            counts[classes[row]]++;
        }
        return counts;
    }
}
