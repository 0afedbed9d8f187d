// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.evaluation.ListSimilarity;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.Optional;
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
    SimilarityHead(double width) {
        getStyleClass().add("similarity");
        setAlignment(Pos.CENTER);
        setMinWidth(width);
        setMaxWidth(width);
    }

    /// @param left the name of the list on the left
    /// @param right the name of the list on the right
    void show(String left, String right, Optional<ListSimilarity> similarity, int k) {
        getChildren().clear();
        similarity.ifPresent(alike -> getChildren()
                .addAll(
                        figure("rbo", Formats.decimals(alike.rankBiasedOverlap(), 2), left, right, k),
                        figure(
                                "tau",
                                alike.kendallTauB().isPresent()
                                        ? Formats.decimals(alike.kendallTauB().getAsDouble(), 2)
                                        : "–",
                                left,
                                right,
                                k),
                        figure("jaccard", Formats.decimals(alike.jaccard(), 2), left, right, k)));
    }

    private static HBox figure(String key, String value, String left, String right, int k) {
        Label name = new Label(Texts.text("similarity." + key));
        name.getStyleClass().addAll("quiet", "small");
        Label number = new Label(value);
        number.getStyleClass().add("small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox figure = new HBox(4, name, gap, number);
        figure.setAlignment(Pos.CENTER_LEFT);
        String tip = Texts.text("similarity." + key + ".tip", left, right, Formats.count(k));
        figure.setAccessibleText(value + ". " + tip);
        Tooltip shown = new Tooltip(tip);
        shown.setWrapText(true);
        shown.setMaxWidth(360);
        Tooltip.install(figure, shown);
        return figure;
    }
}
