// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What the server itself has to refuse, as [Problem]s too: broken HTTP, heads that are too large, its own defects. A
/// defect gets a number that the client is told; under it a line of JSON says what happened.
final class Problems extends ErrorHandler {
    private final Consumer<String> defects;

    /// @param defects gets a line of JSON for each defect of the program
    Problems(Consumer<String> defects) {
        this.defects = defects;
    }

    /// Answers with a defect of the program, and tells of it.
    void failed(Request request, Response response, Callback callback, Throwable failure) {
        String number = UUID.randomUUID().toString();
        tell(number, request, failure);
        if (response.isCommitted()) {
            callback.failed(failure);
            return;
        }
        Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR_500,
                        "A defect of the program. The line of number " + number
                                + " in its standard error says more; please report it.")
                .answer(response, callback);
    }

    private void tell(String number, Request request, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        JsonBytes line = new JsonBytes(512);
        line.raw("{\"time\":")
                .string(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.raw(",\"level\":\"error\",\"number\":").string(number);
        line.raw(",\"request\":")
                .string(request.getMethod() + " "
                        + Problem.told(String.valueOf(request.getHttpURI().getPath())));
        line.raw(",\"client\":").string(String.valueOf(Request.getRemoteAddr(request)));
        line.raw(",\"failure\":").string(failure.toString());
        line.raw(",\"at\":")
                .string(trace.length == 0 ? "" : trace[0].toString())
                .raw("}");
        defects.accept(new String(line.toBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateCacheControl(Response response) {
        // Problems say themselves how long they may be kept.
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        if (cause instanceof TimeoutException || (cause != null && cause.getCause() instanceof TimeoutException)) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            problem(HttpStatus.REQUEST_TIMEOUT_408).answer(response, callback);
        } else if (code == HttpStatus.INTERNAL_SERVER_ERROR_500 && cause != null) {
            failed(request, response, callback, cause);
        } else {
            problem(code).answer(response, callback);
        }
    }

    private static Problem problem(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                Problem.of(status, "The head of the request is larger than 8 KiB.");
            case HttpStatus.URI_TOO_LONG_414 -> Problem.of(status, "The address is too long.");
            case HttpStatus.REQUEST_TIMEOUT_408 -> Problem.of(status, "The request did not arrive in time.");
            case HttpStatus.SERVICE_UNAVAILABLE_503 ->
                Problem.of(status, "The endpoint is being stopped.").with("Retry-After", "5");
            case HttpStatus.BAD_REQUEST_400 -> Problem.of(status, "This is not a request that HTTP knows.");
            default -> Problem.of(status, "The request cannot be answered: " + HttpStatus.getMessage(status) + ".");
        };
    }
}
