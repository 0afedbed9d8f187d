// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.Streams;
import app.hometown.workbench.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Streams that go on and off the air, or gain and lose viewers.
final class Broadcast {
    private static final int CHANGES = 20;

    private Broadcast() {}

    static List<Streams.Change> some(Session session, Random random) {
        Streams streams = session.requireData().catalog().streams();
        List<Streams.Change> changes = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            int row = random.nextInt(streams.size());
            boolean live = random.nextBoolean() == streams.live(row) ? streams.live(row) : random.nextInt(10) > 0;
            changes.add(new Streams.Change(row, live, 1 + random.nextInt(5000)));
        }
        return changes;
    }
}
