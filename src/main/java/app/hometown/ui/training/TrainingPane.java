// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.Algorithm;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingResult;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Job;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Trains a click model and shows how good it is. The active model stays in use until the new one is ready.
public final class TrainingPane extends ScrollPane {
    private final ComboBox<Algorithm> algorithm = new ComboBox<>();
    private final TextField seed = new TextField(Long.toString(TrainingOptions.DEFAULT.seed()));
    private final Button button = new Button(Texts.text("train.button"), Icons.of(Feather.CPU, 16));
    private final Label problem = new Label();
    private final Label state = new Label();
    private final VBox results = new VBox(24);
    private boolean training;
    private boolean dataOpen;

    /// @param train starts a training, which then comes back by [#follow]
    public TrainingPane(Consumer<TrainingOptions> train) {
        setId("training");
        getStyleClass().add("training-pane");
        setFitToWidth(true);
        algorithm.getItems().setAll(Algorithm.values());
        algorithm.setValue(TrainingOptions.DEFAULT.algorithm());
        algorithm.setAccessibleText(Texts.text("train.algorithm"));
        algorithm.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Algorithm shown) {
                return shown == null ? "" : Texts.text("algorithm." + shown.id().toLowerCase(Locale.ROOT));
            }

            @Override
            public Algorithm fromString(String text) {
                throw new UnsupportedOperationException("the choice is not editable");
            }
        });
        seed.setId("train-seed");
        seed.setPrefColumnCount(6);
        seed.setAlignment(Pos.CENTER_RIGHT);
        seed.setAccessibleText(Texts.text("train.seed"));
        seed.textProperty().addListener(property -> check());
        button.setId("train");
        button.getStyleClass().add("accent");
        button.setOnAction(event -> train.accept(new TrainingOptions(algorithm.getValue(), seed())));
        problem.getStyleClass().add("problem");
        Label what = new Label(Texts.text("train.what"));
        what.setWrapText(true);
        what.getStyleClass().add("quiet");
        what.setMaxWidth(720);
        Label title = new Label(Texts.text("train.title"));
        title.getStyleClass().add("title");
        state.setWrapText(true);
        state.setId("model-state");
        HBox form = new HBox(
                12, named("train.algorithm", algorithm), algorithm, named("train.seed", seed), seed, button, problem);
        form.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(16, title, what, state, form, results);
        content.getStyleClass().add("page");
        setContent(content);
        check();
    }

    private static Label named(String key, javafx.scene.Node control) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("quiet");
        label.setLabelFor(control);
        return label;
    }

    /// Shows which model is active.
    public void show(Session session) {
        dataOpen = session.data().isPresent();
        switch (session.model()) {
            case ModelState.Active active -> {
                state.setText(Texts.text(
                        "model.active",
                        String.valueOf(active.file().getFileName()),
                        Formats.moment(active.description().created())));
                results.getChildren().setAll(new ModelView(active.description()).nodes());
            }
            case ModelState.Missing(String why, String remedy) -> {
                state.setText(why + "\n" + remedy);
                results.getChildren().clear();
            }
        }
        check();
    }

    /// Follows a training: no second one while it runs. What comes of it arrives with the next session.
    public void follow(Job<TrainingResult> job) {
        training = true;
        check();
        FxThread.whenDone(job.result(), result -> ended(), error -> ended());
    }

    private void ended() {
        training = false;
        check();
    }

    private void check() {
        boolean number = true;
        try {
            seed();
        } catch (NumberFormatException e) {
            number = false;
        }
        problem.setText(number ? "" : Texts.text("train.seed.wrong"));
        button.setDisable(training || !dataOpen || !number);
        button.setText(Texts.text(training ? "train.running" : "train.button"));
    }

    private long seed() {
        return Long.parseLong(seed.getText().strip());
    }
}
