package dev.gatehouse.measurements.files;

import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.result.Scheduling;
import dev.gatehouse.model.unit.Durations;
import dev.gatehouse.model.unit.Rate;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** How the values of this module are written as JSON: quantities with their units, as users write them. */
final class ValuesJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(module())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ValuesJson() {}

    /** Two blanks deep, with a line feed at the end. */
    static String text(JsonNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer()
                        .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                                .withObjectIndenter(indenter))
                        .writeValueAsString(node)
                + "\n";
    }

    /** A round that was written before {@code scheduling} was gets it, as unknown. */
    static JsonNode withScheduling(JsonNode round) {
        if (round instanceof ObjectNode object) {
            object.putIfAbsent("scheduling", StringNode.valueOf(Scheduling.UNKNOWN.word()));
        }
        return round;
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule();
        text(module, Duration.class, Durations::format, Durations::parse);
        text(module, Rate.class, Rate::toString, Rate::parse);
        module.addKeyDeserializer(Failure.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return Failure.parse(key);
            }
        });
        module.addSerializer(Tally.class, new TallyWriter());
        module.addDeserializer(Tally.class, new TallyReader());
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return read.apply(in.getString());
            }
        });
    }

    /** A tally with its sum, for readers who don't want to add up. */
    private static final class TallyWriter extends ValueSerializer<Tally> {
        @Override
        public void serialize(Tally tally, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeNumberProperty("sent", tally.sent());
            out.writeNumberProperty("ok", tally.ok());
            out.writeObjectPropertyStart("failed");
            tally.failed().forEach((failure, count) -> out.writeNumberProperty(failure.toString(), count));
            out.writeEndObject();
            out.writeNumberProperty("timedOut", tally.timedOut());
            out.writeObjectPropertyStart("counts");
            tally.counts().forEach(out::writeNumberProperty);
            out.writeEndObject();
            out.writeEndObject();
        }
    }

    /** Refuses a tally whose sum is not the sum. */
    private static final class TallyReader extends ValueDeserializer<Tally> {
        @Override
        public Tally deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = context.readTree(in);
            SortedMap<Failure, Long> failed = new TreeMap<>();
            node.required("failed")
                    .forEachEntry((failure, count) -> failed.put(Failure.parse(failure), count.asLong()));
            SortedMap<String, Long> counts = new TreeMap<>();
            node.required("counts").forEachEntry((what, count) -> counts.put(what, count.asLong()));
            Tally tally = new Tally(
                    node.required("ok").asLong(),
                    failed,
                    node.required("timedOut").asLong(),
                    counts);
            if (tally.sent() != node.required("sent").asLong()) {
                throw new IllegalArgumentException(
                        "sent is " + node.required("sent") + ", and ok + failed + timed out is " + tally.sent());
            }
            return tally;
        }
    }
}
