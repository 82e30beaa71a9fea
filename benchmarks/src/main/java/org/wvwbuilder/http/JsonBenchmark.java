package org.wvwbuilder.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

/** A page of fifty records as JSON and back, as every resource does it. In the package of what it measures, which is its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JsonBenchmark {
    private static final Annotation[] NONE = {};

    public record Item(
            String id, String name, Optional<String> role, List<String> tags, int version, Instant changedAt) {}

    public record Items(List<Item> items, Optional<String> nextCursor) {}

    private final JsonBody json = new JsonBody();
    private Object page;
    private byte[] text;

    @Setup
    public void prepare() throws IOException {
        var item = new Item(
                "01a227dc-ecca-76d6-b96d-098ca3ced857",
                "Zerg, second night",
                Optional.of("support"),
                List.of("zerg", "stability"),
                3,
                Instant.parse("2026-11-23T20:00:00Z"));
        page = new Items(Collections.nCopies(50, item), Optional.empty());
        text = write().toByteArray();
    }

    @Benchmark
    public ByteArrayOutputStream write() throws IOException {
        var out = new ByteArrayOutputStream(16_384);
        json.writeTo(
                page, Items.class, Items.class, NONE, MediaType.APPLICATION_JSON_TYPE, new MultivaluedHashMap<>(), out);
        return out;
    }

    @Benchmark
    public Object read() throws IOException {
        return json.readFrom(
                Object.class,
                Items.class,
                NONE,
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(text));
    }
}
