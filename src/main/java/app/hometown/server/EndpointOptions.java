// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where the endpoint listens and what it lets through.
///
/// @param host the address or name of this machine to listen at; beyond the loopback only when asked for
/// @param port 0..65535; 0 takes any free one
/// @param limits how much is let through
/// @param apiKey what clients have to show, at least 16 visible ASCII characters; empty lets everybody in
/// @param corsOrigins pages of these origins may call, such as `https://example.org`, or `*`; empty: none
/// @param allowedHosts names by which clients may call this machine, besides localhost and its addresses
/// @param accessLog a file that gets a line a request
public record EndpointOptions(
        String host,
        int port,
        Limits limits,
        Optional<String> apiKey,
        List<String> corsOrigins,
        List<String> allowedHosts,
        Optional<Path> accessLog) {
    /// The loopback, port 8000, generous limits.
    public static final EndpointOptions DEFAULT = new EndpointOptions(
            "127.0.0.1", 8000, Limits.DEFAULT, Optional.empty(), List.of(), List.of(), Optional.empty());

    private static final int SHORTEST_KEY = 16;

    /// How much is let through.
    ///
    /// @param requestsPerSecond of one client, on average; a user of a batch counts as a request; 0: no limit
    /// @param concurrentRequests worked on at the same time, at least 1; others wait their turn
    /// @param waitingRequests that wait at most, at least 1; what comes on top is refused
    /// @param longestWait how long one waits at most
    /// @param connections open at the same time, at least 1; others wait to be accepted
    /// @param idle how long a connection may be silent
    /// @param arrival how long a request's head may take from its first byte on, and its body after that
    /// @param stop how long a stop waits for what runs
    public record Limits(
            int requestsPerSecond,
            int concurrentRequests,
            int waitingRequests,
            Duration longestWait,
            int connections,
            Duration idle,
            Duration arrival,
            Duration stop) {
        /// For some hundred clients that mean well, on any machine.
        public static final Limits DEFAULT = new Limits(
                20_000,
                64,
                4096,
                Duration.ofSeconds(10),
                4096,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));

        /// @throws InputException when a number is out of its range
        public Limits {
            atLeast("rate limit", requestsPerSecond, 0);
            atLeast("concurrent requests", concurrentRequests, 1);
            atLeast("waiting requests", waitingRequests, 1);
            atLeast("connections", connections, 1);
            positive("longest wait", longestWait);
            positive("idle time", idle);
            positive("time to arrive", arrival);
            positive("time to stop", stop);
        }

        /// The same with another rate, 0 for none.
        public Limits withRate(int newRequestsPerSecond) {
            return new Limits(
                    newRequestsPerSecond,
                    concurrentRequests,
                    waitingRequests,
                    longestWait,
                    connections,
                    idle,
                    arrival,
                    stop);
        }

        /// The same with another number of requests at the same time.
        public Limits withConcurrency(int newConcurrentRequests) {
            return new Limits(
                    requestsPerSecond,
                    newConcurrentRequests,
                    waitingRequests,
                    longestWait,
                    connections,
                    idle,
                    arrival,
                    stop);
        }

        private static void atLeast(String what, int value, int least) {
            if (value < least) {
                throw new InputException(what, value + " is below " + least, "Give " + least + " or more.");
            }
        }

        private static void positive(String what, Duration value) {
            if (!value.isPositive()) {
                throw new InputException(what, value.toMillis() + " ms is not above 0", "Give a longer time.");
            }
        }
    }

    /// @throws InputException when something cannot be meant so
    public EndpointOptions {
        if (host.isBlank()) {
            throw new InputException("host", "it is empty", "Give an address of this machine, such as 127.0.0.1.");
        }
        if (port < 0 || port > 65535) {
            throw new InputException("port", port + " is not from 0 to 65535", "Give another one, such as 8000.");
        }
        apiKey.ifPresent(EndpointOptions::checkKey);
        corsOrigins = corsOrigins.stream().map(EndpointOptions::origin).toList();
        allowedHosts = allowedHosts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// The same at another address.
    public EndpointOptions at(String newHost, int newPort) {
        return new EndpointOptions(newHost, newPort, limits, apiKey, corsOrigins, allowedHosts, accessLog);
    }

    /// The same with other limits.
    public EndpointOptions with(Limits newLimits) {
        return new EndpointOptions(host, port, newLimits, apiKey, corsOrigins, allowedHosts, accessLog);
    }

    /// The same with an API key, or without one.
    public EndpointOptions withApiKey(Optional<String> newKey) {
        return new EndpointOptions(host, port, limits, newKey, corsOrigins, allowedHosts, accessLog);
    }

    /// The same, open to pages of these origins.
    public EndpointOptions withCorsOrigins(List<String> newOrigins) {
        return new EndpointOptions(host, port, limits, apiKey, newOrigins, allowedHosts, accessLog);
    }

    /// The same, answering to these names too.
    public EndpointOptions withAllowedHosts(List<String> newHosts) {
        return new EndpointOptions(host, port, limits, apiKey, corsOrigins, newHosts, accessLog);
    }

    /// The same with an access log, or without one.
    public EndpointOptions withAccessLog(Optional<Path> file) {
        return new EndpointOptions(host, port, limits, apiKey, corsOrigins, allowedHosts, file);
    }

    private static void checkKey(String key) {
        if (key.length() < SHORTEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InputException(
                    "API key",
                    "it is not " + SHORTEST_KEY + " or more visible ASCII characters",
                    "Make one, for example with openssl rand -hex 32.");
        }
    }

    private static String origin(String text) {
        String origin = text.strip().toLowerCase(Locale.ROOT);
        if (origin.equals("*")) {
            return origin;
        }
        try {
            URI uri = new URI(origin);
            if (uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return origin;
            }
        } catch (URISyntaxException _) {
            // The same message as for an address that is more than an origin.
        }
        throw new InputException(
                "CORS origin", "'" + text + "' is none", "Give scheme, host and port, as in https://example.org:8443.");
    }
}
