package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.EntryPath;
import java.util.List;

/** What would help where no hop of a path keeps a promise, beside choosing a design that does. */
final class Cures {
    private Cures() {}

    static List<String> of(String promise, EntryPath path, Facts facts) {
        return switch (promise) {
            case "fixed-address" ->
                path.has(HopKind.APPLICATION_LOAD_BALANCER)
                        ? List.of("put a public network-load-balancer with an Elastic IP per zone in front of the ALB "
                                + albTargets(facts))
                        : List.of();
            case "web-firewall" ->
                path.has(HopKind.NETWORK_LOAD_BALANCER)
                                && !path.has(HopKind.APPLICATION_LOAD_BALANCER)
                                && !path.has(HopKind.REST_API)
                        ? List.of("put an application-load-balancer with a web ACL behind the NLB " + albTargets(facts))
                        : List.of();
            case "mutual-tls" -> List.of("give the entry a balancer of its own that passes TLS through to Emissary");
            default -> List.of();
        };
    }

    /** When an ALB could first stand behind an NLB, on the day compared or later. */
    private static String albTargets(Facts facts) {
        return facts.capability("network-load-balancer", "alb-targets")
                .or(() -> facts.later("network-load-balancer", "alb-targets"))
                .flatMap(Fact::since)
                .map(since -> "(alb targets, since " + since + ")")
                .orElse("(alb targets)");
    }
}
