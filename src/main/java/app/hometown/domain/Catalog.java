// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.Map;

/// The snapshot of users and streams that everything shares: loaded or generated once, never changed, replaced as a
/// whole. Safe to read from any thread.
///
/// @param users all users
/// @param streams all streams, live or not
/// @param cities the cities of both
/// @param languages the languages of both
/// @param categories the category ids of both
/// @param integerCategories whether category ids are integers in the files
/// @param categoryNames names of category ids for people; ids without one stand for themselves
public record Catalog(
        Users users,
        Streams streams,
        Vocabulary cities,
        Vocabulary languages,
        Vocabulary categories,
        boolean integerCategories,
        Map<String, String> categoryNames) {
    public Catalog {
        categoryNames = Map.copyOf(categoryNames);
    }

    /// The same with other streams, of the same vocabularies.
    public Catalog with(Streams newer) {
        return new Catalog(users, newer, cities, languages, categories, integerCategories, categoryNames);
    }

    /// Whether rows mean the same users and streams in both: one is the other, but for changes of single streams.
    @SuppressWarnings("ReferenceEquality") // data read twice is other data even where it is equal
    public boolean hasRowsOf(Catalog other) {
        return users == other.users && streams.sameRows(other.streams);
    }

    /// The user of a row.
    public User user(int row) {
        return users.user(row, this);
    }

    /// The user of an id.
    ///
    /// @throws InputException when there is none, naming the nearest ids
    public User user(String id) {
        int row = users.ids().indexOf(id);
        if (row < 0) {
            var nearest = users.ids().nearest(id, 3);
            throw new InputException(
                    "user " + id,
                    "there is no such user among the " + users.size() + " loaded",
                    nearest.isEmpty()
                            ? "Users are named like " + users.ids().get(0) + "."
                            : "Did you mean " + String.join(", ", nearest) + "?");
        }
        return user(row);
    }

    /// The stream of a row.
    public Stream stream(int row) {
        return streams.stream(row, this);
    }

    /// A category id as people read it.
    public String categoryName(String categoryId) {
        return categoryNames.getOrDefault(categoryId, categoryId);
    }
}
