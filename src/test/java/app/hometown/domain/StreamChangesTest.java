// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Streams that change, against plain arrays.
class StreamChangesTest {
    private static final int SIZE = 1300;

    private final Random random = new Random(3);
    private final boolean[] live = new boolean[SIZE];
    private final int[] average = new int[SIZE];
    private final int[] now = new int[SIZE];

    private Streams read() {
        var streams = new Streams.Builder();
        for (int row = 0; row < SIZE; row++) {
            live[row] = random.nextBoolean();
            average[row] = random.nextInt(100);
            now[row] = random.nextInt(100) - 1;
            streams.ids().add("stream_" + row);
            streams.add(0, 0, 0, 0, 0, 5, average[row], 0, false, false, live[row], now[row]);
        }
        return streams.build();
    }

    private List<Streams.Change> changes() {
        List<Streams.Change> changes = new ArrayList<>();
        for (int n = random.nextInt(40); n >= 0; n--) {
            int row = random.nextInt(SIZE);
            int viewers = random.nextInt(4) == 0 ? Streams.Change.AS_BEFORE : random.nextInt(50) - 1;
            changes.add(new Streams.Change(row, random.nextBoolean(), random.nextInt(100), viewers));
        }
        return changes;
    }

    private void check(Streams streams) {
        for (int row = 0; row < SIZE; row++) {
            assertThat(streams.live(row)).isEqualTo(live[row]);
            assertThat(streams.avgViewerCount(row)).isEqualTo(average[row]);
            assertThat(streams.viewersNow(row)).isEqualTo(now[row]);
            assertThat(streams.currentViewers(row).isPresent()).isEqualTo(now[row] >= 0);
        }
    }

    @Test
    void changesShowInTheNewerStreamsOnlyAndCanBeListedBetweenAnyTwo() {
        Streams read = read();
        Streams before = read;
        List<Streams> all = new ArrayList<>(List.of(read));
        for (int turn = 0; turn < 30; turn++) {
            List<Streams.Change> changes = changes();
            Streams after = before.with(changes);
            check(before);
            for (Streams.Change change : changes) {
                live[change.row()] = change.live();
                average[change.row()] = change.avgViewerCount();
                if (change.viewersNow() != Streams.Change.AS_BEFORE) {
                    now[change.row()] = change.viewersNow();
                }
            }
            check(after);
            assertThat(after.asRead()).isSameAs(read);
            all.add(after);
            before = after;
        }
        Streams last = all.getLast();
        for (Streams older : all) {
            check(older.with(last.changesSince(older).orElseThrow()));
            for (Streams.Change change : last.changesSince(older).orElseThrow()) {
                assertThat(older.asChange(change.row())).as("only real ones").isNotEqualTo(change);
            }
        }
    }

    @Test
    void otherStreamsHaveNoChanges() {
        assertThat(read().changesSince(read())).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        Streams read = read();
        assertThatThrownBy(() -> read.with(List.of(new Streams.Change(SIZE, true, 1))))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> read.with(List.of(new Streams.Change(0, true, -1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read.with(List.of(new Streams.Change(0, true, 1, -3))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
