// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.ModelFile;
import app.hometown.learning.ModelParameters;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What the model looks at: a bar a feature, the most important first, with a sign for whether it raises or lowers the
/// probability of a click.
final class ImportanceChart {
    private ImportanceChart() {}

    static Region of(ModelFile model) {
        GridPane grid = new GridPane(12, 4);
        grid.getStyleClass().add("importance-chart");
        grid.setMaxWidth(720);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, figures, bars);
        List<String> features = model.importances().keySet().stream()
                .sorted(Comparator.comparingDouble((String feature) -> -importance(model, feature)))
                .toList();
        double most = features.isEmpty() ? 0 : importance(model, features.getFirst());
        for (int line = 0; line < features.size(); line++) {
            String feature = features.get(line);
            double value = importance(model, feature);
            boolean raises = raises(model, feature);
            Label name = new Label(Texts.text("feature." + feature));
            name.setTooltip(new Tooltip(feature));
            Label figure = new Label((raises ? "+" : "−") + Formats.decimals(value, 3));
            Bar bar = new Bar(most == 0 ? 0 : value / most, raises);
            bar.setAccessibleText(Texts.text(
                    raises ? "importance.raises" : "importance.lowers", name.getText(), Formats.decimals(value, 3)));
            grid.addRow(line, name, figure, bar);
        }
        return grid;
    }

    private static double importance(ModelFile model, String feature) {
        return model.importances().getOrDefault(feature, 0.0);
    }

    private static boolean raises(ModelFile model, String feature) {
        return !(model.parameters() instanceof ModelParameters.Logistic logistic)
                || logistic.coefficients().getOrDefault(feature, 0.0) >= 0;
    }

    /// A bar of a share of its width.
    private static final class Bar extends Pane {
        private final double share;
        private final Region filled = new Region();

        Bar(double share, boolean raises) {
            this.share = share;
            filled.getStyleClass().addAll("importance-bar", raises ? "raises" : "lowers");
            getChildren().add(filled);
            setPrefHeight(16);
        }

        @Override
        protected void layoutChildren() {
            double width = Math.max(1, snapSizeX(getWidth() * share));
            filled.resizeRelocate(0, snapPositionY((getHeight() - 12) / 2), width, 12);
        }
    }
}
