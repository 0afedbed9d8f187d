// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.Feature;
import app.hometown.ranking.Explanation;
import app.hometown.ranking.ScoreGap;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.RankedColumn;
import app.hometown.ui.compare.RankedLine;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.SumFigures;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Why one stream stands above another, or the same stream in one ranking above another: the differences of their
/// terms, which add up to the gap, and of what is behind the click terms.
final class GapPane extends VBox {
    private static final int AUTOMATIC = -1;

    private final CompareModel model;
    private final Label sentence = new Label();
    private final Label chosen = new Label();
    private final ComboBox<Integer> rival = new ComboBox<>();
    private final ComboBox<Integer> rankerA = new ComboBox<>();
    private final ComboBox<Integer> rankerB = new ComboBox<>();
    private final DivergingBars terms = new DivergingBars();
    private final DivergingBars features = new DivergingBars();
    private final Label termsTitle = new Label();
    private final Label featuresTitle = new Label();
    private final VBox click;
    private Map<Integer, String> rivals = Map.of();
    private int wantedA = AUTOMATIC;
    private int wantedB = AUTOMATIC;
    private @Nullable Explained shown;
    private boolean filling;

    GapPane(CompareModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("gap-pane");
        sentence.setId("gap-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        chosen.getStyleClass().add("strong");
        rival.setId("rival");
        rival.setAccessibleText(Texts.text("gap.rival"));
        rival.setConverter(words(row -> rivals.getOrDefault(row, "")));
        rival.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.rival().set(now);
            }
        });
        ranker(rankerA, "gap-ranker-a", Texts.text("gap.ranker.a"));
        ranker(rankerB, "gap-ranker-b", Texts.text("gap.ranker.b"));
        rankerA.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                // Choosing a ranker for the first speaks of both, until the second is given one of its own.
                wantedA = now;
                show();
            }
        });
        rankerB.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                wantedB = now;
                show();
            }
        });
        Button swap = Icons.button(Feather.REPEAT, Texts.text("gap.swap"), this::swap);
        FlowPane who = new FlowPane(
                8, 4, chosen, quiet("gap.in"), rankerA, quiet("gap.and"), rival, quiet("gap.in"), rankerB, swap);
        who.setAlignment(Pos.CENTER_LEFT);
        who.setRowValignment(VPos.CENTER);
        for (Label title : List.of(termsTitle, featuresTitle)) {
            title.getStyleClass().addAll("strong", "small");
        }
        click = new VBox(4, featuresTitle, features);
        VBox points = new VBox(4, termsTitle, terms);
        HBox both = new HBox(32, points, click);
        for (Region half : List.of(points, click)) {
            half.setMinWidth(0);
            half.setPrefWidth(100);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        getChildren().setAll(who, sentence, both);
    }

    private static Label quiet(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("quiet");
        return label;
    }

    private void ranker(ComboBox<Integer> choice, String id, String name) {
        choice.setId(id);
        choice.setAccessibleText(name);
        choice.setConverter(words(i -> view(i).map(view -> view.column().name()).orElse("")));
    }

    private Optional<Subject.View> view(int i) {
        return Optional.ofNullable(shown)
                .map(Explained::chosen)
                .map(Subject::views)
                .filter(views -> i < views.size())
                .map(views -> views.get(i));
    }

    private static StringConverter<Integer> words(IntFunction<String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public Integer fromString(String typed) {
                throw new UnsupportedOperationException("the choice is not editable");
            }
        };
    }

    private void swap() {
        Explained now = shown;
        if (now == null || now.rival().isEmpty()) {
            return;
        }
        Integer a = rankerA.getValue();
        Integer b = rankerB.getValue();
        wantedA = b == null ? AUTOMATIC : b;
        wantedB = a == null ? AUTOMATIC : a;
        int before = now.chosen().row();
        model.selected().set(now.rival().get().row());
        model.rival().set(before);
        show();
    }

    void show(Explained explained) {
        shown = explained;
        show();
    }

    private void show() {
        Explained explained = shown;
        if (explained == null) {
            return;
        }
        Subject a = explained.chosen();
        Subject b = explained.rival().orElse(null);
        chosen.setText(a.stream().id());
        filling = true;
        fillRivals(explained);
        filling = false;
        boolean possible = b != null && !a.views().isEmpty() && !b.views().isEmpty();
        click.setVisible(false);
        terms.setVisible(possible);
        termsTitle.setVisible(possible);
        if (b == null || !possible) {
            sentence.setText(Texts.text("gap.nobody"));
            return;
        }
        filling = true;
        fillRankers(a, b);
        filling = false;
        show(a.views().get(rankerA.getValue()), b.views().get(rankerB.getValue()), a, b);
    }

    private void fillRivals(Explained explained) {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(explained.chosen().row(), Texts.text("gap.itself"));
        for (RankedColumn column : explained.lists().columns()) {
            for (RankedLine line : column.lines()) {
                names.putIfAbsent(line.entry().row(), line.entry().streamId());
            }
        }
        explained
                .rival()
                .ifPresent(
                        other -> names.putIfAbsent(other.row(), other.stream().id()));
        rivals = names;
        List<Integer> rows = List.copyOf(names.keySet());
        if (!rival.getItems().equals(rows)) {
            rival.getItems().setAll(rows);
        }
        rival.setValue(explained.rival().map(Subject::row).orElse(null));
    }

    private void fillRankers(Subject a, Subject b) {
        List<Integer> places = IntStream.range(0, a.views().size()).boxed().toList();
        for (ComboBox<Integer> choice : List.of(rankerA, rankerB)) {
            if (!choice.getItems().equals(places)) {
                choice.getItems().setAll(places);
            }
        }
        int usual = Math.min(1, a.views().size() - 1);
        int first = wantedA == AUTOMATIC || wantedA >= places.size() ? usual : wantedA;
        // A stream against itself only differs between two rankings.
        int other = a.row() == b.row() && first == usual ? 0 : first;
        int second = wantedB == AUTOMATIC || wantedB >= b.views().size() ? other : wantedB;
        rankerA.setValue(first);
        rankerB.setValue(Math.min(second, b.views().size() - 1));
    }

    private void show(Subject.View a, Subject.View b, Subject first, Subject second) {
        ScoreGap gap = ScoreGap.between(a.explanation(), b.explanation());
        boolean sameRanker = a.column().ranker().equals(b.column().ranker());
        boolean sameStream = first.row() == second.row();
        String nameA = name(a, first, sameRanker, sameStream);
        String nameB = name(b, second, sameRanker, sameStream);
        sentence.setText(Reasons.gap(gap, nameA, nameB));
        SumFigures figures = Reasons.figures(gap);
        termsTitle.setText(Texts.text("gap.terms", figures.signedSum()));
        List<DivergingBars.Bar> drawn = new ArrayList<>();
        for (int i = 0; i < gap.differences().size(); i++) {
            ScoreGap.Difference difference = gap.differences().get(i);
            if (difference.points() == 0) {
                continue;
            }
            drawn.add(new DivergingBars.Bar(
                    Terms.name(difference.term()),
                    difference.points(),
                    figures.signedPart(i),
                    Terms.style(difference.term()),
                    Texts.text(
                            "gap.term.tip",
                            Terms.name(difference.term()),
                            Formats.decimals(difference.a(), 4),
                            nameA,
                            Formats.decimals(difference.b(), 4),
                            nameB)));
        }
        terms.show(drawn);
        Optional<Explanation.Logit> logitA = a.explanation().click().flatMap(Explanation.Click::logit);
        Optional<Explanation.Logit> logitB = b.explanation().click().flatMap(Explanation.Click::logit);
        click.setVisible(logitA.isPresent() && logitB.isPresent() && !sameStream);
        if (click.isVisible()) {
            showClick(logitA.orElseThrow(), logitB.orElseThrow(), a, b);
        }
    }

    /// What tells the two apart: the stream, or the ranking, or both.
    private static String name(Subject.View view, Subject subject, boolean sameRanker, boolean sameStream) {
        String ranker = view.column().name();
        if (sameStream) {
            return Texts.text("gap.name.ranker", subject.stream().id(), ranker);
        }
        return sameRanker
                ? subject.stream().id()
                : Texts.text("gap.name.both", subject.stream().id(), ranker);
    }

    private void showClick(Explanation.Logit a, Explanation.Logit b, Subject.View first, Subject.View second) {
        double[] parts = new double[Feature.COUNT + 1];
        parts[Feature.COUNT] = a.intercept() - b.intercept();
        for (int i = 0; i < Feature.COUNT; i++) {
            parts[i] = a.contributions().get(i).logOdds()
                    - b.contributions().get(i).logOdds();
        }
        SumFigures figures = SumFigures.of(parts, a.logOdds() - b.logOdds(), 3);
        featuresTitle.setText(Texts.text(
                "gap.click",
                figures.signedSum(),
                Formats.percent(first.explanation().click().orElseThrow().probability()),
                Formats.percent(second.explanation().click().orElseThrow().probability())));
        List<DivergingBars.Bar> drawn = IntStream.range(0, Feature.COUNT)
                .filter(i -> parts[i] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(parts[i])))
                .map(i -> {
                    Feature feature = Feature.values()[i];
                    return new DivergingBars.Bar(
                            FeatureFormat.name(feature),
                            parts[i],
                            figures.signedPart(i),
                            parts[i] < 0 ? "lowers" : "raises",
                            Texts.text(
                                    "gap.feature.tip",
                                    FeatureFormat.name(feature),
                                    FeatureFormat.text(
                                            feature, a.contributions().get(i).value()),
                                    FeatureFormat.text(
                                            feature, b.contributions().get(i).value())));
                })
                .toList();
        features.show(drawn);
    }
}
