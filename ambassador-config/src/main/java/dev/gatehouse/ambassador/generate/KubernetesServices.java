package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.spec.Cluster;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.SeamBalancer;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Kubernetes knows of Emissary's pods: a Service with a port per Listener, and how many may be away at once. */
final class KubernetesServices {
    private static final int MAX_AWAY = 1;

    private KubernetesServices() {}

    static List<Commented> of(Topology topology) {
        return topology.seam().ports().stream()
                .findFirst()
                .map(port -> List.of(
                        service(topology, port.targetGroup().service()),
                        budget(topology, port.targetGroup().service())))
                .orElse(List.of());
    }

    private static Commented service(Topology topology, String name) {
        Cluster cluster = topology.spec().cluster();
        List<ServicePort> ports = new ArrayList<>();
        for (SeamPort port : topology.seam().ports()) {
            ports.add(port(
                    port.name(),
                    port.targetGroup().servicePort(),
                    port.targetGroup().port()));
        }
        ports.add(port("health", HealthCheck.AMBASSADOR.port(), HealthCheck.AMBASSADOR.port()));
        return new Commented(
                new ServiceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.ambassador())
                        .withLabels(Labels.of(topology.spec().name()))
                        .endMetadata()
                        .withNewSpec()
                        .withType("ClusterIP")
                        .withSelector(cluster.selector())
                        .withPorts(ports)
                        .endSpec()
                        .build(),
                Map.of(
                        List.of("spec", "type"),
                        balancer(topology) + " is CloudFormation's; TargetGroupBindings join the two"));
    }

    private static String balancer(Topology topology) {
        boolean application = topology.seam().balancers().stream()
                .anyMatch(balancer -> balancer.id().equals(SeamBalancer.APPLICATION));
        return application ? "the ALB" : "the NLB";
    }

    private static ServicePort port(String name, int port, int target) {
        return new ServicePortBuilder()
                .withName(name)
                .withPort(port)
                .withTargetPort(new IntOrString(target))
                .withProtocol("TCP")
                .build();
    }

    private static Commented budget(Topology topology, String name) {
        Cluster cluster = topology.spec().cluster();
        return new Commented(
                new PodDisruptionBudgetBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.ambassador())
                        .withLabels(Labels.of(topology.spec().name()))
                        .endMetadata()
                        .withNewSpec()
                        .withMaxUnavailable(new IntOrString(MAX_AWAY))
                        .withNewSelector()
                        .withMatchLabels(cluster.selector())
                        .endSelector()
                        .endSpec()
                        .build(),
                Map.of(List.of("spec", "maxUnavailable"), "a drained node takes one pod of the ingress at a time"));
    }
}
