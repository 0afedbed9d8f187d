// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import app.hometown.ui.report.DocumentFile;
import app.hometown.workbench.questions.Question;
import app.hometown.workbench.questions.Theme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The ready-made questions on one page, by theme, with a table of contents. A figure is computed when it comes near to
/// what is on view, and again when other rows are left.
public final class QuestionsPane extends BorderPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    /// The table of contents stands beside the figures from this width on, else in a menu above them.
    private static final double ROOMY = 900;

    /// Figures so far above and below what is on view are computed too.
    private static final double NEAR = 500;

    private static final Set<Question> TWO_FIGURES = Set.of(Question.CANDIDATES, Question.EXPOSURE);

    private final QuestionsModel model;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox page = new VBox(28);
    private final VBox contents = new VBox(2);
    private final ScrollPane contentsBeside = new ScrollPane(contents);
    private final MenuButton contentsAbove = new MenuButton(Texts.text("questions.contents"));
    private final Label working = new Label();
    private final ProgressIndicator turning = new ProgressIndicator();
    private final Map<Question, Hyperlink> links = new EnumMap<>(Question.class);
    private final List<FigureSlot> slots = new ArrayList<>();
    private final BooleanProperty onView = new SimpleBooleanProperty(true);

    /// @param model has questions answered
    /// @param taking saves and copies figures
    /// @param link given each plot once, before it shows anything: may let it be brushed
    /// @param report saves all of it as a document of a format
    public QuestionsPane(
            QuestionsModel model, FigureTaking taking, Consumer<PlotPane> link, Consumer<DocumentFile.Format> report) {
        this.model = model;
        setId("questions");
        getStyleClass().add("questions-pane");
        setMinSize(0, 0);
        for (Theme theme : Theme.values()) {
            add(theme, taking, link);
        }
        page.getStyleClass().add("page");
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("questions-scroll");
        contents.getStyleClass().add("questions-contents");
        contentsBeside.setFitToWidth(true);
        contentsBeside.getStyleClass().add("questions-scroll");
        contentsBeside.setMinWidth(Region.USE_PREF_SIZE);
        setTop(bar(report));
        setLeft(contentsBeside);
        setCenter(scroll);
        contentsAbove.setId("questions-contents");
        contentsAbove.managedProperty().bind(contentsAbove.visibleProperty());
        widthProperty().addListener((property, before, now) -> arrange());
        arrange();
        scroll.vvalueProperty().addListener(property -> look());
        scroll.viewportBoundsProperty().addListener(property -> look());
        page.heightProperty().addListener(property -> look());
        onView.addListener(property -> look());
        model.working().addListener((property, before, now) -> show(now));
        show(model.working().get());
        look();
    }

    /// Whether the page is on view: elsewhere nothing is computed. True unless set otherwise.
    public BooleanProperty onViewProperty() {
        return onView;
    }

    /// Goes to a question.
    public void go(Question question) {
        slots.stream().filter(slot -> slot.question() == question).findFirst().ifPresent(slot -> {
            scroll.layout();
            double above = top(slot);
            double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(above / hidden, 0, 1));
            slot.plot().ifPresent(Node::requestFocus);
        });
    }

    private void add(Theme theme, FigureTaking taking, Consumer<PlotPane> link) {
        String name = Texts.text("theme." + theme.name().toLowerCase(Locale.ROOT));
        Label heading = new Label(name);
        heading.getStyleClass().add("heading");
        Label line = new Label(name);
        line.getStyleClass().addAll("strong", "questions-theme");
        contents.getChildren().add(line);
        if (theme.ordinal() > 0) {
            contentsAbove.getItems().add(new SeparatorMenuItem());
        }
        List<FigureSlot> here = new ArrayList<>();
        for (Question question : Question.of(theme)) {
            here.add(new FigureSlot(question, 0, taking, link));
            if (TWO_FIGURES.contains(question)) {
                here.add(new FigureSlot(question, 1, taking, link));
            }
            Hyperlink entry = new Hyperlink(Wording.title(question));
            entry.setOnAction(event -> go(question));
            links.put(question, entry);
            contents.getChildren().add(entry);
            MenuItem item = new MenuItem(Wording.title(question));
            item.setOnAction(event -> go(question));
            contentsAbove.getItems().add(item);
        }
        for (FigureSlot slot : here) {
            model.shown(slot.question()).addListener((property, before, now) -> slot.show(now));
            slot.show(model.shown(slot.question()).get());
        }
        slots.addAll(here);
        VBox section = new VBox(8, heading, new FigureFlow(here));
        section.getStyleClass().add("questions-section");
        page.getChildren().add(section);
    }

    private Node bar(Consumer<DocumentFile.Format> report) {
        working.getStyleClass().add("quiet");
        turning.setPrefSize(14, 14);
        turning.setMinSize(14, 14);
        MenuButton save = new MenuButton(Texts.text("questions.report"), Icons.of(Feather.FILE_TEXT, 15));
        for (DocumentFile.Format format : DocumentFile.Format.values()) {
            MenuItem item = new MenuItem(Texts.text("questions.report." + format.ending()));
            item.setId("save-report-" + format.ending());
            item.setOnAction(event -> report.accept(format));
            save.getItems().add(item);
        }
        save.setId("save-report");
        save.setTooltip(new Tooltip(Texts.text("questions.report.tip")));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty().bind(model.subject().map(Optional::isEmpty));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox bar = new HBox(12, contentsAbove, between, turning, working, save);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("questions-bar");
        return bar;
    }

    private void arrange() {
        boolean roomy = getWidth() >= ROOMY || getWidth() == 0;
        contentsAbove.setVisible(!roomy);
        if ((getLeft() != null) != roomy) {
            setLeft(roomy ? contentsBeside : null);
        }
    }

    private void show(Optional<QuestionsModel.Working> now) {
        boolean busy = now.isPresent();
        turning.setVisible(busy);
        working.setText(now.map(at ->
                        Texts.text("questions.progress", Formats.count(at.answered()), Formats.count(at.wanted())))
                .orElse(""));
    }

    /// In a later turn, when everything has its place.
    private void look() {
        FxThread.later(this::lookNow);
    }

    private void lookNow() {
        Bounds view = scroll.getViewportBounds();
        if (!onView.get() || view.getHeight() <= 0 || page.getHeight() <= 0) {
            model.want(List.of());
            return;
        }
        double from = Math.max(0, page.getHeight() - view.getHeight()) * scroll.getVvalue();
        double to = from + view.getHeight();
        Set<Question> seen = new LinkedHashSet<>();
        Set<Question> near = new LinkedHashSet<>();
        for (FigureSlot slot : slots) {
            double top = top(slot);
            double bottom = top + slot.getHeight();
            if (bottom > from && top < to) {
                seen.add(slot.question());
            } else if (bottom > from - NEAR && top < to + NEAR) {
                near.add(slot.question());
            }
        }
        Optional<Question> first = seen.stream().findFirst();
        links.forEach((question, link) -> link.pseudoClassStateChanged(
                CURRENT, first.filter(question::equals).isPresent()));
        seen.addAll(near);
        model.want(seen);
    }

    private double top(Node node) {
        return page.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
    }
}
