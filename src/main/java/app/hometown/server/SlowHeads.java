// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Closes connections whose request's head comes byte by byte: each byte would start the idle time anew, and so a few
/// thousand senders could keep everybody out. Looks at what has come in once a second; a request itself is not touched.
final class SlowHeads extends AbstractLifeCycle {
    private static final long LOOK_MILLIS = 1000;

    private final ServerConnector connector;
    private final long patienceMillis;
    private Map<EndPoint, Seen> seen = new HashMap<>();
    private Scheduler.@Nullable Task next;

    /// @param patience how long a head may take from its first byte on
    SlowHeads(ServerConnector connector, Duration patience) {
        this.connector = connector;
        patienceMillis = patience.toMillis();
    }

    /// What a connection has brought.
    ///
    /// @param messages requests whose heads were complete
    /// @param bytes in all
    /// @param sinceMillis when bytes began to come that do not belong to those; 0 when there are none
    private record Seen(long messages, long bytes, long sinceMillis) {}

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected synchronized void doStop() {
        if (next != null) {
            next.cancel();
        }
        seen = new HashMap<>();
    }

    private synchronized void schedule() {
        if (isRunning() || isStarting()) {
            next = connector.getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        look(System.nanoTime() / 1_000_000);
        schedule();
    }

    private synchronized void look(long nowMillis) {
        Map<EndPoint, Seen> now = new HashMap<>();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            Connection connection = endPoint.getConnection();
            if (connection == null) {
                continue;
            }
            long messages = connection.getMessagesIn();
            long bytes = connection.getBytesIn();
            Seen before = seen.getOrDefault(endPoint, new Seen(0, 0, 0));
            if (messages != before.messages()) {
                now.put(endPoint, new Seen(messages, bytes, 0));
            } else if (bytes == before.bytes()) {
                now.put(endPoint, before);
            } else if (before.sinceMillis() == 0) {
                now.put(endPoint, new Seen(messages, bytes, nowMillis));
            } else if (nowMillis - before.sinceMillis() < patienceMillis) {
                now.put(endPoint, new Seen(messages, bytes, before.sinceMillis()));
            } else {
                endPoint.close();
            }
        }
        seen = now;
    }
}
