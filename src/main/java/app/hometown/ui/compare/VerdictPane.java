// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.Votes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What came out of blind judging, in sentences: which ranker was better how often, and what that says.
final class VerdictPane extends VBox {
    private final Label result = new Label();
    private final Label meaning = new Label();
    private final Label equal = new Label();
    private final Label all = new Label();
    private final Label how = new Label();

    VerdictPane(JudgingModel model) {
        super(8);
        setId("verdict");
        getStyleClass().add("verdict");
        setAlignment(Pos.TOP_LEFT);
        Label title = new Label(Texts.text("verdict.title"));
        title.getStyleClass().add("title");
        result.setId("verdict-result");
        result.getStyleClass().add("heading");
        meaning.setId("verdict-meaning");
        how.getStyleClass().addAll("quiet", "small");
        all.getStyleClass().add("quiet");
        equal.getStyleClass().add("quiet");
        for (Label each : new Label[] {result, meaning, equal, all, how}) {
            each.setWrapText(true);
            each.setMaxWidth(640);
            each.setMinHeight(USE_PREF_SIZE);
        }
        Button close = new Button(Texts.text("verdict.close"));
        close.setId("verdict-close");
        close.getStyleClass().add("accent");
        close.setOnAction(event -> model.close());
        visibleProperty().addListener(property -> {
            if (isVisible()) {
                close.requestFocus();
            }
        });
        getChildren().addAll(title, result, meaning, equal, all, how, close);
    }

    void show(JudgingModel.Verdict verdict) {
        result.setText(result(verdict, verdict.now()));
        meaning.setText(meaning(verdict, verdict.now()));
        equal.setText(Texts.counted("verdict.equal", verdict.now().equal()));
        boolean more = decided(verdict.all()) > decided(verdict.now());
        all.setVisible(more);
        all.setManaged(more);
        all.setText(more ? Texts.text("verdict.all", result(verdict, verdict.all())) : "");
        how.setText(Texts.text("verdict.how", Long.toString(verdict.seed()), verdict.kept()));
    }

    private static int decided(Votes.Tally tally) {
        return tally.winsA() + tally.winsB();
    }

    /// The ranker with more wins is the one that is spoken of.
    static String result(JudgingModel.Verdict verdict, Votes.Tally tally) {
        if (decided(tally) == 0) {
            return Texts.text("verdict.none");
        }
        boolean first = tally.winsA() >= tally.winsB();
        return Texts.text(
                "verdict.result",
                first ? verdict.first() : verdict.second(),
                first ? verdict.second() : verdict.first(),
                Formats.count(first ? tally.winsA() : tally.winsB()),
                Formats.count(decided(tally)),
                Formats.wholePercent(first ? tally.shareA() : 1 - tally.shareA()),
                Formats.wholePercent(first ? tally.low() : 1 - tally.high()),
                Formats.wholePercent(first ? tally.high() : 1 - tally.low()));
    }

    static String meaning(JudgingModel.Verdict verdict, Votes.Tally tally) {
        if (decided(tally) == 0) {
            return "";
        }
        if (tally.low() > 0.5) {
            return Texts.text("verdict.better", verdict.first());
        }
        return tally.high() < 0.5 ? Texts.text("verdict.better", verdict.second()) : Texts.text("verdict.open");
    }
}
