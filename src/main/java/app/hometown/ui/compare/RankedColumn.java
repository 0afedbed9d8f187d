// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ranking.Ranking;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.List;
import java.util.Optional;

/// One ranker of the lineup with its list. Immutable.
///
/// @param ranker which
/// @param name what people call it
/// @param look its colour and sign
/// @param ranking its answer; empty where it cannot rank
/// @param note what a person should know about it, or ""
/// @param refusal why it cannot rank, and what to do, in one text; "" where it can
/// @param lines its list, best first
public record RankedColumn(
        RankerDefinition ranker,
        String name,
        RankerLook look,
        Optional<Ranking> ranking,
        String note,
        String refusal,
        List<RankedLine> lines) {
    /// The line of a stream.
    public Optional<RankedLine> line(int row) {
        return lines.stream().filter(line -> line.entry().row() == row).findFirst();
    }

    /// The entry of a stream.
    public Optional<Ranking.Entry> entry(int row) {
        return line(row).map(RankedLine::entry);
    }
}
