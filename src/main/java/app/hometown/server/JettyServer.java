// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.InputException;
import app.hometown.workbench.Session;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.RequestLogWriter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/// Jetty, put together for one run of an [Endpoint]. A request goes through this row, and each may end it:
///
/// ```
/// GracefulHandler     503 while stopping; counts those that run
/// HostCheck           421
/// CrossOriginHandler  answers preflight requests; only where origins are given
/// Routing             404, 405, OPTIONS
/// RateLimit           429; only where there is a limit
/// KeyCheck            401; only where there is a key
/// BodyReading         415, 413, 408
/// Turns               503 when too many wait
/// CompressionHandler  gzip
/// Answers             400, 422, 404, 503 and the answers
/// ```
final class JettyServer {
    private static final int HEAD_BYTES = 8 * 1024;
    private static final int LEAST_COMPRESSED_BYTES = 1024;

    /// What a connection without a request may be silent when the endpoint stops.
    private static final long SHUTDOWN_IDLE_MILLIS = 100;

    /// For what does not depend on clients any more.
    private static final long STOP_MILLIS = 2000;

    private final Server server;
    private final ServerConnector connector;
    private final Supplier<Session> sessions;
    private final EndpointOptions options;
    private final Traffic traffic;
    private final Tally tally;
    private final Problems problems;
    private final GracefulHandler graceful;
    private volatile int port;

    JettyServer(
            Supplier<Session> sessions,
            EndpointOptions options,
            Traffic traffic,
            Tally tally,
            Consumer<String> defects) {
        this.sessions = sessions;
        this.options = options;
        this.traffic = traffic;
        this.tally = tally;
        problems = new Problems(defects);
        VirtualThreadPool threads = new VirtualThreadPool();
        threads.setName("hometown-serve");
        server = new Server(threads);
        connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.limits().idle().toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(options.limits().connections(), connector));
        server.addBean(new SlowHeads(connector, options.limits().arrival()));
        server.setErrorHandler(problems);
        server.setStopTimeout(STOP_MILLIS);
        options.accessLog()
                .map(JettyServer::accessLog)
                .ifPresentOrElse(
                        log -> {
                            server.addBean(log);
                            server.setRequestLog(new RequestLog.Collection(tally, log));
                        },
                        () -> server.setRequestLog(tally));
        graceful = new GracefulHandler();
        graceful.setHandler(handlers());
        server.setHandler(graceful);
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEAD_BYTES);
        http.setRelativeRedirectAllowed(true);
        return http;
    }

    private Handler handlers() {
        EndpointOptions.Limits limits = options.limits();
        Accounts accounts =
                limits.requestsPerSecond() > 0 ? new Accounts(limits.requestsPerSecond(), System::nanoTime) : null;
        Turns turns = new Turns(compressing(answers(accounts)), limits);
        Handler row = turns;
        if (options.apiKey().isPresent()) {
            row = new KeyCheck(row, options.apiKey().get());
        }
        if (accounts != null) {
            row = new RateLimit(row, accounts);
        }
        row = new Routing(new BodyReading(row, limits.arrival()));
        if (!options.corsOrigins().isEmpty()) {
            row = crossOrigin(row);
        }
        traffic.gauges(
                new Traffic.Gauges(graceful::getCurrentRequestCount, turns::getSuspendedRequestCount, () -> connector
                        .getConnectedEndPoints()
                        .size()));
        return new HostCheck(row, options.host(), options.allowedHosts());
    }

    private Answers answers(@Nullable Accounts accounts) {
        return new Answers(
                new Overview(sessions),
                new Rankings(sessions, accounts),
                new Documents(),
                new Exposition(tally, traffic, sessions),
                problems);
    }

    private static Handler compressing(Handler next) {
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(LEAST_COMPRESSED_BYTES);
        CompressionHandler handler = new CompressionHandler(next);
        handler.putCompression(gzip);
        handler.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .compressIncludeMethod("GET")
                        .compressIncludeMethod("POST")
                        .compressExcludeMimeType("image/png")
                        .decompressExcludePath("/*")
                        .build());
        return handler;
    }

    private Handler crossOrigin(Handler next) {
        CrossOriginHandler handler = new CrossOriginHandler();
        Set<String> origins = new HashSet<>();
        for (String origin : options.corsOrigins()) {
            origins.add(origin.equals("*") ? "*" : Pattern.quote(origin));
        }
        handler.setAllowedOriginPatterns(origins);
        handler.setAllowedMethods(Set.of("GET", "HEAD", "POST"));
        handler.setAllowedHeaders(Set.of("Content-Type", "Authorization", "X-API-Key", "If-None-Match"));
        handler.setExposedHeaders(Set.of("ETag", "Retry-After"));
        handler.setAllowCredentials(false);
        handler.setHandler(next);
        return handler;
    }

    private static CustomRequestLog accessLog(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new InputException(
                    "access log " + file, "it cannot be written (" + e.getMessage() + ")", "Name another file.", e);
        }
        RequestLogWriter writer = new RequestLogWriter(file.toString());
        writer.setAppend(true);
        writer.setRetainDays(0);
        return new CustomRequestLog(writer, "%{client}a - - %t \"%r\" %s %O %{us}T");
    }

    /// Listens.
    ///
    /// @throws IOException when it cannot listen there
    void start() throws IOException {
        try {
            server.start();
            port = connector.getLocalPort();
        } catch (IOException e) {
            close();
            throw e;
        } catch (UnresolvedAddressException e) {
            close();
            throw new InputException(
                    "host " + options.host(), "there is no such address", "Use 127.0.0.1, or 0.0.0.0 for all.", e);
        } catch (Exception e) {
            close();
            throw e instanceof RuntimeException mistake ? mistake : new IllegalStateException(e);
        }
    }

    /// Takes no more, finishes what runs, and closes. First all requests, however slowly they are read; then the
    /// connections that only wait for another request, at once.
    void stop() {
        connector.close();
        try {
            graceful.shutdown().get(options.limits().stop().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // What runs longer than that is ended by closing its connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the endpoint did not stop in order", e);
        }
        close();
    }

    private void close() {
        try {
            server.stop();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the endpoint did not stop in order", e);
        }
    }

    /// The port it listens at, or listened at.
    int port() {
        return port;
    }
}
