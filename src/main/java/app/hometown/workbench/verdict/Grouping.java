// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// By what users are put into groups.
public enum Grouping {
    CITY,
    LANGUAGE,
    /// Fifths of the scale of the local preference.
    LOCAL_PREFERENCE,
    /// Quarters of the evaluated users.
    WATCH_HOURS,
    /// Powers of ten of the streams within the radius.
    CANDIDATES,
    /// The named selections of users of the session.
    SELECTION;

    /// Its name in files and on the command line.
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
