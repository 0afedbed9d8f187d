// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that can be asked for. The OpenAPI document describes each of them, and a test holds the two together.
enum Route {
    HEALTH("GET", "/", Access.OPEN),
    LIVE("GET", "/livez", Access.OPEN),
    READY("GET", "/readyz", Access.OPEN),
    METRICS("GET", "/metrics", Access.KEY),
    OPENAPI("GET", "/openapi.json", Access.OPEN),
    DOCS("GET", "/docs", Access.OPEN),
    DOCS_FILE("GET", "/docs/{file}", Access.OPEN),
    STATS("GET", "/v1/scenarios/hometown/stats", Access.KEY),
    BASIC("POST", "/v1/scenarios/hometown", Access.KEY),
    ML("POST", "/v1/scenarios/hometown-ml", Access.KEY),
    BASIC_BATCH("POST", "/v1/scenarios/hometown/batch", Access.KEY),
    ML_BATCH("POST", "/v1/scenarios/hometown-ml/batch", Access.KEY);

    private static final Map<String, Route> BY_PATH = new HashMap<>();

    static {
        for (Route route : values()) {
            BY_PATH.put(route.path, route);
        }
        BY_PATH.put("/docs/", DOCS);
        BY_PATH.remove(DOCS_FILE.path);
    }

    private final String method;
    private final String path;
    private final Access access;

    Route(String method, String path, Access access) {
        this.method = method;
        this.path = path;
        this.access = access;
    }

    /// Who may ask.
    private enum Access {
        /// Everybody.
        OPEN,
        /// Whoever shows the key, where there is one.
        KEY
    }

    /// The route of a path.
    ///
    /// @param path decoded and canonical
    static @Nullable Route of(String path) {
        Route route = BY_PATH.get(path);
        if (route == null && path.startsWith("/docs/") && path.indexOf('/', 6) < 0) {
            return DOCS_FILE;
        }
        return route;
    }

    /// The method it is asked for by, besides those that every route has.
    String method() {
        return method;
    }

    /// Its path, parts that vary in braces.
    String path() {
        return path;
    }

    /// All its methods, as an Allow header lists them.
    String allowed() {
        return method.equals("GET") ? "GET, HEAD, OPTIONS" : "OPTIONS, POST";
    }

    /// Whether it answers a request by a method.
    boolean takes(String asked) {
        return asked.equals(method) || (asked.equals("HEAD") && method.equals("GET"));
    }

    /// Whether it wants a body, which is JSON.
    boolean takesBody() {
        return method.equals("POST");
    }

    /// Whether the API key is asked for, and the rate limit holds.
    boolean guarded() {
        return access == Access.KEY;
    }

    /// Its name in figures: `basic_batch`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
