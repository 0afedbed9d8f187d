// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.server.Endpoint;
import app.hometown.server.EndpointOptions;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The endpoint as the view has it, without a window; everything runs in place.
@SuppressWarnings("NullAway.Init")
class ServingModelTest {
    private static final EndpointOptions ANY_PORT = EndpointOptions.DEFAULT.at("127.0.0.1", 0);

    @TempDir
    Path folder;

    private final List<EndpointOptions> asked = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private boolean sure;
    private Workbench workbench;
    private ServingModel model;

    @BeforeEach
    void open() {
        Folders folders = new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings"));
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        model = model(ANY_PORT);
    }

    @AfterEach
    void close() {
        model.quit();
        assertThat(failures).isEmpty();
    }

    private ServingModel model(EndpointOptions options) {
        return new ServingModel(
                workbench,
                options,
                Runnable::run,
                new ServingModel.Around(
                        Runnable::run,
                        doubted -> {
                            asked.add(doubted);
                            return sure;
                        },
                        failures::add));
    }

    /// By a connection that is closed afterwards: an endpoint that stops waits for those that are open.
    private static int status(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        return status(HttpRequest.newBuilder(model.address().resolve(path)).build());
    }

    private Endpoint endpoint() {
        return Objects.requireNonNull(model.standing().get().endpoint());
    }

    @Test
    void isOffUntilSomebodyStartsIt() {
        assertThat(model.standing().get().stopped()).isTrue();
        assertThat(model.standing().get().endpoint()).isNull();
    }

    @Test
    void answersWithoutDataAndTellsWhatComes() throws IOException, InterruptedException {
        model.start();
        assertThat(model.standing().get().running()).isTrue();
        assertThat(status("/")).isEqualTo(200);
        assertThat(status("/nothing")).isEqualTo(404);
        assertThat(endpoint().traffic().byStatus()).containsEntry(200, 1L).containsEntry(404, 1L);
        assertThat(asked).isEmpty();
    }

    @Test
    void startsAndStopsFiftyTimes() throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            model.toggle();
            assertThat(status("/")).isEqualTo(200);
            URI address = model.address();
            model.toggle();
            assertThat(model.standing().get().stopped()).isTrue();
            HttpRequest late = HttpRequest.newBuilder(address).build();
            assertThatThrownBy(() -> status(late)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aPortInUseIsSaidAndAnotherOffered() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            model.options().set(ANY_PORT.at("127.0.0.1", taken.getLocalPort()));
            model.start();
            ServingModel.Trouble trouble =
                    Objects.requireNonNull(model.standing().get().trouble());
            assertThat(model.standing().get().stopped()).isTrue();
            assertThat(trouble.why()).hasMessageContaining(Integer.toString(taken.getLocalPort()));
            int free = trouble.freePort().orElseThrow();
            assertThat(free).isNotEqualTo(taken.getLocalPort());
            model.startAt(free);
            assertThat(model.standing().get().trouble()).isNull();
            assertThat(model.address().getPort()).isEqualTo(free);
            assertThat(status("/")).isEqualTo(200);
        }
    }

    @Test
    void beyondThisMachineOnlyWhoSaysSo() {
        model.options().set(ANY_PORT.at("0.0.0.0", 0));
        model.start();
        assertThat(asked).hasSize(1);
        assertThat(model.standing().get().stopped()).isTrue();
        sure = true;
        model.start();
        assertThat(asked).hasSize(2);
        assertThat(model.standing().get().running()).isTrue();
        assertThat(model.standing().get().beyond()).isTrue();
    }

    @Test
    void whatChangesInTheWorkbenchIsInTheNextAnswer() throws IOException, InterruptedException {
        model.start();
        HttpRequest ask = HttpRequest.newBuilder(model.address().resolve("/v1/scenarios/hometown-ml"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"user_id\": \"user_000001\"}"))
                .build();
        assertThat(status(ask)).isEqualTo(503);
        workbench
                .generate(new GeneratorOptions(20, 40, 400, 7), folder.resolve("data"))
                .await();
        assertThat(status(ask)).isEqualTo(503);
        workbench
                .train(TrainingOptions.DEFAULT, folder.resolve("models").resolve(Folders.DEFAULT_MODEL))
                .await();
        assertThat(status(ask)).isEqualTo(200);
    }

    @Test
    void whoQuitsWhileItStartsLeavesNothingListening() {
        Queue<Runnable> worker = new ArrayDeque<>();
        ServingModel slow = new ServingModel(
                workbench,
                ANY_PORT,
                worker::add,
                new ServingModel.Around(Runnable::run, doubted -> true, failures::add));
        slow.start();
        assertThat(slow.standing().get().state()).isEqualTo(Endpoint.State.STARTING);
        slow.start();
        slow.quit();
        assertThat(worker).hasSize(2);
        worker.forEach(Runnable::run);
        assertThat(Objects.requireNonNull(slow.standing().get().endpoint()).state())
                .isEqualTo(Endpoint.State.STOPPED);
    }
}
