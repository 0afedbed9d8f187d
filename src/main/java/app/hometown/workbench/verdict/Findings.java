// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.evaluation.LeftOut;
import app.hometown.evaluation.Measure;
import app.hometown.files.Json;
import app.hometown.statistics.PairedDifference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All figures of an evaluation: what is printed, drawn and kept. Written to a file and read again it is equal to
/// itself, to the bit.
///
/// @param formatVersion [#FORMAT_VERSION] in what this program writes
/// @param provenance what was evaluated, on what, and how to do it again
/// @param k the length of list that figures are about unless they say otherwise
/// @param most the longest length looked at; 0 for k alone
/// @param measure what decides
/// @param sampledUsers how many users have a test sample
/// @param users how many were evaluated; every figure without a number of its own is about them
/// @param leftOut how many were not, by reason
/// @param rankers everyone's figures, those compared first
/// @param duels each compared ranker against the first, by every measure, at k
/// @param overK the same by the measure that decides, for every length from 1; empty when it was not asked for
/// @param baselines each compared ranker against the baselines and ceilings, by the measure that decides and, where the
///   truth is known, by expected clicks
/// @param slices each compared ranker against the first, by groups of users; empty when not asked for
/// @param bias what makes the figures say more or less than they seem to
/// @param interleavings simulated online tests of each compared ranker against the first; empty when not asked for
/// @param seeds the verdict after training with several seeds; null when not asked for
/// @param perUser the measure that decides, user by user
public record Findings(
        int formatVersion,
        Provenance provenance,
        int k,
        int most,
        Measure measure,
        int sampledUsers,
        int users,
        Map<LeftOut, Integer> leftOut,
        List<RankerFigures> rankers,
        List<Duel> duels,
        List<Duel> overK,
        List<BaselineCheck> baselines,
        List<Slice> slices,
        Bias bias,
        List<Interleaving> interleavings,
        @Nullable SeedVerdicts seeds,
        PerUser perUser) {
    /// The newest version of the format that this program knows.
    public static final int FORMAT_VERSION = 1;

    private static final String REMEDY = "Save the evaluation again, or use another file.";

    public Findings {
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        rankers = List.copyOf(rankers);
        duels = List.copyOf(duels);
        overK = List.copyOf(overK);
        baselines = List.copyOf(baselines);
        slices = List.copyOf(slices);
        interleavings = List.copyOf(interleavings);
    }

    /// The values that the verdict rests on, so that another evaluation can be compared user by user.
    ///
    /// @param userIds of the evaluated users
    /// @param values one a user, by the names of the compared rankers
    public record PerUser(List<String> userIds, Map<String, List<Double>> values) {
        public PerUser {
            userIds = List.copyOf(userIds);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /// Works out everything that a run was asked for. Some seconds for 100,000 users, more with every length of list.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Findings of(VerdictRun run, Progress progress) {
        VerdictRequest request = run.request();
        Provenance provenance = Provenance.of(run, progress);
        progress.phase("adding up", run.contestants().size());
        List<RankerFigures> rankers = new ArrayList<>();
        for (int ranker = 0; ranker < run.contestants().size(); ranker++) {
            rankers.add(RankerFigures.of(run, ranker, progress));
            progress.done(rankers.size());
        }
        progress.phase("comparing lengths", request.most());
        List<Duel> overK = new ArrayList<>();
        for (int length = 1; length <= request.most(); length++) {
            overK.addAll(Duel.of(run, request.measure(), length, progress.step(length - 1)));
            progress.done(length);
        }
        return of(run, provenance, rankers, overK, null, progress);
    }

    /// The same evaluation with another length of list: what is about k is worked out anew, what is about all lengths
    /// and about several seeds stays.
    ///
    /// @param run what these are of
    /// @param other 1 to the longest length of the run
    /// @throws InputException when the run has no lists of that length
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public Findings at(VerdictRun run, int other, Progress progress) {
        VerdictRun there = run.at(other);
        List<RankerFigures> adjusted = new ArrayList<>();
        for (int ranker = 0; ranker < rankers.size(); ranker++) {
            adjusted.add(rankers.get(ranker).at(there, ranker));
        }
        Provenance from = provenance.with(Reproduction.command(there.session(), there.request()));
        return of(there, seeds == null ? from : from.with(seeds), adjusted, overK, seeds, progress);
    }

    private static Findings of(
            VerdictRun run,
            Provenance provenance,
            List<RankerFigures> rankers,
            List<Duel> overK,
            @Nullable SeedVerdicts seeds,
            Progress progress) {
        VerdictRequest request = run.request();
        int k = request.k();
        int[] compared = run.of(Contestant.Role.COMPARED);
        List<Measure> measures = Arrays.stream(Measure.values())
                .filter(measure ->
                        IntStream.of(compared).allMatch(ranker -> run.trial().has(ranker, measure)))
                .toList();
        progress.phase("comparing rankers", measures.size());
        List<Duel> duels = new ArrayList<>();
        for (Measure measure : measures) {
            duels.addAll(Duel.of(run, measure, k, progress.step(measures.indexOf(measure))));
        }
        List<BaselineCheck> baselines = new ArrayList<>(BaselineCheck.of(run, request.measure(), k, progress));
        if (run.knowsTruth() && request.measure() != Measure.EXPECTED_CLICKS) {
            baselines.addAll(BaselineCheck.of(run, Measure.EXPECTED_CLICKS, k, progress));
        }
        List<Slice> slices = Slice.of(run, request.slices(), request.measure(), k, progress);
        List<Interleaving> interleavings = new ArrayList<>();
        for (int i = 1; i < compared.length && request.interleavings() > 0; i++) {
            interleavings.add(Interleaving.of(run, compared[0], compared[i], k, request.interleavings(), progress));
        }
        Map<LeftOut, Integer> leftOut = new LinkedHashMap<>();
        for (LeftOut reason : LeftOut.values()) {
            leftOut.put(reason, run.trial().leftOutCount(reason));
        }
        return new Findings(
                FORMAT_VERSION,
                provenance,
                k,
                request.most(),
                request.measure(),
                run.trial().sampledUsers(),
                run.trial().users(),
                leftOut,
                rankers,
                duels,
                overK,
                baselines,
                slices,
                Bias.of(run, k, progress),
                interleavings,
                seeds,
                perUser(run, compared));
    }

    private static PerUser perUser(VerdictRun run, int[] compared) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int ranker : compared) {
            values.put(
                    run.contestants().get(ranker).name(),
                    Arrays.stream(run.trial()
                                    .values(
                                            ranker,
                                            run.request().measure(),
                                            run.request().k()))
                            .boxed()
                            .toList());
        }
        var ids = run.trial().catalog().users().ids();
        return new PerUser(
                IntStream.range(0, run.trial().users())
                        .mapToObj(user -> ids.get(run.trial().row(user)))
                        .toList(),
                values);
    }

    /// The same with the verdicts of several seeds, which the command gives again, too.
    public Findings with(SeedVerdicts other) {
        return new Findings(
                formatVersion,
                provenance.with(other),
                k,
                most,
                measure,
                sampledUsers,
                users,
                leftOut,
                rankers,
                duels,
                overK,
                baselines,
                slices,
                bias,
                interleavings,
                other,
                perUser);
    }

    /// The duels by the measure that decides: the verdict.
    public List<Duel> verdict() {
        return duels.stream().filter(duel -> duel.measure() == measure).toList();
    }

    /// Writes it, whole or not at all.
    ///
    /// @throws InputException when the disk refuses
    public void write(Path file) {
        Json.write(file, this);
    }

    /// Reads a file.
    ///
    /// @throws InputException when it is missing, broken, or of a newer format
    public static Findings read(Path file) {
        JsonNode version = Json.read(file, JsonNode.class).path("format_version");
        if (!version.isInt()) {
            throw new InputException(file.toString(), "is no evaluation of this program", REMEDY);
        }
        if (version.intValue() > FORMAT_VERSION) {
            throw new InputException(
                    file.toString(),
                    "is of format " + version.intValue() + ", newer than the " + FORMAT_VERSION + " known here",
                    "Use a newer Hometown.");
        }
        return Json.read(file, Findings.class);
    }

    /// A ranker in two evaluations.
    ///
    /// @param ranker the name it has in both
    /// @param users how many both evaluated; the comparison is about them
    /// @param result this one's value less that of before
    public record Change(String ranker, int users, PairedDifference result) {}

    /// How this evaluation differs from one before, for the rankers of both, over the users of both.
    ///
    /// @param before an evaluation by the same measure at the same k
    /// @throws InputException when measures or k differ, or they have no user or no ranker in common
    public List<Change> since(Findings before, Progress progress) {
        if (before.measure != measure || before.k != k) {
            throw new InputException(
                    "evaluations",
                    "one is by " + before.measure.key() + " at " + before.k + ", the other by " + measure.key() + " at "
                            + k,
                    "Evaluate both by the same measure and k.");
        }
        Map<String, Integer> placeBefore = new HashMap<>();
        for (int user = 0; user < before.perUser.userIds().size(); user++) {
            placeBefore.put(before.perUser.userIds().get(user), user);
        }
        int[] places = perUser.userIds().stream()
                .mapToInt(id -> placeBefore.getOrDefault(id, -1))
                .toArray();
        int[] shared = IntStream.range(0, places.length)
                .filter(user -> places[user] >= 0)
                .toArray();
        List<Change> changes = new ArrayList<>();
        if (shared.length > 0) {
            perUser.values().forEach((ranker, now) -> {
                List<Double> then = before.perUser.values().get(ranker);
                if (then != null) {
                    changes.add(new Change(
                            ranker,
                            shared.length,
                            PairedDifference.of(
                                    IntStream.of(shared)
                                            .mapToDouble(user -> then.get(places[user]))
                                            .toArray(),
                                    IntStream.of(shared).mapToDouble(now::get).toArray(),
                                    VerdictRequest.SEED,
                                    progress)));
                }
            });
        }
        if (changes.isEmpty()) {
            throw new InputException(
                    "evaluations", "they have no ranker or no user in common", "Evaluate the same rankers and users.");
        }
        return changes;
    }
}
