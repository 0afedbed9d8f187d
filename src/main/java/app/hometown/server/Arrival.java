// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import org.eclipse.jetty.server.Request;

/// A request whose route is known, and later its body.
final class Arrival extends Request.Wrapper {
    /// No body.
    static final byte[] NOTHING = {};

    private final Route route;
    private byte[] body = NOTHING;

    Arrival(Request request, Route route) {
        super(request);
        this.route = route;
    }

    /// The arrival behind a request, wrapped again or not.
    static Arrival of(Request request) {
        if (request instanceof Arrival arrival) {
            return arrival;
        }
        return Request.as(request, Arrival.class);
    }

    Route route() {
        return route;
    }

    /// Its whole body; empty before it was read.
    byte[] body() {
        return body;
    }

    void body(byte[] read) {
        body = read;
    }
}
