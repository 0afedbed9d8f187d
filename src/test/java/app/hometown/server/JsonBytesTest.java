// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.files.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBytesTest {
    @ParameterizedTest
    @CsvSource({
        "5.777,       3, 5.777",
        "5.7770001,   3, 5.777",
        "10,          1, 10.0",
        "0,           3, 0.0",
        "-0.0001,     3, 0.0",
        "-1.25,       1, -1.2",
        "0.0625,      3, 0.062",
        "0.1875,      3, 0.188",
        "2.675,       2, 2.67",
        "999999.9996, 3, 1000000.0",
        "1.5e15,      3, 1500000000000000.0",
        "1e22,        1, 10000000000000000000000.0",
        "1234.5,      3, 1234.5",
        "0.009,       3, 0.009",
        "0.05,        1, 0.1",
    })
    void numbersAreRoundedAsTheirExactValueSays(double value, int decimals, String text) {
        assertThat(rounded(value, decimals)).isEqualTo(text);
    }

    @Test
    void roundingIsThatOfTheExactDecimal() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            int decimals = 1 + random.nextInt(3);
            double size = Math.pow(10, random.nextInt(12) - 4);
            double value = random.nextInt(4) == 0
                    ? Math.rint(random.nextGaussian() * 1e4) / 2000
                    : random.nextGaussian() * size;
            BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
            assertThat(new BigDecimal(rounded(value, decimals)))
                    .as("%s to %d", value, decimals)
                    .isEqualByComparingTo(exact);
        }
    }

    private static String rounded(double value, int decimals) {
        return text(new JsonBytes(16).rounded(value, decimals));
    }

    @Test
    void textsComeBack() {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                int range = new int[] {0x20, 0x80, 0x800, 0xD800, 0x11_0000 - 0xE000}[random.nextInt(5)];
                int point = random.nextInt(range) + (range == 0x11_0000 - 0xE000 ? 0xE000 : 0);
                text.appendCodePoint(point);
            }
            String json = text(new JsonBytes(1).string(text.toString()));
            assertThat(Json.mapper().readTree(json).asString()).isEqualTo(text.toString());
        }
        assertThat(text(new JsonBytes(1).string("a\ud800\"\\\n\u007fü")))
                .isEqualTo("\"a\\ud800\\\"\\\\\\u000a\\u007fü\"");
    }

    @Test
    void doublesComeBackToTheBit() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                double back = Json.mapper()
                        .readTree(text(new JsonBytes(8).number(value)))
                        .asDouble();
                assertThat(back).isEqualTo(value);
            }
        }
    }

    private static String text(JsonBytes json) {
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }
}
