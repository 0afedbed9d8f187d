// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.InputException;
import app.hometown.evaluation.LeftOut;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.explore.Shown;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.map.MapLayer;
import app.hometown.ui.map.MapPane;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.report.DocumentFile;
import app.hometown.ui.verdict.Evaluated;
import app.hometown.ui.verdict.EvaluationModel;
import app.hometown.ui.verdict.EvaluationPane;
import app.hometown.ui.verdict.EvaluationSetup;
import app.hometown.ui.verdict.Requests;
import app.hometown.ui.verdict.VerdictReport;
import app.hometown.ui.verdict.VerdictWords;
import app.hometown.workbench.Job;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import app.hometown.workbench.models.KeptModel;
import app.hometown.workbench.verdict.VerdictRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// Keeps the Evaluate view together: what is evaluated, what came of it, and the ways from there to users and to files.
final class EvaluateDesk implements Requests {
    private final Workbench workbench;
    private final MainWindow window;
    private final ExploreDesk explore;
    private final FileChoices files;
    private final Workers workers;
    private final History history;
    private final Latest marking;
    private final Latest keeping;
    private final Latest restoring;
    private final EvaluationModel model;
    private @Nullable EvaluationPane pane;
    private boolean onMap;

    EvaluateDesk(
            Workbench workbench,
            MainWindow window,
            ExploreDesk explore,
            FileChoices files,
            Workers workers,
            History history) {
        this.workbench = workbench;
        this.window = window;
        this.explore = explore;
        this.files = files;
        this.workers = workers;
        this.history = history;
        keeping = new Latest(workers.saving(), FxThread.EXECUTOR, window::failed);
        restoring = new Latest(workers.reading(), FxThread.EXECUTOR, window::failed);
        marking = new Latest(workers.exploring(), FxThread.EXECUTOR, window::failed);
        model = new EvaluationModel(
                workbench, new EvaluationModel.Around(FxThread.EXECUTOR, this::filtered, window::say, window::failed));
        restore(workbench.settings().get().evaluating());
        model.shown().addListener((property, before, now) -> {
            if (onMap && now == null) {
                onMap = false;
                marking.drop();
                explore.differ(null);
            }
        });
    }

    /// The form as it was left; where a ranker's file is gone it says so and begins anew.
    private void restore(Settings.Evaluating kept) {
        model.k().set(Math.clamp(kept.k(), 1, EvaluationSetup.LONGEST));
        EvaluationSetup first = model.setup().get();
        restoring.request(() -> EvaluationSetup.of(kept), setup -> {
            if (model.setup().get().equals(first)) {
                model.setup().set(setup);
            }
        });
        model.setup().addListener(property -> keep());
        model.k().addListener(property -> keep());
    }

    private void keep() {
        Settings.Evaluating now = model.setup().get().kept(model.k().get());
        keeping.request(
                () -> {
                    workbench.settings().update(settings -> settings.withEvaluating(now));
                    return now;
                },
                kept -> {});
    }

    /// The view, made when it is first asked for.
    EvaluationPane pane() {
        EvaluationPane made = pane;
        if (made == null) {
            made = new EvaluationPane(
                    model,
                    this,
                    workbench.jobs(),
                    new FigureTaking(files, workers.saving(), window::say, window::failed),
                    () -> new Latest(workers.reading(), FxThread.EXECUTOR, window::failed));
            pane = made;
        }
        return made;
    }

    /// What is evaluated.
    EvaluationModel model() {
        return model;
    }

    /// Follows the workbench.
    void show(Session session) {
        model.show(session);
    }

    /// Evaluates what the form says.
    void evaluate() {
        window.show(Views.View.EVALUATE);
        window.began();
        model.evaluate();
    }

