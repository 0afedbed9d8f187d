// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.files.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;

/// What an answer of 20 streams costs to write, and its request to read: by hand, by the library's streams, by the
/// library's binding of records. All write the same text, or nothing is measured.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(0)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class JsonBenchmark {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectWriter WRITER =
            Json.mapper().writer().without(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT);
    private static final byte[] REQUEST =
            "{\"user_id\": \"user_000001\", \"max_results\": 20}".getBytes(StandardCharsets.UTF_8);

    private final List<Stream> streams = new ArrayList<>();

    /// A stream of an answer, rounded.
    public record Stream(String streamId, String city, double score, double distanceKm) {}

    /// An answer.
    public record Answer(List<Stream> streams) {}

    /// A request.
    public record Asked(String userId, int maxResults) {}

    @Setup
    public void draw() {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            streams.add(new Stream(
                    "stream_%06d".formatted(random.nextInt(500)),
                    "New York",
                    random.nextDouble() * 14,
                    random.nextDouble() * 250));
        }
        String byHand = new String(byHand(), StandardCharsets.UTF_8);
        if (!byHand.equals(new String(byStream(), StandardCharsets.UTF_8))
                || !byHand.equals(new String(byBinding(), StandardCharsets.UTF_8))) {
            throw new IllegalStateException("the writers differ");
        }
    }

    @Benchmark
    public byte[] byHand() {
        JsonBytes json = new JsonBytes(2000);
        json.raw("{\"streams\":[");
        for (int i = 0; i < streams.size(); i++) {
            Stream stream = streams.get(i);
            json.raw(i == 0 ? "{\"stream_id\":" : ",{\"stream_id\":").string(stream.streamId());
            json.raw(",\"city\":").string(stream.city());
            json.raw(",\"score\":").rounded(stream.score(), 3);
            json.raw(",\"distance_km\":").rounded(stream.distanceKm(), 1).raw("}");
        }
        return json.raw("]}").toBytes();
    }

    @Benchmark
    public byte[] byStream() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2000);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("streams");
            json.writeStartArray();
            for (Stream stream : streams) {
                json.writeStartObject();
                json.writeStringProperty("stream_id", stream.streamId());
                json.writeStringProperty("city", stream.city());
                json.writeNumberProperty("score", rounded(stream.score(), 3));
                json.writeNumberProperty("distance_km", rounded(stream.distanceKm(), 1));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    @Benchmark
    public byte[] byBinding() {
        return WRITER.writeValueAsBytes(new Answer(streams.stream()
                .map(stream -> new Stream(
                        stream.streamId(), stream.city(), rounded(stream.score(), 3), rounded(stream.distanceKm(), 1)))
                .toList()));
    }

    private static double rounded(double value, int decimals) {
        double power = Math.pow(10, decimals);
        return Math.rint(value * power) / power;
    }

    @Benchmark
    public Object readByStream() {
        return Query.one(REQUEST);
    }

    @Benchmark
    public Object readByBinding() {
        return Json.mapper().readValue(REQUEST, Asked.class);
    }
}
