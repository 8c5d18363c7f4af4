package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** Makes resources whose types are not Kubernetes's own. */
final class CustomResource {
    /** The one version of Emissary's resources that Emissary 4 installs by default. */
    private static final String AMBASSADOR = "getambassador.io/v3alpha1";

    private static final String LOAD_BALANCER_CONTROLLER = "elbv2.k8s.aws/v1beta1";

    private CustomResource() {}

    static Commented ambassador(String kind, String namespace, String name, Map<String, String> labels, Fields spec) {
        return of(AMBASSADOR, kind, namespace, name, labels, spec);
    }

    static Commented targetGroupBinding(String namespace, String name, Map<String, String> labels, Fields spec) {
        return of(LOAD_BALANCER_CONTROLLER, "TargetGroupBinding", namespace, name, labels, spec);
    }

    private static Commented of(
            String apiVersion, String kind, String namespace, String name, Map<String, String> labels, Fields spec) {
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setApiVersion(apiVersion);
        resource.setKind(kind);
        resource.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(labels)
                .build());
        Fields body = new Fields().put("spec", spec);
        resource.setAdditionalProperties(new java.util.LinkedHashMap<>(body.values()));
        return new Commented(resource, body.comments());
    }
}
