// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A made-up day of broadcasts.
class BroadcastsTest {
    private static final Streams READ = Generator.generate(new GeneratorOptions(10, 2000, 10, 5), Progress.NONE)
            .catalog()
            .streams();

    @Test
    void theSameSeedGivesTheSameDay() {
        List<List<Streams.Change>> days = new ArrayList<>();
        for (int day = 0; day < 2; day++) {
            Broadcasts broadcasts = new Broadcasts(7, READ);
            Streams now = READ;
            List<Streams.Change> all = new ArrayList<>();
            for (int step = 0; step < 50; step++) {
                List<Streams.Change> changes = broadcasts.step(now, 3);
                all.addAll(changes);
                now = now.with(changes);
            }
            days.add(all);
        }
        assertThat(days.get(0)).isNotEmpty().isEqualTo(days.get(1));
    }

    @Test
    void overADayStreamsComeAndGoAndTheShareOfLiveOnesStays() {
        Broadcasts broadcasts = new Broadcasts(1, READ);
        Streams now = READ;
        Set<Integer> gone = new HashSet<>();
        Set<Integer> come = new HashSet<>();
        double live = 0;
        int steps = 24 * 20;
        for (int step = 0; step < steps; step++) {
            List<Streams.Change> changes = broadcasts.step(now, 3);
            assertThat(changes).hasSizeLessThan(1000);
            for (Streams.Change change : changes) {
                if (change.live() != now.live(change.row())) {
                    (change.live() ? come : gone).add(change.row());
                }
                assertThat(change.avgViewerCount()).isEqualTo(READ.avgViewerCount(change.row()));
                assertThat(change.live() || change.viewersNow() == 0).isTrue();
            }
            now = now.with(changes);
            live += now.liveCount();
        }
        assertThat(live / steps).isCloseTo(READ.liveCount(), within(READ.size() * 0.08));
        // Eight sessions of three hours fit into a day.
        assertThat(gone.size()).isGreaterThan(READ.size() / 2);
        assertThat(come.size()).isGreaterThan(READ.size() / 2);
    }

    @Test
    void askingForTheDataBackBringsEverythingBack() {
        Broadcasts broadcasts = new Broadcasts(3, READ);
        Streams now = READ;
        for (int step = 0; step < 40; step++) {
            now = now.with(broadcasts.step(now, 10));
        }
        assertThat(now.changesSince(READ).orElseThrow()).isNotEmpty();
        Streams back = now.with(Broadcasts.back(now));
        assertThat(back.changesSince(READ).orElseThrow()).isEmpty();
        assertThat(back.liveCount()).isEqualTo(READ.liveCount());
    }
}
