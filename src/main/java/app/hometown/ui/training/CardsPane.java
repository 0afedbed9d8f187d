// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.domain.Feature;
import app.hometown.learning.Metrics;
import app.hometown.learning.ModelCard;
import app.hometown.learning.ModelFile;
import app.hometown.learning.checks.DataCheck;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.PlotPane;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.models.KeptModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cards of chosen models: one as a whole, several side by side with the best of each line standing out.
final class CardsPane extends ScrollPane {
    private final FigureTaking taking;

    CardsPane(FigureTaking taking) {
        this.taking = taking;
        setId("model-cards");
        getStyleClass().add("training-pane");
        setFitToWidth(true);
    }

    void show(List<KeptModel> chosen) {
        VBox page = new VBox(14);
        page.getStyleClass().add("page");
        List<KeptModel> fit =
                chosen.stream().filter(model -> model.description().isPresent()).toList();
        chosen.stream().filter(model -> model.description().isEmpty()).forEach(model -> page.getChildren()
                .add(fault(model)));
        if (chosen.isEmpty()) {
            Label what = new Label(Texts.text("models.choose"));
            what.getStyleClass().add("quiet");
            page.getChildren().add(what);
        } else if (!fit.isEmpty()) {
            page.getChildren().add(table(fit));
            if (fit.stream().anyMatch(model -> !model.require().importances().isEmpty())) {
                PlotPane plot = new PlotPane(taking);
                plot.setPrefHeight(fit.size() == 1 ? 340 : 440);
                plot.setMaxWidth(900);
                VBox.setMargin(plot, new Insets(0, 0, 0, -12));
                plot.show(importances(fit));
                page.getChildren().add(plot);
            }
            if (fit.size() == 1) {
                fit.getFirst().require().notes().forEach(note -> page.getChildren()
                        .add(ChecksPane.line(DataCheck.Severity.TELLS, note)));
            }
        }
        setContent(page);
        setVvalue(0);
    }

    private static Node fault(KeptModel model) {
        Label name = new Label(Texts.text("models.refused", model.name()));
        name.getStyleClass().add("strong");
        Label why = new Label(model.fault());
        why.setWrapText(true);
        return new VBox(4, name, why);
    }

