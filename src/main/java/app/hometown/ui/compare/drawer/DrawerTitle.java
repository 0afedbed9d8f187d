// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.Stream;
import app.hometown.ranking.Scoring;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.compare.UserVariation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Which stream is chosen and where it stands, and the signs that the scoring or the user is not what it was.
final class DrawerTitle extends HBox {
    private final CompareModel model;
    private final Label id = new Label();
    private final Label ranks = new Label();
    private final Label facts = new Label();
    private final Button scoring = badge("scoring-badge");
    private final Button user = badge("user-badge");

    /// @param show opens a tab
    DrawerTitle(CompareModel model, Tuning tuning, UserTrial trial, Consumer<DrawerTab> show) {
        super(10);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        id.setId("explained-stream");
        id.getStyleClass().add("strong");
        facts.getStyleClass().add("quiet");
        facts.setMaxWidth(Double.MAX_VALUE);
        facts.setMinWidth(0);
        ranks.setMinWidth(USE_PREF_SIZE);
        id.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(facts, Priority.ALWAYS);
        scoring.setOnAction(event -> show.accept(DrawerTab.SCORING));
        user.setOnAction(event -> show.accept(DrawerTab.USER));
        Button resetScoring = reset(scoring, "tuning.reset", tuning::reset);
        Button resetUser = reset(user, "action.user.reset", trial::reset);
        HBox userSign = new HBox(user, resetUser);
        HBox scoringSign = new HBox(scoring, resetScoring);
        for (HBox sign : List.of(userSign, scoringSign)) {
            sign.setAlignment(Pos.CENTER_LEFT);
            sign.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(id, ranks, facts, userSign, scoringSign);
        tuning.scoring().addListener((property, before, now) -> show(now));
        show(tuning.scoring().get());
        model.variation().addListener((property, before, now) -> show(now));
        show(model.variation().get());
    }

    private static Button badge(String id) {
        Button badge = new Button();
        badge.setId(id);
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        badge.managedProperty().bind(badge.visibleProperty());
        return badge;
    }

    private static Button reset(Button badge, String key, Runnable action) {
        Button button = Icons.button(Feather.X, Texts.text(key), action);
        button.getStyleClass().add("tiny");
        button.visibleProperty().bind(badge.visibleProperty());
        button.managedProperty().bind(badge.visibleProperty());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show(Scoring now) {
        List<Tuning.Difference> differences = Tuning.differences(now);
        scoring.setVisible(!differences.isEmpty());
        scoring.setText(
                now.equals(Scoring.REFERENCE)
                        ? Texts.text("badge.reference")
                        : Texts.counted("badge.scoring", differences.size()));
        Tips.set(
                scoring,
                Texts.text("badge.scoring.tip") + "\n"
                        + differences.stream()
                                .map(each -> Texts.text("badge.difference", each.name(), each.standard(), each.now()))
                                .collect(Collectors.joining("\n")));
        scoring.setAccessibleText(scoring.getText());
    }

    private void show(UserVariation now) {
        user.setVisible(!now.isNone());
        user.setText(Texts.text("badge.user"));
        List<String> what = new ArrayList<>();
        now.place()
                .ifPresent(place -> what.add(
                        Texts.text("try.place.moved", Formats.coordinates(place.latitude(), place.longitude()))));
        now.language().ifPresent(language -> what.add(Texts.text("try.language") + ": " + language));
        now.preferredCategories()
                .ifPresent(categories -> what.add(Texts.text("try.categories") + ": " + names(categories)));
        now.localPreferenceStrength()
                .ifPresent(strength -> what.add(Texts.text("try.preference") + ": " + Formats.number(strength, 4)));
        Tips.set(user, Texts.text("badge.user.tip") + "\n" + String.join("\n", what));
    }

    private String names(List<String> categories) {
        return model.session()
                .get()
                .data()
                .map(open -> String.join(
                        ", ",
                        categories.stream().map(open.catalog()::categoryName).toList()))
                .orElse("");
    }

    /// Says what is chosen.
    void show(@Nullable Explained explained) {
        id.setVisible(explained != null);
        id.setManaged(explained != null);
        if (explained == null) {
            id.setText("");
            ranks.setText("");
            facts.setText("");
            return;
        }
        Subject subject = explained.chosen();
        id.setText(subject.stream().id());
        String places = subject.views().stream()
                .filter(view -> view.rank().isPresent())
                .map(view ->
                        view.column().name() + " #" + Formats.count(view.rank().getAsInt()))
                .collect(Collectors.joining(" · "));
        ranks.setText(
                !subject.stream().live()
                        ? Texts.text("why.offAir")
                        : places.isEmpty()
                                ? Texts.text(
                                        "explain.outside",
                                        Formats.count(explained.lists().k()))
                                : places);
        String words = facts(subject.stream(), explained);
        facts.setText(words);
        Tips.set(facts, words);
        Tips.set(id, words);
    }

    private static String facts(Stream stream, Explained explained) {
        List<String> facts = new ArrayList<>();
        if (!stream.title().isEmpty()) {
            facts.add("“" + stream.title() + "”");
        }
        facts.add(stream.city());
        facts.add(stream.language());
        facts.add(explained.lists().catalog().categoryName(stream.categoryId()));
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
