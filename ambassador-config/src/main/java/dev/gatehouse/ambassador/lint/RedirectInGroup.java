package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.model.finding.Severity;

/** A host_redirect that shares its conditions with other Mappings. */
final class RedirectInGroup implements Rule {
    private static final About ABOUT = About.of(
            "GH-443",
            Severity.ERROR,
            Source.RUN,
            "a host_redirect that shares its conditions with other Mappings",
            """
            A host_redirect must be the only Mapping with its conditions, shadows aside. Beside a normal
            Mapping, or a second redirect, the one whose name comes later is refused.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            scene.candidate(mapping)
                    .filter(candidate -> candidate.standing() == Standing.REFUSED
                            && candidate.why().contains("host_redirect"))
                    .ifPresent(candidate -> report.add(
                            mapping,
                            mapping.place(),
                            "it " + candidate.why(),
                            "it is refused and has no route",
                            "give it another prefix, host or headers, or remove one of them"));
            if (mapping.flag("shadow") && mapping.flag("host_redirect")) {
                report.add(
                        mapping,
                        mapping.place("host_redirect"),
                        "shadow and host_redirect exclude each other",
                        "host_redirect is ignored",
                        "remove one of them");
            }
        }
    }
}