    private static GridPane table(List<KeptModel> models) {
        GridPane grid = new GridPane(24, 4);
        grid.getStyleClass().add("cards");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < models.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(HPos.LEFT);
            grid.getColumnConstraints().add(column);
            Label name = new Label(models.get(i).name());
            name.getStyleClass().add("strong");
            grid.add(name, i + 1, 0);
        }
        List<ModelFile> files = models.stream().map(KeptModel::require).toList();
        best(grid, files, "metric.auc", file -> test(file).auc(), CardsPane::auc, true);
        best(
                grid,
                files,
                "metric.logLoss",
                file -> test(file).logLoss(),
                file -> digits(test(file).logLoss(), 4),
                false);
        best(grid, files, "metric.brier", CardsPane::brier, file -> digits(brier(file), 4), false);
        best(
                grid,
                files,
                "metric.accuracy",
                file -> test(file).accuracy(),
                file -> Formats.percent(test(file).accuracy()),
                true);
        best(
                grid,
                files,
                "metric.f1",
                file -> test(file).f1(),
                file -> digits(test(file).f1(), 3),
                true);
        plain(grid, files, "models.oracle", file -> {
            Double oracle = file.metrics().oracleAuc();
            return oracle == null ? "" : digits(oracle, 3);
        });
        plain(grid, files, "models.algorithm", file -> Texts.text("algorithm." + file.algorithm()));
        plain(grid, files, "models.numbers", CardsPane::numbers);
        plain(
                grid,
                files,
                "metric.rows",
                file -> Texts.text(
                        "models.rows",
                        Formats.count(file.training().trainRows()),
                        Formats.count(file.training().testRows())));
        plain(
                grid,
                files,
                "models.split",
                file -> file.card() == null
                        ? ""
                        : Texts.text("split." + file.card().split()));
        plain(grid, files, "train.seed", file -> Long.toString(file.training().seed()));
        plain(grid, files, "models.created", file -> Formats.moment(file.created()));
        plain(
                grid,
                files,
                "models.took",
                file -> file.card() == null
                        ? ""
                        : RunningPane.seconds(
                                Duration.ofMillis(Math.round(1000 * file.card().seconds()))));
        plain(grid, files, "models.digest", file -> {
            String digest = file.training().digest();
            return digest.length() > 19 ? digest.substring(0, 18) + "…" : digest;
        });
        plain(
                grid,
                files,
                "models.version",
                file -> file.card() == null ? "" : file.card().programVersion());
        return grid;
    }

    private static Metrics test(ModelFile file) {
        return file.metrics().test();
    }

    private static double brier(ModelFile file) {
        return file.card() == null ? Double.NaN : file.card().brier();
    }

    private static String digits(double value, int digits) {
        return Double.isNaN(value) ? "" : Formats.decimals(value, digits);
    }

    private static String auc(ModelFile file) {
        String auc = digits(test(file).auc(), 3);
        ModelCard card = file.card();
        return card == null
                ? auc
                : auc + " (" + Texts.text("metric.interval", digits(card.aucLow(), 3), digits(card.aucHigh(), 3)) + ")";
    }

    private static String numbers(ModelFile file) {
        ModelCard card = file.card();
        return card == null
                ? ""
                : card.numbers().entrySet().stream()
                        .map(entry -> entry.getKey().replace('_', ' ') + " " + Formats.number(entry.getValue(), 6))
                        .collect(Collectors.joining(", "));
    }

    private static void best(
            GridPane grid,
            List<ModelFile> files,
            String key,
            ToDoubleFunction<ModelFile> number,
            Function<ModelFile, String> words,
            boolean more) {
        double best = files.stream()
                .mapToDouble(number)
                .filter(Double::isFinite)
                .map(value -> more ? value : -value)
                .max()
                .orElse(Double.NaN);
        List<Label> line = plain(grid, files, key, words);
        for (int i = 0; i < line.size() && files.size() > 1; i++) {
            double value = number.applyAsDouble(files.get(i));
            if ((more ? value : -value) == best) {
                line.get(i).getStyleClass().add("strong");
                line.get(i).setText(line.get(i).getText() + " " + Texts.text("models.best"));
            }
        }
    }

    private static List<Label> plain(
            GridPane grid, List<ModelFile> files, String key, Function<ModelFile, String> words) {
        List<Label> labels = new ArrayList<>();
        if (files.stream().map(words).allMatch(String::isBlank)) {
            return labels;
        }
        int line = grid.getRowCount();
        Label name = new Label(Texts.text(key));
        name.getStyleClass().add("quiet");
        grid.add(name, 0, line);
        for (int i = 0; i < files.size(); i++) {
            Label value = new Label(words.apply(files.get(i)));
            value.setWrapText(true);
            labels.add(value);
            grid.add(value, i + 1, line);
        }
        return labels;
    }

    /// What the models look at, side by side, by the most important of the first.
    private static Figure importances(List<KeptModel> models) {
        Map<String, Double> first = models.stream()
                .map(model -> model.require().importances())
                .filter(importances -> !importances.isEmpty())
                .findFirst()
                .orElse(Map.of());
        List<String> features = first.keySet().stream()
                .sorted(Comparator.comparingDouble((String feature) -> -first.getOrDefault(feature, 0.0)))
                .toList();
        Tone[] tones = {Tone.ML, Tone.THIRD, Tone.FOURTH, Tone.FIFTH, Tone.SIXTH, Tone.SEVENTH};
        Figure figure = Figure.of(
                        "model-importances",
                        Texts.text("importance.title"),
                        Axis.of(Texts.text("importance.x")),
                        Axis.names(
                                "",
                                features.stream()
                                        .map(feature -> Feature.columns().contains(feature)
                                                ? Texts.text("feature." + feature)
                                                : feature)
                                        .toList()))
                .footnote(Texts.text("importance.what"));
        for (int i = 0; i < Math.min(models.size(), tones.length); i++) {
            Map<String, Double> importances = models.get(i).require().importances();
            figure = figure.with(new Mark.Bars(
                    models.size() == 1 ? "" : models.get(i).name(),
                    tones[i],
                    Numbers.of(features.size(), at -> importances.getOrDefault(features.get(at), Double.NaN)),
                    List.of()));
        }
        return figure;
    }
}
