// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Finds what is asked for. Unknown paths are refused (404), unknown methods too (405), and which there are is told to
/// whoever asks.
final class Routing extends Handler.Wrapper {
    private static final String ALL_METHODS = "GET, HEAD, OPTIONS, POST";

    Routing(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String method = request.getMethod();
        String path = Request.getPathInContext(request);
        if (method.equals("OPTIONS") && (path == null || path.equals("*"))) {
            return options(response, ALL_METHODS, callback);
        }
        Route route = path == null ? null : Route.of(path);
        if (route == null) {
            return Problem.of(
                            HttpStatus.NOT_FOUND_404,
                            "There is nothing at this path. GET /docs shows what there is, GET /openapi.json says it.")
                    .answer(response, callback);
        }
        if (route.takes(method)) {
            return super.handle(new Arrival(request, route), response, callback);
        }
        if (method.equals("OPTIONS")) {
            return options(response, route.allowed(), callback);
        }
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED_405,
                        "This path is asked by " + route.method() + ", not by " + Problem.told(method) + ".")
                .with("Allow", route.allowed())
                .answer(response, callback);
    }

    private static boolean options(Response response, String allowed, Callback callback) {
        response.setStatus(HttpStatus.NO_CONTENT_204);
        response.getHeaders().put(HttpHeader.ALLOW, allowed);
        response.write(true, null, callback);
        return true;
    }
}
