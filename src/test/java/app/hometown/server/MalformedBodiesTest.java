// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bodies that were damaged in a thousand ways: whatever comes, it is the client's fault or a ranking, never ours.
class MalformedBodiesTest {
    private static final int BODIES = 1500;
    private static final List<String> SEEDS = List.of(
            "{\"user_id\": \"user_000001\", \"max_results\": 5}",
            "{\"user_id\": \"user_000007\", \"radius_km\": null, \"expand\": true, \"explain\": true, \"max_results\":"
                    + " 3}",
            "{\"user_id\": \"\\u00fc\\ud83d\\ude00\", \"radius_km\": 1.5e2}",
            "{\"user_ids\": [\"user_000001\", \"user_000002\"], \"max_results\": 1}");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ":",
            ",",
            "null",
            "NaN",
            "-Infinity",
            "1e999",
            "-0",
            "0x1",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\u001f",
            "\ufeff",
            "/*",
            "//",
            "'",
            "e",
            "-",
            ".",
            "9".repeat(500),
            "[".repeat(100),
            "{\"a\":".repeat(50),
            "\"user_id\": 1,",
            "true",
            "\u2028",
            "\ud83d\ude00");

    @TempDir
    static Path folder;

    @Test
    void noBodyIsOurDefect() throws IOException {
        Served.write(folder);
        Random random = new Random(20261123);
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (Served served = Served.open(folder, Served.OPTIONS)) {
            RawHttp raw = new RawHttp(served.port());
            for (int i = 0; i < BODIES; i++) {
                byte[] body = damaged(random);
                String path = Route.values()[Route.BASIC.ordinal() + random.nextInt(4)].path();
                raw.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n");
                RawHttp.Reply reply = raw.write(body).read();
                assertThat(reply.status())
                        .as(() -> path + " " + Arrays.toString(body) + " " + reply.body())
                        .isIn(200, 400, 404, 422);
                if (reply.status() != 200) {
                    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
                }
                statuses.merge(reply.status(), 1, Integer::sum);
                if (reply.header("Connection").equals("close")) {
                    raw.close();
                    raw = new RawHttp(served.port());
                }
            }
            raw.close();
            assertThat(served.defects).isEmpty();
        }
        // The damage is of all kinds.
        assertThat(statuses).containsOnlyKeys(200, 400, 404, 422);
        assertThat(statuses.get(400)).isGreaterThan(BODIES / 3);
    }

    private static byte[] damaged(Random random) {
        byte[] body = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            body = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
                case 1 -> replaced(body, random.nextInt(body.length + 1), (byte) random.nextInt(256));
                case 2 ->
                    inserted(
                            body,
                            random,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                case 3 -> inserted(body, random, randomBytes(random));
                case 4 -> without(body, random);
                default -> inserted(body, random, body);
            };
        }
        return body;
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] replaced(byte[] body, int at, byte with) {
        byte[] result = body.clone();
        if (at < result.length) {
            result[at] = with;
        }
        return result;
    }

    private static byte[] inserted(byte[] body, Random random, byte[] piece) {
        int at = random.nextInt(body.length + 1);
        byte[] result = new byte[body.length + piece.length];
        System.arraycopy(body, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(body, at, result, at + piece.length, body.length - at);
        return result;
    }

    private static byte[] without(byte[] body, Random random) {
        int from = random.nextInt(body.length + 1);
        int to = Math.min(body.length, from + random.nextInt(10));
        byte[] result = Arrays.copyOf(body, body.length - (to - from));
        System.arraycopy(body, to, result, from, body.length - to);
        return result;
    }
}
