// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.ui.columns.OwnPlotPane;
import app.hometown.ui.columns.PlotModel;
import app.hometown.ui.data.DataPane;
import app.hometown.ui.data.LoadReportPane;
import app.hometown.ui.data.TablesPane;
import app.hometown.ui.explore.BrushLink;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.explore.FilterPane;
import app.hometown.ui.explore.SelectionBar;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.questions.QuestionsModel;
import app.hometown.ui.questions.QuestionsPane;
import app.hometown.ui.questions.ReportTaking;
import app.hometown.ui.report.DocumentFile;
import app.hometown.workbench.Job;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.columns.PlotQuestion;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.LinkedSamples;
import app.hometown.workbench.explore.SampleReading;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Keeps the Data view together: its pages, the one selection that they follow, and the samples, which are read when
/// the
/// view is first looked at.
final class DataDesk implements TablesPane.Elsewhere {
    private final Workbench workbench;
    private final MainWindow window;
    private final FileChoices files;
    private final Workers workers;
    private final ExploreModel explore;
    private final PlotModel plot;
    private final SelectionBar selection;
    private final QuestionsModel questions;
    private final ReportTaking report;
    private final LoadReportPane loading = new LoadReportPane();
    private final DataPane pane;
    /// Kept: nothing else holds what is bound.
    private final BooleanExpression seesPlot;

    private @Nullable Catalog sampled;

    DataDesk(
            Workbench workbench,
            MainWindow window,
            ExploreDesk desk,
            FileChoices files,
            Workers workers,
            History history) {
        this.workbench = workbench;
        this.window = window;
        this.files = files;
        this.workers = workers;
        explore = desk.model();
        FigureTaking taking = new FigureTaking(files, workers.saving(), window::say, window::failed);
        plot = new PlotModel(
                explore, history, new Latest(workers.figures(), FxThread.EXECUTOR, window::failed), FxThread.EXECUTOR);
        selection = new SelectionBar(explore);
        questions = new QuestionsModel(workers.figures(), FxThread.EXECUTOR, window::failed);
        report = new ReportTaking(workbench, files, () -> questions.subject().get(), window::say, window::failed);
        explore.chosen().addListener((property, before, now) -> {
            if (now == null) {
                questions.askNothing();
            } else {
                questions.ask(workbench.session(), now);
            }
        });
        Map<DataPane.Page, Supplier<Node>> pages = new EnumMap<>(DataPane.Page.class);
        pages.put(DataPane.Page.QUESTIONS, () -> questions(taking));
        pages.put(DataPane.Page.PLOT, () -> new OwnPlotPane(plot, explore, taking));
        pages.put(DataPane.Page.TABLES, this::tables);
        pages.put(DataPane.Page.LOADING, this::loading);
        Button open = new Button(Texts.text("empty.open"), Icons.of(Feather.FOLDER, 16));
        open.setOnAction(event -> window.actions().openFolder());
        Button generate = new Button(Texts.text("empty.generate"), Icons.of(Feather.PLUS_SQUARE, 16));
        generate.setOnAction(event -> window.actions().generate());
        pane = new DataPane(
                pages,
                selection,
                () -> new FilterPane(explore, desk, this::toggleFilters),
                DataPane.nothingOpen(open, generate));
        seesPlot = pane.sees(DataPane.Page.PLOT);
        seesPlot.addListener((property, before, now) -> plot.watched(now));
        plot.watched(seesPlot.get());
        pane.visibleProperty().addListener((property, before, now) -> readSamples());
        restore(workbench.settings().get().data());
        pane.page().addListener(property -> keep());
        plot.question().addListener(property -> keep());
    }

    private void restore(Settings.DataView kept) {
        PlotQuestion.ofWords(kept.plot()).ifPresent(plot::restore);
        pane.show(Stream.of(DataPane.Page.values())
                .filter(page -> page.key().equals(kept.page()))
                .findFirst()
                .orElse(DataPane.Page.QUESTIONS));
    }

    private void keep() {
        DataPane.Page page = pane.page().get();
        Settings.DataView now = new Settings.DataView(
                page == null ? "" : page.key(), plot.question().get().words());
        workers.saving().execute(() -> workbench.settings().update(settings -> settings.withData(now)));
    }

    DataPane pane() {
        return pane;
    }

    /// What the page of a question of one's own asks.
    PlotModel plot() {
        return plot;
    }

    /// Shows other data.
    void show(OpenData open) {
        pane.setOpen(true);
        loading.show(open);
        readSamples();
    }

    /// The same data is ranked by another scoring or model from now on.
    void rank(Session session) {
        questions.rank(session);
    }

    /// Turns to a page.
    void show(DataPane.Page page) {
        pane.show(page);
        window.show(Views.View.DATA);
    }

    /// Shows or hides the filters.
    void toggleFilters() {
        pane.filtering().set(!pane.filtering().get());
    }

    /// Frees everything of all conditions.
    void clearSelection() {
        selection.clear();
    }

    /// Saves the ready-made figures of what is selected as one document.
    void saveReport(DocumentFile.Format format) {
        report.save(format);
    }

    private Node questions(FigureTaking taking) {
        QuestionsPane page =
                new QuestionsPane(questions, taking, plotPane -> BrushLink.link(plotPane, explore), report::save);
        page.onViewProperty().bind(pane.sees(DataPane.Page.QUESTIONS));
        return page;
    }

    private Node tables() {
        TablesPane page = new TablesPane(
                workbench,
                explore,
                this,
                window.comparison().userRow(),
                window.comparison().selected(),
                workers.reading(),
                workers.saving());
        page.showing().bind(pane.sees(DataPane.Page.TABLES));
        return page;
    }

    private Node loading() {
        workbench.session().data().ifPresent(loading::show);
        return loading;
    }

    /// Reads the samples once the view is looked at.
    private void readSamples() {
        Optional<OpenData> open = workbench.session().data();
        if (!pane.isVisible() || open.isEmpty()) {
            return;
        }
        OpenData data = open.get();
        Catalog catalog = data.catalog();
        if (!SampleReading.hasSamples(data) || (sampled != null && sampled.hasRowsOf(catalog))) {
            return;
        }
        sampled = catalog;
        Job<LinkedSamples> job =
                workbench.jobs().start(Texts.text("data.samples.job"), progress -> SampleReading.read(data, progress));
        FxThread.whenDone(job.result(), explore::show, window::failed);
    }

    @Override
    public void pick(int userRow) {
        window.comparison().pick(userRow);
    }

    @Override
    public void showUser(int userRow) {
        window.comparison().pick(userRow);
        window.show(Views.View.MAP);
        window.flyToUser();
    }

    @Override
    public void showStream(int streamRow) {
        window.comparison().selected().set(streamRow);
        window.show(Views.View.MAP);
        window.map().flyToStream(streamRow);
    }

    @Override
    public Optional<Path> saveAs(String name) {
        return files.save(Texts.text("export.rows.title"), name);
    }

    @Override
    public <T> void follow(Job<T> job, Consumer<T> done) {
        window.began();
        FxThread.whenDone(job.result(), done, window::failed);
    }

    @Override
    public void say(String text) {
        window.say(text);
    }

    @Override
    public void failed(RuntimeException error) {
        window.failed(error);
    }
}
