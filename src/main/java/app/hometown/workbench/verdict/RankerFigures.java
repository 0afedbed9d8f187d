// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Progress;
import app.hometown.evaluation.Exposure;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The figures of one ranker, means over the evaluated users.
///
/// @param name which
/// @param role what it is there for
/// @param remark what a person should know about it; "" for nothing
/// @param means by measure, at k; without those that cannot be told
/// @param byK the same for every length from 1; empty when they were not asked for
/// @param exposure what everybody together is shown at k
/// @param auc AUC of its click model on the test samples; null where it has none
public record RankerFigures(
        String name,
        Contestant.Role role,
        String remark,
        Map<Measure, Double> means,
        Map<Measure, List<Double>> byK,
        Exposure exposure,
        @Nullable Interval auc) {
    public RankerFigures {
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        byK = Collections.unmodifiableMap(new LinkedHashMap<>(byK));
    }

    static RankerFigures of(VerdictRun run, int ranker, Progress progress) {
        Contestant contestant = run.contestants().get(ranker);
        Map<Measure, Double> means = new LinkedHashMap<>();
        Map<Measure, List<Double>> byK = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            if (!run.trial().has(ranker, measure)) {
                continue;
            }
            means.put(measure, run.trial().mean(ranker, measure, run.request().k()));
            if (run.request().most() > 0) {
                byK.put(
                        measure,
                        Arrays.stream(run.trial()
                                        .means(ranker, measure, run.request().most()))
                                .boxed()
                                .toList());
                progress.done(0);
            }
        }
        return new RankerFigures(
                contestant.name(),
                contestant.role(),
                contestant.remark(),
                means,
                byK,
                Exposure.of(run.trial(), ranker, run.request().k()),
                run.aucs().get(contestant.name()));
    }

    /// The same at another length of list.
    ///
    /// @param run with that length
    /// @param ranker its place in the run
    RankerFigures at(VerdictRun run, int ranker) {
        int k = run.request().k();
        Map<Measure, Double> there = new LinkedHashMap<>();
        means.keySet().forEach(measure -> there.put(measure, run.trial().mean(ranker, measure, k)));
        return new RankerFigures(name, role, remark, there, byK, Exposure.of(run.trial(), ranker, k), auc);
    }
}
