// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.data.TableFile;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Users;
import app.hometown.evaluation.LeftOut;
import app.hometown.evaluation.Measure;
import app.hometown.evaluation.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The results of a run user by user as a file for other programs, CSV or Parquet: who the user is, how many streams
/// were clicked, shown and in reach, and every ranker's measures at k in columns such as `ml.ndcg`.
public final class PerUserFile {
    private PerUserFile() {}

    /// Writes it; the file appears when it is whole. Memory is 8 bytes a user, ranker and measure.
    ///
    /// @param file its ending says the format: .csv or .parquet
    /// @throws app.hometown.domain.InputException when the ending is another, or the disk refuses
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static void write(Path file, VerdictRun run, Progress progress) {
        Trial trial = run.trial();
        Catalog catalog = trial.catalog();
        Users users = catalog.users();
        int[] candidates = run.candidates();
        List<TableFile.Field> fields = new ArrayList<>(List.of(
                new TableFile.Field.Text("user_id", user -> users.ids().get(trial.row(user))),
                new TableFile.Field.Text("city", user -> catalog.cities().name(users.city(trial.row(user)))),
                new TableFile.Field.Text("language", user -> catalog.languages().name(users.language(trial.row(user)))),
                new TableFile.Field.Real(
                        "local_preference_strength", user -> users.localPreferenceStrength(trial.row(user))),
                new TableFile.Field.Real("total_watch_hours", user -> users.totalWatchHours(trial.row(user))),
                new TableFile.Field.Count("candidates", user -> candidates[user]),
                new TableFile.Field.Count("clicked", trial::relevant),
                new TableFile.Field.Count("shown", trial::judged),
                new TableFile.Field.Count("k", _ -> run.request().k())));
        for (int ranker = 0; ranker < run.contestants().size(); ranker++) {
            for (Measure measure : Measure.values()) {
                if (trial.has(ranker, measure)) {
                    double[] values =
                            trial.values(ranker, measure, run.request().k());
                    fields.add(new TableFile.Field.Real(
                            run.contestants().get(ranker).name() + "." + measure.key(), user -> values[user]));
                }
            }
        }
        TableFile.write(file, fields, trial.users(), progress);
    }

    /// Writes the users that were left out: ids and reasons; the file appears when it is whole.
    ///
    /// @param file likewise
    /// @throws app.hometown.domain.InputException likewise
    /// @throws java.util.concurrent.CancellationException likewise
    public static void writeLeftOut(Path file, VerdictRun run, Progress progress) {
        List<String> ids = new ArrayList<>();
        List<LeftOut> reasons = new ArrayList<>();
        for (LeftOut reason : LeftOut.values()) {
            for (String id : run.trial().leftOut(reason)) {
                ids.add(id);
                reasons.add(reason);
            }
        }
        TableFile.write(
                file,
                List.of(
                        new TableFile.Field.Text("user_id", ids::get),
                        new TableFile.Field.Text("reason", i -> reasons.get(i).key())),
                ids.size(),
                progress);
    }
}
