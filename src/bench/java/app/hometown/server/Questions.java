// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.files.Json;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Ranking;
import app.hometown.workbench.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is asked of a server, and what the answer has to be.
///
/// @param asked users drawn with a fixed seed, *basic* and *ml* by turns
/// @param k streams of an answer
record Questions(List<Question> asked, int k) {
    private static final JsonMapper JSON = Json.mapper();
    private static final int SAMPLE = 200;
    private static final int LEAST_SAMPLE = 6;
    private static final long GATE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /// One of them.
    record Question(String userId, boolean ml) {
        /// Where it is asked.
        String path() {
            return ml ? "/v1/scenarios/hometown-ml" : "/v1/scenarios/hometown";
        }
    }

    /// Questions about users of a catalog.
    static Questions of(Catalog catalog, int count, int k) {
        Random random = new Random(20261123);
        List<Question> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = random.nextInt(catalog.users().size());
            asked.add(new Question(catalog.users().ids().get(row), i % 2 == 1));
        }
        return new Questions(List.copyOf(asked), k);
    }

    /// As bytes for a server at a port of the loopback.
    List<byte[]> requests(int port) {
        return asked.stream()
                .map(question -> HttpLine.request("POST", port, question.path(), body(question)))
                .toList();
    }

    /// The request's body.
    String body(Question question) {
        return JSON.writeValueAsString(Map.of("user_id", question.userId(), "max_results", k));
    }

    /// How an answer may differ from the ranking.
    enum Exactness {
        /// Not at all: the same streams in the same order, scores to the third decimal, distances to the first.
        EXACT,
        /// By another formula of the distance, haversine on a sphere, which differs by up to 0.56 %: then streams of
        /// almost equal score may change places.
        SPHERE
    }

    /// Why an answer is not that of the ranking under a session; "" when it is.
    String fault(Session session, Question question, String answer, Exactness exactness) {
        Ranking expected = ranking(session, question);
        JsonNode streams = JSON.readTree(answer).path("streams");
        if (streams.size() != expected.entries().size()) {
            return streams.size() + " streams instead of " + expected.entries().size();
        }
        for (Ranking.Entry entry : expected.entries()) {
            JsonNode stream = streams.get(entry.rank() - 1);
            double score = stream.path("score").asDouble(Double.NaN);
            double km = stream.path("distance_km").asDouble(Double.NaN);
            boolean right = exactness == Exactness.EXACT
                    ? stream.path("stream_id").asString().equals(entry.streamId())
                            && Math.abs(score - entry.score()) <= 0.0005 + 1e-9
                            && Math.abs(km - entry.distanceKm()) <= 0.05 + 1e-9
                    // Nearest is where proximity changes most: 0.25 · 0.0056 of a weight of at most 3.
                    : Math.abs(score - entry.score()) <= 0.0005 + 0.25 * 0.0056 * 3;
            if (!right) {
                return question + ", rank " + entry.rank() + ": " + stream + " instead of " + entry;
            }
        }
        return "";
    }

    private Ranking ranking(Session session, Question question) {
        var data = session.requireData();
        User user = data.catalog().user(question.userId());
        Ranker ranker = question.ml() ? session.ml(session.scoring()).orElseThrow() : Session.basic(session.scoring());
        return data.index().top(user, ranker, k);
    }

    /// Asks a server a sample and compares with the ranking. One answer in twenty of a server that measures on a sphere
    /// may be another: a stream on the very edge of the radius is inside for one and outside for the other. It may
    /// also be
    /// slow: then some answers are enough.
    ///
    /// @throws IllegalStateException with the first wrong answer
    void gate(Session session, int port, Exactness exactness) throws IOException {
        int forgiven = exactness == Exactness.EXACT ? 0 : SAMPLE / 20;
        try (HttpLine line = new HttpLine(port)) {
            long end = System.nanoTime() + GATE_NANOS;
            int checked = 0;
            for (Question question : asked.subList(0, Math.min(SAMPLE, asked.size()))) {
                if (exactness == Exactness.SPHERE && checked++ >= LEAST_SAMPLE && System.nanoTime() > end) {
                    return;
                }
                HttpLine.Answer answer = line.ask(HttpLine.request("POST", port, question.path(), body(question)));
                String fault = answer.status() == 200
                        ? fault(session, question, answer.text(), exactness)
                        : answer.status() + " " + answer.text();
                if (!fault.isEmpty() && forgiven-- <= 0) {
                    throw new IllegalStateException("port " + port + ": " + fault);
                }
            }
        }
    }
}
