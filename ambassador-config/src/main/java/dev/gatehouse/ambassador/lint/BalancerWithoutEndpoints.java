package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A load_balancer with a resolver that gives no endpoints. */
final class BalancerWithoutEndpoints implements Rule {
    private static final About ABOUT = About.of(
            "GH-448", Severity.ERROR, Source.RUN, "a load_balancer with a resolver that gives no endpoints", """
            load_balancer needs a resolver that watches endpoints. With the default, kubernetes-service, there
            is one address to send to: Emissary drops the Mapping.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Kind kind : List.of(Kind.MAPPING, Kind.TCP_MAPPING)) {
            for (Written mapping : scene.of(kind)) {
                if (mapping.has("load_balancer") && Resolution.of(scene, mapping) == Resolution.SERVICE) {
                    report.add(
                            mapping,
                            mapping.place("load_balancer"),
                            "load_balancer with resolver " + Resolution.name(scene, mapping),
                            "Emissary drops the Mapping: it has no route",
                            "add resolver: kubernetes-endpoint");
                }
            }
        }
    }
}