    /// The users that the filters leave, unless they leave all or none.
    private Optional<Selection> filtered() {
        ExploreModel exploring = explore.model();
        Shown shown = exploring.shown().get();
        boolean free = exploring.filter(Kind.USERS).get().equals(Filter.first(Kind.USERS));
        return shown == null || free || shown.users().rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new Selection(
                        Texts.text("evaluate.filtered"),
                        Kind.USERS,
                        shown.users().rows()));
    }

    @Override
    public void openFolder() {
        window.actions().openFolder();
    }

    @Override
    public void train() {
        window.actions().trainAndUse();
    }

    @Override
    public void addFile(String title) {
        files.open(Texts.text(title), "json").ifPresent(path -> add(path.toString()));
    }

    @Override
    public void add(String text) {
        workers.reading().execute(() -> {
            try {
                RankerDefinition ranker = RankerNames.parse(text);
                FxThread.run(() -> {
                    try {
                        model.setup().set(model.setup().get().toggled(ranker));
                        window.began();
                    } catch (InputException e) {
                        window.failed(e);
                    }
                });
            } catch (InputException e) {
                FxThread.run(() -> window.failed(e));
            }
        });
    }

    @Override
    public void models(Consumer<List<Path>> found) {
        workers.reading().execute(() -> {
            try {
                List<Path> kept = workbench.models().list().stream()
                        .filter(each -> each.description().isPresent())
                        .map(KeptModel::file)
                        .toList();
                FxThread.run(() -> found.accept(kept));
            } catch (InputException e) {
                FxThread.run(() -> window.failed(e));
            }
        });
    }

    @Override
    public void chooseTest() {
        files.open(Texts.text("evaluate.test.title"), "parquet")
                .ifPresent(path -> model.setup().set(model.setup().get().on(Optional.of(path))));
    }

    @Override
    public void open() {
        files.open(Texts.text("evaluate.open.title"), "json").ifPresent(this::open);
    }

    /// Shows an evaluation of before.
    void open(Path file) {
        window.show(Views.View.EVALUATE);
        window.began();
        model.open(file);
    }

    @Override
    public void save() {
        if (isShown()) {
            files.save(Texts.text("evaluate.save.title"), "evaluation.json").ifPresent(model::save);
        }
    }

    @Override
    public void compareWith() {
        if (isShown()) {
            files.open(Texts.text("evaluate.since.choose"), "json").ifPresent(path -> {
                window.show(Views.View.EVALUATE);
                window.began();
                model.compareWith(path);
            });
        }
    }

    @Override
    public void exportUsers(String ending) {
        if (isShown()) {
            files.save(Texts.text("evaluate.users.title"), "evaluation-users." + ending)
                    .ifPresent(model::exportUsers);
        }
    }

    @Override
    public void report(DocumentFile.Format format) {
        Evaluated shown = model.shown().get();
        if (shown == null || !isShown()) {
            return;
        }
        files.save(Texts.text("evaluate.report.title"), "hometown-evaluation." + format.ending())
                .ifPresent(file -> {
                    window.began();
                    Job<Path> job = workbench.jobs().start(Texts.text("report.job"), progress -> {
                        VerdictReport.write(shown.findings(), file);
                        return file;
                    });
                    FxThread.whenDone(
                            job.result(), saved -> window.say(Texts.text("said.exported", saved)), window::failed);
                });
    }

    /// Whether there is something to take away; says what to do when there is not.
    private boolean isShown() {
        if (model.shown().get() == null) {
            window.say(Texts.text("evaluate.said.nothing"));
            return false;
        }
        return true;
    }

    @Override
    public void showLeftOut(LeftOut reason) {
        Evaluated shown = model.shown().get();
        VerdictRun run = shown == null ? null : shown.run();
        if (run == null) {
            return;
        }
        List<String> ids = run.trial().leftOut(reason);
        ButtonType save = new ButtonType(Texts.text("evaluate.leftOut.save"), ButtonBar.ButtonData.LEFT);
        Alert list = new Alert(Alert.AlertType.NONE, "", save, ButtonType.CLOSE);
        list.initOwner(window.scene().getWindow());
        list.setTitle(Texts.text("evaluate.leftOut"));
        list.setHeaderText(
                Texts.text("evaluate.leftOut.part", Formats.count(ids.size()), VerdictWords.leftOut(reason)));
        ListView<String> users = new ListView<>(FXCollections.observableList(ids));
        users.setId("evaluate-left-out-users");
        users.setPrefSize(360, 320);
        list.getDialogPane().setContent(users);
        Theme.adopt(list.getDialogPane(), window.scene());
        if (list.showAndWait().filter(save::equals).isPresent()) {
            files.save(Texts.text("evaluate.leftOut.title"), "evaluation-left-out.csv")
                    .ifPresent(model::exportLeftOut);
        }
    }

    @Override
    public void showOnMap() {
        Evaluated shown = model.shown().get();
        Session of = shown == null ? null : shown.session();
        if (shown == null || of == null) {
            window.say(Texts.text("evaluate.said.nothing"));
            return;
        }
        String rival = model.rival().get();
        marking.request(
                () -> VerdictMarks.of(shown.findings(), rival, of.requireData().catalog()), marks -> {
                    onMap = true;
                    explore.differ(marks);
                    MapPane map = window.map().pane();
                    map.layers().set(map.layers().get().with(MapLayer.DISAGREEMENT, true));
                    window.show(Views.View.MAP);
                    map.flyToWorld();
                });
    }

    @Override
    public void compare(int row) {
        Evaluated shown = model.shown().get();
        VerdictRun run = shown == null ? null : shown.run();
        if (run != null) {
            lineUp(run.request().lineup());
        }
        window.comparison().pick(row);
        window.show(Views.View.COMPARE);
    }

    /// Puts the evaluated rankers side by side, unless they stand so already.
    private void lineUp(Lineup after) {
        Lineup before = window.comparison().lineup().get();
        if (!after.equals(before)) {
            window.comparison().lineup().set(after);
            history.record(new History.Edit(
                    Texts.text("evaluate.edit.lineup"),
                    "",
                    () -> window.comparison().lineup().set(before),
                    () -> window.comparison().lineup().set(after)));
        }
    }
}
