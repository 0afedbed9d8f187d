// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.data.Digest;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.files.ProgramVersion;
import app.hometown.ranking.ScoringFile;
import app.hometown.workbench.compare.OwnModel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What was evaluated, on what, and how to do it again.
///
/// @param programVersion version of the program
/// @param created when
/// @param dataDigest digest of users and streams as they were
/// @param users how many users the data have
/// @param streams how many streams
/// @param testFile name of the file that the test samples are from
/// @param keptBack whether they are the part of the training file that training kept back
/// @param testDigest digest of the test samples
/// @param testSamples how many
/// @param truthKnown whether the true click probability of every pair is known, because the data are made up
/// @param scoring the numbers of the score
/// @param rankers the compared ones
/// @param seed of everything that was drawn
/// @param command what gives the same figures again
public record Provenance(
        String programVersion,
        Instant created,
        String dataDigest,
        int users,
        int streams,
        String testFile,
        boolean keptBack,
        String testDigest,
        int testSamples,
        boolean truthKnown,
        JsonNode scoring,
        List<Compared> rankers,
        long seed,
        String command) {
    public Provenance {
        Objects.requireNonNull(dataDigest, "provenance.data_digest");
        rankers = List.copyOf(rankers);
    }

    /// A compared ranker.
    ///
    /// @param name what it is called
    /// @param words what means it on the command line
    /// @param modelDigest digest of its model; null for none
    public record Compared(
            String name, String words, @Nullable String modelDigest) {}

    /// The same with a command that asks for the verdicts of several seeds, too.
    Provenance with(SeedVerdicts seeds) {
        return seeds.rivals().isEmpty()
                ? this
                : with(Reproduction.withSeeds(
                        command, seeds.rivals().getFirst().seeds().size()));
    }

    /// The same with another command.
    Provenance with(String other) {
        return new Provenance(
                programVersion,
                created,
                dataDigest,
                users,
                streams,
                testFile,
                keptBack,
                testDigest,
                testSamples,
                truthKnown,
                scoring,
                rankers,
                seed,
                other);
    }

    static Provenance of(VerdictRun run, Progress progress) {
        Catalog catalog = run.trial().catalog();
        return new Provenance(
                ProgramVersion.get(),
                Instant.now(),
                Digest.of(catalog, progress),
                catalog.users().size(),
                catalog.streams().size(),
                String.valueOf(run.test().file().getFileName()),
                run.test().keptBack(),
                Digest.of(run.test().samples(), progress),
                run.test().samples().size(),
                run.knowsTruth(),
                ScoringFile.tree(run.session().scoring()),
                run.contestants().stream()
                        .filter(one -> one.role() == Contestant.Role.COMPARED)
                        .map(one -> new Compared(
                                one.name(),
                                one.words(),
                                one.model().map(OwnModel::digest).orElse(null)))
                        .toList(),
                run.request().seed(),
                Reproduction.command(run.session(), run.request()));
    }
}
