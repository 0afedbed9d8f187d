// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// All streams. Rows run from 0 to [#size] less one. Immutable; cities, languages and categories are codes of the
/// catalog's vocabularies. A changed snapshot ([#with]) shares all but what changed.
public final class Streams {
    private final Identifiers ids;
    private final StreamWords words;
    private final BitSet live;
    private final int liveCount;
    private final CountPages changedAverages;
    private final CountPages changedCurrent;
    private final int @Nullable [] currentViewers;
    private final Labels labels;
    private final @Nullable Streams original;

    /// Columns that are only shown: each either empty, when the data has no such column, or one entry a row.
    ///
    /// @param titles titles; "" where there is none
    /// @param tags tags of a row
    /// @param creatorIds creators; "" where there is none
    public record Labels(List<String> titles, List<List<String>> tags, List<String> creatorIds) {
        /// No such columns.
        public static final Labels NONE = new Labels(List.of(), List.of(), List.of());
    }

    /// A stream that went on or off the air or is watched by more or fewer.
    ///
    /// @param row the stream
    /// @param live whether it is on the air now
    /// @param avgViewerCount viewers on average from now on, at least 0; scores depend on it
    /// @param viewersNow current viewers, [#NOT_KNOWN] or [#AS_BEFORE]; shown, never scored
    public record Change(int row, boolean live, int avgViewerCount, int viewersNow) {
        /// Nobody knows how many watch.
        public static final int NOT_KNOWN = -1;

        /// The current viewers stay what they are.
        public static final int AS_BEFORE = -2;

        /// A change that leaves the current viewers as they are.
        public Change(int row, boolean live, int avgViewerCount) {
            this(row, live, avgViewerCount, AS_BEFORE);
        }
    }

    private Streams(Builder from) {
        int size = from.ids.size();
        ids = from.ids.build();
        words = from.words;
        words.trim(size);
        live = from.live;
        liveCount = live.cardinality();
        changedAverages = CountPages.none();
        changedCurrent = CountPages.none();
        currentViewers = from.hasCurrentViewers ? cut(from.currentViewers, size) : null;
        labels = from.labels;
        original = null;
    }

    private Streams(Streams from, BitSet live, CountPages averages, CountPages current) {
        ids = from.ids;
        words = from.words;
        this.live = live;
        liveCount = live.cardinality();
        changedAverages = averages;
        changedCurrent = current;
        currentViewers = from.currentViewers;
        labels = from.labels;
        original = from.asRead();
    }

    private static int[] cut(int[] column, int size) {
        return column.length == size ? column : Arrays.copyOf(column, size);
    }

    /// The same streams after changes; of several for a row the last counts. Costs a copy of a bit a stream and of
    /// 2 KB a change at most, whatever has changed before.
    ///
    /// @throws IndexOutOfBoundsException for a row that does not exist
    /// @throws IllegalArgumentException for a negative number of viewers
    public Streams with(Collection<Change> changes) {
        BitSet liveNow = (BitSet) live.clone();
        CountPages.Editor averages = changedAverages.edit(words::avgViewerCount, size());
        CountPages.Editor current = changedCurrent.edit(this::currentAsRead, size());
        for (Change change : changes) {
            int row = Objects.checkIndex(change.row(), size());
            if (change.avgViewerCount() < 0 || change.viewersNow() < Change.AS_BEFORE) {
                throw new IllegalArgumentException("viewers of row " + row + ": " + change);
            }
            liveNow.set(row, change.live());
            averages.set(row, change.avgViewerCount());
            if (change.viewersNow() != Change.AS_BEFORE) {
                current.set(row, change.viewersNow());
            }
        }
        return new Streams(this, liveNow, averages.done(), current.done());
    }

    /// The streams as they were before all changes.
    public Streams asRead() {
        return original == null ? this : original;
    }

    /// Whether one is the other, but for changes ([#with]).
    @SuppressWarnings("ReferenceEquality") // data read twice is other data even where it is equal
    boolean sameRows(Streams other) {
        return words == other.words;
    }

