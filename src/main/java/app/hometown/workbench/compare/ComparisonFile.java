// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.data.Digest;
import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.User;
import app.hometown.files.Json;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.RankerDefinition.Click;
import app.hometown.workbench.compare.RankerDefinition.Custom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// A comparison as it is kept in a file: enough to see the same lists again, and to know when the data or a model is no
/// longer the same.
///
/// @param data which data
/// @param lineup the rankers
/// @param scoring the session's numbers
/// @param model digest of the active model; empty when there was none
/// @param userId for whom
/// @param variation how the user is tried out
/// @param streamChanges streams that were taken off or put on the air or got other viewers since the data were read
/// @param k length of the lists, at least 1
/// @param radiusKm the radius asked for; empty means the whole world
/// @param seed what decides which list stands on the left in blind judging
public record ComparisonFile(
        Data data,
        Lineup lineup,
        Scoring scoring,
        Optional<String> model,
        String userId,
        UserVariation variation,
        List<StreamChange> streamChanges,
        int k,
        OptionalDouble radiusKm,
        long seed) {
    /// The newest version of the format that this program knows.
    public static final int FORMAT_VERSION = 1;

    /// More changed streams than that are not remembered one by one.
    private static final int MOST_CHANGES = 1000;

    public ComparisonFile {
        streamChanges = List.copyOf(streamChanges);
    }

    /// Which data.
    ///
    /// @param digest of users and streams, as read
    /// @param users how many
    /// @param streams how many
    public record Data(String digest, int users, int streams) {}

    /// A stream as it was tried out.
    ///
    /// @param streamId its id
    /// @param live whether it is on the air
    /// @param avgViewerCount viewers on average
    public record StreamChange(String streamId, boolean live, int avgViewerCount) {}

    /// What is on the screen. Fingerprints the data: about a second for 5 M rows.
    ///
    /// @param seed of the blind judging
    /// @throws InputException when nothing is open, or too many streams have changed since it was read
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static ComparisonFile of(
            Session session,
            Lineup lineup,
            String userId,
            UserVariation variation,
            int k,
            OptionalDouble radiusKm,
            long seed,
            Progress progress) {
        Catalog catalog = session.requireData().catalog();
        return new ComparisonFile(
                data(catalog, progress),
                lineup,
                session.scoring(),
                digest(session.model()),
                userId,
                variation,
                changesOf(catalog),
                k,
                radiusKm,
                seed);
    }

    private static Data data(Catalog catalog, Progress progress) {
        return new Data(
                Digest.of(catalog.with(catalog.streams().asRead()), progress),
                catalog.users().size(),
                catalog.streams().size());
    }

    private static Optional<String> digest(ModelState model) {
        return model instanceof ModelState.Active active
                ? Optional.of(OwnModel.digest(active.description()))
                : Optional.empty();
    }

    private static List<StreamChange> changesOf(Catalog catalog) {
        Streams streams = catalog.streams();
        List<Streams.Change> changes = streams.changesSince(streams.asRead()).orElse(List.of());
        if (changes.size() > MOST_CHANGES) {
            throw new InputException(
                    "comparison",
                    changes.size() + " streams have changed since the data were read, too many for the file",
                    "Go back to the data first, or save the data.");
        }
        return changes.stream()
                .map(change ->
                        new StreamChange(streams.ids().get(change.row()), change.live(), change.avgViewerCount()))
                .toList();
    }

    /// Writes it, whole or not at all.
    ///
    /// @throws InputException when the disk refuses
    public void write(Path file) {
        Json.write(file, ComparisonJson.tree(this));
    }

    /// Reads a file, and the model files that it names.
    ///
    /// @throws InputException when it is missing, broken, of a newer format, or a model it names is gone
    public static ComparisonFile read(Path file) {
        return new ComparisonJson(file).read();
    }

    /// What is no longer as it was when the file was written, a sentence each; empty when all is the same. Fingerprints
    /// the data.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public List<String> changedSince(Session session, Progress progress) {
        List<String> changed = new ArrayList<>();
        Data now = data(session.requireData().catalog(), progress);
        if (!now.digest().equals(data.digest())) {
            changed.add("The data are not the same: then " + counts(data) + ", now " + counts(now)
                    + ", of another content.");
        }
        boolean usesActive = lineup.definitions().stream().anyMatch(ComparisonFile::usesActiveModel);
        if (usesActive && !digest(session.model()).equals(model)) {
            changed.add(
                    model.isEmpty()
                            ? "There was no click model then; now there is one."
                            : digest(session.model()).isEmpty()
                                    ? "There is no click model now; then there was one."
                                    : "The click model is not the same.");
        }
        return changed;
    }

    private static boolean usesActiveModel(RankerDefinition definition) {
        return definition.equals(RankerDefinition.ML)
                || (definition instanceof Custom custom && custom.click() instanceof Click.Active);
    }

    private static String counts(Data data) {
        return String.format(Locale.ROOT, "%,d users and %,d streams", data.users(), data.streams());
    }

    /// The user as tried out.
    ///
    /// @throws InputException when the data have no such user
    public User user(Catalog catalog) {
        return variation.of(catalog.user(userId));
    }

    /// The changes of streams, of those that the data have.
    public List<Streams.Change> changes(Streams streams) {
        return streamChanges.stream()
                .filter(change -> streams.ids().indexOf(change.streamId()) >= 0)
                .map(change -> new Streams.Change(
                        streams.ids().indexOf(change.streamId()), change.live(), change.avgViewerCount()))
                .toList();
    }
}
