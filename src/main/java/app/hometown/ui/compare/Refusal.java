// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.RankerDefinition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Stands in the place of a list that cannot be: why, what to do, and where training helps the button for it.
final class Refusal extends VBox {
    private final Label title = new Label();
    private final Label why = new Label();
    private final Button train;

    /// @param training what the button does
    /// @param id of the button
    Refusal(Runnable training, String id) {
        super(12);
        getStyleClass().add("empty-state");
        setAlignment(Pos.TOP_LEFT);
        setMinWidth(0);
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        why.getStyleClass().add("quiet");
        why.setWrapText(true);
        train = new Button(Texts.text("train.button"), Icons.of(Feather.CPU, 16));
        train.setId(id);
        train.getStyleClass().add("accent");
        train.setOnAction(event -> training.run());
        train.managedProperty().bind(train.visibleProperty());
        getChildren().addAll(title, why, train);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(RankedColumn column) {
        setVisible(column.ranking().isEmpty());
        boolean ml = column.ranker().equals(RankerDefinition.ML);
        title.setText(ml ? Texts.text("list.ml.missing") : Texts.text("list.missing", column.name()));
        why.setText(column.refusal());
        train.setVisible(ml);
    }
}