    /// The changes that make these streams of older ones.
    ///
    /// @return empty when they are not changed ones of the same ([#with]) but others
    public Optional<List<Change>> changesSince(Streams older) {
        if (!sameRows(older)) {
            return Optional.empty();
        }
        BitSet rows = (BitSet) live.clone();
        rows.xor(older.live);
        changedAverages.addDifferences(older.changedAverages, words::avgViewerCount, size(), rows);
        changedCurrent.addDifferences(older.changedCurrent, this::currentAsRead, size(), rows);
        return Optional.of(rows.stream().mapToObj(this::asChange).toList());
    }

    /// The row as a change would have to make it.
    public Change asChange(int row) {
        return new Change(row, live(row), avgViewerCount(row), viewersNow(row));
    }

    /// How many streams there are, live or not.
    public int size() {
        return ids.size();
    }

    /// How many of them are live.
    public int liveCount() {
        return liveCount;
    }

    /// The identifiers.
    public Identifiers ids() {
        return ids;
    }

    /// Degrees north.
    public double latitude(int row) {
        return words.latitude(row);
    }

    /// Degrees east.
    public double longitude(int row) {
        return words.longitude(row);
    }

    /// City code.
    public int city(int row) {
        return words.city(row);
    }

    /// Language code.
    public int language(int row) {
        return words.language(row);
    }

    /// Category code.
    public int category(int row) {
        return words.category(row);
    }

    /// 0..10.
    public double qualityScore(int row) {
        return words.qualityScore(row);
    }

    /// Viewers on average.
    public int avgViewerCount(int row) {
        int changed = changedAverages.get(row);
        return changed == CountPages.AS_BASE ? words.avgViewerCount(row) : changed;
    }

    /// Followers of the creator.
    public int creatorFollowers(int row) {
        return words.creatorFollowers(row);
    }

    /// Whether the creator is a partner.
    public boolean partnered(int row) {
        return words.partnered(row);
    }

    /// Whether it is marked mature.
    public boolean matureContent(int row) {
        return words.matureContent(row);
    }

    /// Whether it is on the air.
    public boolean live(int row) {
        return live.get(row);
    }

    /// Viewers now, where known.
    public OptionalInt currentViewers(int row) {
        int now = viewersNow(row);
        return now < 0 ? OptionalInt.empty() : OptionalInt.of(now);
    }

    /// Viewers now, or [Change#NOT_KNOWN].
    public int viewersNow(int row) {
        int changed = changedCurrent.get(row);
        return changed == CountPages.AS_BASE ? currentAsRead(row) : changed;
    }

    private int currentAsRead(int row) {
        return currentViewers == null ? Change.NOT_KNOWN : currentViewers[row];
    }

    /// Title, or empty.
    public String title(int row) {
        return labels.titles().isEmpty() ? "" : labels.titles().get(row);
    }

    /// Tags, or an empty list.
    public List<String> tags(int row) {
        return labels.tags().isEmpty() ? List.of() : labels.tags().get(row);
    }

    /// Creator's id, or empty.
    public String creatorId(int row) {
        return labels.creatorIds().isEmpty() ? "" : labels.creatorIds().get(row);
    }

    /// The columns that are only shown, for writing them out again.
    public Labels labels() {
        return labels;
    }

    Stream stream(int row, Catalog catalog) {
        return new Stream(
                ids.get(row),
                latitude(row),
                longitude(row),
                catalog.cities().name(city(row)),
                catalog.languages().name(language(row)),
                catalog.categories().name(category(row)),
                qualityScore(row),
                avgViewerCount(row),
                creatorFollowers(row),
                partnered(row),
                matureContent(row),
                live.get(row),
                currentViewers(row),
                title(row),
                tags(row),
                creatorId(row));
    }

    /// The values of several streams, by their place among them. Asked for by several threads at once.
    public interface Values {
        /// Degrees north.
        double latitude(int n);

        /// Degrees east.
        double longitude(int n);

        /// City code.
        int city(int n);

        /// Language code.
        int language(int n);

