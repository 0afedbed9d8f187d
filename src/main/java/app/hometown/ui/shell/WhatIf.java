// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.drawer.DrawerActions;
import app.hometown.ui.compare.drawer.Tuning;
import app.hometown.ui.compare.drawer.UserTrial;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import java.nio.file.Path;
import javafx.beans.value.ChangeListener;

/// What if the score or the user were otherwise: keeps the sliders and the session together, and scorings in files.
final class WhatIf implements DrawerActions {
    private static final String ENDING = "json";

    private final MainWindow window;
    private final CompareModel comparison;
    private final FileChoices files;
    private final Workers workers;
    private final Tuning tuning;
    private final UserTrial trial;
    private final ChangeListener<Number> next = (property, before, now) -> chosenNext(before.intValue());
    private boolean waiting;

    WhatIf(Workbench workbench, MainWindow window, FileChoices files, Workers workers, History history) {
        this.window = window;
        this.comparison = window.comparison();
        this.files = files;
        this.workers = workers;
        Latest rescoring = new Latest(workers.ranking(), FxThread.EXECUTOR, window::failed);
        tuning = new Tuning(
                workbench.session().scoring(),
                history,
                scoring -> rescoring.request(() -> workbench.rescore(scoring), session -> {}));
        trial = new UserTrial(comparison, history);
        comparison.radiusKm().addListener((property, before, now) -> {
            // The choice beside the lists and the slider are one number.
            if (!now.equals(comparison.session().get().scoring().radiusKm())) {
                tuning.use(tuning.scoring().get().within(now), Texts.text("knob.radius_km"));
            }
        });
    }

    Tuning tuning() {
        return tuning;
    }

    UserTrial trial() {
        return trial;
    }

    @Override
    public void openScoring() {
        files.open(Texts.text("action.scoring.open"), ENDING).ifPresent(this::openScoring);
    }

    /// Takes the scoring of a file.
    void openScoring(Path file) {
        window.began();
        workers.saving().execute(() -> {
            try {
                Scoring read = ScoringFile.read(file);
                FxThread.run(() -> {
                    tuning.use(read, String.valueOf(file.getFileName()));
                    window.say(Texts.text("said.scoring.opened", file));
                });
            } catch (RuntimeException e) {
                FxThread.run(() -> window.failed(e));
            }
        });
    }

    @Override
    public void saveScoring() {
        Scoring now = tuning.scoring().get();
        files.save(Texts.text("action.scoring.save"), "scoring." + ENDING)
                .ifPresent(file -> workers.saving().execute(() -> {
                    try {
                        ScoringFile.write(file, now);
                        FxThread.run(() -> window.say(Texts.text("said.scoring.saved", file)));
                    } catch (RuntimeException e) {
                        FxThread.run(() -> window.failed(e));
                    }
                }));
    }

    @Override
    public void tryViewers(int row, int viewers) {
        window.actions().viewers(row, viewers);
    }

    /// Takes a scoring as a whole.
    ///
    /// @param key its name's
    void preset(String key, Scoring scoring) {
        tuning.use(scoring, Texts.text(key));
    }

    /// Explains the chosen stream against the next one that is chosen, in a list, on the map or by the search.
    void compareWithNext() {
        if (comparison.selected().get() == CompareModel.NONE) {
            window.say(Texts.text("said.noStream"));
            return;
        }
        window.say(Texts.text("said.chooseRival"));
        if (!waiting) {
            waiting = true;
            comparison.selected().addListener(next);
        }
    }

    private void chosenNext(int before) {
        waiting = false;
        comparison.selected().removeListener(next);
        if (comparison.selected().get() != CompareModel.NONE) {
            comparison.rival().set(before);
        }
    }
}
