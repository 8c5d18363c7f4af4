package dev.gatehouse.report.write;

import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.Seam;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where AWS hands over to the cluster: per port what each side says of it. */
final class SeamJson {
    private SeamJson() {}

    static ArrayNode of(Seam seam) {
        ArrayNode ports = JsonNodeFactory.instance.arrayNode();
        for (SeamPort port : seam.ports()) {
            ObjectNode node = ports.addObject().put("port", port.name());
            ArrayNode entries = node.putArray("entries");
            port.entries().forEach(entries::add);
            JsonText.putOptional(node, "model", port.model());
            node.put("inFront", port.trust().inFront().word())
                    .put("mutualTls", port.trust().mutualTls())
                    .put("clientAddress", port.clientAddress().word())
                    .put("targetGroup", port.targetGroup().name());
            if (port.targetGroups().size() > 1) {
                ArrayNode others = node.putArray("otherTargetGroups");
                port.targetGroups().stream().skip(1).forEach(group -> others.add(group.name()));
            }
            node.set("aws", aws(port));
            node.set("kubernetes", kubernetes(port.targetGroup()));
        }
        return ports;
    }

    private static ObjectNode aws(SeamPort port) {
        TargetGroup group = port.targetGroup();
        ObjectNode node = JsonText.object()
                .put("balancer", port.balancer())
                .put("listenerPort", port.port())
                .put("endsTls", port.terminatesTls())
                .put("verifiesClients", port.verifiesClients())
                .put("targetPort", group.port())
                .put("tlsToTarget", group.tls())
                .put("keepsClientAddress", group.preservesClientAddress());
        node.set("healthCheck", healthCheck(group.healthCheck()));
        return node;
    }

    private static ObjectNode healthCheck(HealthCheck check) {
        ObjectNode node = JsonText.object().put("protocol", check.protocol()).put("port", check.port());
        JsonText.putOptional(node, "path", Optional.of(check.path()).filter(path -> !path.isEmpty()));
        return node;
    }

    private static ObjectNode kubernetes(TargetGroup group) {
        return JsonText.object()
                .put("namespace", group.namespace())
                .put("service", group.service())
                .put("servicePort", group.servicePort())
                .put("targetPort", group.port());
    }
}
