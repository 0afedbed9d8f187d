// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.evaluation.ListSimilarity;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands between the heads of two lists: how alike the lists are, in three figures that each look at something
/// else.
final class SimilarityHead extends VBox {
    private final List<Figure> figures = List.of(new Figure("rbo"), new Figure("tau"), new Figure("jaccard"));

    SimilarityHead(double width) {
        getStyleClass().add("similarity");
        setAlignment(Pos.CENTER);
        setMinWidth(width);
        setMaxWidth(width);
        getChildren().setAll(figures);
    }

    /// @param left the name of the list on the left
    /// @param right the name of the list on the right
    void show(String left, String right, Optional<ListSimilarity> similarity, int k) {
        figures.forEach(figure -> figure.setVisible(similarity.isPresent()));
        similarity.ifPresent(alike -> {
            List<OptionalDouble> values = List.of(
                    OptionalDouble.of(alike.rankBiasedOverlap()),
                    alike.kendallTauB(),
                    OptionalDouble.of(alike.jaccard()));
            for (int i = 0; i < values.size(); i++) {
                figures.get(i).show(values.get(i), left, right, k);
            }
        });
    }

    // Made once: a tooltip is a window of its own, dear to make for every answer.
    private static final class Figure extends HBox {
        private final String key;
        private final Label number = new Label();
        private final Tooltip tip = new Tooltip();

        Figure(String key) {
            super(4);
            this.key = key;
            setAlignment(Pos.CENTER_LEFT);
            Label name = new Label(Texts.text("similarity." + key));
            name.getStyleClass().addAll("quiet", "small");
            number.getStyleClass().add("small");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            getChildren().setAll(name, gap, number);
            tip.setWrapText(true);
            tip.setMaxWidth(360);
            Tooltip.install(this, tip);
        }

        void show(OptionalDouble value, String left, String right, int k) {
            number.setText(value.isPresent() ? Formats.decimals(value.getAsDouble(), 2) : "–");
            tip.setText(Texts.text("similarity." + key + ".tip", left, right, Formats.count(k)));
            setAccessibleText(number.getText() + ". " + tip.getText());
        }
    }
}
