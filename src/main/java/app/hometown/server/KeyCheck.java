// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Lets through whoever shows the API key (401 otherwise), as `Authorization: Bearer KEY` or as `X-API-Key: KEY`. How
/// long the comparison takes tells nothing about the key.
final class KeyCheck extends Handler.Wrapper {
    private static final String SCHEME = "bearer ";

    private final byte[] key;

    KeyCheck(Handler next, String key) {
        super(next);
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Arrival.of(request).route().guarded() || shown(request)) {
            return super.handle(request, response, callback);
        }
        return Problem.of(
                        HttpStatus.UNAUTHORIZED_401,
                        "The API key is missing or wrong. Send it as Authorization: Bearer KEY.")
                .with("WWW-Authenticate", "Bearer realm=\"hometown\"")
                .answer(response, callback);
    }

    private boolean shown(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return is(authorization.substring(SCHEME.length()).strip());
        }
        return is(request.getHeaders().get("X-API-Key"));
    }

    private boolean is(@Nullable String shown) {
        return shown != null && MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8));
    }
}
