// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.User;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a user is tried out differently from what the data say. Immutable.
///
/// @param place elsewhere; the home city's name stays
/// @param language another language
/// @param preferredCategories other categories, ids
/// @param localPreferenceStrength another local preference, 0..1
public record UserVariation(
        Optional<Place> place,
        Optional<String> language,
        Optional<List<String>> preferredCategories,
        OptionalDouble localPreferenceStrength) {
    /// As the data say.
    public static final UserVariation NONE =
            new UserVariation(Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty());

    public UserVariation {
        preferredCategories = preferredCategories.map(List::copyOf);
    }

    /// Where a user is tried out.
    ///
    /// @param latitude degrees north, -90..90
    /// @param longitude degrees east, -180..180
    public record Place(double latitude, double longitude) {}

    /// The user as varied.
    public User of(User user) {
        return new User(
                user.id(),
                place.map(Place::latitude).orElse(user.latitude()),
                place.map(Place::longitude).orElse(user.longitude()),
                user.city(),
                language.orElse(user.language()),
                preferredCategories.orElse(user.preferredCategories()),
                localPreferenceStrength.orElse(user.localPreferenceStrength()),
                user.totalWatchHours());
    }

    /// Whether nothing is varied.
    public boolean isNone() {
        return equals(NONE);
    }

    /// With another place; empty puts the user back.
    public UserVariation withPlace(Optional<Place> other) {
        return new UserVariation(other, language, preferredCategories, localPreferenceStrength);
    }

    /// With another language; empty for the user's own.
    public UserVariation withLanguage(Optional<String> other) {
        return new UserVariation(place, other, preferredCategories, localPreferenceStrength);
    }

    /// With other categories; empty for the user's own.
    public UserVariation withPreferredCategories(Optional<List<String>> other) {
        return new UserVariation(place, language, other, localPreferenceStrength);
    }

    /// With another local preference; empty for the user's own.
    public UserVariation withLocalPreferenceStrength(OptionalDouble other) {
        return new UserVariation(place, language, preferredCategories, other);
    }
}
