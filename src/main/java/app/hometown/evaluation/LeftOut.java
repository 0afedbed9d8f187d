// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a user of the test samples is not evaluated.
public enum LeftOut {
    CLICKED_NOTHING("clicked nothing"),
    NOT_IN_DATA("not among the loaded users"),
    NO_STREAM_IN_REACH("no stream in reach");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    /// The reason for files.
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The reason in words.
    public String words() {
        return words;
    }
}
