// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.Progress;
import app.hometown.files.Json;
import app.hometown.learning.ModelFile;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.databind.JsonNode;

/// A small world served at a free port.
final class Served implements AutoCloseable {
    static final int USERS = 60;
    static final EndpointOptions OPTIONS = EndpointOptions.DEFAULT.at("127.0.0.1", 0);
    static final EndpointOptions.Limits LIMITS = EndpointOptions.Limits.DEFAULT;
    private static final GeneratorOptions WORLD = new GeneratorOptions(USERS, 400, 3000, 7);

    /// Held, or its level would be forgotten.
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    static {
        JETTY.setLevel(Level.WARNING);
    }

    final Workbench workbench;
    final Endpoint endpoint;
    final List<String> defects = new CopyOnWriteArrayList<>();
    final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Served(Workbench workbench, EndpointOptions options) {
        this.workbench = workbench;
        endpoint = new Endpoint(workbench, options, defects::add);
        endpoint.start();
    }

    /// Data and two models, the active one and `other`, written under a folder.
    static void write(Path folder) {
        workbench(folder).write(WORLD, folder.resolve("data")).await();
        model(1).write(folder.resolve("models").resolve(Folders.DEFAULT_MODEL));
        workbench(folder).models().add("other", model(2));
    }

    /// What was written, served.
    static Served open(Path folder, EndpointOptions options) {
        Workbench workbench = workbench(folder);
        workbench.open(folder.resolve("data")).await();
        return new Served(workbench, options);
    }

    /// Nothing open, served.
    static Served empty(Path folder) {
        return new Served(workbench(folder), OPTIONS);
    }

    static Workbench workbench(Path folder) {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        return new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
    }

    /// A model; another seed divides the samples otherwise and gives another one.
    static ModelFile model(long seed) {
        Generated generated = Generator.generate(WORLD, Progress.NONE);
        return ModelFile.of(
                Training.train(
                        generated.train(), generated.catalog(), TrainingOptions.DEFAULT.withSeed(seed), Progress.NONE),
                "none",
                Instant.EPOCH);
    }

    int port() {
        return endpoint.address().getPort();
    }

    URI at(String path) {
        return endpoint.address().resolve(path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> ask(String method, String path) {
        return send(request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }

    static String body(String user, int maxResults) {
        return "{\"user_id\": \"" + user + "\", \"max_results\": " + maxResults + "}";
    }

    @Override
    public void close() {
        endpoint.close();
        client.close();
    }
}
