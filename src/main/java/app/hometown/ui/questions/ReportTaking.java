// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.report.DocumentFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.questions.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Saves all figures of the rows that are left as one document. Called on the JavaFX thread; the work is a job with
/// progress and cancel.
///
/// @param workbench runs the job
/// @param files asks where to
/// @param subject what is looked at; empty while nothing is open
/// @param say says what was done
/// @param failed says why it was not
public record ReportTaking(
        Workbench workbench,
        FileChoices files,
        Supplier<Optional<Subject>> subject,
        Consumer<String> say,
        Consumer<RuntimeException> failed) {
    /// Asks for a file and saves there.
    ///
    /// @param format what the chooser offers; the ending of the file that is chosen counts
    public void save(DocumentFile.Format format) {
        Optional<Subject> of = subject.get();
        if (of.isEmpty()) {
            failed.accept(new InputException(
                    Texts.text("report.data"), Texts.text("report.closed"), Texts.text("report.closed.remedy")));
            return;
        }
        files.save(Texts.text("report.save.title"), "hometown-report." + format.ending())
                .ifPresent(file -> save(of.get(), file));
    }

    private void save(Subject of, Path file) {
        var data = of.session().requireData();
        var job = workbench.jobs().start(Texts.text("report.job"), progress -> {
            DocumentFile.format(file);
            String command =
                    DataReport.command(data.folder(), workbench.folders().models(), file);
            DocumentFile.write(DataReport.of(of, data.report(), Instant.now(), command, progress), file);
            return file;
        });
        FxThread.whenDone(job.result(), saved -> say.accept(Texts.text("said.exported", saved)), problem -> {
            Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
            if (cause instanceof RuntimeException why && !(why instanceof CancellationException)) {
                failed.accept(why);
            }
        });
    }
}
