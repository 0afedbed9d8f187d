// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.Feature;
import app.hometown.ranking.Explanation;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.ScoreTerm;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.SumFigures;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Why a stream has its score: each ranker's score as a bar of its terms, and behind the click term what each feature
/// adds to the log-odds.
final class WhyPane extends Region {
    private static final double GAP = 32;

    private final Label sentence = new Label();
    private final GridPane bars = new GridPane(12, 4);
    private final FlowPane legend = new FlowPane(16, 2);
    private final List<Row> rows = new ArrayList<>();
    private final Label clickTitle = new Label();
    private final DivergingBars features = new DivergingBars();
    private final Label together = new Label(Texts.text("why.together"));
    private final VBox score;
    private final VBox click;

    WhyPane() {
        getStyleClass().add("why-pane");
        sentence.setId("why-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setFillWidth(true);
        bars.getColumnConstraints().addAll(natural(), natural(), natural(), wide);
        score = new VBox(8, sentence, bars, legend);
        clickTitle.getStyleClass().addAll("strong", "small");
        clickTitle.setWrapText(true);
        clickTitle.setMinHeight(USE_PREF_SIZE);
        features.managedProperty().bind(features.visibleProperty());
        together.managedProperty().bind(together.visibleProperty());
        together.getStyleClass().add("quiet");
        together.setWrapText(true);
        together.setMinHeight(USE_PREF_SIZE);
        click = new VBox(6, clickTitle, features, together);
        getChildren().setAll(score, click);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    // Boxes and grids ask for the height that wrapped texts have at their narrowest, not at the width they get.
    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double half = half(width < 0 ? getWidth() : width);
        return around.getTop() + Math.max(score.prefHeight(half), click.prefHeight(half)) + around.getBottom();
    }

    private double half(double width) {
        Insets around = getInsets();
        return Math.max(0, Math.floor((width - around.getLeft() - around.getRight() - GAP) / 2));
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double half = half(getWidth());
        double height = getHeight() - around.getTop() - around.getBottom();
        score.resizeRelocate(around.getLeft(), around.getTop(), half, height);
        click.resizeRelocate(around.getLeft() + half + GAP, around.getTop(), half, height);
    }

    private static ColumnConstraints natural() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    void show(Explained explained) {
        Subject subject = explained.chosen();
        sentence.setText(Reasons.why(subject));
        double longest = subject.views().stream()
                .mapToDouble(view -> length(view.explanation()))
                .max()
                .orElse(0);
        while (rows.size() < subject.views().size()) {
            rows.add(new Row(rows.size()));
        }
        List<SumFigures> figures = Reasons.figures(subject);
        for (int i = 0; i < figures.size(); i++) {
            rows.get(i).show(subject.views().get(i), figures.get(i), longest, explained);
        }
        rows.subList(figures.size(), rows.size()).forEach(Row::clear);
        legend.getChildren().setAll(legend(subject, figures));
        Optional<Subject.View> learned = subject.learned();
        click.setVisible(learned.isPresent());
        learned.ifPresent(this::showClick);
    }

    private void showClick(Subject.View view) {
        Explanation.Click how = view.explanation().click().orElseThrow();
        features.setVisible(how.logit().isPresent());
        together.setVisible(how.logit().isEmpty());
        how.logit()
                .ifPresentOrElse(
                        logit -> showLogit(view, how, logit),
                        () -> clickTitle.setText(
                                Texts.text("why.chance", view.column().name(), Formats.percent(how.probability()))));
    }

    private void showLogit(Subject.View view, Explanation.Click how, Explanation.Logit logit) {
        SumFigures figures = Reasons.figures(logit);
        clickTitle.setText(Texts.text(
                "why.logit",
                view.column().name(),
                figures.sum().replace('-', '−'),
                Formats.percent(how.probability())));
        List<DivergingBars.Bar> drawn = new ArrayList<>();
        drawn.add(new DivergingBars.Bar(
                Texts.text("why.intercept"),
                logit.intercept(),
                figures.signedPart(0),
                "intercept",
                Texts.text("why.intercept.tip")));
        IntStream.range(0, Feature.COUNT)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -Math.abs(logit.contributions().get(i).logOdds())))
                .map(i -> bar(logit.contributions().get(i), figures.signedPart(i + 1)))
                .forEach(drawn::add);
        features.show(drawn);
    }

    static DivergingBars.Bar bar(Explanation.Contribution part, String figure) {
        String value = FeatureFormat.text(part.feature(), part.value());
        return new DivergingBars.Bar(
                Texts.text("why.feature", FeatureFormat.name(part.feature()), value),
                part.logOdds(),
                figure,
                part.logOdds() < 0 ? "lowers" : "raises",
                Texts.text("why.feature.tip", FeatureFormat.name(part.feature()), value, figure));
    }

    private static double length(Explanation explanation) {
        return explanation.terms().values().stream()
                .mapToDouble(points -> Math.max(0, points))
                .sum();
    }

    /// The terms by name with their points; where rankers differ, all of them.
    private static List<Node> legend(Subject subject, List<SumFigures> figures) {
        List<Node> chips = new ArrayList<>();
        for (ScoreTerm term : ScoreTerm.values()) {
            if (subject.views().stream().allMatch(view -> view.explanation().points(term) == 0)) {
                continue;
            }
            Region colour = new Region();
            colour.getStyleClass().addAll("term-chip", Terms.style(term));
            List<String> points = figures.stream()
                    .map(each -> each.part(term.ordinal()))
                    .distinct()
                    .toList();
            HBox chip = new HBox(6, colour, label(Terms.name(term), "quiet"), label(String.join(" → ", points)));
            chip.setAlignment(Pos.CENTER_LEFT);
            chips.add(chip);
        }
        return chips;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A ranker's line: name, rank, score, bar.
    private final class Row {
        private final Label name = label("", "ranker-name");
        private final Label rank = label("", "quiet");
        private final Label score = label("", "strong");
        private final TermBar bar = new TermBar();

        Row(int line) {
            GridPane.setHalignment(score, HPos.RIGHT);
            GridPane.setValignment(bar, VPos.CENTER);
            bars.addRow(line, name, rank, score, bar);
        }

        private void setVisible(boolean visible) {
            for (Node part : List.of(name, rank, score, bar)) {
                part.setVisible(visible);
                part.setManaged(visible);
            }
        }

        void clear() {
            setVisible(false);
        }

        void show(Subject.View view, SumFigures figures, double longest, Explained explained) {
            setVisible(true);
            name.setText(view.column().name());
            name.getStyleClass()
                    .setAll("label", "ranker-name", view.column().look().style());
            rank.setText(place(view, explained));
            score.setText(figures.sum());
            bar.show(view.explanation(), figures, longest);
        }
    }

    /// Its rank, or why it has none, and how far it is from having one.
    private static String place(Subject.View view, Explained explained) {
        if (view.rank().isPresent()) {
            return "#" + Formats.count(view.rank().getAsInt());
        }
        if (!explained.chosen().stream().live()) {
            return Texts.text("why.offAir");
        }
        if (view.outOfReach()) {
            return Texts.text("why.outOfReach", Formats.km(view.explanation().distanceKm()));
        }
        OptionalDouble last = view.column().ranking().stream()
                .flatMap(ranking -> ranking.entries().stream()
                        .skip(Math.max(0, ranking.entries().size() - 1)))
                .mapToDouble(Ranking.Entry::score)
                .findFirst();
        return last.isEmpty()
                ? ""
                : Texts.text(
                        "why.below",
                        Formats.count(explained.lists().k()),
                        Formats.decimals(last.getAsDouble() - view.explanation().score(), 3));
    }
}
