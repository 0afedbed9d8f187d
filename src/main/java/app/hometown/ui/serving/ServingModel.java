// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import app.hometown.domain.InputException;
import app.hometown.server.Endpoint;
import app.hometown.server.EndpointOptions;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import java.net.URI;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Whether the endpoint listens, where and how. Off until somebody starts it; beyond this machine only after somebody
/// was asked. Belongs to the foreground; starting and stopping is done on a worker, one after the other.
public final class ServingModel {
    private final Workbench workbench;
    private final Executor worker;
    private final Around around;
    private final ObjectProperty<EndpointOptions> options;
    private final ReadOnlyObjectWrapper<Session> session;
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(new Standing(Endpoint.State.STOPPED, null));
    /// The one that was started last; only the worker changes it.
    private volatile @Nullable Endpoint endpoint;

    /// Where the endpoint stands.
    ///
    /// @param state what it does
    /// @param endpoint the one that runs or ran last; null before the first
    /// @param beyond whether other machines reach it while it runs
    /// @param trouble why it did not start; null when it did
    public record Standing(
            Endpoint.State state,
            @Nullable Endpoint endpoint,
            boolean beyond,
            @Nullable Trouble trouble) {
        Standing(Endpoint.State state, @Nullable Endpoint endpoint) {
            this(state, endpoint, false, null);
        }

        /// Whether it answers.
        public boolean running() {
            return state == Endpoint.State.RUNNING;
        }

        /// Whether it can be started.
        public boolean stopped() {
            return state == Endpoint.State.STOPPED;
        }
    }

    /// Why the endpoint did not start.
    ///
    /// @param why what the person can mend
    /// @param freePort where it could listen instead
    public record Trouble(InputException why, OptionalInt freePort) {}

    /// What the model asks of whoever shows it.
    ///
    /// @param foreground runs what changes the model, usually on the JavaFX thread
    /// @param sure asks, in the foreground, whether others than this machine are to be let in
    /// @param failed is told of mistakes of the program, in the foreground
    public record Around(Executor foreground, Predicate<EndpointOptions> sure, Consumer<Throwable> failed) {}

    /// @param workbench what answers
    /// @param first where it listens unless somebody says otherwise
    /// @param worker starts and stops, one after the other
    public ServingModel(Workbench workbench, EndpointOptions first, Executor worker, Around around) {
        this.workbench = workbench;
        this.worker = worker;
        this.around = around;
        options = new SimpleObjectProperty<>(first);
        session = new ReadOnlyObjectWrapper<>(workbench.session());
    }

    /// Whether a host as it is written names nothing but this machine, as far as one sees without asking the network.
    static boolean onlyThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    /// Where it is reached: while it runs where it really is, else where it would be.
    public URI address() {
        Standing now = standing.get();
        return now.running() && now.endpoint() != null
                ? now.endpoint().address()
                : new Endpoint(workbench, options.get()).address();
    }

    /// Where and how it listens from the next start on.
    public ObjectProperty<EndpointOptions> options() {
        return options;
    }

    /// What is served.
    public ReadOnlyObjectProperty<Session> session() {
        return session.getReadOnlyProperty();
    }

    /// Where it stands.
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /// Follows the workbench.
    public void show(Session now) {
        session.set(now);
    }

    /// Starts it, if it is off.
    public void start() {
        start(options.get(), false);
    }

    /// Starts it at another port, and stays with that.
    public void startAt(int port) {
        options.set(options.get().at(options.get().host(), port));
        start();
    }

    private void start(EndpointOptions asked, boolean sure) {
        Standing before = standing.get();
        if (!before.stopped()) {
            return;
        }
        standing.set(new Standing(Endpoint.State.STARTING, before.endpoint()));
        worker.execute(() -> {
            Endpoint made = new Endpoint(workbench, asked);
            try {
                boolean beyond = Endpoint.beyondLoopback(asked.host());
                if (beyond && !sure) {
                    tell(() -> doubt(before, asked));
                    return;
                }
                made.start();
                endpoint = made;
                tell(() -> standing.set(new Standing(Endpoint.State.RUNNING, made, beyond, null)));
            } catch (InputException e) {
                Trouble trouble = new Trouble(e, freePort(asked, e));
                tell(() -> standing.set(new Standing(Endpoint.State.STOPPED, before.endpoint(), false, trouble)));
            } catch (RuntimeException e) {
                tell(() -> {
                    standing.set(before);
                    around.failed().accept(e);
                });
            }
        });
    }

    private void doubt(Standing before, EndpointOptions asked) {
        standing.set(new Standing(Endpoint.State.STOPPED, before.endpoint()));
        if (around.sure().test(asked)) {
            start(asked, true);
        }
    }

    /// A port to listen at instead, where it is the port that is the matter.
    private static OptionalInt freePort(EndpointOptions asked, InputException why) {
        return why.where().startsWith("port ")
                ? OptionalInt.of(Endpoint.freePort(asked.host(), asked.port()))
                : OptionalInt.empty();
    }

    /// Stops it when what runs is done, if it is on.
    public void stop() {
        Standing before = standing.get();
        if (!before.running()) {
            return;
        }
        standing.set(new Standing(Endpoint.State.STOPPING, before.endpoint()));
        worker.execute(() -> {
            try {
                close();
                tell(() -> standing.set(new Standing(Endpoint.State.STOPPED, before.endpoint())));
            } catch (RuntimeException e) {
                tell(() -> {
                    standing.set(new Standing(Endpoint.State.STOPPED, before.endpoint()));
                    around.failed().accept(e);
                });
            }
        });
    }

    /// Starts it or stops it, whichever it is not.
    public void toggle() {
        if (standing.get().running()) {
            stop();
        } else {
            start();
        }
    }

    /// For good: has the worker stop it when what runs is done, whatever it is at.
    public void quit() {
        worker.execute(this::close);
    }

    private void close() {
        Endpoint now = endpoint;
        if (now != null) {
            now.close();
        }
    }

    private void tell(Runnable change) {
        around.foreground().execute(change);
    }
}
