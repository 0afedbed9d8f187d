// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `hometown ready`, for the health check of a container that has no other program in it: whether an endpoint on this
/// machine is ready. Exit code 0 when it is, else 1.
@Command(name = "ready", hidden = true, description = "Say whether an endpoint on this machine is ready to rank.")
final class ReadyCommand implements Callable<Integer> {
    private static final int TIMEOUT_MILLIS = 4000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8000", description = "Port (${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() {
        String said;
        try {
            said = status();
        } catch (IOException e) {
            said = "no answer: " + e.getMessage();
        }
        boolean ready = said.startsWith("HTTP/1.1 200");
        spec.commandLine().getOut().println(ready ? "ready" : "not ready: " + said);
        return ready ? 0 : CommandLineInterface.FAILED;
    }

    /// The first line of the answer: a client of the library would take longer to start than to ask.
    private String status() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            @Nullable
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? "no answer" : line;
        }
    }
}
