// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Stream;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A stream of a list that is judged, by what a viewer would see of it: no score, nothing of a ranker.
final class TrialCell extends ListCell<Trial.Line> {
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("only-here");

    // Made once: a tooltip is a window of its own, dear to make for every line of every answer.
    private final Tooltip tip = new Tooltip();
    private final Trial trial;
    private final Label rank = new Label();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label only = new Label(Texts.text("judge.only"));
    private final HBox line;

    TrialCell(Trial trial) {
        this.trial = trial;
        getStyleClass().addAll("ranked-cell", "trial-cell");
        rank.getStyleClass().add("rank");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        facts.getStyleClass().add("place");
        facts.setMinWidth(0);
        facts.setTextOverrun(OverrunStyle.ELLIPSIS);
        only.getStyleClass().add("movement");
        only.setMinWidth(USE_PREF_SIZE);
        VBox text = new VBox(name, facts);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        line = new HBox(8, rank, text, only);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Trial.@Nullable Line item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        Stream stream = trial.catalog().stream(item.row());
        rank.setText(Formats.count(item.rank()));
        name.setText(stream.title().isEmpty() ? stream.id() : stream.title());
        facts.setText(facts(stream, item));
        only.setVisible(!item.shared());
        pseudoClassStateChanged(ALONE, !item.shared());
        String words = rank.getText() + ". " + name.getText() + ", " + facts.getText()
                + (item.shared() ? "" : ", " + Texts.text("judge.only.words"));
        setAccessibleText(words);
        tip.setText(words);
        setTooltip(tip);
        setGraphic(line);
    }

    private String facts(Stream stream, Trial.Line item) {
        List<String> facts = new ArrayList<>();
        facts.add(trial.catalog().categoryName(stream.categoryId()));
        facts.add(stream.language());
        facts.add(stream.city());
        facts.add(Formats.km(item.distanceKm()));
        facts.add(Texts.text("stream.quality", Formats.decimals(stream.qualityScore(), 1)));
        facts.add(Texts.counted("stream.viewers", stream.avgViewerCount()));
        if (stream.partnered()) {
            facts.add(Texts.text("stream.partnered"));
        }
        if (stream.matureContent()) {
            facts.add(Texts.text("stream.mature"));
        }
        return String.join(" · ", facts);
    }
}
