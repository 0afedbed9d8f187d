// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All users, column by column. Rows run from 0 to [#size] less one. Immutable; cities, languages and categories are
/// codes of the catalog's vocabularies.
public final class Users {
    private final Identifiers ids;
    private final double[] latitudes;
    private final double[] longitudes;
    private final int[] cities;
    private final int[] languages;
    private final int[] categoryEnds;
    private final int[] categories;
    private final double[] localPreferenceStrengths;
    private final double[] totalWatchHours;

    private Users(Builder from) {
        int size = from.ids.size();
        ids = from.ids.build();
        latitudes = cut(from.latitudes, size);
        longitudes = cut(from.longitudes, size);
        cities = cut(from.cities, size);
        languages = cut(from.languages, size);
        categoryEnds = cut(from.categoryEnds, size);
        categories = cut(from.categories, from.categoryCount);
        localPreferenceStrengths = cut(from.localPreferenceStrengths, size);
        totalWatchHours = cut(from.totalWatchHours, size);
    }

    private static double[] cut(double[] column, int size) {
        return column.length == size ? column : Arrays.copyOf(column, size);
    }

    private static int[] cut(int[] column, int size) {
        return column.length == size ? column : Arrays.copyOf(column, size);
    }

    /// How many users there are.
    public int size() {
        return ids.size();
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

    /// How many categories the user prefers.
    public int categoryCount(int row) {
        return categoryEnds[row] - categoryStart(row);
    }

    /// The code of the user's n-th preferred category, n from 0.
    public int category(int row, int n) {
        return categories[categoryStart(row) + n];
    }

    /// 0..1.
    public double localPreferenceStrength(int row) {
        return localPreferenceStrengths[row];
    }

    /// Hours.
    public double totalWatchHours(int row) {
        return totalWatchHours[row];
    }

    private int categoryStart(int row) {
        return row == 0 ? 0 : categoryEnds[row - 1];
    }

    User user(int row, Catalog catalog) {
        List<String> preferred = new ArrayList<>();
        for (int n = 0; n < categoryCount(row); n++) {
            preferred.add(catalog.categories().name(category(row, n)));
        }
        return new User(
                ids.get(row),
                latitudes[row],
                longitudes[row],
                catalog.cities().name(cities[row]),
                catalog.languages().name(languages[row]),
                preferred,
                localPreferenceStrengths[row],
                totalWatchHours[row]);
    }

    /// Collects users in row order. Not safe for use by several threads.
    public static final class Builder {
        private final Identifiers.Builder ids;
        private double[] latitudes;
        private double[] longitudes;
        private int[] cities;
        private int[] languages;
        private int[] categoryEnds;
        private int[] categories = new int[256];
        private int categoryCount;
        private double[] localPreferenceStrengths;
        private double[] totalWatchHours;

        /// For any number of users.
        public Builder() {
            this(64);
        }

        /// For a number of users that is known beforehand, about: room for them is made at once.
        public Builder(int expected) {
            int capacity = Math.max(16, expected);
            ids = new Identifiers.Builder(capacity);
            latitudes = new double[capacity];
            longitudes = new double[capacity];
            cities = new int[capacity];
            languages = new int[capacity];
            categoryEnds = new int[capacity];
            localPreferenceStrengths = new double[capacity];
            totalWatchHours = new double[capacity];
        }

        /// The identifiers so far; add a user's id here first, then the rest by [#add].
        public Identifiers.Builder ids() {
            return ids;
        }

        /// Adds the values of the user whose id was added last.
        ///
        /// @param preferredCategories codes; the first `categoryCount` count
        public void add(
                double latitude,
                double longitude,
                int city,
                int language,
                int[] preferredCategories,
                int preferredCount,
                double localPreferenceStrength,
                double watchHours) {
            int row = ids.size() - 1;
            if (row == latitudes.length) {
                int capacity = (int) Math.min(row * 2L, Integer.MAX_VALUE - 16);
                latitudes = Arrays.copyOf(latitudes, capacity);
                longitudes = Arrays.copyOf(longitudes, capacity);
                cities = Arrays.copyOf(cities, capacity);
                languages = Arrays.copyOf(languages, capacity);
                categoryEnds = Arrays.copyOf(categoryEnds, capacity);
                localPreferenceStrengths = Arrays.copyOf(localPreferenceStrengths, capacity);
                totalWatchHours = Arrays.copyOf(totalWatchHours, capacity);
            }
            if (categoryCount + preferredCount > categories.length) {
                categories = Arrays.copyOf(categories, Math.max(categoryCount + preferredCount, categoryCount * 2));
            }
            System.arraycopy(preferredCategories, 0, categories, categoryCount, preferredCount);
            categoryCount += preferredCount;
            latitudes[row] = latitude;
            longitudes[row] = longitude;
            cities[row] = city;
            languages[row] = language;
            categoryEnds[row] = categoryCount;
            localPreferenceStrengths[row] = localPreferenceStrength;
            totalWatchHours[row] = watchHours;
        }

        /// The finished columns. The builder must not be used afterwards.
        public Users build() {
            return new Users(this);
        }
    }
}
