package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A service with dots for Consul. */
final class ConsulName implements Rule {
    private static final About ABOUT =
            About.of("GH-463", Severity.ERROR, Source.CODE, "a service with dots for Consul", """
            The names of services in Consul have no dots. A Mapping with a Consul resolver whose service has one
            is dropped.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Kind kind : List.of(Kind.MAPPING, Kind.TCP_MAPPING)) {
            for (Written mapping : scene.of(kind)) {
                if (Resolution.of(scene, mapping) == Resolution.CONSUL
                        && mapping.text("service").contains(".")) {
                    report.add(
                            mapping,
                            mapping.place("service"),
                            "service " + mapping.text("service") + " has a dot, and its resolver asks Consul",
                            "Emissary drops the Mapping: it has no route",
                            "write the name that Consul has");
                }
            }
        }
        for (Written resolver : scene.of(Kind.CONSUL_RESOLVER)) {
            if (!resolver.has("datacenter")) {
                report.add(
                        resolver,
                        resolver.place(),
                        "a ConsulResolver needs a datacenter",
                        "Emissary posts an error, and finds no endpoints by it",
                        "add datacenter");
            }
        }
    }
}
