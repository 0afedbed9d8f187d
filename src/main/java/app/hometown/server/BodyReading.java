// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Reads bodies whole before anything else is done for them, so that a slow sender holds neither a thread nor a place
/// among the requests that are worked on. Refuses what is not JSON (415), too large (413) or too slow (408). Key and
/// rate are looked at after it: many clients send the head first, and who refuses on the head alone must close the
/// connection under the body that is still on its way.
///
/// Nearly all bodies are there with their heads; then nothing is scheduled and nothing waits.
final class BodyReading extends Handler.Wrapper {
    /// The largest body, bytes.
    static final int MOST_BYTES = 64 * 1024;

    /// What is read of a body that is refused, bytes. Beyond it the connection is closed under it.
    static final int MOST_DISCARDED_BYTES = 16 * MOST_BYTES;

    /// How long the rest of a body that is refused is waited for.
    private static final long REFUSED_PATIENCE_MILLIS = 500;

    private static final Problem TOO_LARGE =
            Problem.of(HttpStatus.PAYLOAD_TOO_LARGE_413, "The body is larger than " + MOST_BYTES / 1024 + " KiB.");

    private static final Problem ENCODED = Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Send the body without Content-Encoding.")
            .with("Accept-Encoding", "identity");

    private static final Problem NOT_JSON = Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                    "Send the body as JSON in UTF-8, with Content-Type: application/json.")
            .with("Accept", "application/json");

    private final long patienceMillis;

    /// @param patience how long a body may take
    BodyReading(Handler next, Duration patience) {
        super(next);
        patienceMillis = patience.toMillis();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Arrival arrival = Arrival.of(request);
        if (!arrival.route().takesBody()) {
            return super.handle(request, response, callback);
        }
        Problem refusal = refusal(request);
        if (refusal != null && (asksFirst(request) || request.getLength() > MOST_DISCARDED_BYTES)) {
            return refusal.answer(response, callback);
        }
        new Reading(arrival, refusal, request, response, callback).run();
        return true;
    }

    /// What is wrong with a body by the head that announces it; null when nothing is.
    private static @Nullable Problem refusal(Request request) {
        if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            return ENCODED;
        }
        if (!isJson(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
            return NOT_JSON;
        }
        return request.getLength() > MOST_BYTES ? TOO_LARGE : null;
    }

    /// Whether the client holds the body back until it is asked for it.
    private static boolean asksFirst(Request request) {
        return request.getHeaders().contains(HttpHeader.EXPECT);
    }

    private static boolean isJson(@Nullable String type) {
        if (type == null) {
            return false;
        }
        if (type.equals("application/json")) {
            return true;
        }
        String charset = MimeTypes.getCharsetFromContentType(type);
        return "application/json".equalsIgnoreCase(HttpField.getValueParameters(type, null))
                && (charset == null || charset.equalsIgnoreCase("utf-8"));
    }

    /// One body on its way.
    private final class Reading implements Runnable {
        private final Arrival arrival;
        private @Nullable Problem refusal;
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final AtomicBoolean settled = new AtomicBoolean();
        private byte[] bytes = Arrival.NOTHING;
        private int size;
        private Scheduler.@Nullable Task late;
        private boolean hurried;

        Reading(Arrival arrival, @Nullable Problem refusal, Request request, Response response, Callback callback) {
            this.arrival = arrival;
            this.refusal = refusal;
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /// Takes what is there, and comes again when there is more.
        @Override
        public void run() {
            while (!settled.get()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    watch();
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    failed(chunk);
                    return;
                }
                take(chunk.getByteBuffer());
                boolean last = chunk.isLast();
                chunk.release();
                if (last || size > MOST_DISCARDED_BYTES) {
                    if (settle()) {
                        pass();
                    }
                    return;
                }
            }
        }

        /// Waits no longer than it has to: for a body that is wanted as long as the limit says, for the rest of one
        /// that is refused a moment.
        private void watch() {
            boolean refused = refusal != null;
            if (late != null && refused == hurried) {
                return;
            }
            if (late != null) {
                late.cancel();
            }
            hurried = refused;
            late = request.getComponents()
                    .getScheduler()
                    .schedule(
                            this::tooSlow,
                            refused ? Math.min(REFUSED_PATIENCE_MILLIS, patienceMillis) : patienceMillis,
                            TimeUnit.MILLISECONDS);
        }

        private void take(ByteBuffer more) {
            int before = size;
            size += more.remaining();
            if (refusal == null && size > MOST_BYTES) {
                refusal = TOO_LARGE;
            }
            if (refusal != null) {
                bytes = Arrival.NOTHING;
                return;
            }
            if (size > bytes.length) {
                // By what has come, not by what was announced: announcing costs a sender nothing.
                bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(size, 2 * bytes.length)));
            }
            more.get(bytes, before, size - before);
        }

        private void pass() {
            if (refusal != null) {
                refusal.answer(response, callback);
                return;
            }
            arrival.body(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
            Handler next = getHandler();
            try {
                next.handle(request, response, callback);
            } catch (Throwable failure) {
                Response.writeError(request, response, callback, failure);
            }
        }

        private void failed(Content.Chunk chunk) {
            if (settle()) {
                Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400, null, chunk.getFailure());
            }
        }

        private void tooSlow() {
            if (settle()) {
                Problem problem = refusal != null
                        ? refusal
                        : Problem.of(
                                HttpStatus.REQUEST_TIMEOUT_408,
                                "The body did not arrive within " + patienceMillis / 1000 + " s.");
                problem.answer(response, callback);
            }
        }

        private boolean settle() {
            boolean first = settled.compareAndSet(false, true);
            if (first && late != null) {
                late.cancel();
            }
            return first;
        }
    }
}
