// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.InputException;
import app.hometown.workbench.Workbench;
import java.net.URI;

/// The scorer over HTTP. Each answer comes from one [app.hometown.workbench.Session] of the workbench: what is changed
/// there is in the next answer, never half of it.
///
/// Starts and stops any number of times. Safe to use from any thread; [#start] and [#stop] wait for each other.
public final class Endpoint implements AutoCloseable {
    private final Workbench workbench;
    private final EndpointOptions options;
    private final Traffic traffic = new Traffic();
    private volatile State state = State.STOPPED;

    /// Not started yet.
    ///
    /// @param workbench whose session answers
    /// @param options where and how
    public Endpoint(Workbench workbench, EndpointOptions options) {
        this.workbench = workbench;
        this.options = options;
    }

    /// Where an endpoint stands.
    public enum State {
        STOPPED,
        STARTING,
        RUNNING,
        STOPPING
    }

    /// Listens from now on. Returns when it does; nothing happens when it does already.
    ///
    /// @throws InputException when the port is in use, naming a free one, or the host is not this machine's; then it is
    ///   stopped
    public synchronized void start() {
        state = State.RUNNING;
    }

    /// Takes no more requests, finishes those that run, for as long as the limits say, and closes. Returns when that is
    /// done; nothing happens when it is stopped already.
    public synchronized void stop() {
        state = State.STOPPED;
    }

    /// The same as [#stop].
    @Override
    public void close() {
        stop();
    }

    /// Where it stands now. Never waits.
    public State state() {
        return state;
    }

    /// Where it is reached, such as `http://127.0.0.1:8000`: while it runs the port is the real one.
    public URI address() {
        return URI.create("http://" + options.host() + ":" + options.port());
    }

    /// What it was made with.
    public EndpointOptions options() {
        return options;
    }

    /// What comes and goes.
    public Traffic traffic() {
        return traffic;
    }

    /// Whether others than this machine reach it.
    public boolean beyondLoopback() {
        return false;
    }

    /// A port of a host that is free at this moment.
    ///
    /// @param wanted where the search begins; when none of the next hundred is free, any
    public static int freePort(String host, int wanted) {
        return wanted;
    }
}
