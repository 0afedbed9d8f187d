// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server in a process of its own, on a free port of the loopback, until it is closed.
///
/// @param name for the table
/// @param port where it listens
/// @param process it
record ServerProcess(String name, int port, Process process) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /// The program without a window.
    ///
    /// @param jvm options of the virtual machine
    /// @param options of `serve`
    static ServerProcess ours(String name, List<String> jvm, List<String> options, Path data, Path models, Path log)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "app.hometown.Hometown", "serve"));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of("--data", data.toString(), "--models", models.toString()));
        if (!options.contains("--rate-limit")) {
            // All the load comes from one client.
            command.addAll(List.of("--rate-limit", "0"));
        }
        command.addAll(options);
        return start(name, port, new ProcessBuilder(command), log);
    }

    /// The peer.
    ///
    /// @param style `plain` or `numpy`
    /// @param workers processes of it
    /// @param folder what [PeerData] wrote
    static ServerProcess peer(String python, Path script, String style, int workers, Path folder, Path log)
            throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                python,
                "-m",
                "uvicorn",
                "peer:app",
                "--port",
                Integer.toString(port),
                "--workers",
                Integer.toString(workers),
                "--no-access-log",
                "--log-level",
                "warning");
        builder.directory(script.resolveSibling("").toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOMETOWN_STYLE",
                        style,
                        "HOMETOWN_PEER_DATA",
                        folder.toAbsolutePath().toString(),
                        "PYTHONDONTWRITEBYTECODE",
                        "1"));
        return start("peer " + style + " ×" + workers, port, builder, log);
    }

    private static ServerProcess start(String name, int port, ProcessBuilder builder, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        ServerProcess server = new ServerProcess(name, port, builder.start());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!server.answers()) {
            if (!server.process.isAlive() || System.nanoTime() > end) {
                server.close();
                throw new IOException(name + " did not start; see " + log);
            }
        }
        return server;
    }

    private boolean answers() throws IOException {
        try (HttpLine line = new HttpLine(port)) {
            return line.ask(HttpLine.request("GET", port, "/", "")).status() == 200;
        } catch (IOException e) {
            try {
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw e;
            }
            return false;
        }
    }

    /// Processor time that it has used so far, its workers' too, in seconds: what others do on the machine is not in
    /// it.
    double cpuSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
