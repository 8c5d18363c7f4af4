package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Emissary's own resource definitions as JSON Schemas that refuse unknown fields, which the API server would prune
 * without a word. Skipped where they are missing.
 */
class CrdSchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Schema> SCHEMAS = schemas();

    @Test
    void the_API_server_takes_every_field() {
        Assumptions.assumeFalse(SCHEMAS.isEmpty(), EmissaryDefinitions.MISSING);
        Generated.withAmbassador()
                .forEach(generated -> generated.getPayload().files().resources().stream()
                        .filter(resource -> resource.getApiVersion().startsWith("getambassador.io/"))
                        .forEach(resource -> assertTaken(generated.getName(), (GenericKubernetesResource) resource)));
    }

    private static void assertTaken(String where, GenericKubernetesResource resource) {
        Schema schema = Optional.ofNullable(SCHEMAS.get(resource.getKind())).orElseThrow();
        String body = JSON.writeValueAsString(resource.getAdditionalProperties());

        assertThat(schema.validate(body, InputFormat.JSON))
                .as(
                        "%s: %s %s",
                        where, resource.getKind(), resource.getMetadata().getName())
                .isEmpty();
    }

    private static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Map<?, ?> definition : EmissaryDefinitions.all()) {
            Map<?, ?> spec = Generated.below(definition, "spec");
            String kind = String.valueOf(Generated.below(spec, "names").get("kind"));
            schemas.put(kind, registry.getSchema(JSON.writeValueAsString(closed(schema(spec))), InputFormat.JSON));
        }
        return schemas;
    }

    private static Map<?, ?> schema(Map<?, ?> spec) {
        List<?> versions = spec.get("versions") instanceof List<?> given ? given : List.of();
        Map<?, ?> version = versions.stream()
                .filter(Map.class::isInstance)
                .map(each -> (Map<?, ?>) each)
                .filter(each -> "v3alpha1".equals(each.get("name")))
                .findFirst()
                .orElseThrow();
        return Generated.below(Generated.below(version, "schema"), "openAPIV3Schema");
    }

    /** The same schema, refusing what it does not name; the envelope of a resource is left out. */
    private static Object closed(Object schema) {
        if (schema instanceof List<?> items) {
            return items.stream().map(CrdSchemaTest::closed).toList();
        }
        if (!(schema instanceof Map<?, ?> object)) {
            return schema;
        }
        Map<String, Object> closed = new LinkedHashMap<>();
        object.forEach((key, value) -> closed.put(String.valueOf(key), closed(value)));
        if (object.get("properties") instanceof Map<?, ?>
                && !object.containsKey("x-kubernetes-preserve-unknown-fields")) {
            closed.put("additionalProperties", false);
        }
        return closed;
    }
}
