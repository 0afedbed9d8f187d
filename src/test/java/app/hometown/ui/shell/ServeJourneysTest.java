// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.files.Json;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.server.Traffic;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.JsonNode;

/// What a person does in the Serve view, with real requests. The endpoint starts and stops in place. TestFX sets the
/// fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ServeJourneysTest {
    @TempDir
    static Path folder;

    private final List<URI> opened = new ArrayList<>();
    private Folders folders;
    private Workbench workbench;
    private final GivenFiles files = new GivenFiles();
    private MainWindow window;

    @BeforeAll
    static void train() {
        Folders folders = folders("settings.json");
        Workbench first = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        first.generate(new GeneratorOptions(60, 120, 1000, 7), folders.data()).await();
        first.train(TrainingOptions.DEFAULT, folders.model()).await();
    }

    private static Folders folders(String settings) {
        return new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve(settings));
    }

    @Start
    void start(Stage stage) {
        folders = folders("settings-" + System.identityHashCode(this) + ".json");
        workbench = new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench.open(folders.data()).await();
        window = JourneyWindow.show(stage, workbench, files, opened::add, 1200, 800);
    }

    @AfterEach
    void stop() {
        window.quit();
    }

    /// A port of the system's choice, so that tests do not meet.
    private void freePort(FxRobot robot) {
        robot.clickOn("#rail-serve");
        robot.interact(
                () -> robot.lookup("#serve-port").queryAs(TextField.class).setText("0"));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static TableView<Traffic.Request> table(FxRobot robot) {
        return robot.lookup("#serve-requests").queryTableView();
    }

    private URI address() {
        return window.serving().model().address();
    }

    /// By a connection that is closed afterwards: an endpoint that stops waits for those that are open.
    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> ask(String route, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address().resolve(route))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static void eventually(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private static String clipboard(FxRobot robot) {
        List<String> text = new ArrayList<>();
        robot.interact(() -> text.add(Clipboard.getSystemClipboard().getString()));
        return text.getFirst();
    }

    @Test
    void aRequestThatIsCopiedAndAskedShowsUpAndAnswersWhatTheWindowShows(FxRobot robot)
            throws IOException, InterruptedException, TimeoutException {
        freePort(robot);
        assertThat(robot.lookup("#serve-docs").queryButton().isDisabled()).isTrue();
        robot.clickOn("#serve-toggle");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#serve-state")).isEqualTo(address().toString());

        robot.clickOn("#copy-curl-ml");
        String curl = clipboard(robot);
        String user = window.comparison().lists().get().user().id();
        assertThat(curl)
                .startsWith("curl -s " + address() + "/v1/scenarios/hometown-ml ")
                .contains(user);
        String body = curl.substring(curl.indexOf('{'), curl.lastIndexOf('}') + 1);
        HttpResponse<String> answer = ask("/v1/scenarios/hometown-ml", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> shown = new ArrayList<>();
        robot.interact(() -> window.comparison()
                .lists()
                .get()
                .right()
                .lines()
                .forEach(line -> shown.add(line.entry().streamId())));
        List<String> answered = new ArrayList<>();
        for (JsonNode stream : Json.mapper().readTree(answer.body()).path("streams")) {
            answered.add(stream.path("stream_id").asString());
        }
        assertThat(answered).isEqualTo(shown);

        assertThat(ask("/v1/scenarios/hometown", "{\"user_id\": \"nobody\"}").statusCode())
                .isEqualTo(404);
        eventually(() -> table(robot).getItems().size() == 2);
        Traffic.Request latest = table(robot).getItems().getFirst();
        assertThat(latest.path()).isEqualTo("/v1/scenarios/hometown");
        assertThat(latest.status()).isEqualTo(404);
        assertThat(latest.user()).isEqualTo("nobody");
        assertThat(text(robot, "#serve-statuses")).isEqualTo("200: 1 · 404: 1");

        robot.clickOn("#serve-docs");
        assertThat(opened).containsExactly(address().resolve("/docs"));
        URI gone = address();
        robot.clickOn("#serve-toggle");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#serve-state")).isEqualTo("The endpoint is off");
        assertThatThrownBy(() -> send(HttpRequest.newBuilder(gone).build())).isInstanceOf(ConnectException.class);
        assertThat(table(robot).getItems()).hasSize(2);
    }

    @Test
    void theButtonStartsAndStopsFiftyTimes(FxRobot robot) throws IOException, InterruptedException {
        freePort(robot);
        Button toggle = robot.lookup("#serve-toggle").queryButton();
        for (int i = 0; i < 50; i++) {
            robot.interact(toggle::fire);
            assertThat(window.serving().model().standing().get().running()).isTrue();
            URI address = address();
            assertThat(send(HttpRequest.newBuilder(address).build()).statusCode())
                    .isEqualTo(200);
            robot.interact(toggle::fire);
            assertThat(window.serving().model().standing().get().stopped()).isTrue();
            assertThatThrownBy(() -> send(HttpRequest.newBuilder(address).build()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aPortInUseIsSaidAndTheFreeOneTakenByAButton(FxRobot robot) throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            robot.clickOn("#rail-serve");
            robot.interact(() -> robot.lookup("#serve-port")
                    .queryAs(TextField.class)
                    .setText(Integer.toString(taken.getLocalPort())));
            robot.clickOn("#serve-toggle");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(text(robot, "#serve-trouble")).contains(Integer.toString(taken.getLocalPort()));
            robot.clickOn("#serve-other-port");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup("#serve-trouble").query().getParent().isVisible())
                    .isFalse();
            assertThat(send(HttpRequest.newBuilder(address()).build()).statusCode())
                    .isEqualTo(200);
            assertThat(workbench.settings().get().serving().port())
                    .isEqualTo(address().getPort())
                    .isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void whatIsWrongInTheFormIsSaidWhileItIsTyped(FxRobot robot) {
        robot.clickOn("#rail-serve");
        robot.clickOn("#serve-more");
        robot.interact(
                () -> robot.lookup("#serve-port").queryAs(TextField.class).setText("70000"));
        assertThat(text(robot, "#serve-problem")).contains("70000");
        robot.interact(
                () -> robot.lookup("#serve-port").queryAs(TextField.class).setText("8123"));
        assertThat(text(robot, "#serve-problem")).isEmpty();
        robot.interact(() -> robot.lookup("#serve-key").queryAs(TextField.class).setText("short"));
        assertThat(text(robot, "#serve-problem")).isNotEmpty();
        robot.clickOn("#serve-key-make");
        assertThat(text(robot, "#serve-problem")).isEmpty();
        assertThat(window.serving().model().options().get().apiKey()).isPresent();
    }

    @Test
    void itLooksAtTheTrafficOnlyWhileItIsSeen(FxRobot robot) {
        freePort(robot);
        assertThat(window.serving().pane().follows()).isFalse();
        robot.clickOn("#serve-toggle");
        assertThat(window.serving().pane().follows()).isTrue();
        robot.clickOn("#rail-map");
        assertThat(window.serving().pane().follows()).isFalse();
        robot.clickOn("#rail-serve");
        assertThat(window.serving().pane().follows()).isTrue();
    }

    @Test
    void othersAreLetInOnlyByWhoConfirmsIt(FxRobot robot) {
        freePort(robot);
        robot.interact(
                () -> robot.lookup("#serve-host").queryAs(TextField.class).setText("0.0.0.0"));
        robot.clickOn("#serve-toggle");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#serve-sure").tryQuery()).isPresent();
        robot.clickOn("Cancel");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.serving().model().standing().get().stopped()).isTrue();
        robot.clickOn("#serve-toggle");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#serve-sure-yes");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.serving().model().standing().get().running()).isTrue();
        assertThat(text(robot, "#serve-about")).contains("other computers");
    }

    @Test
    void theMenuStartsItInSight(FxRobot robot) {
        freePort(robot);
        robot.clickOn("#rail-map");
        robot.interact(() -> menuItem(robot, "action-serve").fire());
        assertThat(window.serving().pane().isVisible()).isTrue();
        assertThat(window.serving().model().standing().get().running()).isTrue();
        robot.interact(() -> menuItem(robot, "action-serve-address").fire());
        assertThat(clipboard(robot)).isEqualTo(address().toString());
    }

    private static MenuItem menuItem(FxRobot robot, String id) {
        return robot.lookup(".main-menu").<MenuBar>query().getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }
}
