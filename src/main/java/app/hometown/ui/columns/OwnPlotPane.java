// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.columns;

import app.hometown.ui.explore.BrushLink;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureGrid;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// The page of a question of one's own: the question at the left, its figure, or one figure a facet, at the right. All
/// of
/// them can be brushed.
public final class OwnPlotPane extends BorderPane {
    private static final double LEAST_HEIGHT = 190;
    private static final Duration PATIENCE = Duration.millis(300);

    private final PlotModel model;
    private final ExploreModel explore;
    private final FigureTaking taking;
    private final List<PlotPane> panes = new ArrayList<>();
    private final StackPane single = new StackPane();
    private final FigureGrid grid = new FigureGrid(LEAST_HEIGHT);
    private final Label heading = new Label();
    private final Label note = new Label();
    private final Label problem = new Label();
    private final ScrollPane facets;
    private final HBox waiting;

    /// @param model what is asked
    /// @param explore the selection
    /// @param taking saves and copies figures
    public OwnPlotPane(PlotModel model, ExploreModel explore, FigureTaking taking) {
        this.model = model;
        this.explore = explore;
        this.taking = taking;
        setId("own-plot");
        heading.getStyleClass().add("title");
        heading.setWrapText(true);
        note.getStyleClass().addAll("quiet", "small");
        note.setWrapText(true);
        VBox content = new VBox(8, heading, grid, note);
        content.getStyleClass().add("page");
        facets = new ScrollPane(content);
        facets.setFitToWidth(true);
        facets.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        facets.getStyleClass().addAll("plot-page", "edge-to-edge");
        problem.setId("plot-problem");
        problem.getStyleClass().addAll("quiet", "page");
        problem.setWrapText(true);
        single.getStyleClass().add("plot-single");
        waiting = waiting();
        StackPane.setAlignment(problem, Pos.TOP_LEFT);
        StackPane.setAlignment(waiting, Pos.TOP_RIGHT);
        StackPane stage = new StackPane(single, facets, problem, waiting);
        stage.setMinWidth(0);
        setLeft(new QuestionForm(model));
        setCenter(stage);
        model.shown().addListener((property, before, now) -> show(now));
        show(model.shown().get());
    }

    private HBox waiting() {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(160);
        bar.setAccessibleText(Texts.text("columns.counting"));
        Button cancel = Icons.button(Feather.X, Texts.text("columns.cancel"), model::cancel);
        cancel.setId("plot-cancel");
        Label what = new Label(Texts.text("columns.counting"));
        what.getStyleClass().addAll("quiet", "small");
        HBox line = new HBox(8, what, bar, cancel);
        line.setId("plot-progress");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("plot-progress");
        line.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        line.setVisible(false);
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(event -> line.setVisible(model.progress().get() != PlotModel.IDLE));
        model.progress().addListener((property, before, now) -> {
            if (now.doubleValue() == PlotModel.IDLE) {
                patience.stop();
                line.setVisible(false);
                return;
            }
            bar.setProgress(now.doubleValue());
            if (before.doubleValue() == PlotModel.IDLE) {
                patience.playFromStart();
            }
        });
        return line;
    }

    private void show(Optional<PlotModel.Shown> shown) {
        List<Figure> figures = shown.map(PlotModel.Shown::figures).orElse(List.of());
        String trouble = shown.map(PlotModel.Shown::problem).orElse("");
        problem.setText(trouble);
        problem.setVisible(!trouble.isEmpty());
        boolean many = !shown.map(PlotModel.Shown::heading).orElse("").isEmpty();
        single.setVisible(!many && !figures.isEmpty());
        facets.setVisible(many);
        while (panes.size() < figures.size()) {
            PlotPane pane = BrushLink.link(new PlotPane(taking), explore);
            pane.setId("plot-" + panes.size());
            panes.add(pane);
        }
        for (int i = 0; i < figures.size(); i++) {
            panes.get(i).show(figures.get(i));
        }
        List<PlotPane> used = panes.subList(0, figures.size());
        if (many) {
            heading.setText(shown.map(PlotModel.Shown::heading).orElse(""));
            note.setText(shown.map(PlotModel.Shown::note).orElse(""));
            single.getChildren().clear();
            if (!grid.getChildrenUnmodifiable().equals(used)) {
                grid.show(used);
            }
        } else if (!single.getChildren().equals(used)) {
            grid.show(List.of());
            single.getChildren().setAll(used);
        }
        VBox.setVgrow(grid, Priority.ALWAYS);
    }
}
