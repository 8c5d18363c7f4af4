package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;
import java.util.Set;

/** A load_balancer whose policy and key do not go together. */
final class BalancerKey implements Rule {
    private static final About ABOUT = About.of(
            "GH-449", Severity.ERROR, Source.RUN, "a load_balancer whose policy and key do not go together", """
            ring_hash and maglev need exactly one of cookie (with a name), header and source_ip; round_robin and
            least_request take none. Otherwise Emissary drops the Mapping.""");
    private static final List<String> KEYS = List.of("cookie", "header", "source_ip");
    private static final Set<String> HASHING = Set.of("ring_hash", "maglev");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            long keys = KEYS.stream()
                    .filter(key -> mapping.has("load_balancer", key))
                    .count();
            boolean hashing = HASHING.contains(mapping.text("load_balancer", "policy"));
            if (mapping.has("load_balancer") && keys != (hashing ? 1 : 0)) {
                report.add(
                        mapping,
                        mapping.place("load_balancer"),
                        "policy " + mapping.text("load_balancer", "policy") + " with "
                                + (keys == 0 ? "no key" : keys == 1 ? "a key" : keys + " keys"),
                        "Emissary drops the Mapping: it has no route",
                        hashing ? "write one of " + String.join(", ", KEYS) : "remove " + String.join(", ", KEYS));
            }
        }
    }
}
