// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.domain.Feature;
import app.hometown.learning.checks.DataCheck;
import app.hometown.learning.results.FeatureImportance;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureGrid;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import app.hometown.workbench.training.TrainedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything there is to say of a trained model, on a page: the headline, then how good, where to draw the line, what
/// it looks at, and what one should know.
final class ResultPane extends ScrollPane {
    private final FigureTaking taking;
    private final Headline headline;
    private final ThresholdPane threshold;
    private final DependencePane dependence;
    private final FigureGrid quality = new FigureGrid(300);
    private final FigureGrid features = new FigureGrid(390);
    private final VBox notes = new VBox(8);
    private final VBox looks;
    private @Nullable Results shown;

    /// @param k places of a list, asked each time
    ResultPane(TrainingModel model, FigureTaking taking, Latest following, IntSupplier k) {
        this.taking = taking;
        setId("results");
        getStyleClass().add("training-pane");
        setFitToWidth(true);
        headline = new Headline(model);
        threshold = new ThresholdPane(taking, following);
        dependence = new DependencePane(taking);
        looks = new VBox(10, heading("result.features"), features);
        looks.managedProperty().bind(looks.visibleProperty());
        notes.setMaxWidth(860);
        VBox page = new VBox(22, headline, quality, threshold, looks, new SeedsPane(model.seeds(), taking, k), notes);
        page.getStyleClass().add("page");
        setContent(page);
        model.results().addListener((property, before, now) -> show(now));
        show(model.results().get());
    }

    private void show(@Nullable Results results) {
        if (results == null) {
            shown = null;
            return;
        }
        headline.show(results);
        boolean same = shown != null && shown.sameModel(results);
        shown = results;
        if (same) {
            return;
        }
        setVvalue(0);
        threshold.show(results);
        List<Node> how = new ArrayList<>(List.of(plot(results.ladder()), plot(results.calibration())));
        results.loss().map(this::plot).ifPresent(how::add);
        results.folds().map(this::plot).ifPresent(how::add);
        quality.show(how);
        List<Node> what = new ArrayList<>();
        results.importance().map(this::plot).ifPresent(what::add);
        results.coefficients().map(this::plot).ifPresent(what::add);
        if (!results.dependences().isEmpty()) {
            dependence.show(results.dependences(), mostImportant(results));
            what.add(dependence);
        }
        features.show(what);
        looks.setVisible(!what.isEmpty());
        showNotes(results.model());
    }

    private PlotPane plot(Figure figure) {
        PlotPane pane = new PlotPane(taking);
        pane.setId("figure-" + figure.key());
        pane.show(figure);
        return pane;
    }

    private static Feature mostImportant(Results results) {
        Map<Feature, Figure> known = results.dependences();
        Optional<Feature> most = results.model().report().importances().stream()
                .max(Comparator.comparingDouble(
                        (FeatureImportance importance) -> importance.aucDrop().estimate()))
                .map(FeatureImportance::feature)
                .filter(known::containsKey);
        return most.orElseGet(() -> known.keySet().iterator().next());
    }

    private void showNotes(TrainedModel trained) {
        List<Node> lines = new ArrayList<>(List.of(heading("notes.title")));
        for (DataCheck check : trained.checks()) {
            lines.add(ChecksPane.line(check.severity(), check.text()));
        }
        List<String> checked =
                trained.checks().stream().map(DataCheck::sentence).toList();
        trained.result().notes().stream()
                .filter(note -> !checked.contains(note))
                .forEach(note -> lines.add(ChecksPane.line(DataCheck.Severity.TELLS, note)));
        notes.getChildren().setAll(lines.size() > 1 ? lines : List.of());
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("heading");
        return label;
    }
}
