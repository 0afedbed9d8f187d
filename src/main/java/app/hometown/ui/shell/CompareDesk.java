// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.InputException;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.CompareView;
import app.hometown.ui.compare.DisagreementModel;
import app.hometown.ui.compare.DisagreementPane;
import app.hometown.ui.compare.JudgingModel;
import app.hometown.ui.compare.LineupModel;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.map.MapLayer;
import app.hometown.ui.map.MapPane;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Disagreement;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.compare.Votes;
import app.hometown.workbench.explore.History;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;

/// Keeps the Compare view together: the lineup, whose lists differ, blind judging, and what can be taken away.
final class CompareDesk implements CompareView.Requests {
    private final Workbench workbench;
    private final MainWindow window;
    private final FileChoices files;
    private final Workers workers;
    private final CompareModel comparison;
    private final LineupModel lineup;
    private final DisagreementModel differ;
    private final JudgingModel judging;
    private final ComparisonTaking taking;
    private final RankerMenu rankers;
    private final Supplier<CompareView> making;
    private @Nullable CompareView view;
    private long seed = ThreadLocalRandom.current().nextLong(1_000_000);

    /// @param streamMenu makes the menu of a line
    CompareDesk(
            Workbench workbench,
            MainWindow window,
            CompareModel comparison,
            FileChoices files,
            Workers workers,
            History history,
            Supplier<ContextMenu> streamMenu) {
        this.workbench = workbench;
        this.window = window;
        this.files = files;
        this.workers = workers;
        this.comparison = comparison;
        lineup = new LineupModel(comparison, history);
        differ = new DisagreementModel(comparison, workbench.jobs(), FxThread.EXECUTOR, window::failed);
        judging = new JudgingModel(
                comparison,
                new Latest(workers.ranking(), FxThread.EXECUTOR, window::failed),
                new VotesFile(votesFile()),
                Clock.systemUTC());
        rankers = new RankerMenu(lineup, this);
        making = () -> new CompareView(
                comparison,
                lineup,
                new DisagreementPane(comparison, differ, workbench.jobs(), workers.reading(), window::failed),
                judging,
                rankers.button(),
                streamMenu,
                new Welcome(window.actions()::openFolder, window.actions()::generate),
                this);
        taking = new ComparisonTaking(workbench, window, files, workers, history);
    }

    /// Shows on the map for whom lists differ, and finds it out when somebody wants to see it.
    void showOn(MapPane map, ExploreDesk explore) {
        Latest marking = new Latest(workers.exploring(), FxThread.EXECUTOR, window::failed);
        differ.found().addListener((property, before, now) -> {
            DisagreementModel.Pair pair = differ.foundPair();
            if (now == null || pair == null) {
                marking.drop();
                explore.differ(null);
            } else {
                marking.request(() -> DisagreementMarks.of(now, pair), explore::differ);
            }
        });
        map.layers().addListener((property, before, now) -> {
            if (!before.shows(MapLayer.DISAGREEMENT)) {
                findFor(map, explore);
            }
        });
        comparison.session().addListener((property, before, now) -> {
            if (before.data().isEmpty()) {
                findFor(map, explore);
            }
        });
    }

    private void findFor(MapPane map, ExploreDesk explore) {
        boolean missing = differ.found().get() == null && differ.job().get() == null && !explore.knowsDifferences();
        if (missing && map.layers().get().shows(MapLayer.DISAGREEMENT)) {
            differ.find();
        }
    }

    /// What the view shows; made when it is first asked for.
    CompareView view() {
        CompareView made = view;
        if (made == null) {
            made = making.get();
            made.setId("compare-view");
            view = made;
        }
        return made;
    }

    /// Whose lists differ.
    DisagreementModel differ() {
        return differ;
    }

    /// Blind judging.
    JudgingModel judging() {
        return judging;
    }

    /// The lineup.
    LineupModel lineup() {
        return lineup;
    }

