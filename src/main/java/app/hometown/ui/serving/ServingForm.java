// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import app.hometown.domain.InputException;
import app.hometown.server.Endpoint;
import app.hometown.server.EndpointOptions;
import app.hometown.ui.fx.Form;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.NumberBox;
import app.hometown.ui.fx.Texts;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where and how the endpoint listens, what it serves, and the button that starts and stops it. What is written here
/// holds from the next start on; while it runs nothing can be changed.
final class ServingForm extends BorderPane {
    private static final int KEY_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ServingModel model;
    private final TextField host = new TextField();
    private final NumberBox port;
    private final TextField key = new TextField();
    private final NumberBox rate;
    private final NumberBox concurrent;
    private final TextField origins = new TextField();
    private final VBox fields;
    private final Label reach = new Label();
    private final Label problem = new Label();
    private final Button toggle = new Button();
    private boolean showing;

    ServingForm(ServingModel model) {
        this.model = model;
        getStyleClass().add("setup-pane");
        port = number("serve.port", "serve-port", (options, value) -> options.at(options.host(), value));
        rate = number(
                "serve.rate",
                "serve-rate",
                (options, value) -> options.with(options.limits().withRate(value)));
        concurrent = number(
                "serve.concurrent",
                "serve-concurrent",
                (options, value) -> options.with(options.limits().withConcurrency(value)));
        text(host, "serve.host", "serve-host", text -> options -> options.at(text, options.port()));
        text(
                key,
                "serve.key",
                "serve-key",
                text -> options -> options.withApiKey(Optional.of(text).filter(given -> !given.isEmpty())));
        text(
                origins,
                "serve.origins",
                "serve-origins",
                text -> options -> options.withCorsOrigins(Arrays.stream(text.split("[,\\s]+"))
                        .filter(each -> !each.isEmpty())
                        .toList()));
        key.setPromptText(Texts.text("serve.key.none"));
        origins.setPromptText(Texts.text("serve.origins.none"));
        host.setPrefColumnCount(11);
        host.setMaxWidth(140);
        reach.setId("serve-reach");
        for (Label label : List.of(reach, problem)) {
            label.setWrapText(true);
            label.getStyleClass().add("small");
        }
        reach.getStyleClass().add("quiet");
        problem.setId("serve-problem");
        problem.getStyleClass().add("problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        GridPane where = Form.grid();
        where.addRow(0, Form.named("serve.host", host), host);
        where.addRow(1, Form.named("serve.port", port), port);
        VBox more = more();
        ToggleButton fold = new ToggleButton(Texts.text("serve.more"), Icons.of(Feather.CHEVRON_RIGHT, 14));
        fold.setId("serve-more");
        fold.getStyleClass().addAll("drawer-tab", "serve-fold");
        fold.selectedProperty().addListener((property, before, now) -> {
            more.setVisible(now);
            fold.setGraphic(Icons.of(now ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT, 14));
        });
        more.managedProperty().bind(more.visibleProperty());
        more.setVisible(false);
        fields = new VBox(10, Form.heading("serve.where"), where, reach, fold, more);
        VBox form = new VBox(14, fields, new ServedPane(model));
        setCenter(Form.scroll(form));
        toggle.setId("serve-toggle");
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setOnAction(event -> model.toggle());
        VBox foot = new VBox(6, problem, toggle);
        foot.getStyleClass().add("setup-foot");
        setBottom(foot);
        model.options().addListener((property, before, now) -> show(now));
        model.standing().addListener((property, before, now) -> show(now));
        show(model.options().get());
        show(model.standing().get());
    }

    private VBox more() {
        Button make = Icons.button(Feather.REFRESH_CW, Texts.text("serve.key.make"), () -> {
            byte[] bytes = new byte[KEY_BYTES];
            RANDOM.nextBytes(bytes);
            key.setText(HexFormat.of().formatHex(bytes));
        });
        make.setId("serve-key-make");
        HBox.setHgrow(key, Priority.ALWAYS);
        HBox keys = new HBox(4, key, make);
        keys.setAlignment(Pos.CENTER_LEFT);
        GridPane limits = Form.grid();
        limits.addRow(0, Form.named("serve.rate", rate), rate);
        limits.addRow(1, Form.named("serve.concurrent", concurrent), concurrent);
        rate.setTooltip(new Tooltip(Texts.text("serve.rate.tip")));
        concurrent.setTooltip(new Tooltip(Texts.text("serve.concurrent.tip")));
        return new VBox(6, Form.named("serve.key", key), keys, limits, Form.named("serve.origins", origins), origins);
    }

    /// Options with another number in them.
    private interface NumberChange {
        EndpointOptions apply(EndpointOptions options, int value);
    }

    private NumberBox number(String name, String id, NumberChange change) {
        NumberBox box = new NumberBox(
                Texts.text(name),
                text -> change(options -> change.apply(options, Integer.parseInt(text.strip()))),
                problem::setText);
        box.setId(id);
        return box;
    }

    private void text(
            TextField field, String name, String id, Function<String, UnaryOperator<EndpointOptions>> change) {
        field.setId(id);
        field.setAccessibleText(Texts.text(name));
        field.getStyleClass().add("setup-number");
        field.textProperty().addListener((property, before, now) -> {
            if (showing) {
                return;
            }
            try {
                change(change.apply(now.strip()));
                problem.setText("");
            } catch (InputException e) {
                problem.setText(Texts.text(name) + ": " + e.what() + ". " + e.remedy());
            }
        });
    }

    private void change(UnaryOperator<EndpointOptions> change) {
        if (!showing) {
            model.options().set(change.apply(model.options().get()));
        }
    }

    private void show(EndpointOptions options) {
        showing = true;
        show(host, options.host());
        port.show(Integer.toString(options.port()));
        show(key, options.apiKey().orElse(""));
        rate.show(Integer.toString(options.limits().requestsPerSecond()));
        concurrent.show(Integer.toString(options.limits().concurrentRequests()));
        show(origins, String.join(" ", options.corsOrigins()));
        showing = false;
        boolean here = ServingModel.onlyThisMachine(options.host());
        reach.setText(Texts.text(here ? "serve.reach.here" : "serve.reach.beyond"));
        reach.getStyleClass().removeAll("quiet", "note");
        reach.getStyleClass().add(here ? "quiet" : "note");
    }

    private static void show(TextField field, String text) {
        if (!field.isFocused()) {
            field.setText(text);
        }
    }

    private void show(ServingModel.Standing standing) {
        fields.setDisable(!standing.stopped());
        boolean off = standing.state() == Endpoint.State.STOPPED || standing.state() == Endpoint.State.STARTING;
        toggle.setText(Texts.text(
                switch (standing.state()) {
                    case STOPPED -> "serve.start";
                    case STARTING -> "serve.starting";
                    case RUNNING -> "serve.stop";
                    case STOPPING -> "serve.stopping";
                }));
        toggle.setGraphic(Icons.of(off ? Feather.PLAY : Feather.SQUARE, 16));
        toggle.getStyleClass().remove("accent");
        if (off) {
            toggle.getStyleClass().add("accent");
        }
        toggle.setDisable(!standing.stopped() && !standing.running());
    }
}
