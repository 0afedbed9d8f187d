// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.workbench.Jobs;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The Evaluate view: what is to be evaluated above, what came of it below.
public final class EvaluationPane extends BorderPane {
    private final EvaluationModel model;
    private final Requests requests;
    private final VBox empty = new VBox(12);
    private final ScrollPane results;

    /// @param model what is evaluated
    /// @param jobs watched for progress
    /// @param taking saves and copies figures
    /// @param latest a new one for each part of the view, which works in the background
    public EvaluationPane(
            EvaluationModel model, Requests requests, Jobs jobs, FigureTaking taking, Supplier<Latest> latest) {
        this.model = model;
        this.requests = requests;
        setId("evaluating");
        getStyleClass().add("training-pane");
        VBox page = new VBox(
                28,
                new VerdictHead(model, requests),
                new MeasuresPane(model, latest.get()),
                new SlicesPane(model, requests, taking, latest.get(), latest.get()),
                new FiguresPane(model, taking, latest.get()),
                new LeftOutLine(model, requests));
        page.getStyleClass().add("page");
        results = new ScrollPane(page);
        results.setId("evaluate-results");
        results.getStyleClass().add("training-pane");
        results.setFitToWidth(true);
        empty.setId("evaluate-empty");
        empty.getStyleClass().add("page");
        StackPane below = new StackPane(empty, results);
        below.setMinSize(0, 0);
        setTop(new VBox(new SetupStrip(model, requests), new RunningLine(model, jobs)));
        setCenter(below);
        model.shown().addListener((property, before, now) -> {
            if (before == null) {
                results.setVvalue(0);
            }
            show();
        });
        model.session().addListener(property -> show());
        model.setup().addListener(property -> show());
        model.job().addListener(property -> show());
        show();
    }

    private void show() {
        boolean done = model.shown().get() != null;
        results.setVisible(done);
        empty.setVisible(!done);
        if (!done) {
            showEmpty(model.session().get());
        }
    }

    private void showEmpty(Session session) {
        boolean open = session.data().isPresent();
        boolean untrained = open
                && session.model() instanceof ModelState.Missing
                && model.setup().get().lineup().definitions().contains(RankerDefinition.ML);
        String key = !open ? "evaluate.noData" : untrained ? "evaluate.noModel" : "evaluate.empty";
        Label title = new Label(Texts.text(key + ".title"));
        title.getStyleClass().add("title");
        Label what = new Label(Texts.text(key + ".what"));
        what.setWrapText(true);
        what.setMaxWidth(640);
        what.getStyleClass().add("quiet");
        Button first = new Button(
                Texts.text(key + ".button"),
                Icons.of(!open ? Feather.FOLDER : untrained ? Feather.CPU : Feather.CHECK_SQUARE, 16));
        first.setId("evaluate-first");
        first.getStyleClass().add("accent");
        first.setDisable(model.job().get() != null);
        first.setOnAction(event -> {
            if (!open) {
                requests.openFolder();
            } else if (untrained) {
                requests.train();
            } else {
                model.evaluate();
            }
        });
        Button other = new Button(Texts.text("evaluate.open"), Icons.of(Feather.FOLDER, 16));
        other.setId("evaluate-open-first");
        other.setOnAction(event -> requests.open());
        other.getStyleClass().add("flat");
        empty.getChildren().setAll(title, what, new HBox(8, first, other));
    }
}
