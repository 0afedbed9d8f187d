// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.Metrics;
import app.hometown.learning.ModelFile;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What is known about a model: figures, what it looks at, and what a person should know.
record ModelView(ModelFile model) {
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        Metrics test = model.metrics().test();
        Metrics train = model.metrics().train();
        FlowPane figures = new FlowPane(32, 16);
        figures.getChildren()
                .setAll(
                        auc(),
                        figure(
                                "metric.accuracy",
                                Formats.percent(test.accuracy()),
                                Texts.text("metric.accuracy.note", Formats.percent(train.accuracy()))),
                        figure(
                                "metric.logLoss",
                                Formats.decimals(test.logLoss(), 4),
                                Texts.text("metric.logLoss.note", Formats.decimals(train.logLoss(), 4))),
                        figure("metric.precision", Formats.percent(test.precision()), "metric.precision.note"),
                        figure("metric.recall", Formats.percent(test.recall()), "metric.recall.note"),
                        figure("metric.f1", Formats.decimals(test.f1(), 3), "metric.f1.note"),
                        figure(
                                "metric.rows",
                                Formats.count(model.training().rows()),
                                Texts.text(
                                        "metric.rows.note",
                                        Formats.count(model.training().trainRows()),
                                        Formats.count(model.training().testRows()))));
        nodes.add(figures);
        nodes.add(new VBox(
                8, heading("importance.title"), quiet(Texts.text("importance.what")), ImportanceChart.of(model)));
        if (!model.notes().isEmpty()) {
            VBox box = new VBox(8, heading("notes.title"));
            model.notes().stream().map(ModelView::note).forEach(box.getChildren()::add);
            nodes.add(box);
        }
        return nodes;
    }

    private Node auc() {
        Double oracle = model.metrics().oracleAuc();
        return figure(
                "metric.auc",
                Formats.decimals(model.metrics().test().auc(), 3),
                oracle == null ? "metric.auc.note" : Texts.text("metric.auc.oracle", Formats.decimals(oracle, 3)));
    }

    /// @param note a text, or the key of one
    private static Node figure(String key, String value, String note) {
        Label name = quiet(Texts.text(key));
        Label number = new Label(value);
        number.getStyleClass().add("figure");
        Label below = quiet(note.startsWith("metric.") ? Texts.text(note) : note);
        below.getStyleClass().add("small");
        VBox figure = new VBox(2, name, number, below);
        figure.getStyleClass().add("metric");
        return figure;
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    private static Label note(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(720);
        return label;
    }
}
