// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What cells mean. A cell is a String, Long, Double, Boolean, list of String, or null where there is no value.
final class Values {
    private static final Set<String> TRUE =
            Set.of("true", "yes", "y", "t", "1", "on", "ja", "oui", "si", "sí", "sim", "wahr", "x");
    private static final Set<String> FALSE =
            Set.of("false", "no", "n", "f", "0", "off", "nein", "non", "não", "falsch", "-");

    /// What writers of CSV put where there is no value.
    private static final Set<String> MISSING = Set.of("", "null", "\\n", "na", "n/a", "#n/a", "none", "nil", "<na>");

    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern SPACES = Pattern.compile("(?<=\\d)[\\s\u00a0\u202f'’_](?=\\d{3}(\\D|$))");

    private Values() {}

    /// Whether a text stands for no value where a number, a flag or a list is meant.
    static boolean missing(String text) {
        String plain = text.strip();
        return plain.length() <= 4 && MISSING.contains(plain.toLowerCase(Locale.ROOT));
    }

    /// A number of text, or NaN when it is none.
    static double number(String text, boolean decimalComma) {
        String plain = text.strip();
        int length = plain.length();
        boolean comma = false;
        for (int at = 0; at < length; at++) {
            char c = plain.charAt(at);
            if (c == ',' && decimalComma && !comma) {
                comma = true;
            } else if (!(c >= '0' && c <= '9')
                    && c != '-'
                    && c != '+'
                    && !(c == '.' && !decimalComma)
                    && !((c == 'e' || c == 'E') && at > 0)) {
                return Double.NaN;
            }
        }
        try {
            return length == 0 ? Double.NaN : Double.parseDouble(comma ? plain.replace(',', '.') : plain);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// A whole number of text, thousands set off or not; NaN when it is no number.
    static double count(String text, boolean decimalComma) {
        double plain = number(text, decimalComma);
        if (!Double.isNaN(plain)) {
            return plain;
        }
        String joined = SPACES.matcher(text.strip()).replaceAll("");
        Pattern grouped = decimalComma ? GROUPED_BY_POINT : GROUPED_BY_COMMA;
        if (grouped.matcher(joined).matches()) {
            return number(joined.replace(decimalComma ? "." : ",", ""), decimalComma);
        }
        return number(joined, decimalComma);
    }

    /// A flag of text: 1, 0, or NaN when it is none.
    static double flag(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(plain)) {
            return 1;
        }
        return FALSE.contains(plain) ? 0 : Double.NaN;
    }

    /// A value as text; whole numbers without decimals.
    static @Nullable String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case Double number -> Target.plain(number);
            default -> cell.toString();
        };
    }

    /// The elements of a list in text: `a;b`, `[a, b]`, `["a","b"]`, `{a,b}`. Elements in quotes may hold what they
    /// like; empty ones are none.
    static List<String> list(String text, String separator) {
        String plain = text.strip();
        String between = separator;
        if (enclosed(plain)) {
            plain = plain.substring(1, plain.length() - 1);
            between = ",";
        }
        List<String> elements = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            while (at < plain.length() && Character.isWhitespace(plain.charAt(at)) && !plain.startsWith(between, at)) {
                at++;
            }
            char quote = at < plain.length() ? plain.charAt(at) : ' ';
            int closing = quote == '"' || quote == '\'' ? plain.indexOf(quote, at + 1) : -1;
            int end = plain.indexOf(between, closing < 0 ? at : closing + 1);
            end = end < 0 ? plain.length() : end;
            String element = closing < 0 ? plain.substring(at, end).strip() : plain.substring(at + 1, closing);
            if (!element.isEmpty()) {
                elements.add(element);
            }
            at = end + between.length();
        }
        return elements;
    }

    /// Whether a text stands in brackets.
    static boolean enclosed(String plain) {
        return plain.length() >= 2
                && ((plain.charAt(0) == '[' && plain.endsWith("]"))
                        || (plain.charAt(0) == '{' && plain.endsWith("}"))
                        || (plain.charAt(0) == '(' && plain.endsWith(")")));
    }
}
