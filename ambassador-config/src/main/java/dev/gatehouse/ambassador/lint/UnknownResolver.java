package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A resolver that is not there. */
final class UnknownResolver implements Rule {
    private static final About ABOUT =
            About.of("GH-450", Severity.ERROR, Source.RUN, "a resolver that is not there", """
            kubernetes-service, kubernetes-endpoint (also endpoint) and consul (also consul-endpoint) are always
            there; others are resources. A Mapping with an unknown one is dropped.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Kind kind : List.of(Kind.MAPPING, Kind.TCP_MAPPING)) {
            for (Written mapping : scene.of(kind)) {
                String name = Resolution.name(scene, mapping);
                if (Resolution.of(scene, mapping) == Resolution.UNKNOWN) {
                    report.add(
                            mapping,
                            mapping.place("resolver"),
                            "there is no resolver " + name + Nearest.hint(name, Resolution.names(scene)),
                            "Emissary drops the Mapping: it has no route",
                            "write kubernetes-endpoint or kubernetes-service, or add the resolver");
                }
            }
        }
    }
}
