// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/// Lets so many rankings be worked on at the same time, and the others wait their turn: more at once would not be
/// faster, only each of them slower. When too many wait, or one has waited too long, it is refused (503).
final class Turns extends QoSHandler {
    Turns(Handler next, EndpointOptions.Limits limits) {
        super(next);
        setMaxRequestCount(limits.concurrentRequests());
        setMaxSuspendedRequestCount(limits.waitingRequests());
        setMaxSuspend(limits.longestWait());
    }

    @Override
    public boolean onConditionsMet(Request request, Response response, Callback callback) throws Exception {
        return Arrival.of(request).route().takesBody()
                ? super.onConditionsMet(request, response, callback)
                : nextHandler(request, response, callback);
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        busy(response, callback);
    }

    @Override
    protected void expireSuspended(Request request, Response response, Callback callback) {
        busy(response, callback);
    }

    private static void busy(Response response, Callback callback) {
        Problem.of(HttpStatus.SERVICE_UNAVAILABLE_503, "Too many requests wait for their turn. Come again in 1 s.")
                .with("Retry-After", "1")
                .answer(response, callback);
    }
}
