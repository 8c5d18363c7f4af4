package dev.gatehouse.model.spec;

import static dev.gatehouse.model.spec.PlatformReader.text;
import static dev.gatehouse.model.spec.PlatformReader.texts;

import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.Value;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code consumers}. */
final class ConsumersReader {
    private ConsumersReader() {}

    static Consumers read(Fields fields) {
        Map<String, Identity> identity = new LinkedHashMap<>();
        fields.optional("identity")
                .flatMap(value -> value.mapping(Fields::all))
                .ifPresent(all -> all.forEach((entry, value) -> value.mapping(ConsumersReader::identity)
                        .flatMap(known -> known)
                        .ifPresent(known -> identity.put(entry, known))));
        List<Plan> plans = new ArrayList<>();
        fields.optional("plans")
                .flatMap(value -> value.mapping(Fields::all))
                .ifPresent(all -> all.forEach(
                        (name, value) -> value.mapping(plan -> plan(name, plan)).ifPresent(plans::add)));
        return new Consumers(identity, plans);
    }

    private static Optional<Identity> identity(Fields fields) {
        List<Identity> given = Stream.of(Identity.By.values())
                .flatMap(by -> text(fields.optional(by.word())).map(value -> new Identity(by, value)).stream())
                .toList();
        long said = Stream.of(Identity.By.values())
                .filter(by -> fields.has(by.word()))
                .count();
        if (said != 1) {
            fields.error(
                    SpecRules.IDENTITY,
                    Identity.By.JWT_CLAIM.word(),
                    "consumers are told apart by exactly one mark; this entry has " + said,
                    "",
                    "keep one of "
                            + String.join(
                                    ", ",
                                    Words.of(Identity.By.values(), Identity.By::word)
                                            .keySet()));
        }
        return given.stream().findFirst();
    }

    private static Plan plan(String name, Fields fields) {
        return new Plan(
                name,
                texts(fields.optional("entries").map(Value::items).orElse(List.of())),
                fields.optional("default").flatMap(Value::truth).orElse(false),
                fields.required("rate", "50/s")
                        .flatMap(value -> value.quantity(Dimension.RATE, Rate::parse))
                        .orElse(Rate.ofPerSecond(1)),
                fields.required("burst", "100").flatMap(Value::integer).orElse(1));
    }
}
