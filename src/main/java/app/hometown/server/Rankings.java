// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.ranking.Ranker;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers for one user, and for many in a row. Each answer takes the session once, at its start.
final class Rankings {
    private static final HttpField LINES = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/x-ndjson");

    /// What of a batch is sent together.
    private static final int PART_BYTES = 32 * 1024;

    private final Supplier<Session> sessions;
    private final @Nullable Accounts accounts;

    /// @param sessions the session of this moment
    /// @param accounts who pays for the users of a batch; null without a limit
    Rankings(Supplier<Session> sessions, @Nullable Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /// Answers for one user.
    ///
    /// @throws Problem.Refusal when there is no answer
    void one(Arrival arrival, boolean ml, Response response, Callback callback) {
        Query query = Query.one(arrival.body());
        Tally.about(arrival, query.users());
        RankingAnswer answer = answer(sessions.get(), ml, query);
        String user = query.users().getFirst();
        int row = answer.row(user);
        if (row < 0) {
            throw new Problem.Refusal(answer.unknown(user));
        }
        JsonBytes json = new JsonBytes(answer.expectedBytes());
        json.raw("{");
        answer.write(row, json);
        json.raw("}");
        Wire.send(response, HttpStatus.OK_200, Wire.JSON, Wire.NO_STORE, json, callback);
    }

    /// Answers for many users, a line each, in their order, and sends lines while others are still being ranked. Waits
    /// for a client that reads slowly.
    ///
    /// @throws Problem.Refusal when there is no answer for anybody
    /// @throws IOException when the client is gone
    void many(Arrival arrival, boolean ml, Response response, Callback callback) throws IOException {
        Query query = Query.many(arrival.body());
        Tally.about(arrival, query.users());
        RankingAnswer answer = answer(sessions.get(), ml, query);
        List<String> users = query.users();
        if (accounts != null) {
            accounts.charge(Accounts.client(arrival), users.size() - 1);
        }
        JsonBytes json = new JsonBytes(Math.min(PART_BYTES, users.size() * answer.expectedBytes()));
        Wire.head(response, HttpStatus.OK_200, LINES, Wire.NO_STORE);
        for (String user : users) {
            line(answer, user, json);
            if (json.size() >= PART_BYTES) {
                Content.Sink.write(response, false, json.buffer());
                json = new JsonBytes(PART_BYTES + answer.expectedBytes());
            }
        }
        response.write(true, json.buffer(), callback);
    }

    private static void line(RankingAnswer answer, String user, JsonBytes json) {
        json.raw("{\"user_id\":").string(user).raw(",");
        int row = answer.row(user);
        if (row < 0) {
            json.raw("\"problem\":");
            answer.unknown(user).write(json);
        } else {
            answer.write(row, json);
        }
        json.raw("}\n");
    }

    private static RankingAnswer answer(Session session, boolean ml, Query query) {
        OpenData data = Overview.requireData(session);
        var scoring = query.of(session.scoring());
        if (!ml) {
            return new RankingAnswer(data.index(), Ranker.basic(scoring), query);
        }
        return switch (session.model()) {
            case ModelState.Active active -> new RankingAnswer(data.index(), Ranker.ml(scoring, active.model()), query);
            case ModelState.Missing(String why, String remedy) ->
                throw new Problem.Refusal(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        why + ". " + remedy + " The basic ranking works without a model."));
        };
    }
}
