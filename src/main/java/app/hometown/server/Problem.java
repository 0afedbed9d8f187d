// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What is wrong, for machines and for people: `application/problem+json` of RFC 9457.
///
/// @param status the status of the answer
/// @param detail what is wrong and what to do, sentences
/// @param errors the fields of the body that are wrong; empty when it is something else
/// @param headers what the answer's head says besides
record Problem(int status, String detail, List<Field> errors, Map<String, String> headers) {
    private static final int LONGEST_TOLD = 80;

    private static final HttpField CONTENT_TYPE =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/problem+json");

    Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    /// @param name of the field, as in `max_results`
    /// @param detail what is wrong with it
    record Field(String name, String detail) {}

    /// What a client sent, as it is told back to it: a long text by its beginning.
    static String told(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
    }

    /// A problem of the whole request.
    static Problem of(int status, String detail) {
        return new Problem(status, detail, List.of(), Map.of());
    }

    /// Wrong fields.
    static Problem of(List<Field> errors) {
        String detail = String.join(
                " ",
                errors.stream()
                        .map(error -> error.name() + " " + error.detail() + ".")
                        .toList());
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY_422, detail, errors, Map.of());
    }

    /// The same with a header.
    Problem with(String header, String value) {
        return new Problem(status, detail, errors, Map.of(header, value));
    }

    /// Answers with it. When the body of what is refused has not come in whole, the answer says that the connection
    /// ends with it: what comes late would otherwise meet a closed connection, and so would the client's next
    /// request.
    ///
    /// @return true, as a handler that has answered
    boolean answer(Response response, Callback callback) {
        if (!response.getRequest().consumeAvailable()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        headers.forEach(response.getHeaders()::put);
        Wire.send(response, status, CONTENT_TYPE, Wire.NO_STORE, json(), callback);
        return true;
    }

    /// Its text.
    JsonBytes json() {
        JsonBytes json = new JsonBytes(256);
        write(json);
        return json;
    }

    /// Writes it as an object.
    void write(JsonBytes json) {
        json.raw("{\"type\":\"about:blank\",\"title\":");
        json.string(HttpStatus.getMessage(status));
        json.raw(",\"status\":").number(status);
        json.raw(",\"detail\":").string(detail);
        if (!errors.isEmpty()) {
            json.raw(",\"errors\":[");
            for (int i = 0; i < errors.size(); i++) {
                json.raw(i == 0 ? "{\"field\":" : ",{\"field\":")
                        .string(errors.get(i).name());
                json.raw(",\"detail\":").string(errors.get(i).detail()).raw("}");
            }
            json.raw("]");
        }
        json.raw("}");
    }

    /// Ends what is being answered: the problem is the answer.
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
