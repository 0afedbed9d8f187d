// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.files.AtomicFile;
import app.hometown.ranking.Scoring;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.CompareView;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Job;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.ComparisonFile;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.UserVariation;
import app.hometown.workbench.explore.History;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javax.imageio.ImageIO;

/// Takes a comparison away, as a picture, a file or a command, and brings a file back. On the JavaFX thread; files are
/// read and written elsewhere.
final class ComparisonTaking {
    /// Pixels of a picture for one of the screen, each way.
    private static final double SCALE = 2;

    private final Workbench workbench;
    private final MainWindow window;
    private final FileChoices files;
    private final Workers workers;
    private final History history;

    ComparisonTaking(Workbench workbench, MainWindow window, FileChoices files, Workers workers, History history) {
        this.workbench = workbench;
        this.window = window;
        this.files = files;
        this.workers = workers;
        this.history = history;
    }

    private CompareModel comparison() {
        return window.comparison();
    }

    /// What an opened file says, and what is no longer as it was.
    private record Opened(
            ComparisonFile file, List<String> changed, List<Streams.Change> changes, List<Streams.Change> before) {}

    /// Saves the lists as a picture.
    ///
    /// @param view which shows them
    void savePicture(CompareView view) {
        Lists lists = comparison().lists().get();
        Optional<WritableImage> shown = view.picture(SCALE, window.theme());
        if (shown.isEmpty() || lists == null) {
            window.say(Texts.text("said.nothingToCopy"));
            return;
        }
        files.save(Texts.text("comparison.picture.title"), lists.user().id() + "@2x.png")
                .ifPresent(path -> {
                    BufferedImage picture = SwingFXUtils.fromFXImage(shown.get(), null);
                    workers.saving().execute(() -> write(path, picture));
                });
    }

    private void write(Path path, BufferedImage picture) {
        try {
            AtomicFile.write(path, out -> {
                if (!ImageIO.write(picture, "png", out)) {
                    throw new IOException("this Java writes no PNG");
                }
            });
            FxThread.run(() -> window.say(Texts.text("said.exported", path)));
        } catch (RuntimeException e) {
            FxThread.run(() -> window.failed(e));
        }
    }

    /// Puts the command on the clipboard that gives the same lists.
    void copyCommand() {
        Lists lists = comparison().lists().get();
        if (lists == null) {
            window.say(Texts.text("said.nothingToCopy"));
            return;
        }
        CompareCommandLine line = CompareCommandLine.of(
                workbench.session(),
                comparison().lineup().get(),
                lists,
                comparison().variation().get());
        ClipboardContent content = new ClipboardContent();
        content.putString(line.text());
        Clipboard.getSystemClipboard().setContent(content);
        window.say(
                line.lacks().isEmpty()
                        ? Texts.text("said.command", line.text())
                        : Texts.text("said.command.lacks", line.lacks()));
    }

    /// Asks for a file and saves the comparison there.
    ///
    /// @param seed of the blind judging
    void save(long seed) {
        Lists lists = comparison().lists().get();
        if (lists == null) {
            window.say(Texts.text("said.nothingToCopy"));
            return;
        }
        Session session = workbench.session();
        CompareModel model = comparison();
        var lineup = model.lineup().get();
        var variation = model.variation().get();
        int k = model.k().get();
        var radius = model.radiusKm().get();
        files.save(Texts.text("comparison.save.title"), lists.user().id() + ".comparison.json")
                .ifPresent(path -> follow(
                        workbench.jobs().start(Texts.text("comparison.save.job"), progress -> {
                            ComparisonFile.of(session, lineup, lists.user().id(), variation, k, radius, seed, progress)
                                    .write(path);
                            return path;
                        }),
                        saved -> window.say(Texts.text("said.exported", saved))));
    }

    /// Asks for a comparison file and opens it.
    void open() {
        files.open(Texts.text("comparison.open.title"), "json").ifPresent(this::open);
    }

    /// Opens a comparison file on the data that is open.
    void open(Path path) {
        follow(
                workbench.jobs().start(Texts.text("comparison.open.job"), progress -> read(path, progress)),
                opened -> show(path, opened));
    }

    /// Everything that a comparison file sets.
    private record Shown(
            Lineup lineup, int k, OptionalDouble radiusKm, int user, UserVariation variation, Scoring scoring) {}

    private Opened read(Path path, Progress progress) {
        ComparisonFile file = ComparisonFile.read(path);
        Session session = workbench.session();
        Streams streams = session.requireData().catalog().streams();
        file.user(session.requireData().catalog());
        List<String> changed = file.changedSince(session, progress);
        List<Streams.Change> changes = file.changes(streams);
        List<Streams.Change> before = changes.stream()
                .map(change -> new Streams.Change(
                        change.row(), streams.live(change.row()), streams.avgViewerCount(change.row())))
                .toList();
        return new Opened(file, changed, changes, before);
    }

    private void show(Path path, Opened opened) {
        Session session = workbench.session();
        ComparisonFile file = opened.file;
        int user = session.requireData().catalog().users().ids().indexOf(file.userId());
        CompareModel model = comparison();
        Shown before = new Shown(
                model.lineup().get(),
                model.k().get(),
                model.radiusKm().get(),
                model.userRow().get(),
                model.variation().get(),
                session.scoring());
        Shown after = new Shown(file.lineup(), file.k(), file.radiusKm(), user, file.variation(), file.scoring());
        show(after, opened.changes);
        history.record(new History.Edit(
                Texts.text("edit.comparison"),
                "",
                () -> show(before, opened.before),
                () -> show(after, opened.changes)));
        window.compare().seed(file.seed());
        window.show(Views.View.COMPARE);
        if (opened.changed.isEmpty()) {
            window.say(Texts.text("said.comparison.same", path));
        } else {
            window.say(Texts.text("said.comparison.opened", path));
            window.failed(new InputException(
                    path.toString(), withoutStop(String.join(" ", opened.changed)), Texts.text("comparison.changed")));
        }
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void show(Shown shown, List<Streams.Change> changes) {
        if (!changes.isEmpty()) {
            workbench.apply(changes);
        }
        workbench.rescore(shown.scoring);
        CompareModel model = comparison();
        model.lineup().set(shown.lineup);
        model.k().set(shown.k);
        model.radiusKm().set(shown.radiusKm);
        model.pick(shown.user);
        model.vary(shown.variation);
    }

    private <T> void follow(Job<T> job, Consumer<T> done) {
        window.began();
        FxThread.whenDone(job.result(), done, window::failed);
    }
}
