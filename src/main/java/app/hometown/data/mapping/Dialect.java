// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import java.util.List;

/// How a CSV file is written.
///
/// @param separator between fields: one of [#SEPARATORS]
/// @param decimalComma whether numbers have a comma before their decimals
/// @param header whether the first row names the columns
public record Dialect(String separator, boolean decimalComma, boolean header) {
    /// What stands between fields.
    public static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

    /// RFC 4180.
    public static final Dialect PLAIN = new Dialect(",", false, true);

    public Dialect {
        if (!SEPARATORS.contains(separator)) {
            throw new IllegalArgumentException(separator);
        }
    }

    /// With another separator.
    public Dialect withSeparator(String other) {
        return new Dialect(other, decimalComma, header);
    }

    /// With another decimal sign.
    public Dialect withDecimalComma(boolean comma) {
        return new Dialect(separator, comma, header);
    }

    /// With or without a row of names.
    public Dialect withHeader(boolean named) {
        return new Dialect(separator, decimalComma, named);
    }
}