    /// Which rankers there are.
    RankerMenu rankers() {
        return rankers;
    }

    /// What draws the sides of blind judging.
    long seed() {
        return seed;
    }

    /// Draws the sides of blind judging as another comparison did.
    void seed(long other) {
        seed = other;
    }

    /// Adds a built-in ranker, or takes it away when it is there.
    void toggle(RankerDefinition ranker) {
        try {
            lineup.toggle(ranker);
        } catch (InputException e) {
            window.failed(e);
        }
    }

    /// Adds a ranker by its preset or by a file that the person chooses.
    void addFile(String title) {
        files.open(Texts.text(title), "json").ifPresent(path -> add(path.toString()));
    }

    /// Adds the ranker of a text; its files are read on a worker.
    void add(String text) {
        workers.reading().execute(() -> {
            try {
                RankerDefinition ranker = RankerNames.parse(text);
                FxThread.run(() -> {
                    try {
                        lineup.add(ranker);
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

    /// Moves the list in which the keyboard is.
    void moveList(int by) {
        window.show(Views.View.COMPARE);
        view().focus(lineup.move(view().focusedColumn(), by));
    }

    /// Takes the list away in which the keyboard is.
    void removeList() {
        window.show(Views.View.COMPARE);
        lineup.remove(view().focusedColumn());
    }

    /// Finds whose lists differ.
    void find() {
        window.show(Views.View.COMPARE);
        view().showDisagreement(true);
        differ.find();
    }

    /// Goes to the next or the previous user whose lists differ.
    void step(int by) {
        if (!comparison.hidden().get()) {
            differ.step(by);
        }
    }

    /// Shows on the map, or no longer, how much lists differ.
    void toggleOnMap() {
        MapPane map = window.map().pane();
        boolean on = !map.layers().get().shows(MapLayer.DISAGREEMENT);
        map.layers().set(map.layers().get().with(MapLayer.DISAGREEMENT, on));
        if (on) {
            window.show(Views.View.MAP);
        }
    }

    @Override
    public void train() {
        window.actions().trainAndUse();
    }

    @Override
    public void copy() {
        window.actions().copyComparison();
    }

    @Override
    public void savePicture() {
        taking.savePicture(view());
    }

    @Override
    public void copyCommand() {
        taking.copyCommand();
    }

    void save() {
        taking.save(seed);
    }

    void open() {
        taking.open();
    }

    void open(Path file) {
        taking.open(file);
    }

    /// Judges the users whose lists differ, those with the most disagreement first.
    @Override
    public void judge() {
        if (comparison.hidden().get()) {
            window.show(Views.View.COMPARE);
            return;
        }
        Disagreement found = differ.found().get();
        if (found == null || differ.stale().get()) {
            find();
            window.say(Texts.text("judge.first"));
            return;
        }
        int[] users = Arrays.stream(found.byDisagreement())
                .filter(user -> !found.identical(user))
                .toArray();
        try {
            judging.start(differ.first().get(), differ.second().get(), users, seed);
            window.began();
            window.say("");
            window.show(Views.View.COMPARE);
        } catch (InputException e) {
            window.failed(e);
        }
    }

    private Path votesFile() {
        return workbench.folders().settings().resolveSibling("votes.csv");
    }

    /// Votes in a file, whole after each vote. Written in the order of the votes on the worker that saves.
    private final class VotesFile implements JudgingModel.Keeper {
        private final Path file;

        VotesFile(Path file) {
            this.file = file;
        }

        @Override
        public Votes read() {
            return Files.exists(file) ? Votes.read(file) : Votes.NONE;
        }

        @Override
        public String place() {
            return file.toString();
        }

        @Override
        public void write(Votes votes) {
            workers.saving().execute(() -> {
                try {
                    votes.write(file);
                } catch (InputException e) {
                    FxThread.run(() -> window.failed(e));
                }
            });
        }
    }
}
