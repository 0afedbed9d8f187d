// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown;

import app.hometown.cli.Faces;
import app.hometown.server.Endpoint;
import app.hometown.server.EndpointOptions;
import app.hometown.workbench.Workbench;
import java.net.URI;

/// The endpoint as the command line knows it.
///
/// @param endpoint that runs
record ServerFace(Endpoint endpoint) implements Faces.Serving {
    static ServerFace serve(Workbench workbench, Faces.Wishes wishes) {
        EndpointOptions usual = EndpointOptions.DEFAULT;
        EndpointOptions.Limits limits = usual.limits();
        Endpoint endpoint = new Endpoint(
                workbench,
                new EndpointOptions(
                        wishes.host().orElse(usual.host()),
                        wishes.port().orElse(usual.port()),
                        limits.withRate(wishes.requestsPerSecond().orElse(limits.requestsPerSecond()))
                                .withConcurrency(wishes.concurrentRequests().orElse(limits.concurrentRequests())),
                        wishes.apiKey(),
                        wishes.corsOrigins(),
                        wishes.allowedHosts(),
                        wishes.accessLog()));
        endpoint.start();
        return new ServerFace(endpoint);
    }

    @Override
    public URI address() {
        return endpoint.address();
    }

    @Override
    public boolean beyondLoopback() {
        return Endpoint.beyondLoopback(endpoint.options().host());
    }

    @Override
    public void stop() {
        endpoint.stop();
    }
}
