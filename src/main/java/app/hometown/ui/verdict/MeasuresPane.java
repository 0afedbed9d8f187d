// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.Exposure;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Contestant;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.RankerFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every measure of every ranker at the chosen length of list. Means follow the slider at once; intervals of measures
/// that do not decide come when they are worked out.
final class MeasuresPane extends VBox {
    private final EvaluationModel model;
    private final Latest latest;
    private final GridPane table = new GridPane();
    private final Label heading = new Label();
    private final List<Cell> cells = new ArrayList<>();
    private List<String> columnsOf = List.of();

    /// A value that changes with the length of the list.
    private record Cell(Label label, Function<View, String> text, Function<View, Optional<Conclusion>> conclusion) {
        Told told(View view) {
            return new Told(text.apply(view), conclusion.apply(view));
        }

        void show(Told told) {
            label.setText(told.text);
            told.conclusion.ifPresent(conclusion -> mark(label, conclusion));
        }
    }

    /// What a cell says.
    private record Told(String text, Optional<Conclusion> conclusion) {}

    /// What is looked at.
    private record View(Evaluated shown, String rival, int k) {
        Findings findings() {
            return shown.findings();
        }

        Optional<Duel> duel(Measure measure) {
            return measure == findings().measure() && k != findings().k()
                    ? shown.verdict(rival, k)
                    : findings().duels().stream()
                            .filter(duel ->
                                    duel.measure() == measure && duel.second().equals(rival) && duel.k() == k)
                            .findFirst();
        }

        Optional<Double> mean(RankerFigures ranker, Measure measure) {
            if (k == findings().k()) {
                return Optional.ofNullable(ranker.means().get(measure));
            }
            List<Double> byK = ranker.byK().get(measure);
            return byK == null || byK.size() < k ? Optional.empty() : Optional.of(byK.get(k - 1));
        }

        /// What says how many decimals a row has: while the interval at k is worked out the one that is known.
        Optional<Interval> known(Measure measure) {
            return duel(measure)
                    .or(() -> findings().duels().stream()
                            .filter(duel ->
                                    duel.measure() == measure && duel.second().equals(rival))
                            .findFirst())
                    .map(duel -> duel.result().difference());
        }

        String number(Measure measure, double value) {
            return known(measure)
                    .map(difference -> VerdictWords.number(measure, value, difference))
                    .orElseGet(() -> VerdictWords.number(measure, value));
        }
    }

    /// @param latest writes the numbers
    MeasuresPane(EvaluationModel model, Latest latest) {
        super(8);
        this.model = model;
        this.latest = latest;
        heading.getStyleClass().add("heading");
        Label note = new Label(Texts.text("evaluate.measures.note"));
        note.getStyleClass().addAll("quiet", "small");
        note.setWrapText(true);
        table.setId("evaluate-measures");
        table.getStyleClass().add("measures");
        ScrollPane sideways = new ScrollPane(table);
        sideways.getStyleClass().add("measures-scroll");
        sideways.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        sideways.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(heading, sideways, note);
        model.shown().addListener(property -> show());
        model.rival().addListener(property -> show());
        model.k().addListener(property -> show());
        show();
    }

    private void show() {
        Evaluated shown = model.shown().get();
        if (shown == null) {
            return;
        }
        View view = new View(shown, model.rival().get(), model.k().get());
        List<String> columns = new ArrayList<>(
                shown.findings().rankers().stream().map(RankerFigures::name).toList());
        columns.add(view.rival());
        columns.add(shown.findings().measure().key());
        if (!columns.equals(columnsOf)) {
            columnsOf = columns;
            build(view);
        }
        List<Cell> asked = List.copyOf(cells);
        latest.request(() -> asked.stream().map(cell -> cell.told(view)).toList(), told -> {
            heading.setText(Texts.text(
                    "evaluate.measures",
                    Formats.count(view.k()),
                    Texts.counted("count.users", shown.findings().users())));
            for (int i = 0; i < asked.size(); i++) {
                asked.get(i).show(told.get(i));
            }
        });
    }

    private static void mark(Label label, Conclusion conclusion) {
        String style =
                switch (conclusion) {
                    case BETTER -> "better";
                    case WORSE -> "worse";
                    case MORE, LESS -> "differs";
                    case NO_EVIDENCE, TOO_FEW, SAME_LISTS -> "open";
                };
        if (!label.getStyleClass().contains(style)) {
            label.getStyleClass().removeAll("better", "worse", "differs", "open");
            label.getStyleClass().add(style);
        }
    }

