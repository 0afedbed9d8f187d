// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A tile server on this machine that answers as it is told and remembers what it was asked.
public final class LocalTiles implements AutoCloseable {
    /// The colour of its tiles.
    public static final Color COLOUR = new Color(0x30, 0x90, 0x60);

    /// What was asked.
    ///
    /// @param path of the request
    /// @param userAgent who asked
    /// @param ifNoneMatch the tag given, or ""
    public record Request(String path, String userAgent, String ifNoneMatch) {}

    private static final class Answer {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        Answer(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile @Nullable CountDownLatch stalled;
    private volatile Answer answer;

    /// Answers with tiles of one colour.
    public LocalTiles() throws IOException {
        answer = new Answer(200, Map.of(), tile());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /// Its address of a tile.
    public String template() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/{z}/{x}/{y}.png";
    }

    /// Answers like this from now on; 200 with a tile.
    public void answer(int status, Map<String, String> headers) {
        answer(status, headers, status == 200 ? tile() : new byte[0]);
    }

    /// Answers like this from now on.
    public void answer(int status, Map<String, String> headers, byte[] body) {
        answer = new Answer(status, headers, body);
    }

    /// Begins answers but does not end them, until [#flow].
    public void stall() {
        stalled = new CountDownLatch(1);
    }

    /// Ends what was begun.
    public void flow() {
        CountDownLatch latch = stalled;
        stalled = null;
        if (latch != null) {
            latch.countDown();
        }
    }

    /// What was asked so far, in order.
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// The most requests that were under way together.
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            requests.add(new Request(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(headers.getFirst("User-Agent")),
                    headers.containsKey("If-None-Match") ? headers.getFirst("If-None-Match") : ""));
            Answer now = answer;
            now.headers.forEach(exchange.getResponseHeaders()::set);
            boolean bare = now.body.length == 0;
            exchange.sendResponseHeaders(now.status, bare ? -1 : now.body.length);
            if (!bare) {
                exchange.getResponseBody().write(now.body, 0, 1);
                exchange.getResponseBody().flush();
                CountDownLatch latch = stalled;
                if (latch != null) {
                    latch.await();
                }
                exchange.getResponseBody().write(now.body, 1, now.body.length - 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static byte[] tile() {
        var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(COLOUR);
        g.fillRect(0, 0, 256, 256);
        g.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        flow();
        server.stop(0);
        threads.shutdownNow();
    }
}
