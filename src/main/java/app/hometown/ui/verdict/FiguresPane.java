// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureGrid;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import app.hometown.workbench.verdict.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The figures of an evaluation by what they are about, but for the groups of users, which have a part of their own.
final class FiguresPane extends VBox {
    private static final double LEAST_HEIGHT = 340;
    private static final double LEAST_WIDTH = 420;

    private final FigureTaking taking;
    private final Latest latest;
    private final List<Section> sections;
    private final Map<String, PlotPane> plots = new HashMap<>();

    /// Figures under a heading.
    private record Section(List<VerdictFigures.Topic> topics, VBox box, FigureGrid grid) {
        List<Figure> figures(Findings findings) {
            return topics.stream()
                    .flatMap(topic -> VerdictFigures.of(findings, topic).stream())
                    .toList();
        }

        static Section of(String key, VerdictFigures.Topic... topics) {
            Label heading = new Label(Texts.text(key));
            heading.getStyleClass().add("heading");
            FigureGrid grid = new FigureGrid(LEAST_HEIGHT, LEAST_WIDTH);
            VBox box = new VBox(8, heading, grid);
            box.managedProperty().bind(box.visibleProperty());
            return new Section(List.of(topics), box, grid);
        }
    }

    /// @param latest makes the figures
    FiguresPane(EvaluationModel model, FigureTaking taking, Latest latest) {
        super(22);
        this.taking = taking;
        this.latest = latest;
        setId("evaluate-figures");
        sections = List.of(
                Section.of("evaluate.topic.stability", VerdictFigures.Topic.STABILITY),
                Section.of("evaluate.topic.verdict", VerdictFigures.Topic.VERDICT),
                Section.of("evaluate.topic.bias", VerdictFigures.Topic.ONLINE, VerdictFigures.Topic.BIAS),
                Section.of("evaluate.topic.reach", VerdictFigures.Topic.REACH));
        sections.forEach(section -> getChildren().add(section.box));
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
        latest.request(
                () -> sections.stream()
                        .map(section -> section.figures(findings))
                        .toList(),
                figures -> {
                    for (int i = 0; i < figures.size(); i++) {
                        show(sections.get(i), figures.get(i));
                    }
                });
    }

    private void show(Section section, List<Figure> figures) {
        section.box.setVisible(!figures.isEmpty());
        List<PlotPane> panes = figures.stream().map(this::plot).toList();
        // Panes that are taken out and put back are styled anew.
        if (!section.grid.getChildrenUnmodifiable().equals(panes)) {
            section.grid.show(panes);
        }
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
