// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.data.DataFolder;
import app.hometown.data.Digest;
import app.hometown.data.LoadReport;
import app.hometown.data.SampleFile;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.files.ProgramVersion;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.report.Document;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.Question;
import app.hometown.workbench.questions.Subject;
import app.hometown.workbench.questions.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All ready-made figures as one document, with what one must know to make it again. No JavaFX.
public final class DataReport {
    private final Subject subject;
    private final List<Document.Fact> facts = new ArrayList<>();

    private DataReport(Subject subject) {
        this.subject = subject;
    }

    /// Of everything that is open and the samples of its folder, if there are any.
    ///
    /// @param session with data open
    /// @param made the time that it says
    /// @param command the command line that makes it again
    /// @throws app.hometown.domain.InputException when the file of samples cannot be read
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Document of(Session session, Instant made, String command, Progress progress) {
        OpenData data = session.requireData();
        Path file = data.folder().resolve(DataFolder.TRAIN);
        Optional<SampleFile> samples =
                Files.exists(file) ? Optional.of(DataFolder.samples(file, progress)) : Optional.empty();
        LoadReport load =
                samples.map(SampleFile::report).map(data.report()::with).orElse(data.report());
        return of(Subject.all(session, samples.map(SampleFile::samples)), load, made, command, progress);
    }

    /// Of the rows that are left.
    ///
    /// @param subject what is asked of
    /// @param load what was left out when it was read
    /// @param made the time that it says
    /// @param command the command line that makes it again
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Document of(Subject subject, LoadReport load, Instant made, String command, Progress progress) {
        DataReport report = new DataReport(subject);
        report.facts(load, made, command, progress);
        List<Document.Section> sections = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            List<Document.Part> parts = new ArrayList<>();
            for (Question question : Question.of(theme)) {
                parts.addAll(report.parts(question, progress));
            }
            sections.add(new Document.Section(Texts.text("theme." + theme.name().toLowerCase(Locale.ROOT)), parts));
        }
        String name = String.valueOf(subject.session()
                .requireData()
                .folder()
                .toAbsolutePath()
                .normalize()
                .getFileName());
        return new Document(Texts.text("report.title", name), report.facts, sections);
    }

    private List<Document.Part> parts(Question question, Progress progress) {
        Answer answer = question.answer(
                subject,
                progress.within(Texts.text(
                        "report.progress",
                        Formats.count(question.ordinal() + 1L),
                        Formats.count(Question.values().length))));
        if (answer instanceof Answer.None none) {
            return List.of(new Document.Missing(QuestionFigures.title(question), QuestionFigures.lack(none)));
        }
        List<Document.Part> parts = new ArrayList<>();
        for (Figure figure : QuestionFigures.of(question, answer)) {
            parts.add(new Document.Picture(figure, question == Question.CORRELATIONS));
        }
        return parts;
    }

    private void facts(LoadReport load, Instant made, String command, Progress progress) {
        OpenData data = subject.session().requireData();
        add("report.data", data.folder().toAbsolutePath().normalize().toString());
        add("report.rows", rows());
        progress.phase("digest of the data", 0);
        add("report.digest", Digest.of(subject.catalog(), progress));
        subject.samples().ifPresent(samples -> add("report.samplesDigest", Digest.of(samples, progress)));
        add("report.ranking", model());
        facts.add(new Document.Fact(Texts.text("report.loading"), load.lines()));
        add("report.made", Formats.moment(made));
        add("report.version", Texts.text("report.version.value", ProgramVersion.get()));
        add("report.command", isAll() ? command : Texts.text("report.command.filtered", command));
    }

    private void add(String key, String line) {
        facts.add(Document.Fact.of(Texts.text(key), line));
    }

    private String model() {
        return subject.session().model() instanceof ModelState.Active active
                ? Texts.text("report.ranking.ml", String.valueOf(active.file().getFileName()))
                : Texts.text("report.ranking.basic");
    }

    private boolean isAll() {
        Catalog catalog = subject.catalog();
        return subject.users().cardinality() == catalog.users().size()
                && subject.streams().cardinality() == catalog.streams().size()
                && subject.pairs().cardinality()
                        == subject.samples().map(Samples::size).orElse(0);
    }

    private String rows() {
        Catalog catalog = subject.catalog();
        String users = Formats.count(subject.users().cardinality());
        String streams = Formats.count(subject.streams().cardinality());
        String samples = Formats.count(subject.pairs().cardinality());
        return isAll()
                ? Texts.text("report.rows.value", users, streams, samples)
                : Texts.text(
                        "report.rows.some",
                        users,
                        Formats.count(catalog.users().size()),
                        streams,
                        Formats.count(catalog.streams().size()),
                        samples,
                        Formats.count(subject.samples().map(Samples::size).orElse(0)));
    }

    /// The command line that makes a report of a folder.
    ///
    /// @param models the folder of the models
    /// @param file what it writes
    public static String command(Path data, Path models, Path file) {
        return "hometown report --data " + quoted(data) + " --models " + quoted(models) + " --out " + quoted(file);
    }

    /// As a shell takes it.
    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./:@%+=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