    private void build(View view) {
        cells.clear();
        table.getChildren().clear();
        table.getColumnConstraints().clear();
        List<RankerFigures> rankers = view.findings().rankers();
        List<RankerFigures> compared = rankers.stream()
                .filter(one -> one.role() == Contestant.Role.COMPARED)
                .toList();
        List<RankerFigures> others = rankers.stream()
                .filter(one -> one.role() != Contestant.Role.COMPARED)
                .toList();
        column(false);
        head("", 0, null);
        int at = 1;
        for (RankerFigures one : compared) {
            column(true);
            head(VerdictWords.ranker(one.name()), at++, one.name());
        }
        int difference = at;
        for (String key : List.of("difference", "interval", "p")) {
            column(true);
            head(Texts.text("evaluate.measures." + key), at++, null);
        }
        int baseline = at;
        for (RankerFigures one : others) {
            column(true);
            head(VerdictWords.ranker(one.name()), at++, null);
        }
        int line = 1;
        for (Measure measure : Measure.values()) {
            if (compared.stream().noneMatch(one -> one.means().containsKey(measure))) {
                continue;
            }
            name(VerdictWords.measure(measure), measure == view.findings().measure(), line);
            for (int i = 0; i < compared.size(); i++) {
                mean(compared.get(i).name(), measure, 1 + i, line, false);
            }
            difference(measure, difference, line);
            for (int i = 0; i < others.size(); i++) {
                mean(others.get(i).name(), measure, baseline + i, line, true);
            }
            line++;
        }
        for (String key : List.of("coverage", "gini", "median", "auc")) {
            name(Texts.text("evaluate.measures." + key), false, line);
            for (int i = 0; i < compared.size(); i++) {
                exposure(compared.get(i).name(), key, 1 + i, line, false);
            }
            for (int i = 0; i < others.size(); i++) {
                exposure(others.get(i).name(), key, baseline + i, line, true);
            }
            line++;
        }
    }

    private void column(boolean figures) {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(Region.USE_PREF_SIZE);
        column.setHalignment(figures ? HPos.RIGHT : HPos.LEFT);
        table.getColumnConstraints().add(column);
    }

    private void head(String text, int column, @Nullable String ranker) {
        Label label = new Label(text);
        label.getStyleClass().addAll("measure-head", ranker == null ? "quiet" : "strong");
        if (ranker != null && (ranker.equals("basic") || ranker.equals("ml"))) {
            label.getStyleClass().addAll("ranker-name", ranker);
        }
        table.add(label, column, 0);
    }

    private void name(String text, boolean decides, int line) {
        Label label = new Label(decides ? Texts.text("evaluate.measures.decides", text) : text);
        label.getStyleClass().addAll("measure-cell", "measure-name");
        if (decides) {
            label.getStyleClass().add("strong");
        }
        table.add(label, 0, line);
    }

    private void mean(String ranker, Measure measure, int column, int line, boolean quiet) {
        add(
                column,
                line,
                quiet,
                view -> ranker(view, ranker)
                        .flatMap(one -> view.mean(one, measure))
                        .map(value -> view.number(measure, value))
                        .orElse("–"),
                view -> Optional.empty());
    }

    private void difference(Measure measure, int column, int line) {
        add(
                column,
                line,
                false,
                view -> {
                    Optional<Duel> duel = view.duel(measure);
                    return duel.map(one -> sign(one.conclusion())
                                    + VerdictWords.signed(measure, one.result().difference()))
                            .orElseGet(() -> plainDifference(view, measure));
                },
                view -> Optional.of(view.duel(measure).map(Duel::conclusion).orElse(Conclusion.NO_EVIDENCE)));
        add(
                column + 1,
                line,
                false,
                view -> view.duel(measure)
                        .map(duel -> VerdictWords.range(measure, duel.result().difference()))
                        .orElse("…"),
                view -> Optional.empty());
        add(
                column + 2,
                line,
                false,
                view -> view.duel(measure)
                        .map(duel -> duel.adjustedP() < 0.001
                                ? Texts.text("evaluate.tile.p.less")
                                : Formats.decimals(duel.adjustedP(), 3))
                        .orElse("…"),
                view -> Optional.empty());
    }

    private static String plainDifference(View view, Measure measure) {
        Optional<Double> first = view.mean(view.findings().rankers().getFirst(), measure);
        Optional<Double> second = ranker(view, view.rival()).flatMap(one -> view.mean(one, measure));
        Optional<Interval> known = view.known(measure);
        return first.isPresent() && second.isPresent() && known.isPresent()
                ? VerdictWords.signed(measure, second.get() - first.get(), known.get())
                : "–";
    }

    private static String sign(Conclusion conclusion) {
        return switch (conclusion) {
            case BETTER, MORE -> "▲ ";
            case WORSE, LESS -> "▼ ";
            case NO_EVIDENCE, TOO_FEW, SAME_LISTS -> "";
        };
    }

    private void exposure(String ranker, String key, int column, int line, boolean quiet) {
        add(
                column,
                line,
                quiet,
                view -> ranker(view, ranker)
                        .filter(one -> view.k() == view.findings().k() || key.equals("auc"))
                        .map(one -> exposure(one, key))
                        .orElse("…"),
                view -> Optional.empty());
    }

    private static String exposure(RankerFigures one, String key) {
        Exposure exposure = one.exposure();
        return switch (key) {
            case "coverage" -> Formats.percent(exposure.coverage());
            case "gini" -> Formats.decimals(exposure.gini(), 3);
            case "median" -> Formats.km(exposure.medianDistanceKm());
            default -> one.auc() == null ? "–" : Formats.decimals(one.auc().estimate(), 3);
        };
    }

    private static Optional<RankerFigures> ranker(View view, String name) {
        return view.findings().rankers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private void add(
            int column,
            int line,
            boolean quiet,
            Function<View, String> text,
            Function<View, Optional<Conclusion>> conclusion) {
        Label label = new Label();
        label.getStyleClass().addAll("measure-cell", "figures");
        if (quiet) {
            label.getStyleClass().add("quiet");
        }
        label.setMinWidth(USE_PREF_SIZE);
        table.add(label, column, line);
        cells.add(new Cell(label, text, conclusion));
    }
}
