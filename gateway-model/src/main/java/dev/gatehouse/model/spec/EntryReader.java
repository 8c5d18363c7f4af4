package dev.gatehouse.model.spec;

import static dev.gatehouse.model.spec.PlatformReader.text;
import static dev.gatehouse.model.spec.PlatformReader.texts;

import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.Value;
import dev.gatehouse.model.spec.Entry.Reach;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one of {@code entries}. */
final class EntryReader {
    private EntryReader() {}

    static Entry read(String name, Value value) {
        return value.mapping(fields -> entry(name, fields))
                .orElseGet(() -> new Entry(
                        name,
                        unknownHost(name),
                        Optional.empty(),
                        Optional.empty(),
                        Reach.INTERNET,
                        OptionalInt.empty()));
    }

    private static Entry entry(String name, Fields fields) {
        return new Entry(
                name,
                text(fields.required("host", "models.example.com")).orElse(unknownHost(name)),
                text(fields.optional("certificate")),
                fields.optional("zone")
                        .flatMap(zone -> zone.mapping(EntryReader::zone).flatMap(known -> known)),
                fields.optional("reach")
                        .flatMap(reach -> reach.word(Words.of(Reach.values(), Reach::word)))
                        .orElse(Reach.INTERNET),
                fields.optional("port")
                        .flatMap(Value::integer)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    private static Optional<Zone> zone(Fields fields) {
        Optional<String> created = text(fields.optional("create"));
        List<String> mail = texts(fields.optional("mail").map(Value::items).orElse(List.of()));
        Optional<String> imported = text(fields.optional("import"));
        Optional<String> existing = text(fields.optional("existing"));
        Optional<String> id = text(fields.optional("id"));
        if (fields.has("create") == fields.has("existing")) {
            fields.error(
                    SpecRules.ZONE,
                    "create",
                    "a zone is either created or existing; this one says "
                            + (fields.has("create") ? "both" : "neither"),
                    "",
                    "write create: or existing: and the zone's own name, such as bank.example");
        } else if (fields.has("existing")) {
            refuse(fields, "mail", "a zone that exists has its own mail records");
            refuse(fields, "import", "a zone that exists has its records already");
        } else {
            refuse(fields, "id", "a zone gets its id when it is created");
        }
        return created.<Zone>map(apex -> new CreatedZone(apex, mail, imported))
                .or(() -> existing.map(apex -> new ExistingZone(apex, id)));
    }

    private static void refuse(Fields fields, String key, String why) {
        if (fields.has(key)) {
            fields.error(SpecRules.ZONE, key, "'" + key + "' has no place here", why, "leave " + key + " out");
        }
    }

    private static String unknownHost(String name) {
        return name + ".invalid";
    }
}
