package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.apiserver.ApiServer;
import dev.gatehouse.ambassador.apiserver.ApiServers;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Specs;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** The texts of generated files, as {@code kubectl apply --server-side --validate=strict} sends them. */
@ExtendWith(ApiServers.class)
class GeneratedToApiServerTest {
    private static final KubernetesSerialization TYPES = new KubernetesSerialization();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MANAGER = "gatehouse";
    private static final Set<String> NAMESPACES = new HashSet<>();
    private static final Predicate<HasMetadata> EMISSARY =
            resource -> resource.getApiVersion().startsWith("getambassador.io/");

    /** The fields of the controller's guide that are generated: {@code targetGroupName} since its version 2.11. */
    private static final String TARGET_GROUP_BINDING = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: { name: targetgroupbindings.elbv2.k8s.aws }
            spec:
              group: elbv2.k8s.aws
              scope: Namespaced
              names: { kind: TargetGroupBinding, plural: targetgroupbindings, singular: targetgroupbinding }
              versions:
                - name: v1beta1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec:
                          type: object
                          required: [serviceRef]
                          properties:
                            targetGroupName: { type: string }
                            targetType: { type: string, enum: [instance, ip] }
                            serviceRef:
                              type: object
                              required: [name, port]
                              properties:
                                name: { type: string }
                                port: { x-kubernetes-int-or-string: true }
            """;

    @Test
    void every_service_budget_and_target_group_binding_is_taken(ApiServer server) {
        install(server);

        assertThat(refusals(server, Generated.all().map(named -> named.getPayload()), EMISSARY.negate()))
                .isEmpty();
    }

    @Test
    void every_resource_of_emissary_is_taken(ApiServer server) {
        install(server);
        Assumptions.assumeFalse(EmissaryDefinitions.all().isEmpty(), EmissaryDefinitions.MISSING);

        assertThat(refusals(server, Generated.withAmbassador().map(named -> named.getPayload()), EMISSARY))
                .isEmpty();
    }

    @Test
    void what_the_examples_get_is_kept_and_applying_it_again_changes_nothing(ApiServer server) {
        install(server);
        boolean emissary = !EmissaryDefinitions.all().isEmpty();
        for (Design design : Designs.all()) {
            Specs.examples().forEach((name, spec) -> {
                List<HasMetadata> written = documents(Generated.of(design, spec)).stream()
                        .map(GeneratedToApiServerTest::read)
                        .filter(resource -> emissary || !EMISSARY.test(resource))
                        .toList();
                written.forEach(resource -> makeNamespace(server, resource));
                List<HasMetadata> first = written.stream()
                        .map(resource -> apply(server, resource))
                        .toList();
                List<HasMetadata> second = written.stream()
                        .map(resource -> apply(server, resource))
                        .toList();

                assertThat(second).as("%s, %s", design.id(), name).isNotEmpty().isEqualTo(first);
                written.forEach(resource -> server.client().resource(resource).delete());
            });
        }
    }

    @Test
    void what_is_not_right_is_refused(ApiServer server) {
        install(server);
        server.namespace("wrong", Map.of());

        assertThat(refusal(server, read(binding("ip", "targetGroup: x")))).contains("targetGroup");
        assertThat(refusal(server, read(binding("pods", "targetGroupName: x")))).contains("targetType");
        assertThat(refusal(server, read(binding("ip", "targetGroupName: x")))).isEmpty();
    }

    private static String binding(String type, String more) {
        return """
                apiVersion: elbv2.k8s.aws/v1beta1
                kind: TargetGroupBinding
                metadata: { name: a, namespace: wrong }
                spec: { targetType: %s, serviceRef: { name: b, port: 80 }, %s }
                """.formatted(type, more);
    }

    private static void install(ApiServer server) {
        server.install(TYPES.unmarshal(TARGET_GROUP_BINDING, CustomResourceDefinition.class));
        EmissaryDefinitions.all()
                .forEach(definition -> server.install(
                        TYPES.unmarshal(JSON.writeValueAsString(definition), CustomResourceDefinition.class)));
    }

    /** Tries each different text once, without keeping it: what the API server says against it, by where it stands. */
    private static List<String> refusals(ApiServer server, Stream<Generated> all, Predicate<HasMetadata> about) {
        Set<String> tried = new HashSet<>();
        List<String> refusals = new ArrayList<>();
        all.forEach(generated -> {
            for (String document : documents(generated)) {
                HasMetadata resource = read(document);
                if (about.test(resource) && tried.add(document)) {
                    makeNamespace(server, resource);
                    String refusal = refusal(server, resource);
                    if (!refusal.isEmpty()) {
                        refusals.add(generated.topology().design().id() + ": " + refusal);
                    }
                }
            }
        });
        assertThat(tried).hasSizeGreaterThan(100);
        return refusals;
    }

    private static String refusal(ApiServer server, HasMetadata resource) {
        try {
            server.client()
                    .resource(resource)
                    .dryRun()
                    .fieldValidation(FieldValidateable.Validation.STRICT)
                    .fieldManager(MANAGER)
                    .serverSideApply();
            return "";
        } catch (KubernetesClientException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static HasMetadata apply(ApiServer server, HasMetadata resource) {
        return server.client()
                .resource(resource)
                .fieldValidation(FieldValidateable.Validation.STRICT)
                .fieldManager(MANAGER)
                .serverSideApply();
    }

    private static void makeNamespace(ApiServer server, HasMetadata resource) {
        String namespace = resource.getMetadata().getNamespace();
        if (NAMESPACES.add(namespace)) {
            server.namespace(namespace, Map.of());
        }
    }

    private static List<String> documents(Generated generated) {
        return generated.files().files().entrySet().stream()
                .filter(file -> Character.isDigit(file.getKey().charAt(0)))
                .flatMap(file -> Stream.of(file.getValue().split("(?m)^---\n", -1)))
                .filter(document -> document.contains("kind: "))
                .toList();
    }

    /** As values of no type, so that each field goes to the API server as it is written. */
    private static HasMetadata read(String document) {
        return TYPES.unmarshal(document, GenericKubernetesResource.class);
    }
}
