// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.results.ClickCurves;
import app.hometown.learning.results.ModelReport;
import app.hometown.statistics.Interval;
import app.hometown.statistics.Verdict;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tiles;
import app.hometown.workbench.training.BeforeAfter;
import app.hometown.workbench.training.TrainedModel;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What was trained, whether it is better than the active model, what can be done with it, and the numbers that say the
/// most.
final class Headline extends VBox {
    private final TrainingModel model;
    private final Label title = new Label();
    private final Label state = new Label();
    private final Button use = new Button(Texts.text("result.use"), Icons.of(Feather.CHECK, 16));
    private final Button keep = new Button(Texts.text("result.keep"));
    private final Button discard = new Button(Texts.text("result.discard"));
    private final VBox verdict = new VBox(4);
    private Tiles tiles = new Tiles();

    Headline(TrainingModel model) {
        super(14);
        this.model = model;
        title.getStyleClass().add("title");
        state.getStyleClass().add("quiet");
        state.setId("result-state");
        state.setWrapText(true);
        use.setId("accept");
        use.getStyleClass().add("accent");
        use.setOnAction(event -> model.accept());
        keep.setId("keep");
        keep.setOnAction(event -> model.keep());
        discard.setId("discard");
        discard.setOnAction(event -> model.discard());
        FlowPane buttons = new FlowPane(8, 8, use, keep, discard);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        buttons.setPrefWrapLength(360);
        VBox words = new VBox(2, title, state);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(16, words, buttons);
        top.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(top, verdict, tiles);
        model.fate().addListener(property -> showFate());
    }

    void show(Results results) {
        TrainedModel trained = results.model();
        title.setText(Texts.text(
                "algorithm." + trained.request().options().algorithm().id()));
        verdict.getChildren().setAll(verdict(trained.beforeAfter()));
        Tiles made = tiles(trained);
        getChildren().set(getChildren().indexOf(tiles), made);
        tiles = made;
        showFate();
    }

    private void showFate() {
        Results results = model.results().get();
        if (results == null) {
            return;
        }
        TrainedModel trained = results.model();
        TrainingModel.Fate fate = model.fate().get();
        String rows = Texts.text(
                "result.rows",
                Formats.count(trained.report().train().rows()),
                Formats.count(trained.report().test().rows()),
                Texts.text("split." + trained.request().options().split().id()),
                Long.toString(trained.request().options().seed()));
        String name = results.name();
        state.setText(Texts.text("result.fate." + fate.name().toLowerCase(Locale.ROOT), name == null ? "" : name)
                + " · " + rows);
        use.setDisable(fate == TrainingModel.Fate.USED);
        keep.setDisable(fate != TrainingModel.Fate.WAITING);
        discard.setText(Texts.text(fate == TrainingModel.Fate.WAITING ? "result.discard" : "result.close"));
    }

    private static Node verdict(Optional<BeforeAfter> beforeAfter) {
        if (beforeAfter.isEmpty()) {
            Label first = new Label(Texts.text("compare.first"));
            first.getStyleClass().add("quiet");
            return first;
        }
        BeforeAfter before = beforeAfter.get();
        Label badge = badge(before.verdict());
        Label against = new Label(
                Texts.text("compare.against." + before.verdict().name().toLowerCase(Locale.ROOT), before.otherName()));
        against.getStyleClass().add("strong");
        HBox head = new HBox(8, badge, against);
        head.setAlignment(Pos.CENTER_LEFT);
        Label sentence = new Label(QualityFigures.sentence(before));
        sentence.setWrapText(true);
        VBox words = new VBox(4, head, sentence);
        if (!before.note().isBlank()) {
            Label note = new Label(before.note());
            note.getStyleClass().addAll("quiet", "small");
            note.setWrapText(true);
            words.getChildren().add(note);
        }
        words.getStyleClass().add("verdict-box");
        return words;
    }

    /// Better, worse or not to be told, by word, sign and colour.
    static Label badge(Verdict verdict) {
        String key = verdict.name().toLowerCase(Locale.ROOT);
        Label badge = new Label(Texts.text("headline." + key));
        badge.setId("train-verdict");
        badge.getStyleClass().addAll("verdict-badge", key);
        badge.setMinWidth(USE_PREF_SIZE);
        return badge;
    }

    private static Tiles tiles(TrainedModel trained) {
        ModelReport report = trained.report();
        ClickCurves test = report.test();
        ClickCurves train = report.train();
        Interval auc = test.auc();
        return new Tiles()
                .add(
                        "metric.auc",
                        Formats.decimals(auc.estimate(), 3),
                        Texts.text("metric.interval", Formats.decimals(auc.low(), 3), Formats.decimals(auc.high(), 3)))
                .add(
                        "metric.logLoss",
                        Formats.decimals(test.logLoss(), 4),
                        Texts.text("metric.train", Formats.decimals(train.logLoss(), 4)))
                .add(
                        "metric.brier",
                        Formats.decimals(test.brier(), 4),
                        Texts.text(
                                "metric.constant",
                                Formats.decimals(report.constant().brier(), 4)))
                .add(
                        "metric.accuracy",
                        Formats.percent(test.at(0.5).accuracy()),
                        Texts.text("metric.train", Formats.percent(train.at(0.5).accuracy())))
                .add(
                        "metric.averagePrecision",
                        Formats.decimals(test.averagePrecision(), 3),
                        Texts.text("metric.rate", Formats.decimals((double) test.clicked() / test.rows(), 3)));
    }
}
