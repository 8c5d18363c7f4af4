package dev.gatehouse.model.spec;

import static dev.gatehouse.model.spec.PlatformReader.text;
import static dev.gatehouse.model.spec.PlatformReader.texts;

import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.Value;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Durations;
import dev.gatehouse.model.unit.Rate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one of {@code models}. */
final class ModelReader {
    private ModelReader() {}

    static Model read(String name, Value value, List<String> entries) {
        return value.mapping(fields -> model(name, fields, entries)).orElseGet(() -> unknown(name, entries));
    }

    private static Model model(String name, Fields fields, List<String> entries) {
        return new Model(
                name,
                fields.required("service", "fraud.serving:8080")
                        .flatMap(RolloutReader::service)
                        .orElse(unknownService(name)),
                text(fields.required("path", "/v2/models/" + name + "/")).orElse(unknownPath(name)),
                fields.optional("entries").map(value -> texts(value.items())).orElse(entries),
                fields.optional("protocol")
                        .flatMap(value -> value.word(Words.of(Protocol.values(), Protocol::word)))
                        .orElse(Protocol.HTTP),
                headers(fields),
                fields.optional("answers").flatMap(value -> value.mapping(ModelReader::answers)),
                fields.optional("stream").flatMap(value -> value.mapping(ModelReader::stream)),
                fields.optional("load")
                        .flatMap(value -> value.mapping(ModelReader::load))
                        .orElse(Load.ASSUMED),
                fields.optional("canary").flatMap(value -> value.mapping(RolloutReader::canary)),
                fields.optional("shadow").flatMap(value -> value.mapping(RolloutReader::shadow)),
                fields.optional("retry").flatMap(value -> value.mapping(RolloutReader::retry)));
    }

    private static Model unknown(String name, List<String> entries) {
        return new Model(
                name,
                unknownService(name),
                unknownPath(name),
                entries,
                Protocol.HTTP,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Load.ASSUMED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Service unknownService(String name) {
        return new Service(name, "unknown", 1, false);
    }

    private static String unknownPath(String name) {
        return "/unknown/" + name + "/";
    }

    private static Map<String, String> headers(Fields fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        texts(fields.optional("headers")).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private static Answers answers(Fields fields) {
        return new Answers(time(fields.optional("p99")), time(fields.optional("at-most")));
    }

    private static Streaming stream(Fields fields) {
        Optional<Duration> firstToken = time(fields.optional("first-token"));
        Optional<Duration> gap = time(fields.required("longest-gap", "15 s"));
        Optional<Duration> atMost = time(fields.optional("at-most"));
        return new Streaming(firstToken, gap.or(() -> atMost).orElse(Model.ASSUMED_AT_MOST), atMost);
    }

    private static Load load(Fields fields) {
        Optional<Rate> average = rate(fields.required("average", "20/s"));
        Optional<Rate> peak = rate(fields.required("peak", "100/s"));
        return new Load(
                average.or(() -> peak).orElse(Load.ASSUMED.average()),
                peak.or(() -> average).orElse(Load.ASSUMED.peak()),
                size(fields.required("request", "1 KB")),
                size(fields.required("response", "1 KB")),
                text(fields.optional("content-type")),
                fields.optional("connections")
                        .flatMap(Value::integer)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    private static Optional<Duration> time(Optional<Value> value) {
        return value.flatMap(present -> present.quantity(Dimension.TIME, Durations::parse));
    }

    private static Optional<Rate> rate(Optional<Value> value) {
        return value.flatMap(present -> present.quantity(Dimension.RATE, Rate::parse));
    }

    private static DataSize size(Optional<Value> value) {
        return value.flatMap(present -> present.quantity(Dimension.SIZE, DataSize::parse))
                .orElse(Load.ASSUMED.request());
    }
}
