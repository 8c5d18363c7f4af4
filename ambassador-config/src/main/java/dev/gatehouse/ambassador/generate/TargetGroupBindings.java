package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import dev.gatehouse.model.topology.Topology;
import java.util.List;

/**
 * Joins each target group, found by its name, to the Service behind it. No {@code networking}: CloudFormation owns the
 * rules that let the balancer reach the pods.
 */
final class TargetGroupBindings {
    private TargetGroupBindings() {}

    static List<Commented> of(Topology topology) {
        return topology.seam().ports().stream()
                .flatMap(port -> port.targetGroups().stream().map(group -> binding(topology, port, group)))
                .toList();
    }

    private static Commented binding(Topology topology, SeamPort port, TargetGroup group) {
        Fields spec = new Fields()
                .put("targetGroupName", group.name(), "the same name in the templates; no ARN is handed over")
                .put("targetType", "ip")
                .put("serviceRef", new Fields().put("name", group.service()).put("port", group.servicePort()));
        return CustomResource.targetGroupBinding(
                group.namespace(), group.name(), Labels.ofPort(topology.spec().name(), port.name()), spec);
    }
}
