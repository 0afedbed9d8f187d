// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.files.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CurlCommandTest {
    private static final URI HERE = URI.create("http://127.0.0.1:8000");

    private static CurlCommand about(String userId) {
        return new CurlCommand(HERE, Optional.empty(), false, userId, 10, Optional.empty());
    }

    @Test
    void readsAsOneWouldTypeIt() {
        assertThat(about("user_000001").text())
                .isEqualTo("curl -s http://127.0.0.1:8000/v1/scenarios/hometown -H 'Content-Type: application/json'"
                        + " -d '{\"user_id\":\"user_000001\",\"max_results\":10}'");
    }

    @Test
    void asksMlAtItsOwnRoute() {
        assertThat(new CurlCommand(HERE, Optional.empty(), true, "u", 5, Optional.empty()).text())
                .contains("/v1/scenarios/hometown-ml ");
    }

    @Test
    void saysTheRadiusOnlyWhereItIsNotTheScoringsOwn() {
        CurlCommand near = new CurlCommand(HERE, Optional.empty(), true, "u", 5, Optional.of(OptionalDouble.of(100)));
        CurlCommand world = new CurlCommand(HERE, Optional.empty(), true, "u", 5, Optional.of(OptionalDouble.empty()));
        assertThat(near.text()).contains("\"radius_km\":100}");
        assertThat(world.text()).contains("\"radius_km\":null}");
        assertThat(about("u").text()).doesNotContain("radius");
    }

    @Test
    void copiesTheKeyButDoesNotShowIt() {
        CurlCommand command = new CurlCommand(HERE, Optional.of("0123456789abcdef"), false, "u", 5, Optional.empty());
        assertThat(command.text()).contains("-H 'Authorization: Bearer 0123456789abcdef'");
        assertThat(command.shown()).contains("Authorization: Bearer …").doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user 1", "o'brien", "\"quoted\"", "$HOME `id` \\ !", "Zoë\t日本", "a\nb", "'; exit 1; '"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aShellHandsOverWhateverAnIdHolds(String id) throws IOException, InterruptedException {
        String line = about(id).text().replaceFirst("^curl ", "printf '%s\\\\n' ");
        Process shell = new ProcessBuilder("sh", "-c", line).start();
        List<String> words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        JsonNode body = Json.mapper().readTree(words.getLast());
        assertThat(body.path("user_id").asString()).isEqualTo(id);
    }
}
