// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Gets tiles from the disk or from their server. Says who it is, asks again only for what has gone stale and then only
/// whether it has changed, and leaves a server alone that refuses, is in trouble or cannot be reached; what is kept is
/// shown meanwhile, however old. Safe for several threads; how many requests run at a time is how many threads call.
final class TileClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(6);
    private static final Duration NO_SUCH_TILE = Duration.ofDays(1);
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_PIXELS = 2048;

    private final TileSource source;
    private final TileCache cache;
    private final String userAgent;
    private final InstantSource clock;
    private final Duration answerWithin;
    private final Consumer<Trouble> troubled;
    private final BackOff backOff = new BackOff();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /// @param source whom to ask
    /// @param cache what came before
    /// @param userAgent who we are: name/version
    /// @param clock the time
    /// @param answerWithin how long a whole answer may take
    /// @param troubled told, on the calling thread, when the server begins to be left alone
    TileClient(
            TileSource source,
            TileCache cache,
            String userAgent,
            InstantSource clock,
            Duration answerWithin,
            Consumer<Trouble> troubled) {
        this.source = source;
        this.cache = cache;
        this.userAgent = userAgent;
        this.clock = clock;
        this.answerWithin = answerWithin;
        this.troubled = troubled;
    }

    /// A tile's picture, of type `TYPE_INT_ARGB_PRE`; empty when there is none or the server is being left alone.
    /// Waits for the disk, and for the server up to some seconds.
    Optional<BufferedImage> get(TileAddress tile) throws InterruptedException {
        Optional<TileCache.Kept> kept = cache.read(source, tile);
        Instant now = clock.instant();
        if (kept.map(TileCache.Kept::freshUntil).filter(now::isBefore).isPresent() || !backOff.allows(now)) {
            return kept.flatMap(TileClient::picture);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(source.uri(tile)).header("User-Agent", userAgent);
        kept.map(TileCache.Kept::etag)
                .filter(tag -> !tag.isEmpty())
                .ifPresent(tag -> request.header("If-None-Match", tag));
        kept.map(TileCache.Kept::lastModified)
                .filter(date -> !date.isEmpty())
                .ifPresent(date -> request.header("If-Modified-Since", date));
        try {
            return answered(tile, kept, now, send(request.build()));
        } catch (IOException e) {
            String said = e.getMessage();
            failed(now, Trouble.Kind.UNREACHABLE, said == null ? e.getClass().getSimpleName() : said, Optional.empty());
            return kept.flatMap(TileClient::picture);
        }
    }

    /// The client's own time limit ends with the headers; this one holds for the whole answer.
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer within " + answerWithin.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private Optional<BufferedImage> answered(
            TileAddress tile, Optional<TileCache.Kept> kept, Instant begun, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        Instant now = clock.instant();
        Instant fresh = now.plus(Freshness.of(answer.headers(), now));
        if (status == 304 && kept.isPresent()) {
            backOff.succeeded();
            cache.write(source, tile, kept.get().until(fresh));
            return kept.flatMap(TileClient::picture);
        }
        if (status == 204 || status == 404 || status == 410) {
            backOff.succeeded();
            cache.write(source, tile, new TileCache.Kept(new byte[0], now.plus(NO_SUCH_TILE), "", ""));
            return Optional.empty();
        }
        if (status != 200) {
            Trouble.Kind kind =
                    status == 429 ? Trouble.Kind.TOO_MANY : status >= 500 ? Trouble.Kind.SERVER : Trouble.Kind.REFUSED;
            failed(begun, kind, Integer.toString(status), Freshness.retryAfter(answer.headers(), now));
            return kept.flatMap(TileClient::picture);
        }
        var came = new TileCache.Kept(
                answer.body(),
                fresh,
                answer.headers().firstValue("ETag").orElse(""),
                answer.headers().firstValue("Last-Modified").orElse(""));
        Optional<BufferedImage> picture = picture(came);
        if (picture.isEmpty()) {
            String type = answer.headers().firstValue("Content-Type").orElse("?");
            failed(begun, Trouble.Kind.NOT_A_PICTURE, type, Optional.empty());
            return kept.flatMap(TileClient::picture);
        }
        backOff.succeeded();
        if (Freshness.mayBeKept(answer.headers())) {
            cache.write(source, tile, came);
        }
        return picture;
    }

    private void failed(Instant begun, Trouble.Kind kind, String detail, Optional<Duration> asked) {
        if (backOff.failed(begun, clock.instant(), kind, asked)) {
            troubled.accept(new Trouble(kind, detail, backOff.until()));
        }
    }

    private static Optional<BufferedImage> picture(TileCache.Kept kept) {
        @Nullable BufferedImage read;
        try {
            read = ImageIO.read(new ByteArrayInputStream(kept.body()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
        if (read == null || read.getWidth() > MOST_PIXELS || read.getHeight() > MOST_PIXELS) {
            return Optional.empty();
        }
        var picture = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = picture.createGraphics();
        g.drawImage(read, 0, 0, null);
        g.dispose();
        return Optional.of(picture);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
