// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the window, in the user's language where there is a translation.
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("app.hometown.ui.messages");

    private Texts() {}

    /// A text.
    ///
    /// @param key its key
    /// @param values what replaces `{0}`, `{1}` and so on; numbers come formatted, see [Formats]
    public static String text(String key, Object... values) {
        String pattern = BUNDLE.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.getDefault()).format(values);
    }

    /// A text for a count: `key.one` for 1, `key.other` else, with the formatted count as `{0}`.
    ///
    /// @param more what replaces `{1}` and so on
    public static String counted(String key, long count, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = Formats.count(count);
        System.arraycopy(more, 0, values, 1, more.length);
        return text(key + (count == 1 ? ".one" : ".other"), values);
    }
}
