// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedNumberTest {
    @ParameterizedTest
    @CsvSource({
        "en, 4.25, 4.25",
        "en, '1,234.5', 1234.5",
        "en, -33.9, -33.9",
        "en, −33.9, -33.9",
        "de, '4,25', 4.25",
        "de, '1.234,5', 1234.5",
        "fr, '1 234,5', 1234.5",
        "fr, '1\u202f234,5', 1234.5",
        "sv, -12, -12",
    })
    void aNumberIsReadAsTheLocaleWritesIt(String language, String text, double number) {
        assertThat(TypedNumber.of(text, Locale.forLanguageTag(language))).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"en, many", "en, 4.2.5", "en, 12 km", "en, ∞", "en, NaN", "de, 4.25x", "en, --3"})
    void whatIsNoNumberIsNone(String language, String text) {
        assertThat(TypedNumber.of(text, Locale.forLanguageTag(language))).isEmpty();
    }
}
