package dev.gatehouse.model.compare;

import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.SeamBalancer;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.topology.Wire;
import java.util.ArrayList;
import java.util.List;

/** What is no promise but that people weigh. */
final class MeasureFold {
    private MeasureFold() {}

    static List<Measure> measures(Topology topology) {
        EntryPath path = topology.paths().stream()
                .filter(each -> each.entry().isPublic())
                .findFirst()
                .orElse(topology.paths().get(0));
        List<Measure> measures = new ArrayList<>(List.of(
                Measure.ofSpec("hops", String.valueOf(path.onPath().size()), "hops"),
                Measure.ofSpec("trusted-hops", String.valueOf(trustedHops(topology)), "hops"),
                Measure.ofSpec("tls-ends", tlsEnds(topology, path), ""),
                Measure.ofSpec("one-more-model", oneMoreModel(topology), "")));
        measures.addAll(RecoveryFold.measures(topology, path));
        measures.addAll(BoardFold.measures(topology));
        return measures;
    }

    /** How many hops in front of the last proxy are believed about the client's address. */
    private static int trustedHops(Topology topology) {
        return topology.seam().ports().stream()
                .mapToInt(port -> port.trust().trustedHops())
                .max()
                .orElse(0);
    }

    /** The hops at which TLS ends, edge first: each sees what it carries. */
    private static String tlsEnds(Topology topology, EntryPath path) {
        boolean balancerEnds = topology.spec().modelsOf(path.entry()).stream()
                .flatMap(model -> topology.seam().port(path.entry().name(), model.name()).stream())
                .anyMatch(SeamPort::terminatesTls);
        List<Wire> arriving = topology.wires(path.entry());
        List<Hop> hops = path.onPath();
        List<String> ends = new ArrayList<>();
        for (int at = 0; at < hops.size(); at++) {
            boolean reads = hops.get(at).layer() == 7 || (hops.get(at) instanceof NetworkLoadBalancer && balancerEnds);
            if (arriving.get(at).tls() && reads) {
                ends.add(hops.get(at).kind().id());
            }
        }
        return ends.isEmpty() ? "nowhere: plain HTTP" : String.join(", ", ends);
    }

    private static String oneMoreModel(Topology topology) {
        List<String> touches = new ArrayList<>();
        if (topology.design().has(HopKind.REST_API)) {
            touches.add("REST API resources and a deployment");
        }
        if (topology.design().has(HopKind.HTTP_API)) {
            touches.add("HTTP API routes and integrations");
        }
        if (topology.design().has(HopKind.AMBASSADOR)) {
            touches.add("Mappings beside its service");
        } else if (topology.seam().ports(SeamBalancer.APPLICATION).isEmpty()) {
            touches.add("an NLB listener, a target group and a security group rule");
            touches.add("a TargetGroupBinding");
        } else {
            touches.add("an ALB rule and a target group");
            touches.add("a TargetGroupBinding");
        }
        return String.join(", ", touches);
    }
}
