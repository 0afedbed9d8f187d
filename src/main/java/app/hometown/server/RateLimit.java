// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Holds each client to a rate: beyond it requests are refused (429), with when to come again. The health of the
/// endpoint and its documentation cost nothing.
final class RateLimit extends Handler.Wrapper {
    private final Accounts accounts;

    RateLimit(Handler next, Accounts accounts) {
        super(next);
        this.accounts = accounts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long waitNanos = Arrival.of(request).route().guarded() ? accounts.take(Accounts.client(request)) : 0;
        if (waitNanos == 0) {
            return super.handle(request, response, callback);
        }
        long seconds = Math.ceilDiv(waitNanos, TimeUnit.SECONDS.toNanos(1));
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS_429,
                        "These are more requests than one client may send. Come again in " + seconds + " s.")
                .with("Retry-After", Long.toString(seconds))
                .answer(response, callback);
    }
}
