// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.List;

/// A viewer for whom streams are ranked: a row of the catalog, or one that somebody is trying out.
///
/// @param id unique among the users
/// @param latitude degrees north, -90..90
/// @param longitude degrees east, -180..180
/// @param city home city
/// @param language language code
/// @param preferredCategories category ids as the streams carry them; may be empty
/// @param localPreferenceStrength 0..1
/// @param totalWatchHours hours, at least 0
public record User(
        String id,
        double latitude,
        double longitude,
        String city,
        String language,
        List<String> preferredCategories,
        double localPreferenceStrength,
        double totalWatchHours) {
    public User {
        preferredCategories = List.copyOf(preferredCategories);
    }

    /// The same user at another place.
    public User at(double newLatitude, double newLongitude) {
        return new User(
                id,
                newLatitude,
                newLongitude,
                city,
                language,
                preferredCategories,
                localPreferenceStrength,
                totalWatchHours);
    }
}
