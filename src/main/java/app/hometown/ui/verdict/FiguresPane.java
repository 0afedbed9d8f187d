// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureGrid;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import app.hometown.workbench.verdict.Findings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The figures of an evaluation by what they are about, but for the groups of users, which have a part of their own.
final class FiguresPane extends VBox {
    private static final List<VerdictFigures.Topic> TOPICS = List.of(
            VerdictFigures.Topic.STABILITY,
            VerdictFigures.Topic.VERDICT,
            VerdictFigures.Topic.ONLINE,
            VerdictFigures.Topic.BIAS,
            VerdictFigures.Topic.REACH);

    private final FigureTaking taking;
    private final Map<VerdictFigures.Topic, Section> sections = new EnumMap<>(VerdictFigures.Topic.class);
    private final Map<String, PlotPane> plots = new HashMap<>();

    /// Figures under a heading.
    private record Section(VBox box, FigureGrid grid) {}

    FiguresPane(EvaluationModel model, FigureTaking taking) {
        super(22);
        this.taking = taking;
        setId("evaluate-figures");
        for (VerdictFigures.Topic topic : TOPICS) {
            Label heading = new Label(
                    Texts.text("evaluate.topic." + topic.name().toLowerCase(Locale.ROOT)));
            heading.getStyleClass().add("heading");
            FigureGrid grid = new FigureGrid(340);
            VBox box = new VBox(8, heading, grid);
            box.managedProperty().bind(box.visibleProperty());
            sections.put(topic, new Section(box, grid));
            getChildren().add(box);
        }
        model.shown().addListener((property, before, now) -> {
            if (now != null) {
                show(now.findings());
            }
        });
        Evaluated shown = model.shown().get();
        if (shown != null) {
            show(shown.findings());
        }
    }

    private void show(Findings findings) {
        sections.forEach((topic, section) -> {
            List<Figure> figures = VerdictFigures.of(findings, topic);
            section.box.setVisible(!figures.isEmpty());
            section.grid.show(figures.stream().map(this::plot).toList());
        });
    }

    private PlotPane plot(Figure figure) {
        PlotPane pane = plots.computeIfAbsent(figure.key(), key -> {
            PlotPane made = new PlotPane(taking);
            made.setId("figure-" + key);
            return made;
        });
        pane.show(figure);
        return pane;
    }
}
