// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.ui.OpenedData;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    private final Session session = OpenedData.withModelOf(OpenedData.withoutModel());
    private final Lineup lineup =
            new Lineup(List.of(RankerDefinition.BASIC, RankerDefinition.ML, RankerDefinition.POPULAR));
    private final Lists lists = Lists.of(
            lineup.rank(session, OpenedData.CATALOG.user(0), 5),
            session.scoring().radiusKm(),
            RankerLook.of(lineup, Map.of()));

    @Test
    void holdsAllListsWithUnroundedNumbers() {
        List<String> lines = ComparisonTable.csv(lists).lines().toList();
        assertThat(lines).hasSize(16);
        assertThat(lines.getFirst())
                .isEqualTo("user_id,ranker,k,rank,stream_id,city,score,share_of_best,distance_km,movement");
        var first = lists.left().lines().getFirst();
        assertThat(lines.get(1))
                .startsWith(lists.user().id() + ",basic,5,1," + first.entry().streamId() + ",")
                .contains("," + first.entry().score() + ",1.0," + first.entry().distanceKm() + ",");
        assertThat(lines.get(6)).startsWith(lists.user().id() + ",ml,5,1,");
        assertThat(lines.get(11)).startsWith(lists.user().id() + ",popular,5,1,");
    }

    @Test
    void theClipboardHasTabs() {
        assertThat(ComparisonTable.tabs(lists).lines().map(line -> line.split("\t").length))
                .allMatch(cells -> cells == 10);
    }

    @Test
    void cellsWithSeparatorsAreQuoted() {
        var line = lists.left().lines().getFirst();
        var odd = new RankedLine(line.entry(), "Washington, \"D.C.\"", 1, line.before(), line.after());
        RankedColumn left = lists.left();
        Lists other = new Lists(
                lists.standings(),
                lists.askedRadiusKm(),
                List.of(
                        new RankedColumn(left.ranker(), left.name(), left.look(), left.ranking(), "", "", List.of(odd)),
                        lists.right()),
                List.of(Optional.empty()));
        assertThat(ComparisonTable.csv(other)).contains(",\"Washington, \"\"D.C.\"\"\",");
    }
}
