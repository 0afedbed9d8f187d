// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import app.hometown.server.Endpoint;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureTaking;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Serve view: where the endpoint listens and what it serves on the left; on the right whether it runs, how to ask
/// it, and what is asked.
///
/// It looks at the traffic once a second while it runs and is seen, and not at all otherwise.
public final class ServingPane extends BorderPane {
    private static final List<String> ROUTES = List.of("basic", "ml", "batch", "stats", "docs", "metrics");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final ServingModel model;
    private final Region light = new Region();
    private final Label title = new Label();
    private final Label about = new Label();
    private final Button copy = new Button(Texts.text("serve.copyAddress"), Icons.of(Feather.COPY, 16));
    private final Button docs = new Button(Texts.text("serve.docs"), Icons.of(Feather.BOOK_OPEN, 16));
    private final HBox trouble = new HBox(12);
    private final Label troubleWhat = new Label();
    private final Button otherPort = new Button();
    private final VBox routes = routes();
    private final TrafficPane traffic;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> look()));
    private final ObservableValue<Boolean> seen;

    /// What the view asks of the window around it.
    ///
    /// @param copyAddress copies where the endpoint is reached
    /// @param openDocs opens the documentation in a browser
    public record Around(Runnable copyAddress, Runnable openDocs) {}

    /// @param model whether it runs
    /// @param asking how to ask it
    /// @param taking saves and copies figures
    public ServingPane(ServingModel model, AskingPane asking, FigureTaking taking, Around around) {
        this.model = model;
        setId("serving");
        getStyleClass().add("training-pane");
        traffic = new TrafficPane(taking);
        light.getStyleClass().add("serve-light");
        title.getStyleClass().add("title");
        title.setId("serve-state");
        title.setMinWidth(0);
        about.getStyleClass().add("quiet");
        about.setWrapText(true);
        about.setId("serve-about");
        about.setMinHeight(USE_PREF_SIZE);
        copy.setId("serve-copy-address");
        copy.setOnAction(event -> around.copyAddress().run());
        docs.setId("serve-docs");
        docs.setTooltip(new Tooltip(Texts.text("serve.docs.tip")));
        docs.setOnAction(event -> around.openDocs().run());
        for (Button button : new Button[] {copy, docs}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox name = new HBox(10, light, title);
        name.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(2, name, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox buttons = new HBox(8, copy, docs);
        HBox head = new HBox(16, words, buttons);
        makeTrouble();
        VBox page = new VBox(16, head, trouble, asking, routes, traffic);
        page.getStyleClass().add("page");
        VBox.setVgrow(traffic, Priority.ALWAYS);
        routes.visibleProperty().bind(traffic.visibleProperty().not());
        routes.managedProperty().bind(routes.visibleProperty());
        traffic.managedProperty().bind(traffic.visibleProperty());
        setLeft(new ServingForm(model));
        setCenter(page);
        clock.setCycleCount(Animation.INDEFINITE);
        seen = seen();
        seen.addListener((property, before, now) -> follow());
        visibleProperty().addListener(property -> follow());
        model.standing().addListener((property, before, now) -> show(now));
        show(model.standing().get());
    }

    /// What can be asked, while there is nothing to show of who asks.
    private static VBox routes() {
        GridPane table = new GridPane(20, 6);
        int line = 0;
        for (String route : ROUTES) {
            Label path = new Label(Texts.text("serve.route." + route));
            path.getStyleClass().add("keys");
            path.setMinWidth(USE_PREF_SIZE);
            Label about = new Label(Texts.text("serve.route." + route + ".what"));
            about.getStyleClass().add("quiet");
            about.setMinWidth(0);
            table.addRow(line++, path, about);
        }
        Label heading = new Label(Texts.text("serve.routes.title"));
        heading.getStyleClass().add("strong");
        return new VBox(6, heading, table);
    }

    private void makeTrouble() {
        troubleWhat.setWrapText(true);
        troubleWhat.setId("serve-trouble");
        HBox.setHgrow(troubleWhat, Priority.ALWAYS);
        troubleWhat.setMaxWidth(Double.MAX_VALUE);
        otherPort.setId("serve-other-port");
        otherPort.setMinWidth(USE_PREF_SIZE);
        otherPort.managedProperty().bind(otherPort.visibleProperty());
        trouble.getStyleClass().add("serve-trouble");
        trouble.setAlignment(Pos.CENTER_LEFT);
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, 18), troubleWhat, otherPort);
    }

    /// Whether the window is on the screen.
    private ObservableValue<Boolean> seen() {
        return sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(window -> window instanceof Stage stage
                        ? stage.showingProperty()
                                .flatMap(showing -> stage.iconifiedProperty().map(iconified -> showing && !iconified))
                        : window.showingProperty())
                .orElse(false);
    }

    /// Looks at the traffic as long as there is something to see and somebody to see it.
    private void follow() {
        if (seen.getValue() && isVisible() && model.standing().get().running()) {
            look();
            clock.play();
        } else {
            clock.stop();
        }
    }

    /// Whether it looks at the traffic by itself.
    public boolean follows() {
        return clock.getStatus() == Animation.Status.RUNNING;
    }

    private void look() {
        Endpoint endpoint = model.standing().get().endpoint();
        if (endpoint != null) {
            traffic.show(endpoint.traffic());
        }
    }

    private void show(ServingModel.Standing standing) {
        String key = standing.state().name().toLowerCase(Locale.ROOT);
        Optional<URI> address =
                standing.running() ? Optional.ofNullable(standing.endpoint()).map(Endpoint::address) : Optional.empty();
        light.pseudoClassStateChanged(RUNNING, standing.running());
        title.setText(
                Texts.text("serve.state." + key, address.map(URI::toString).orElse("")));
        about.setText(Texts.text(
                standing.running()
                        ? standing.beyond() ? "serve.about.beyond" : "serve.about.here"
                        : "serve.about.off"));
        copy.setDisable(!standing.running());
        docs.setDisable(!standing.running());
        show(standing.trouble());
        traffic.setVisible(standing.endpoint() != null);
        look();
        follow();
    }

    private void show(ServingModel.@Nullable Trouble why) {
        trouble.setVisible(why != null);
        if (why == null) {
            return;
        }
        troubleWhat.setText(
                why.why().where() + ": " + why.why().what() + ". " + why.why().remedy());
        otherPort.setVisible(why.freePort().isPresent());
        why.freePort().ifPresent(port -> {
            otherPort.setText(Texts.text("serve.otherPort", Integer.toString(port)));
            otherPort.setOnAction(event -> model.startAt(port));
        });
    }
}
