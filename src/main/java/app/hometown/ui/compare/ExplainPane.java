// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Stream;
import app.hometown.ranking.Ranking;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.kordamp.ikonli.feather.Feather;

/// Why the chosen stream stands where it stands: its score in both rankings, split into terms that add up to it.
/// Folded away while nothing is chosen.
public final class ExplainPane extends VBox {
    private final CompareModel model;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final GridPane bars = new GridPane(12, 3);
    private final FlowPane legend = new FlowPane(16, 2);
    private final List<TermBar> drawn = List.of(new TermBar(), new TermBar());

    /// @param model the state
    public ExplainPane(CompareModel model) {
        super(4);
        this.model = model;
        setId("explain");
        getStyleClass().add("explain-pane");
        managedProperty().bind(visibleProperty());
        title.getStyleClass().add("heading");
        title.setMinWidth(USE_PREF_SIZE);
        facts.getStyleClass().add("quiet");
        facts.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                12, title, facts, gap, Icons.button(Feather.X, Texts.text("explain.close"), () -> model.selected()
                        .set(CompareModel.NONE)));
        head.setAlignment(Pos.CENTER_LEFT);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setFillWidth(true);
        bars.getColumnConstraints().addAll(natural(), natural(), natural(), wide);
        getChildren().addAll(head, bars, legend);
        model.selected().addListener(property -> show());
        model.lists().addListener(property -> show());
        show();
    }

    private static ColumnConstraints natural() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private void show() {
        Lists lists = model.lists().get();
        int row = model.selected().get();
        setVisible(lists != null && row != CompareModel.NONE);
        if (lists != null && row != CompareModel.NONE) {
            show(lists, row);
        }
    }

    private void show(Lists lists, int row) {
        Stream stream = lists.catalog().stream(row);
        Optional<Ranking.Entry> basic = lists.left().entry(row);
        Optional<Ranking.Entry> ml = lists.right().entry(row);
        String absent = stream.live() ? "explain.absent" : "explain.offAir";
        title.setText(Texts.text(lists.shows(row) ? "explain.title" : absent, stream.id(), lists.k()));
        facts.setText(facts(stream, lists));
        double longest = Math.max(
                basic.map(ExplainPane::length).orElse(0.0),
                ml.map(ExplainPane::length).orElse(0.0));
        bars.getChildren().clear();
        bars(0, lists.left(), basic, longest, lists.k());
        if (lists.right().ranking().isPresent()) {
            bars(1, lists.right(), ml, longest, lists.k());
        }
        legend.getChildren().setAll(legend(basic, ml));
    }

    private static double length(Ranking.Entry entry) {
        double points = 0;
        for (Term term : Term.values()) {
            points += Math.max(0, term.points(entry.breakdown()));
        }
        return points;
    }

    private void bars(int line, RankedColumn column, Optional<Ranking.Entry> entry, double longest, int k) {
        Label ranker = label(column.name(), "ranker-name", column.look().style());
        bars.add(ranker, 0, line);
        if (entry.isEmpty()) {
            bars.add(label(Texts.text("explain.outside", Formats.count(k)), "quiet"), 1, line, 3, 1);
            return;
        }
        Ranking.Entry here = entry.get();
        Label score = label(Formats.decimals(here.score(), 3), "strong");
        GridPane.setHalignment(score, javafx.geometry.HPos.RIGHT);
        TermBar bar = drawn.get(line);
        bar.show(here.breakdown(), longest);
        GridPane.setValignment(bar, VPos.CENTER);
        bars.add(label("#" + Formats.count(here.rank()), "quiet"), 1, line);
        bars.add(score, 2, line);
        bars.add(bar, 3, line);
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static String facts(Stream stream, Lists lists) {
        List<String> facts = new ArrayList<>();
        if (!stream.title().isEmpty()) {
            facts.add("“" + stream.title() + "”");
        }
        facts.add(stream.city());
        facts.add(stream.language());
        facts.add(lists.catalog().categoryName(stream.categoryId()));
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

    /// The terms by name with their points; where the two rankers differ, both.
    private static List<Node> legend(Optional<Ranking.Entry> basic, Optional<Ranking.Entry> ml) {
        List<Node> chips = new ArrayList<>();
        for (Term term : Term.values()) {
            double left = points(term, basic);
            double right = points(term, ml);
            if (left == 0 && right == 0) {
                continue;
            }
            Region colour = new Region();
            colour.getStyleClass().addAll("term-chip", "term-" + term.key());
            boolean same = left == right || basic.isEmpty() || ml.isEmpty();
            String figures = same
                    ? Formats.score(left == 0 ? right : left)
                    : Texts.text("explain.differs", Formats.score(left), Formats.score(right));
            HBox chip = new HBox(6, colour, label(term.label(), "quiet"), label(figures));
            chip.setAlignment(Pos.CENTER_LEFT);
            if (term == Term.CLICK && ml.isPresent()) {
                chip.getChildren()
                        .add(label(
                                Texts.text(
                                        "explain.click",
                                        Formats.percent(ml.get().clickProbability())),
                                "quiet"));
            }
            chips.add(chip);
        }
        return chips;
    }

    private static double points(Term term, Optional<Ranking.Entry> entry) {
        return entry.map(found -> term.points(found.breakdown())).orElse(0.0);
    }
}
