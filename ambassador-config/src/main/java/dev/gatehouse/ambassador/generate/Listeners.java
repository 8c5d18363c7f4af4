package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.topology.SeamBalancer;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import java.util.List;

/** A Listener per port of the seam, which serves the Hosts of its own entries and no others. */
final class Listeners {
    private Listeners() {}

    static List<Commented> of(Topology topology) {
        return topology.seam().ports().stream()
                .map(port -> listener(topology, port))
                .toList();
    }

    private static Commented listener(Topology topology, SeamPort port) {
        String platform = topology.spec().name();
        ListenerWire wire = ListenerWire.of(port);
        Fields spec = new Fields()
                .put("port", port.targetGroup().port(), "entries " + String.join(", ", port.entries()))
                .put("protocolStack", wire.stack(), arriving(port))
                .put("securityModel", wire.security().name())
                .put("l7Depth", wire.trustedHops(), believed(port))
                .put("statsPrefix", "ingress_" + port.name().replace('-', '_'))
                .put(
                        "hostBinding",
                        new Fields()
                                .put("namespace", new Fields().put("from", "SELF"))
                                .put(
                                        "selector",
                                        new Fields().put("matchLabels", Labels.selectingPort(platform, port.name()))));
        return CustomResource.ambassador(
                "Listener",
                topology.spec().cluster().ambassador(),
                Names.of(platform, port.name()),
                Labels.ofPort(platform, port.name()),
                spec);
    }

    private static String arriving(SeamPort port) {
        if (!port.carriesTls()) {
            String balancer = port.balancer().equals(SeamBalancer.APPLICATION) ? "ALB" : "NLB";
            return port.terminatesTls() ? "the " + balancer + " has ended TLS" : "";
        }
        return ListenerWire.isWithoutServerName(port) ? "TLS of the balancer in front" : "TLS of the client itself";
    }

    private static String believed(SeamPort port) {
        return port.trust().trustedHops() == 0
                ? "no hop in front may set X-Forwarded-For"
                : "X-Forwarded-For of the " + port.trust().inFront().word() + " in front";
    }
}
