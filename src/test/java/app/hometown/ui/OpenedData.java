// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui;

import app.hometown.data.LoadReport;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.learning.ModelFile;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.RankingIndex;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Small generated data for tests of view models, opened without files.
public final class OpenedData {
    private static final Generated GENERATED =
            Generator.generate(new GeneratorOptions(60, 120, 1000, 7), Progress.NONE);

    /// 60 users, 120 streams.
    public static final Catalog CATALOG = GENERATED.catalog();

    private OpenedData() {}

    /// The data with no model.
    public static Session withoutModel() {
        return session(new ModelState.Missing("There is none", "Train one."));
    }

    /// What is open, with a model trained on it.
    public static Session withModelOf(Session open) {
        var result = Training.train(GENERATED.train(), CATALOG, TrainingOptions.DEFAULT, Progress.NONE);
        ModelFile description = ModelFile.of(result, "none", Instant.EPOCH);
        ModelState model = new ModelState.Active(Path.of("model.json"), result.model(), description);
        return new Session(open.data(), model, open.scoring());
    }

    private static Session session(ModelState model) {
        OpenData open = new OpenData(
                Path.of("data"), CATALOG, RankingIndex.of(CATALOG, Progress.NONE), new LoadReport(List.of()));
        return new Session(Optional.of(open), model, Scoring.DEFAULT);
    }
}
