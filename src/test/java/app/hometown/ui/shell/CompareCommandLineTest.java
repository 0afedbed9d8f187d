// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.ranking.Scoring;
import app.hometown.ui.OpenedData;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankerLook;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.compare.UserVariation;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CompareCommandLineTest {
    private static final String FOLDER = Path.of("data").toAbsolutePath().toString();

    private final Session session = OpenedData.withoutModel();

    @Test
    void namesRankersAsTheCommandReadsThem() {
        Lineup lineup = new Lineup(RankerNames.parseAll("basic,popular,reference,bare=reference+none"));
        CompareCommandLine line = line(session, lineup, OptionalDouble.empty(), UserVariation.NONE);
        assertThat(line.text())
                .isEqualTo("hometown compare user_000004 --k 7 --radius-km world"
                        + " --rankers basic,popular,reference=reference,bare=reference+none --data " + FOLDER);
        assertThat(line.lacks()).isEmpty();
        String rankers = line.text().replaceFirst(".*--rankers (\\S+).*", "$1");
        assertThat(RankerNames.parseAll(rankers)).isEqualTo(lineup.definitions());
    }

    @Test
    void namesAPresetAndSaysWhatOnlyTheWindowKnows() {
        Session reference = new Session(session.data(), session.model(), Scoring.REFERENCE);
        assertThat(line(reference, Lineup.DEFAULT, OptionalDouble.of(2.5), UserVariation.NONE)
                        .text())
                .contains(" --radius-km 2.5 ")
                .endsWith(" --scoring reference");
        Scoring odd =
                new Scoring(new Scoring.Weights(9, 1, 1), Scoring.DEFAULT.base(), Scoring.DEFAULT.radiusKm(), true);
        Session changed = new Session(session.data(), session.model(), odd);
        UserVariation elsewhere = UserVariation.NONE.withPlace(java.util.Optional.of(new UserVariation.Place(1, 2)));
        assertThat(line(changed, Lineup.DEFAULT, OptionalDouble.of(250), elsewhere)
                        .lacks())
                .isEqualTo("the scoring as it was changed here, the user as tried out");
    }

    private static CompareCommandLine line(
            Session session, Lineup lineup, OptionalDouble radiusKm, UserVariation variation) {
        var standings = lineup.rank(session, OpenedData.CATALOG.user(3), 7, radiusKm);
        Lists lists = Lists.of(standings, radiusKm, RankerLook.of(lineup, Map.of()));
        return CompareCommandLine.of(session, lineup, lists, variation);
    }
}
