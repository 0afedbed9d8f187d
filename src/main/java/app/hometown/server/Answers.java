// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The end of the row: gives each route to who answers it, and turns what goes wrong there into a [Problem].
final class Answers extends Handler.Abstract {
    private final Overview overview;
    private final Rankings rankings;
    private final Documents documents;
    private final Exposition exposition;
    private final Problems problems;

    Answers(Overview overview, Rankings rankings, Documents documents, Exposition exposition, Problems problems) {
        this.overview = overview;
        this.rankings = rankings;
        this.documents = documents;
        this.exposition = exposition;
        this.problems = problems;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            answer(request, Arrival.of(request), response, callback);
        } catch (Problem.Refusal refusal) {
            if (response.isCommitted()) {
                callback.failed(refusal);
            } else {
                refusal.problem().answer(response, callback);
            }
        } catch (IOException gone) {
            callback.failed(gone);
        } catch (RuntimeException | Error failure) {
            problems.failed(request, response, callback, failure);
        }
        return true;
    }

    private void answer(Request request, Arrival arrival, Response response, Callback callback) throws IOException {
        switch (arrival.route()) {
            case BASIC -> rankings.one(arrival, false, response, callback);
            case ML -> rankings.one(arrival, true, response, callback);
            case BASIC_BATCH -> rankings.many(arrival, false, response, callback);
            case ML_BATCH -> rankings.many(arrival, true, response, callback);
            case STATS -> overview.stats(request, response, callback);
            case HEALTH -> overview.health(response, callback);
            case LIVE -> overview.live(response, callback);
            case READY -> overview.ready(response, callback);
            case METRICS -> exposition.answer(response, callback);
            case OPENAPI -> documents.openApi(request, response, callback);
            case DOCS -> documents.page(request, response, callback);
            case DOCS_FILE -> documents.file(request, response, callback);
        }
    }
}
