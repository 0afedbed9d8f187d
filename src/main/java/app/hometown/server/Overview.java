// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.Catalog;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.CityCount;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers about the endpoint itself: whether it is well, and what is loaded.
final class Overview {
    private static final int TOP_CITIES = 10;

    private final Supplier<Session> sessions;
    private volatile @Nullable Cities counted;

    Overview(Supplier<Session> sessions) {
        this.sessions = sessions;
    }

    /// The cities of data; which of its streams are on the air does not matter.
    private record Cities(Catalog catalog, int covered, List<CityCount> top) {}

    /// Says hello, and whether a model is loaded.
    void health(Response response, Callback callback) {
        Session session = sessions.get();
        boolean ready = session.data().isPresent();
        JsonBytes json = new JsonBytes(256);
        json.raw("{\"message\":").string("Hometown ranks live streams by where people live and what they like.");
        json.raw(",\"status\":").string(ready ? "healthy" : "no data");
        json.raw(",\"available_scenarios\":[\"hometown\",\"hometown-ml\"],\"model_loaded\":");
        json.raw(Boolean.toString(session.model() instanceof ModelState.Active)).raw("}");
        Wire.send(response, HttpStatus.OK_200, Wire.JSON, Wire.NO_STORE, json, callback);
    }

    /// The process answers: nothing more is promised.
    void live(Response response, Callback callback) {
        status("live", response, callback);
    }

    /// There is something to rank.
    ///
    /// @throws Problem.Refusal when there is not
    void ready(Response response, Callback callback) {
        requireData(sessions.get());
        status("ready", response, callback);
    }

    private static void status(String status, Response response, Callback callback) {
        JsonBytes json = new JsonBytes(32);
        json.raw("{\"status\":").string(status).raw("}");
        Wire.send(response, HttpStatus.OK_200, Wire.JSON, Wire.NO_STORE, json, callback);
    }

    /// What is loaded.
    ///
    /// @throws Problem.Refusal when there is nothing
    void stats(Request request, Response response, Callback callback) {
        Session session = sessions.get();
        Catalog catalog = requireData(session).catalog();
        Cities cities = cities(catalog);
        JsonBytes json = new JsonBytes(1024);
        json.raw("{\"total_streams\":").number(catalog.streams().size());
        json.raw(",\"total_users\":").number(catalog.users().size());
        json.raw(",\"cities_covered\":").number(cities.covered());
        json.raw(",\"top_cities\":[");
        for (int i = 0; i < cities.top().size(); i++) {
            CityCount city = cities.top().get(i);
            json.raw(i == 0 ? "{\"city\":" : ",{\"city\":").string(city.city());
            json.raw(",\"streams\":").number(city.streams());
            json.raw(",\"users\":").number(city.users()).raw("}");
        }
        json.raw("],\"algorithm\":").string(algorithm(session.scoring())).raw("}");
        byte[] body = json.toBytes();
        Wire.send(request, response, Wire.JSON, Wire.NO_CACHE, ETags.of(body), body, callback);
    }

    private static String algorithm(Scoring scoring) {
        Scoring.Weights weights = scoring.weights();
        return String.format(
                Locale.ROOT,
                "%s × proximity × (1 + local preference) + %s × base; hometown-ml adds %s × P(click)",
                weights.proximity(),
                weights.base(),
                weights.ml());
    }

    private Cities cities(Catalog catalog) {
        Cities known = counted;
        if (known == null || !known.catalog().hasRowsOf(catalog)) {
            List<CityCount> all = CityCount.of(catalog);
            int covered = (int) all.stream().filter(city -> city.streams() > 0).count();
            known = new Cities(catalog, covered, all.stream().limit(TOP_CITIES).toList());
            counted = known;
        }
        return known;
    }

    /// What is open.
    ///
    /// @throws Problem.Refusal when nothing is
    static OpenData requireData(Session session) {
        return session.data()
                .orElseThrow(() -> new Problem.Refusal(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503, "No data is open. Open a data folder or generate data.")));
    }
}
