// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.domain.Users;
import java.util.BitSet;

/// A user in the codes of one catalog, ready to be compared with its streams. A city, language or category that the
/// catalog does not have matches nothing. Immutable.
public final class Viewer {
    private final double latitude;
    private final double longitude;
    private final int city;
    private final int language;
    private final BitSet categories;
    private final double localPreferenceStrength;
    private final double totalWatchHours;

    private Viewer(
            double latitude,
            double longitude,
            int city,
            int language,
            BitSet categories,
            double localPreferenceStrength,
            double totalWatchHours) {
        this.latitude = latitude;
        this.longitude = longitude;
        this.city = city;
        this.language = language;
        this.categories = categories;
        this.localPreferenceStrength = localPreferenceStrength;
        this.totalWatchHours = totalWatchHours;
    }

    /// Any user, of the catalog or not.
    public static Viewer of(User user, Catalog catalog) {
        BitSet categories = new BitSet();
        for (String category : user.preferredCategories()) {
            int code = catalog.categories().code(category);
            if (code >= 0) {
                categories.set(code);
            }
        }
        return new Viewer(
                user.latitude(),
                user.longitude(),
                catalog.cities().code(user.city()),
                catalog.languages().code(user.language()),
                categories,
                user.localPreferenceStrength(),
                user.totalWatchHours());
    }

    /// The user of a row, without going through text.
    public static Viewer of(int row, Catalog catalog) {
        Users users = catalog.users();
        BitSet categories = new BitSet();
        for (int n = 0; n < users.categoryCount(row); n++) {
            categories.set(users.category(row, n));
        }
        return new Viewer(
                users.latitude(row),
                users.longitude(row),
                users.city(row),
                users.language(row),
                categories,
                users.localPreferenceStrength(row),
                users.totalWatchHours(row));
    }

    /// Degrees north.
    public double latitude() {
        return latitude;
    }

    /// Degrees east.
    public double longitude() {
        return longitude;
    }

    /// City code, or -1.
    public int city() {
        return city;
    }

    /// Language code, or -1.
    public int language() {
        return language;
    }

    /// Whether the user prefers the category of this code.
    public boolean prefers(int category) {
        return categories.get(category);
    }

    /// The codes of the preferred categories modulo 64, as bits.
    long categoryBits() {
        long bits = 0;
        for (int code = categories.nextSetBit(0); code >= 0; code = categories.nextSetBit(code + 1)) {
            bits |= 1L << code;
        }
        return bits;
    }

    /// 0..1.
    public double localPreferenceStrength() {
        return localPreferenceStrength;
    }

    /// Hours.
    public double totalWatchHours() {
        return totalWatchHours;
    }
}
