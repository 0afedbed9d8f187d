// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// How answers leave: with their type, how long they may be kept, and what tells browsers to take them for nothing
/// else.
final class Wire {
    /// JSON.
    static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");

    /// For what is different every time.
    static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

    /// For what may be kept, when it is asked each time whether it is still so.
    static final HttpField NO_CACHE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");

    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    /// What a browser may do with an answer that is no page: nothing.
    private static final HttpField NO_CONTENT =
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private Wire() {}

    /// Sends an answer.
    static void send(
            Response response, int status, HttpField type, HttpField caching, JsonBytes body, Callback callback) {
        head(response, status, type, caching);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.size());
        response.write(true, body.buffer(), callback);
    }

    /// Sends what can be asked for again by its tag: when the client has it already, it is told so.
    ///
    /// @param tag with its quotes
    static void send(
            Request request,
            Response response,
            HttpField type,
            HttpField caching,
            String tag,
            byte[] body,
            Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.ETAG, tag);
        if (ETags.matches(request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH), tag)) {
            head(response, HttpStatus.NOT_MODIFIED_304, type, caching);
            headers.remove(HttpHeader.CONTENT_TYPE);
            response.write(true, null, callback);
            return;
        }
        head(response, HttpStatus.OK_200, type, caching);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /// The head of an answer.
    static void head(Response response, int status, HttpField type, HttpField caching) {
        response.setStatus(status);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(type);
        headers.put(caching);
        headers.put(NO_SNIFFING);
        if (!headers.contains(NO_CONTENT.getName())) {
            headers.put(NO_CONTENT);
        }
    }
}
