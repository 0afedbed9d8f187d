// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.InputException;
import app.hometown.workbench.compare.Vote.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VotesTest {
    @TempDir
    Path folder;

    private static Vote vote(String left, String right, Choice choice) {
        return new Vote(Instant.parse("2026-01-02T03:04:05Z"), "user, \"one\"", 10, left, right, choice);
    }

    @Test
    void votesCountForTheRankerWhicheverSideItStoodOn() {
        Votes votes = Votes.NONE
                .with(vote("basic", "ml", Choice.LEFT))
                .with(vote("ml", "basic", Choice.LEFT))
                .with(vote("ml", "basic", Choice.LEFT))
                .with(vote("basic", "ml", Choice.EQUAL))
                .with(vote("basic", "nearest", Choice.RIGHT));
        Votes.Tally tally = votes.tally("basic", "ml");
        assertThat(tally.winsA()).isEqualTo(1);
        assertThat(tally.winsB()).isEqualTo(2);
        assertThat(tally.equal()).isEqualTo(1);
        assertThat(tally.votes()).isEqualTo(4);
        assertThat(tally.shareA()).isEqualTo(1.0 / 3);
        assertThat(votes.tally("ml", "basic").winsA()).isEqualTo(2);
        assertThat(votes.withoutLast().tally("basic", "nearest").votes()).isZero();
        assertThat(Votes.NONE.withoutLast()).isEqualTo(Votes.NONE);
    }

    /// Ends as scipy.stats gives them: binomtest(wins, votes).proportion_ci(method="wilson").
    @ParameterizedTest
    @CsvSource({
        "8, 2, 0.4901624715, 0.9433178485",
        "0, 5, 0, 0.4344824648",
        "50, 50, 0.4038315303, 0.5961684697",
        "0, 0, 0, 1"
    })
    void theIntervalIsWilsons(int winsA, int winsB, double low, double high) {
        Votes.Tally tally = Votes.Tally.of("a", "b", winsA, winsB, 3);
        assertThat(tally.low()).isCloseTo(low, within(1e-9));
        assertThat(tally.high()).isCloseTo(high, within(1e-9));
        assertThat(Double.isNaN(tally.shareA())).isEqualTo(winsA + winsB == 0);
    }

    @Test
    void votesComeBackFromTheirFile() throws IOException {
        Votes votes = Votes.NONE
                .with(vote("basic", "ml", Choice.LEFT))
                .with(vote("ml", "basic", Choice.EQUAL))
                .with(vote("my, own", "basic", Choice.RIGHT));
        Path file = folder.resolve("votes.csv");
        votes.write(file);
        assertThat(Files.readAllLines(file))
                .startsWith(
                        "at,user_id,k,left,right,choice,better",
                        "2026-01-02T03:04:05Z,\"user, \"\"one\"\"\",10,basic,ml,left,basic",
                        "2026-01-02T03:04:05Z,\"user, \"\"one\"\"\",10,ml,basic,equal,equal");
        assertThat(Votes.read(file)).isEqualTo(votes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n",
                "at,user_id,k,left,right,choice,better\nyesterday,u,5,a,b,left,a\n",
                "at,user_id,k,left,right,choice,better\n2026-01-02T03:04:05Z,u,five,a,b,left,a\n",
                "at,user_id,k,left,right,choice,better\n2026-01-02T03:04:05Z,u,5,a,b,middle,a\n",
                "at,user_id,k,left,right,choice,better\n2026-01-02T03:04:05Z,u\n"
            })
    void whatIsNoFileOfVotesIsRefused(String text) throws IOException {
        Path file = folder.resolve("votes.csv");
        Files.writeString(file, text);
        assertThatThrownBy(() -> Votes.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("votes.csv");
        assertThatThrownBy(() -> Votes.read(folder.resolve("none.csv"))).hasMessageContaining("there is no such file");
    }
}
