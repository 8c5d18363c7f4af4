package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.model.finding.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of an upstream that another Mapping decides. */
final class SharedCluster implements Rule {
    private static final About ABOUT = About.of(
            "GH-442", Severity.WARNING, Source.RUN, "settings of an upstream that another Mapping decides", """
            Mappings of one namespace with the same service and circuit breakers share one Envoy cluster, and
            the first one, by name, sets it up: connect_timeout_ms, grpc, keepalive, health_checks, resolver,
            DNS settings and stats_name of all others are passed over without a word. A cluster_tag makes a
            cluster of its own.""");
    private static final List<String> FIELDS = List.of(
            "cluster_idle_timeout_ms",
            "cluster_max_connection_lifetime_ms",
            "connect_timeout_ms",
            "dns_type",
            "enable_ipv4",
            "enable_ipv6",
            "grpc",
            "health_checks",
            "keepalive",
            "resolver",
            "respect_dns_ttl",
            "stats_name");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Map<String, Written> owners = new HashMap<>();
        for (Upstream upstream : scene.table().upstreams()) {
            scene.resource(upstream.origin()).ifPresent(owner -> owners.put(upstream.name(), owner));
        }
        scene.upstreams().forEach((mapping, upstream) -> {
            Written owner = owners.getOrDefault(upstream, mapping);
            List<String> differing = owner == mapping ? List.of() : differing(mapping, owner);
            if (!differing.isEmpty()) {
                report.add(
                        mapping,
                        mapping.place("service"),
                        owner.key() + ", with the same service, decides its " + String.join(", ", differing),
                        "what this Mapping says of that is passed over without a word",
                        "write the same in both, or add a cluster_tag");
            }
        });
    }

    private static List<String> differing(Written mapping, Written owner) {
        return FIELDS.stream()
                .filter(field -> !mapping.shown(field).equals(owner.shown(field)))
                .map(field -> field + " (" + owner.shown(field) + ")")
                .toList();
    }
}
