// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.InputException;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The scorer over HTTP. Each answer comes from one [app.hometown.workbench.Session] of the workbench: what is changed
/// there is in the next answer, never half of it.
///
/// Starts and stops any number of times. Safe to use from any thread; [#start] and [#stop] wait for each other.
public final class Endpoint implements AutoCloseable {
    /// Ports after the wanted one that are offered instead of it.
    private static final int NEAR_PORTS = 100;

    private final Workbench workbench;
    private final EndpointOptions options;
    private final Consumer<String> defects;
    private final Traffic traffic = new Traffic();
    private final Tally tally = new Tally(traffic);
    private volatile @Nullable JettyServer server;
    private volatile State state = State.STOPPED;

    /// Not started yet; defects of the program go to standard error.
    ///
    /// @param workbench whose session answers
    /// @param options where and how
    public Endpoint(Workbench workbench, EndpointOptions options) {
        this(workbench, options, System.err::println);
    }

    /// Not started yet.
    ///
    /// @param workbench whose session answers
    /// @param options where and how
    /// @param defects gets a line of JSON for each request that a defect of the program has failed, on its thread
    public Endpoint(Workbench workbench, EndpointOptions options, Consumer<String> defects) {
        this.workbench = workbench;
        this.options = options;
        this.defects = defects;
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
    /// @throws InputException when the port is in use, naming a free one, or the host is not this machine's, or the
    ///   access log cannot be written; then it is stopped
    public synchronized void start() {
        if (server != null) {
            return;
        }
        state = State.STARTING;
        JettyServer starting = new JettyServer(workbench::session, options, traffic, tally, defects);
        try {
            starting.start();
        } catch (IOException e) {
            state = State.STOPPED;
            throw notBound(e);
        } catch (RuntimeException | Error e) {
            state = State.STOPPED;
            throw e;
        }
        server = starting;
        state = State.RUNNING;
    }

    /// Takes no more requests, finishes those that run, for as long as the limits say, and closes. Returns when that is
    /// done; nothing happens when it is stopped already.
    public synchronized void stop() {
        JettyServer stopping = server;
        if (stopping == null) {
            return;
        }
        state = State.STOPPING;
        try {
            stopping.stop();
        } finally {
            server = null;
            state = State.STOPPED;
        }
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

    /// Where this machine reaches it, such as `http://127.0.0.1:8000`: while it runs the port is the real one. Never
    /// waits.
    public URI address() {
        JettyServer running = server;
        String host =
                switch (options.host()) {
                    case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
                    case String own when own.indexOf(':') >= 0 && !own.startsWith("[") -> "[" + own + "]";
                    case String own -> own;
                };
        return URI.create("http://" + host + ":" + (running == null ? options.port() : running.port()));
    }

    /// What it was made with.
    public EndpointOptions options() {
        return options;
    }

    /// What comes and goes, since the endpoint was made.
    public Traffic traffic() {
        return traffic;
    }

    /// Whether others than this machine reach an endpoint at a host, so that whoever starts it should be warned. A name
    /// is looked up; not for the JavaFX thread.
    public static boolean beyondLoopback(String host) {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return true;
        }
    }

    /// A port of a host that is free at this moment: one of the next hundred after the wanted, or any.
    ///
    /// @throws InputException when the host is not this machine's
    public static int freePort(String host, int wanted) {
        for (int port = wanted + 1; port <= Math.min(65535, wanted + NEAR_PORTS); port++) {
            if (bound(host, port) >= 0) {
                return port;
            }
        }
        int any = bound(host, 0);
        if (any < 0) {
            throw new InputException(
                    "host " + host,
                    "it is not an address of this machine",
                    "Use 127.0.0.1, or 0.0.0.0 for all of them.");
        }
        return any;
    }

    /// The port that could be bound, or -1.
    private static int bound(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return socket.getLocalPort();
        } catch (IOException _) {
            return -1;
        }
    }

    private InputException notBound(IOException cause) {
        int free = freePort(options.host(), options.port());
        String why = String.valueOf(
                cause.getCause() == null ? cause.getMessage() : cause.getCause().getMessage());
        boolean forbidden = why.contains("ermission");
        return new InputException(
                "port " + options.port(),
                forbidden ? "the system does not let this user listen there" : "another program listens there already",
                "Port " + free + " is free.",
                cause);
    }
}
