package dev.gatehouse.ambassador.job;

import dev.gatehouse.ambassador.write.Commented;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An account for the pods that may list pods, and nothing else: they look when the last of them is there. */
final class Access {
    private static final String RBAC = "rbac.authorization.k8s.io";

    private Access() {}

    static List<Commented> of(LoadJob job) {
        return List.of(
                Commented.of(new ServiceAccountBuilder()
                        .withMetadata(metadata(job))
                        .withAutomountServiceAccountToken(false)
                        .build()),
                new Commented(
                        new RoleBuilder()
                                .withMetadata(metadata(job))
                                .addNewRule()
                                .withApiGroups("")
                                .withResources("pods")
                                .withVerbs("list")
                                .endRule()
                                .build(),
                        Map.of(
                                List.of("rules"),
                                "each part waits for the others: it lists the pods, and reads when each started")),
                Commented.of(new RoleBindingBuilder()
                        .withMetadata(metadata(job))
                        .withNewRoleRef()
                        .withApiGroup(RBAC)
                        .withKind("Role")
                        .withName(job.name())
                        .endRoleRef()
                        .addNewSubject()
                        .withKind("ServiceAccount")
                        .withName(job.name())
                        .withNamespace(job.namespace())
                        .endSubject()
                        .build()));
    }

    static ObjectMeta metadata(LoadJob job) {
        return new ObjectMetaBuilder()
                .withName(job.name())
                .withNamespace(job.namespace())
                .withLabels(labels(job))
                .build();
    }

    static Map<String, String> labels(LoadJob job) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app.kubernetes.io/managed-by", "gatehouse");
        labels.put("app.kubernetes.io/name", job.name());
        return labels;
    }
}
