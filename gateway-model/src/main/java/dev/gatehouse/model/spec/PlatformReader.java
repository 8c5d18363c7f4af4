package dev.gatehouse.model.spec;

import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the top of a spec into a draft. What is missing or malformed was reported and stands in the draft as something
 * harmless, so that the checks of everything else can go on.
 */
final class PlatformReader {
    private PlatformReader() {}

    static PlatformSpec read(Fields fields) {
        readSchema(fields);
        String name = text(fields.required("name", "risk-models")).orElse("unnamed");
        String region = text(fields.required("region", "eu-west-1")).orElse("");
        int zones = fields.optional("zones").flatMap(Value::integer).orElse(PlatformSpec.DEFAULT_ZONES);
        Network network = fields.optional("network")
                .flatMap(value -> value.mapping(NetworkReader::read))
                .orElse(new NetworkParameters());
        Cluster cluster = fields.optional("cluster")
                .flatMap(value -> value.mapping(PlatformReader::readCluster))
                .orElse(Cluster.DEFAULT);
        Map<String, String> tags = texts(fields.optional("tags"));
        List<String> facts = texts(fields.optional("facts").map(Value::items).orElse(List.of()));
        List<Entry> entries = named(fields.required("entries", "{ public: { host: models.example.com } }"))
                .map(entry -> EntryReader.read(entry.getKey(), entry.getValue()))
                .toList();
        Consumers consumers = fields.optional("consumers")
                .flatMap(value -> value.mapping(ConsumersReader::read))
                .orElse(Consumers.NONE);
        List<String> outside = Defaults.entries(entries);
        List<Model> models = named(fields.required("models", "{ iris: { service: iris.serving:8080, path: /iris/ } }"))
                .map(model -> ModelReader.read(model.getKey(), model.getValue(), outside))
                .toList();
        List<Requirement> requirements = fields.optional("require")
                .flatMap(value -> value.mapping(require -> RequireReader.read(require, entries)))
                .orElse(List.of());
        Map<String, String> keepers = texts(fields.optional("keepers"));
        List<Waiver> waivers = mappings(fields.optional("waivers"), WaiverReader::read);
        List<Patch> patches = mappings(fields.optional("patches"), PatchReader::read);
        return new PlatformSpec(
                name,
                region,
                zones,
                network,
                cluster,
                tags,
                facts,
                entries,
                consumers,
                models,
                requirements,
                keepers,
                waivers,
                patches);
    }

    private static void readSchema(Fields fields) {
        fields.required("schema", SpecReader.SCHEMA)
                .flatMap(Value::text)
                .filter(schema -> !schema.equals(SpecReader.SCHEMA))
                .ifPresent(schema -> fields.error(
                        SpecRules.SCHEMA,
                        "schema",
                        "unknown schema '" + schema + "'" + Nearest.hint(schema, List.of(SpecReader.SCHEMA)),
                        "this release reads " + SpecReader.SCHEMA,
                        "write schema: " + SpecReader.SCHEMA));
    }

    private static Cluster readCluster(Fields fields) {
        Map<String, String> selector = texts(fields.optional("selector"));
        return new Cluster(
                text(fields.optional("existing")),
                text(fields.optional("namespace")).orElse(Cluster.DEFAULT.namespace()),
                text(fields.optional("ambassador")).orElse(Cluster.DEFAULT.ambassador()),
                fields.has("selector") ? selector : Cluster.DEFAULT.selector());
    }

    /** The text of a value that may be missing. */
    static Optional<String> text(Optional<Value> value) {
        return value.flatMap(Value::text);
    }

    /** The texts of a list; what is no text was reported and is left out. */
    static List<String> texts(List<Value> items) {
        return items.stream().flatMap(item -> item.text().stream()).toList();
    }

    /** Names of the user's choice with texts. */
    static Map<String, String> texts(Optional<Value> value) {
        Map<String, String> texts = new LinkedHashMap<>();
        value.flatMap(mapping -> mapping.mapping(Fields::all))
                .ifPresent(all -> all.forEach((key, item) -> item.text().ifPresent(text -> texts.put(key, text))));
        return texts;
    }

    private static Stream<Map.Entry<String, Value>> named(Optional<Value> value) {
        return value.flatMap(mapping -> mapping.mapping(Fields::all)).stream().flatMap(all -> all.entrySet().stream());
    }

    private static <T> List<T> mappings(Optional<Value> value, Function<Fields, T> read) {
        return value.map(Value::items).orElse(List.of()).stream()
                .flatMap(item -> item.mapping(read).stream())
                .toList();
    }
}
