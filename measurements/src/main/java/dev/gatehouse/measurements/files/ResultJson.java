package dev.gatehouse.measurements.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.measurements.result.Measurement;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A measurement as {@code result.json}; {@code docs/schema/load-1.schema.json} has the schema. */
final class ResultJson {
    private static final String SCHEMA = "gatehouse/load/1";

    private ResultJson() {}

    static String of(Measurement measurement) {
        ObjectNode root = ValuesJson.MAPPER.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("id", measurement.plan().id());
        root.put("label", label(measurement));
        ObjectNode evidence = root.putObject("evidence");
        evidence.put("kind", measurement.evidence().kind().word());
        evidence.put("text", measurement.evidence().described());
        ObjectNode rest = ValuesJson.MAPPER.valueToTree(measurement);
        root.setAll(rest);
        return ValuesJson.text(root);
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException with what is wrong, in a user's words
     */
    static Measurement read(byte[] bytes) {
        try {
            JsonNode root = ValuesJson.MAPPER.readTree(new String(bytes, UTF_8));
            if (!(root instanceof ObjectNode object)
                    || !object.path("schema").asString("").equals(SCHEMA)) {
                throw new IllegalArgumentException("it does not begin with \"schema\": \"" + SCHEMA + "\"");
            }
            String id = object.path("id").asString("");
            ObjectNode rest = object.deepCopy();
            rest.remove(List.of("schema", "id", "label", "evidence"));
            rest.path("rounds").forEach(ValuesJson::withScheduling);
            Measurement measurement = ValuesJson.MAPPER.treeToValue(rest, Measurement.class);
            if (!measurement.plan().id().equals(id)) {
                throw new IllegalArgumentException("its plan was changed after it was written");
            }
            return measurement;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static String label(Measurement measurement) {
        return measurement.ranOnStandIns()
                ? "Measured on loopback: our stand-ins for AWS's hops, not AWS."
                : "Measured at live endpoints.";
    }
}
