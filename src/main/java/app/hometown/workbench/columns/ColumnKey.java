// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import app.hometown.workbench.explore.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The name of a column, the same on other data.
///
/// @param kind whose
/// @param key one of the keys of [app.hometown.workbench.explore.Facets] or [ColumnCatalog]
public record ColumnKey(Kind kind, String key) {
    /// As text, to be kept: "users.city".
    public String text() {
        return kind.name().toLowerCase(Locale.ROOT) + "." + key;
    }

    /// From [#text]; empty when it is none.
    public static Optional<ColumnKey> of(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Arrays.stream(Kind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(text.substring(0, dot)))
                        .map(kind -> new ColumnKey(kind, text.substring(dot + 1)))
                        .findFirst();
    }
}
