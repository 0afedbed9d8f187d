// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.InputException;
import app.hometown.server.EndpointOptions;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.fx.WebPages;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.serving.AskingPane;
import app.hometown.ui.serving.CurlCommand;
import app.hometown.ui.serving.ServingModel;
import app.hometown.ui.serving.ServingPane;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// Keeps the Serve view together: the endpoint, and how to ask it.
final class ServeDesk {
    private final Workbench workbench;
    private final MainWindow window;
    private final Executor saving;
    private final WebPages pages;
    private final ServingModel model;
    private final AskingPane asking;
    private final Supplier<ServingPane> making;
    private @Nullable ServingPane pane;

    ServeDesk(Workbench workbench, MainWindow window, FileChoices files, Workers workers, WebPages pages) {
        this.workbench = workbench;
        this.window = window;
        this.pages = pages;
        saving = workers.saving();
        Settings.Serving kept = workbench.settings().get().serving();
        model = new ServingModel(
                workbench,
                first(kept),
                workers.serving(),
                new ServingModel.Around(FxThread.EXECUTOR, this::sure, window::failed));
        asking = new AskingPane(model, this::picked, this::copyCurl);
        making = () -> new ServingPane(
                model,
                asking,
                new FigureTaking(files, workers.saving(), window::say, window::failed),
                new ServingPane.Around(this::copyAddress, this::openDocs));
        CompareModel comparison = window.comparison();
        comparison.userRow().addListener(property -> asking.refresh());
        comparison.k().addListener(property -> asking.refresh());
        comparison.radiusKm().addListener(property -> asking.refresh());
        model.standing().addListener((property, before, now) -> {
            if (now.running()) {
                keep(model.options().get());
                window.say(Texts.text("said.serving", model.address().toString()));
            } else if (before.running()) {
                window.say(Texts.text("said.notServing"));
            }
        });
    }

    /// What was kept, unless somebody wrote nonsense into the settings.
    private static EndpointOptions first(Settings.Serving kept) {
        try {
            return EndpointOptions.DEFAULT.at(kept.host(), kept.port());
        } catch (InputException e) {
            return EndpointOptions.DEFAULT;
        }
    }

    /// What the view shows; made when it is first asked for.
    ServingPane pane() {
        ServingPane made = pane == null ? making.get() : pane;
        pane = made;
        return made;
    }

    /// Whether the endpoint runs.
    ServingModel model() {
        return model;
    }

    /// Follows the workbench.
    void show(Session session) {
        model.show(session);
    }

    /// Starts the endpoint or stops it, in sight.
    void toggle() {
        window.show(Views.View.SERVE);
        window.began();
        model.toggle();
    }

    void copyAddress() {
        copy(model.address().toString());
    }

    /// Opens the documentation in a browser; without one, copies its address.
    void openDocs() {
        if (!model.standing().get().running()) {
            window.say(Texts.text("said.notServing"));
            return;
        }
        URI page = model.address().resolve("/docs");
        if (!pages.open(page)) {
            copy(page.toString());
        }
    }

    void copyCurl(boolean ml) {
        Optional<CurlCommand> command = asking.command(ml);
        if (command.isPresent()) {
            copy(command.get().text());
        } else {
            window.say(Texts.text("serve.ask.nobody"));
        }
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        window.say(Texts.text("said.serve.copied", text.lines().findFirst().orElse("")));
    }

    private Optional<AskingPane.About> picked() {
        CompareModel comparison = window.comparison();
        int row = comparison.userRow().get();
        return comparison
                .session()
                .get()
                .data()
                .filter(data -> row >= 0 && row < data.catalog().users().size())
                .map(data -> new AskingPane.About(
                        data.catalog().users().ids().get(row),
                        comparison.k().get(),
                        comparison.radiusKm().get()));
    }

    private void keep(EndpointOptions options) {
        saving.execute(() -> workbench
                .settings()
                .update(settings -> settings.withServing(new Settings.Serving(options.host(), options.port()))));
    }

    private boolean sure(EndpointOptions options) {
        ButtonType yes = new ButtonType(Texts.text("serve.sure.yes"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.WARNING, "", ButtonType.CANCEL, yes);
        alert.initOwner(window.scene().getWindow());
        alert.setTitle(Texts.text("serve.sure.title"));
        alert.setHeaderText(Texts.text("serve.sure.head", options.host()));
        Label what = new Label(Texts.text(options.apiKey().isPresent() ? "serve.sure.key" : "serve.sure.noKey"));
        what.setWrapText(true);
        what.setPrefWidth(440);
        what.setMinHeight(Label.USE_PREF_SIZE);
        alert.getDialogPane().setContent(what);
        alert.getDialogPane().setId("serve-sure");
        Theme.adopt(alert.getDialogPane(), window.scene());
        alert.getDialogPane().lookupButton(yes).setId("serve-sure-yes");
        return alert.showAndWait().filter(yes::equals).isPresent();
    }
}
