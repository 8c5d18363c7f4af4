package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import java.time.Duration;

/** Times that no spec says and that follow from no other: they stand on fact sheets, so that own facts go over them. */
final class ChosenTimes {
    private ChosenTimes() {}

    /** How long Emissary waits for a token service of yours. */
    static Duration ofTokenService(Topology topology) {
        return time(topology, HopKind.AMBASSADOR, "generated-token-service-timeout");
    }

    /** How long Emissary waits for a limiter of yours. */
    static Duration ofLimiter(Topology topology) {
        return time(topology, HopKind.AMBASSADOR, "generated-rate-limit-service-timeout");
    }

    /** How long an administrator's request may take. */
    static Duration ofAdministration(Topology topology) {
        return time(topology, HopKind.AMBASSADOR, "generated-admin-timeout");
    }

    /** How long an NLB may go on sending new connections to a pod that it has been told to leave. */
    static Duration ofLateConnections(Topology topology) {
        return time(topology, HopKind.NETWORK_LOAD_BALANCER, "late-connections");
    }

    private static Duration time(Topology topology, HopKind kind, String id) {
        return topology.facts()
                .require(kind.id(), id, topology.spec().region())
                .value()
                .map(Quantity::toDuration)
                .orElseThrow(() -> new IllegalStateException(kind + "." + id + " has no value"));
    }
}