        /// Category code.
        int category(int n);

        /// 0..10.
        double qualityScore(int n);

        /// Viewers on average.
        int avgViewerCount(int n);

        /// Followers of the creator.
        int creatorFollowers(int n);

        /// Whether the creator is a partner.
        boolean partnered(int n);

        /// Whether it is marked mature.
        boolean matureContent(int n);

        /// Whether it is on the air.
        boolean live(int n);

        /// Current viewers, or -1 when not known.
        int viewersNow(int n);
    }

    /// Collects streams in row order. Not safe for use by several threads.
    public static final class Builder {
        /// Rows that one thread adds at a time: some 50 µs of work.
        private static final int ROWS_AT_ONCE = 4096;

        private final Identifiers.Builder ids;
        private final StreamWords words;
        private final BitSet live = new BitSet();
        private int[] currentViewers = new int[0];
        private boolean hasCurrentViewers;
        private Labels labels = Labels.NONE;

        /// For any number of streams.
        public Builder() {
            this(64);
        }

        /// For a number of streams that is known beforehand, about: room for them is made at once.
        public Builder(int expected) {
            int capacity = Math.max(16, expected);
            ids = new Identifiers.Builder(capacity);
            words = new StreamWords(capacity);
        }

        /// The identifiers so far; add a stream's id here first, then the rest by [#add].
        public Identifiers.Builder ids() {
            return ids;
        }

        /// Adds the values of the stream whose id was added last.
        ///
        /// @param viewersNow current viewers, or -1 when not known
        public void add(
                double latitude,
                double longitude,
                int city,
                int language,
                int category,
                double qualityScore,
                int avgViewerCount,
                int followers,
                boolean isPartnered,
                boolean isMature,
                boolean isLive,
                int viewersNow) {
            int row = ids.size() - 1;
            words.reserve(row + 1);
            words.put(
                    row,
                    latitude,
                    longitude,
                    city,
                    language,
                    category,
                    qualityScore,
                    avgViewerCount,
                    followers,
                    isPartnered,
                    isMature);
            live.set(row, isLive);
            rememberViewers(row, viewersNow);
        }

        /// Adds the values of the streams whose ids were added last, on all processors.
        ///
        /// @param count how many
        public void addAll(int count, Values values) {
            int first = ids.size() - count;
            words.reserve(ids.size());
            List<Runnable> work = new ArrayList<>();
            work.add(() -> {
                for (int n = 0; n < count; n++) {
                    live.set(first + n, values.live(n));
                }
            });
            work.add(() -> {
                for (int n = 0; n < count; n++) {
                    rememberViewers(first + n, values.viewersNow(n));
                }
            });
            for (int n = 0; n < count; n += ROWS_AT_ONCE) {
                int from = n;
                work.add(() -> put(first, from, Math.min(from + ROWS_AT_ONCE, count), values));
            }
            work.parallelStream().forEach(Runnable::run);
        }

        private void put(int first, int from, int to, Values values) {
            for (int n = from; n < to; n++) {
                words.put(
                        first + n,
                        values.latitude(n),
                        values.longitude(n),
                        values.city(n),
                        values.language(n),
                        values.category(n),
                        values.qualityScore(n),
                        values.avgViewerCount(n),
                        values.creatorFollowers(n),
                        values.partnered(n),
                        values.matureContent(n));
            }
        }

        private void rememberViewers(int row, int viewersNow) {
            if (viewersNow < 0 && !hasCurrentViewers) {
                return;
            }
            if (row >= currentViewers.length) {
                int known = currentViewers.length;
                currentViewers = Arrays.copyOf(currentViewers, words.capacity());
                Arrays.fill(currentViewers, known, currentViewers.length, -1);
            }
            currentViewers[row] = viewersNow;
            hasCurrentViewers = true;
        }

        /// Sets the columns that are only shown; they belong to the streams from now on.
        public void labels(Labels shown) {
            labels = shown;
        }

        /// The finished columns. The builder must not be used afterwards.
        public Streams build() {
            return new Streams(this);
        }
    }
}
