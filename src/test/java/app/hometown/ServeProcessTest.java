// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `hometown serve` as a process of its own: no class of JavaFX is loaded, and SIGTERM ends it in order.
class ServeProcessTest {
    @TempDir
    Path folder;

    @Test
    void servesWithoutJavaFxUntilItIsToldToEnd() throws IOException, InterruptedException {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "there is no SIGTERM");
        Path classes = folder.resolve("classes.log");
        Path errors = folder.resolve("errors.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + classes,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.hometown.Hometown",
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        "data",
                        "--models",
                        "models")
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader out = process.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            String address = out.readLine();
            assertThat(address).as(Files.readString(errors)).startsWith("http://127.0.0.1:");
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(address).resolve("/v1/scenarios/hometown-ml"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"user_id\": \"user_000001\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(classes))
                .isNotEmpty()
                .noneMatch(line -> line.contains("javafx.") || line.contains("app.hometown.ui."));
    }
}
