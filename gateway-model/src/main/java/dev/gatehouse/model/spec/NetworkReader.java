package dev.gatehouse.model.spec;

import static dev.gatehouse.model.spec.PlatformReader.text;

import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.Value;
import java.util.List;
import java.util.Optional;

/** Reads {@code network}. */
final class NetworkReader {
    private NetworkReader() {}

    static Network read(Fields fields) {
        Optional<Network> existing =
                fields.optional("existing").flatMap(value -> value.mapping(NetworkReader::existing));
        Optional<Network> created = fields.optional("create").flatMap(value -> value.mapping(NetworkReader::created));
        if (fields.has("existing") == fields.has("create")) {
            fields.error(
                    SpecRules.NETWORK,
                    "create",
                    fields.has("create")
                            ? "network is both existing and to be created"
                            : "network says neither existing nor create",
                    "",
                    "keep one of existing and create, or leave network out: its ids are then parameters");
        }
        return existing.or(() -> created).orElse(new NetworkParameters());
    }

    private static Network existing(Fields fields) {
        return new ExistingNetwork(
                text(fields.required("vpc", "vpc-0a1b2c3d4e5f60718")).orElse(""),
                subnets(fields.optional("public")),
                subnets(fields.required("private", "[{ subnet: subnet-0a1b2c3d4e5f60004, range: 10.20.8.0/24 }]")));
    }

    private static List<Subnet> subnets(Optional<Value> value) {
        return value.map(Value::items).orElse(List.of()).stream()
                .map(item -> item.mapping(NetworkReader::subnet).orElse(new Subnet("", "")))
                .toList();
    }

    private static Subnet subnet(Fields fields) {
        return new Subnet(
                text(fields.required("subnet", "subnet-0a1b2c3d4e5f60004")).orElse(""),
                text(fields.required("range", "10.20.8.0/24")).orElse(""));
    }

    private static Network created(Fields fields) {
        return new CreatedNetwork(text(fields.required("range", "10.20.0.0/16")).orElse(""));
    }
}
