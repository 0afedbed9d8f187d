// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.files.ProgramVersion;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Figures for Prometheus, in its text format 0.0.4. Written by hand: a dozen lines of names and numbers that are
/// counted anyway, for which its client library would bring five jars and count them once more.
final class Exposition {
    private static final HttpField TEXT =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");

    private final Tally tally;
    private final Traffic traffic;
    private final Supplier<Session> sessions;

    Exposition(Tally tally, Traffic traffic, Supplier<Session> sessions) {
        this.tally = tally;
        this.traffic = traffic;
        this.sessions = sessions;
    }

    /// Answers with all figures.
    void answer(Response response, Callback callback) {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        Wire.head(response, HttpStatus.OK_200, TEXT, Wire.NO_STORE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
        response.write(true, java.nio.ByteBuffer.wrap(text), callback);
    }

    /// All figures.
    String text() {
        StringBuilder out = new StringBuilder(8192);
        answers(out);
        durations(out);
        Session session = sessions.get();
        gauge(out, "hometown_http_requests_running", "Requests being answered.", traffic.running());
        gauge(out, "hometown_http_requests_waiting", "Requests waiting for their turn.", traffic.waiting());
        gauge(out, "hometown_http_connections", "Open connections.", traffic.connections());
        gauge(
                out,
                "hometown_users",
                "Users loaded.",
                session.data().map(data -> data.catalog().users().size()).orElse(0));
        gauge(
                out,
                "hometown_streams",
                "Streams loaded.",
                session.data().map(data -> data.catalog().streams().size()).orElse(0));
        gauge(
                out,
                "hometown_streams_live",
                "Streams on the air.",
                session.data().map(data -> data.catalog().streams().liveCount()).orElse(0));
        gauge(
                out,
                "hometown_model_loaded",
                "Whether a click model is loaded.",
                session.model() instanceof ModelState.Active ? 1 : 0);
        head(out, "hometown_build_info", "gauge", "The version of the program.");
        out.append("hometown_build_info{version=\"")
                .append(escaped(ProgramVersion.get()))
                .append("\"} 1\n");
        process(out);
        return out.toString();
    }

    private void answers(StringBuilder out) {
        String name = "hometown_http_requests_total";
        head(out, name, "counter", "Requests answered.");
        List<Map.Entry<Tally.Key, LongAdder>> counts = tally.answers().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Tally.Key, LongAdder> count) -> label(count.getKey()))
                        .thenComparing(count -> count.getKey().status()))
                .toList();
        for (var count : counts) {
            out.append(name)
                    .append("{route=\"")
                    .append(label(count.getKey()))
                    .append("\",status=\"")
                    .append(count.getKey().status())
                    .append("\"} ")
                    .append(count.getValue().sum())
                    .append('\n');
        }
    }

    private static String label(Tally.Key key) {
        Route route = key.route();
        return route == null ? "none" : route.label();
    }

    private void durations(StringBuilder out) {
        String name = "hometown_http_request_duration_seconds";
        head(out, name, "histogram", "From the first byte of a request to the last of its answer.");
        for (Route route : Route.values()) {
            Tally.Durations durations = tally.durations(route);
            long count = 0;
            for (int at = 0; at <= Tally.BOUNDS_MICROS.length; at++) {
                count += durations.count(at);
                String bound = at == Tally.BOUNDS_MICROS.length ? "+Inf" : seconds(Tally.BOUNDS_MICROS[at]);
                out.append(name)
                        .append("_bucket{route=\"")
                        .append(route.label())
                        .append("\",le=\"")
                        .append(bound)
                        .append("\"} ")
                        .append(count)
                        .append('\n');
            }
            out.append(name)
                    .append("_sum{route=\"")
                    .append(route.label())
                    .append("\"} ")
                    .append(durations.sumMicros() / 1e6)
                    .append('\n');
            out.append(name)
                    .append("_count{route=\"")
                    .append(route.label())
                    .append("\"} ")
                    .append(count)
                    .append('\n');
        }
    }

    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    private static void process(StringBuilder out) {
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        gauge(out, "process_start_time_seconds", "When the program started, seconds since 1970.", start());
        gauge(out, "jvm_memory_used_bytes", "Heap in use.", (double) memory.getUsed());
        gauge(out, "jvm_memory_max_bytes", "Heap at most.", (double) memory.getMax());
    }

    private static double start() {
        return ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3;
    }

    private static void gauge(StringBuilder out, String name, String help, double value) {
        head(out, name, "gauge", help);
        out.append(name).append(' ');
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.append((long) value);
        } else {
            out.append(value);
        }
        out.append('\n');
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
