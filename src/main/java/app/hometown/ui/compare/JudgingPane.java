// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.Vote;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Blind judging: two lists without names, a key or a button a vote, and what came out at the end.
final class JudgingPane extends StackPane {
    private final JudgingModel model;
    private final UserHeader header = new UserHeader("judged-user");
    private final Label progress = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final ListView<Trial.Line> left;
    private final ListView<Trial.Line> right;
    private final VBox judging;
    private final VerdictPane verdict;

    JudgingPane(JudgingModel model) {
        this.model = model;
        setId("judging");
        getStyleClass().add("judging");
        setMinWidth(0);
        setFocusTraversable(true);
        setAccessibleText(Texts.text("judge.title"));
        left = list("judge-left", "judge.left");
        right = list("judge-right", "judge.right");
        progress.setId("judge-progress");
        progress.getStyleClass().add("quiet");
        bar.getStyleClass().add("thin-bar");
        bar.setPrefWidth(160);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button end = new Button(Texts.text("judge.end"));
        end.setId("judge-end");
        end.setOnAction(event -> model.end());
        HBox.setHgrow(header, Priority.SOMETIMES);
        header.setMinWidth(0);
        HBox top = new HBox(12, header, gap, progress, bar, end);
        top.getStyleClass().add("judge-top");
        top.setAlignment(Pos.CENTER_LEFT);
        progress.setMinWidth(USE_PREF_SIZE);
        end.setMinWidth(USE_PREF_SIZE);
        HBox sides = new HBox(24, side("judge.left", left), side("judge.right", right));
        VBox.setVgrow(sides, Priority.ALWAYS);
        sides.getStyleClass().add("judge-sides");
        Label keys = new Label(Texts.text("judge.keys"));
        keys.getStyleClass().addAll("quiet", "small");
        HBox votes = new HBox(
                8,
                button("judge-vote-left", "judge.vote.left", Feather.ARROW_LEFT, () -> model.vote(Vote.Choice.LEFT)),
                button("judge-vote-equal", "judge.vote.equal", Feather.PAUSE, () -> model.vote(Vote.Choice.EQUAL)),
                button(
                        "judge-vote-right",
                        "judge.vote.right",
                        Feather.ARROW_RIGHT,
                        () -> model.vote(Vote.Choice.RIGHT)),
                button("judge-skip", "judge.skip", Feather.SKIP_FORWARD, model::skip),
                button("judge-back", "judge.back", Feather.CORNER_UP_LEFT, model::back));
        votes.setAlignment(Pos.CENTER);
        VBox foot = new VBox(6, votes, keys);
        foot.setAlignment(Pos.CENTER);
        foot.getStyleClass().add("judge-foot");
        judging = new VBox(top, sides, foot);
        verdict = new VerdictPane(model);
        getChildren().addAll(judging, verdict);
        model.trial().addListener((property, before, now) -> show(now));
        model.progress().addListener(property -> tell());
        model.verdict().addListener(property -> showVerdict());
        visibleProperty().addListener(property -> {
            if (isVisible()) {
                requestFocus();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        showVerdict();
    }

    private static ListView<Trial.Line> list(String id, String name) {
        ListView<Trial.Line> list = new ListView<>();
        list.setId(id);
        list.getStyleClass().addAll("ranked-list", "judge-list");
        list.setAccessibleText(Texts.text(name));
        list.setFocusTraversable(false);
        list.setFixedCellSize(42);
        return list;
    }

    private static VBox side(String name, ListView<Trial.Line> list) {
        Label title = new Label(Texts.text(name));
        title.getStyleClass().add("heading");
        title.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox side = new VBox(8, title, list);
        side.setMinWidth(0);
        side.setPrefWidth(300);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private static Button button(String id, String key, Feather glyph, Runnable action) {
        Button button = new Button(Texts.text(key), Icons.of(glyph, 16));
        button.setId(id);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(@Nullable Trial now) {
        if (now == null) {
            left.getItems().clear();
            right.getItems().clear();
            return;
        }
        header.show(now.user(), now.catalog());
        fill(left, now, now.left());
        fill(right, now, now.right());
        bar.setProgress((now.place() - 1.0) / now.of());
        tell();
    }

    private static void fill(ListView<Trial.Line> list, Trial trial, List<Trial.Line> lines) {
        list.setCellFactory(each -> new TrialCell(trial));
        list.getItems().setAll(lines);
        list.scrollTo(0);
    }

    private void tell() {
        Trial now = model.trial().get();
        JudgingModel.Progress count = model.progress().get();
        progress.setText(
                now == null
                        ? ""
                        : Texts.text(
                                "judge.progress",
                                Formats.count(now.place()),
                                Formats.count(now.of()),
                                Formats.count(count.voted()),
                                Formats.count(count.equal())));
    }

    private void showVerdict() {
        JudgingModel.Verdict out = model.verdict().get();
        judging.setVisible(out == null);
        verdict.setVisible(out != null);
        if (out != null) {
            verdict.show(out);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || model.verdict().get() != null) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model.vote(Vote.Choice.LEFT);
            case RIGHT -> model.vote(Vote.Choice.RIGHT);
            case DOWN, EQUALS -> model.vote(Vote.Choice.EQUAL);
            case SPACE, S -> model.skip();
            case BACK_SPACE -> model.back();
            case ESCAPE -> model.end();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
