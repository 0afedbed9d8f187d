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
/// among the requests that are worked on. Refuses what is not JSON (415), too large (413) or too slow (408).
///
/// Nearly all bodies are there with their heads; then nothing is scheduled and nothing waits.
final class BodyReading extends Handler.Wrapper {
    /// The largest body, bytes.
    static final int MOST_BYTES = 64 * 1024;

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
        if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Send the body without Content-Encoding.")
                    .with("Accept-Encoding", "identity")
                    .answer(response, callback);
        }
        if (!isJson(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
            return Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                            "Send the body as JSON in UTF-8, with Content-Type: application/json.")
                    .with("Accept", "application/json")
                    .answer(response, callback);
        }
        if (request.getLength() > MOST_BYTES) {
            return tooLarge(response, callback);
        }
        new Reading(arrival, request, response, callback).run();
        return true;
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

    private static boolean tooLarge(Response response, Callback callback) {
        return Problem.of(HttpStatus.PAYLOAD_TOO_LARGE_413, "The body is larger than " + MOST_BYTES / 1024 + " KiB.")
                .answer(response, callback);
    }

    /// One body on its way.
    private final class Reading implements Runnable {
        private final Arrival arrival;
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final AtomicBoolean settled = new AtomicBoolean();
        private byte[] bytes;
        private int size;
        private Scheduler.@Nullable Task late;

        Reading(Arrival arrival, Request request, Response response, Callback callback) {
            this.arrival = arrival;
            this.request = request;
            this.response = response;
            this.callback = callback;
            bytes = new byte[Math.clamp(request.getLength(), 0, MOST_BYTES)];
        }

        /// Takes what is there, and comes again when there is more.
        @Override
        public void run() {
            while (!settled.get()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    if (late == null) {
                        late = request.getComponents()
                                .getScheduler()
                                .schedule(this::tooSlow, patienceMillis, TimeUnit.MILLISECONDS);
                    }
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    failed(chunk);
                    return;
                }
                boolean fits = take(chunk.getByteBuffer());
                boolean last = chunk.isLast();
                chunk.release();
                if (!fits) {
                    if (settle()) {
                        tooLarge(response, callback);
                    }
                    return;
                }
                if (last) {
                    if (settle()) {
                        pass();
                    }
                    return;
                }
            }
        }

        private boolean take(ByteBuffer more) {
            int length = more.remaining();
            if (size + length > MOST_BYTES) {
                return false;
            }
            if (size + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(size + length, 2 * bytes.length)));
            }
            more.get(bytes, size, length);
            size += length;
            return true;
        }

        private void pass() {
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
                Problem.of(
                                HttpStatus.REQUEST_TIMEOUT_408,
                                "The body did not arrive within " + patienceMillis / 1000 + " s.")
                        .with("Connection", "close")
                        .answer(response, callback);
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
