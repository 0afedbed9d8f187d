// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The OpenAPI document and the page that shows it: Swagger UI from its package, with nothing from anywhere else. The
/// page may load from here only, and run no script but those.
final class Documents {
    private static final HttpField HTML = type("text/html; charset=utf-8");
    private static final HttpField SCRIPT = type("text/javascript; charset=utf-8");
    private static final HttpField STYLE = type("text/css; charset=utf-8");
    private static final HttpField PICTURE = type("image/png");

    /// Styles that the page sets on its elements are its own; there is no way for it to do without.
    private static final HttpField POLICY = new PreEncodedHttpField(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final HttpField NO_REFERRER = new PreEncodedHttpField("Referrer-Policy", "no-referrer");

    private final Document openApi;
    private final Document page;
    private final Map<String, Document> files;

    /// Reads everything, once.
    Documents() {
        String library = "/META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/";
        openApi = new Document(Wire.JSON, "openapi.json");
        page = new Document(HTML, "docs.html");
        files = Map.of(
                "start.js", new Document(SCRIPT, "docs.js"),
                "page.css", new Document(STYLE, "docs.css"),
                "swagger-ui-bundle.js", new Document(SCRIPT, library + "swagger-ui-bundle.js"),
                "swagger-ui.css", new Document(STYLE, library + "swagger-ui.css"),
                "favicon-32x32.png", new Document(PICTURE, library + "favicon-32x32.png"));
    }

    /// A file that is served as it is.
    @SuppressWarnings("ArrayRecordComponent") // read once, never changed or compared
    private record Document(HttpField type, byte[] content, String tag) {
        Document(HttpField type, String resource) {
            this(type, read(resource));
        }

        private Document(HttpField type, byte[] content) {
            this(type, content, ETags.of(content));
        }

        void send(Request request, Response response, Callback callback) {
            Wire.send(request, response, type, Wire.NO_CACHE, tag, content, callback);
        }
    }

    /// The OpenAPI document.
    void openApi(Request request, Response response, Callback callback) {
        openApi.send(request, response, callback);
    }

    /// The page.
    void page(Request request, Response response, Callback callback) {
        response.getHeaders().put(POLICY);
        response.getHeaders().put(NO_REFERRER);
        page.send(request, response, callback);
    }

    /// A file of the page.
    ///
    /// @throws Problem.Refusal when there is none of that name
    void file(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        Document file = files.get(path.substring(path.lastIndexOf('/') + 1));
        if (file == null) {
            throw new Problem.Refusal(
                    Problem.of(HttpStatus.NOT_FOUND_404, "The documentation has no file of this name."));
        }
        file.send(request, response, callback);
    }

    private static HttpField type(String type) {
        return new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type);
    }

    private static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Documents.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program lacks its part " + resource);
        }
        return in;
    }
}
