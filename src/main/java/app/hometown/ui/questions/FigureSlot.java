// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import app.hometown.workbench.questions.Question;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The place of a figure on the page: the figure once there is one, before that its title. A figure of other rows than
/// those that are left grows pale when the new one takes its time.
final class FigureSlot extends StackPane {
    private static final double PALE = 0.45;

    private final Question question;
    private final int place;
    private final FigureTaking taking;
    private final Consumer<PlotPane> link;
    private final Label note = new Label();
    private final VBox words;
    private final PauseTransition fading = new PauseTransition(Duration.millis(300));
    private @Nullable PlotPane plot;

    /// @param place of the figure among those of its question, from 0
    /// @param link given the plot before it shows anything
    FigureSlot(Question question, int place, FigureTaking taking, Consumer<PlotPane> link) {
        this.question = question;
        this.place = place;
        this.taking = taking;
        this.link = link;
        setId("slot-" + Wording.file(question) + (place == 0 ? "" : "-" + (place + 1)));
        setMinWidth(0);
        Label title = new Label(Wording.title(question));
        title.getStyleClass().add("strong");
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        words = new VBox(4, title, note);
        words.getStyleClass().add("figure-slot");
        words.setAlignment(Pos.TOP_LEFT);
        getChildren().add(words);
        fading.setOnFinished(event -> setOpacity(PALE));
    }

    /// Whose figure it is.
    Question question() {
        return question;
    }

    /// Whether it wants the width of the page.
    boolean isWide() {
        return question == Question.CORRELATIONS;
    }

    /// The figure, once there is one.
    Optional<PlotPane> plot() {
        return Optional.ofNullable(plot);
    }

    void show(QuestionsModel.Shown shown) {
        if (shown.current()) {
            fading.stop();
            setOpacity(1);
        } else if (plot != null) {
            fading.playFromStart();
        }
        Figure figure = place < shown.figures().size() ? shown.figures().get(place) : null;
        boolean spare = place > 0 && figure == null;
        setVisible(!spare);
        setManaged(!spare);
        note.setText(shown.current() ? shown.lack() : Texts.text("questions.waiting"));
        if (figure == null) {
            getChildren().setAll(words);
            return;
        }
        PlotPane pane = plot;
        if (pane == null) {
            pane = new PlotPane(taking);
            link.accept(pane);
            plot = pane;
        }
        pane.setId("figure-" + figure.key());
        pane.show(figure);
        getChildren().setAll(pane);
    }
}
