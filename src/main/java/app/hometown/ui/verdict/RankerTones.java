// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ranking.Ranker;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.verdict.Contestant;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.RankerFigures;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The colours of an evaluation's rankers: basic and ml have theirs, ceilings that of what stands out, random that of
/// what is quiet, the others one each as long as there are any.
public final class RankerTones {
    private static final List<Tone> OTHERS =
            List.of(Tone.THIRD, Tone.FOURTH, Tone.FIFTH, Tone.SIXTH, Tone.SEVENTH, Tone.EIGHTH);

    private final Map<String, Tone> tones = new HashMap<>();

    private RankerTones() {}

    /// The colours of all rankers of an evaluation.
    public static RankerTones of(Findings findings) {
        RankerTones tones = new RankerTones();
        Deque<Tone> free = new ArrayDeque<>(OTHERS);
        for (RankerFigures ranker : findings.rankers()) {
            tones.tones.put(
                    ranker.name(),
                    switch (ranker.name()) {
                        case Ranker.BASIC -> Tone.BASIC;
                        case Ranker.ML -> Tone.ML;
                        case "random" -> Tone.QUIET;
                        default ->
                            ranker.role() == Contestant.Role.CEILING
                                    ? Tone.STRONG
                                    : free.isEmpty() ? Tone.QUIET : free.removeFirst();
                    });
        }
        return tones;
    }

    /// The colour of a ranker; a quiet one when it is not of the evaluation.
    public Tone of(String ranker) {
        return tones.getOrDefault(ranker, Tone.QUIET);
    }
}
