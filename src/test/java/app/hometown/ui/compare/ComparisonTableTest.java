// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.ui.OpenedData;
import app.hometown.workbench.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    private final Session session = OpenedData.withModelOf(OpenedData.withoutModel());
    private final Lists lists = Lists.of(
            OpenedData.CATALOG,
            session.scoring().radiusKm(),
            5,
            session.compare(OpenedData.CATALOG.user(0), session.scoring(), 5));

    @Test
    void holdsBothListsWithUnroundedNumbers() {
        List<String> lines = ComparisonTable.csv(lists).lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.getFirst()).isEqualTo("user_id,ranker,k,rank,stream_id,city,score,distance_km,movement");
        var first = lists.basic().getFirst();
        assertThat(lines.get(1))
                .startsWith(lists.user().id() + ",basic,5,1," + first.entry().streamId() + ",")
                .contains("," + first.entry().score() + "," + first.entry().distanceKm() + ",");
        assertThat(lines.get(6)).startsWith(lists.user().id() + ",ml,5,1,");
    }

    @Test
    void theClipboardHasTabs() {
        assertThat(ComparisonTable.tabs(lists).lines().map(line -> line.split("\t").length))
                .allMatch(cells -> cells == 9);
    }

    @Test
    void cellsWithSeparatorsAreQuoted() {
        var line = lists.basic().getFirst();
        var odd = new RankedLine(line.entry(), "Washington, \"D.C.\"", line.movement());
        Lists other = new Lists(
                lists.catalog(),
                lists.user(),
                lists.k(),
                lists.askedRadiusKm(),
                lists.answer(),
                List.of(odd),
                List.of());
        assertThat(ComparisonTable.csv(other)).contains(",\"Washington, \"\"D.C.\"\"\",");
    }
}
