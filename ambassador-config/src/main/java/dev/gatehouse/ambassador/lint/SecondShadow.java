package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.model.finding.Severity;

/** A second shadow in a group. */
final class SecondShadow implements Rule {
    private static final About ABOUT =
            About.of("GH-444", Severity.ERROR, Source.RUN, "a second shadow in a group", """
            A group has one shadow. The second, by name, is refused, and the error is filed under the first
            Mapping of the group.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            scene.candidate(mapping)
                    .filter(candidate -> candidate.standing() == Standing.REFUSED
                            && candidate.why().contains("second shadow"))
                    .ifPresent(candidate -> report.add(
                            mapping,
                            mapping.place("shadow"),
                            "it " + candidate.why(),
                            "it gets no copies of any request",
                            "keep one shadow; to copy to more, let it pass requests on"));
        }
    }
}
