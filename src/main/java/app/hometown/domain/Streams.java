// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// All streams, column by column. Rows run from 0 to [#size] less one. Immutable; cities, languages and categories are
/// codes of the catalog's vocabularies.
public final class Streams {
    private final Identifiers ids;
    private final double[] latitudes;
    private final double[] longitudes;
    private final int[] cities;
    private final int[] languages;
    private final int[] categories;
    private final double[] qualityScores;
    private final int[] avgViewerCounts;
    private final int[] creatorFollowers;
    private final BitSet partnered;
    private final BitSet matureContent;
    private final BitSet live;
    private final int liveCount;
    private final int @Nullable [] currentViewers;
    private final Labels labels;

    /// Columns that are only shown: each either empty, when the data has no such column, or one entry a row.
    ///
    /// @param titles titles; "" where there is none
    /// @param tags tags of a row
    /// @param creatorIds creators; "" where there is none
    public record Labels(List<String> titles, List<List<String>> tags, List<String> creatorIds) {
        /// No such columns.
        public static final Labels NONE = new Labels(List.of(), List.of(), List.of());
    }

    private Streams(Builder from) {
        int size = from.ids.size();
        ids = from.ids.build();
        latitudes = cut(from.latitudes, size);
        longitudes = cut(from.longitudes, size);
        cities = cut(from.cities, size);
        languages = cut(from.languages, size);
        categories = cut(from.categories, size);
        qualityScores = cut(from.qualityScores, size);
        avgViewerCounts = cut(from.avgViewerCounts, size);
        creatorFollowers = cut(from.creatorFollowers, size);
        partnered = from.partnered;
        matureContent = from.matureContent;
        live = from.live;
        liveCount = live.cardinality();
        currentViewers = from.hasCurrentViewers ? cut(from.currentViewers, size) : null;
        labels = from.labels;
    }

    private static double[] cut(double[] column, int size) {
        return column.length == size ? column : Arrays.copyOf(column, size);
    }

    private static int[] cut(int[] column, int size) {
        return column.length == size ? column : Arrays.copyOf(column, size);
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
        return latitudes[row];
    }

    /// Degrees east.
    public double longitude(int row) {
        return longitudes[row];
    }

    /// City code.
    public int city(int row) {
        return cities[row];
    }

    /// Language code.
    public int language(int row) {
        return languages[row];
    }

    /// Category code.
    public int category(int row) {
        return categories[row];
    }

    /// 0..10.
    public double qualityScore(int row) {
        return qualityScores[row];
    }

    /// Viewers on average.
    public int avgViewerCount(int row) {
        return avgViewerCounts[row];
    }

    /// Followers of the creator.
    public int creatorFollowers(int row) {
        return creatorFollowers[row];
    }

    /// Whether the creator is a partner.
    public boolean partnered(int row) {
        return partnered.get(row);
    }

    /// Whether it is marked mature.
    public boolean matureContent(int row) {
        return matureContent.get(row);
    }

    /// Whether it is on the air.
    public boolean live(int row) {
        return live.get(row);
    }

    /// Viewers now, where known.
    public OptionalInt currentViewers(int row) {
        return currentViewers == null || currentViewers[row] < 0
                ? OptionalInt.empty()
                : OptionalInt.of(currentViewers[row]);
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
                latitudes[row],
                longitudes[row],
                catalog.cities().name(cities[row]),
                catalog.languages().name(languages[row]),
                catalog.categories().name(categories[row]),
                qualityScores[row],
                avgViewerCounts[row],
                creatorFollowers[row],
                partnered.get(row),
                matureContent.get(row),
                live.get(row),
                currentViewers(row),
                title(row),
                tags(row),
                creatorId(row));
    }

    /// Collects streams in row order. Not safe for use by several threads.
    public static final class Builder {
        private final Identifiers.Builder ids;
        private double[] latitudes;
        private double[] longitudes;
        private int[] cities;
        private int[] languages;
        private int[] categories;
        private double[] qualityScores;
        private int[] avgViewerCounts;
        private int[] creatorFollowers;
        private final BitSet partnered = new BitSet();
        private final BitSet matureContent = new BitSet();
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
            latitudes = new double[capacity];
            longitudes = new double[capacity];
            cities = new int[capacity];
            languages = new int[capacity];
            categories = new int[capacity];
            qualityScores = new double[capacity];
            avgViewerCounts = new int[capacity];
            creatorFollowers = new int[capacity];
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
            if (row == latitudes.length) {
                int capacity = (int) Math.min(row * 2L, Integer.MAX_VALUE - 16);
                latitudes = Arrays.copyOf(latitudes, capacity);
                longitudes = Arrays.copyOf(longitudes, capacity);
                cities = Arrays.copyOf(cities, capacity);
                languages = Arrays.copyOf(languages, capacity);
                categories = Arrays.copyOf(categories, capacity);
                qualityScores = Arrays.copyOf(qualityScores, capacity);
                avgViewerCounts = Arrays.copyOf(avgViewerCounts, capacity);
                creatorFollowers = Arrays.copyOf(creatorFollowers, capacity);
            }
            latitudes[row] = latitude;
            longitudes[row] = longitude;
            cities[row] = city;
            languages[row] = language;
            categories[row] = category;
            qualityScores[row] = qualityScore;
            avgViewerCounts[row] = avgViewerCount;
            creatorFollowers[row] = followers;
            partnered.set(row, isPartnered);
            matureContent.set(row, isMature);
            live.set(row, isLive);
            if (viewersNow >= 0 || hasCurrentViewers) {
                rememberViewers(row, viewersNow);
            }
        }

        private void rememberViewers(int row, int viewersNow) {
            if (row >= currentViewers.length) {
                int known = currentViewers.length;
                currentViewers = Arrays.copyOf(currentViewers, latitudes.length);
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
