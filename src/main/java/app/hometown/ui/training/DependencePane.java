// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.domain.Feature;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.BorderPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What the model foretells as one feature changes; the feature is chosen above.
final class DependencePane extends BorderPane {
    private final ComboBox<Feature> feature = new ComboBox<>();
    private final PlotPane plot;
    private Map<Feature, Figure> figures = Map.of();

    DependencePane(FigureTaking taking) {
        plot = new PlotPane(taking);
        plot.setMinHeight(0);
        feature.setId("dependence-feature");
        feature.setMaxWidth(Double.MAX_VALUE);
        feature.setAccessibleText(Texts.text("result.dependence.of"));
        feature.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Feature shown) {
                return shown == null ? "" : FeatureFigures.name(shown);
            }

            @Override
            public Feature fromString(String text) {
                throw new UnsupportedOperationException("the choice is not editable");
            }
        });
        feature.valueProperty().addListener((property, before, now) -> draw(now));
        setTop(feature);
        setCenter(plot);
    }

    void show(Map<Feature, Figure> shown, Feature first) {
        figures = shown;
        Feature chosen = feature.getValue();
        feature.getItems().setAll(shown.keySet());
        Feature next = chosen != null && shown.containsKey(chosen) ? chosen : first;
        feature.setValue(next);
        draw(next);
    }

    private void draw(@Nullable Feature of) {
        Figure figure = of == null ? null : figures.get(of);
        if (figure != null) {
            plot.show(figure);
        }
    }
}
