// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.cli.CommandLineInterface;
import app.hometown.cli.Faces;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a container's health check asks, against a running endpoint.
class ReadyTest {
    @TempDir
    private Path folder;

    @Test
    void anEndpointIsReadyWhenItHasData() {
        Served.write(folder);
        int port;
        try (Served served = Served.open(folder, Served.OPTIONS)) {
            port = served.port();
            assertThat(ready(port)).isEqualTo("0 ready");
        }
        assertThat(ready(port)).startsWith("1 not ready: no answer");
        try (Served served = Served.empty(folder)) {
            assertThat(ready(served.port())).isEqualTo("1 not ready: HTTP/1.1 503 Service Unavailable");
        }
    }

    private static String ready(int port) {
        StringWriter out = new StringWriter();
        Faces none = (Faces) Proxy.newProxyInstance(
                Faces.class.getClassLoader(), new Class<?>[] {Faces.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("no face was asked for");
                });
        int exit = CommandLineInterface.run(
                new String[] {"ready", "--port", Integer.toString(port)},
                none,
                new PrintWriter(out),
                new PrintWriter(out));
        return exit + " " + out.toString().strip();
    }
}
