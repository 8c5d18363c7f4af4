package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Seam;
import dev.gatehouse.model.topology.TimeoutLadder;
import dev.gatehouse.model.topology.Topology;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The one Module: what holds for every Listener. Emissary passes over fields of it that it does not know. */
final class ModuleSettings {
    /** The only name that Emissary honours. */
    private static final String NAME = "ambassador";

    private ModuleSettings() {}

    static Commented of(Topology topology) {
        boolean verifies = topology.seam().ports().stream().anyMatch(Hosts::verifiesClients);
        Fields config = new Fields();
        listenerIdle(topology.seam())
                .ifPresent(idle -> config.put(
                        "listener_idle_timeout_ms",
                        Timeouts.millis(idle),
                        topology.design().has(HopKind.APPLICATION_LOAD_BALANCER)
                                ? "the ALB closes an idle connection first, and the NLB forgets it last"
                                : "before the NLB forgets an idle connection without telling anybody"));
        config.put("use_remote_address", true, "the client's address is what the Listener's l7Depth says")
                .put("strip_matching_host_port", true, "clients of an unusual port write it into the Host header")
                .put("merge_slashes", true, "//metrics is /metrics, for every rule about paths")
                .put(
                        "reject_requests_with_escaped_slashes",
                        true,
                        "so is /%2Fmetrics, for a model server that decodes it")
                .put(
                        "forward_client_cert_details",
                        verifies ? "SANITIZE_SET" : "SANITIZE",
                        "clients can't say which certificate they showed");
        config.putIf(
                verifies,
                "set_current_client_cert_details",
                new Fields().put("subject", true).values());
        config.put("server_name", "gateway")
                .put("suppress_envoy_headers", true)
                .put(
                        "diagnostics",
                        new Fields().put("enabled", false).values(),
                        "port 8877 still has them inside the pod");
        return CustomResource.ambassador(
                "Module",
                topology.spec().cluster().ambassador(),
                NAME,
                Labels.of(topology.spec().name()),
                new Fields().put("config", config));
    }

    /**
     * How long an idle connection is kept: longer than the ALB in front, or it would send a request into a connection
     * that is being closed; and shorter than the NLB, which forgets a connection without telling anybody.
     */
    static Optional<Duration> listenerIdle(Seam seam) {
        Optional<Duration> aboveAlb =
                seam.idle(HopKind.APPLICATION_LOAD_BALANCER).map(idle -> idle.plus(TimeoutLadder.MARGIN));
        Optional<Duration> belowNlb =
                seam.idle(HopKind.NETWORK_LOAD_BALANCER).map(idle -> idle.minus(TimeoutLadder.MARGIN));
        return Stream.of(aboveAlb, belowNlb).flatMap(Optional::stream).max(Duration::compareTo);
    }
}
