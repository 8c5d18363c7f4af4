package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.model.finding.Severity;
import java.util.Optional;

/** A Mapping that its group refuses. */
final class RefusedByGroup implements Rule {
    private static final About ABOUT =
            About.of("GH-438", Severity.ERROR, Source.RUN, "a Mapping that its group refuses", """
            The first Mapping of a group, by name, lends it bypass_auth, circuit_breakers, the cluster's
            timeouts, keepalive, labels, load_balancer and the kind of prefix. A later one that says otherwise
            is refused and has no route. The error is filed under the first Mapping, not under the one that is
            refused.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            Optional<Candidate> refused = scene.candidate(mapping)
                    .filter(candidate -> candidate.standing() == Standing.REFUSED)
                    .filter(candidate -> candidate.why().startsWith("differs"));
            refused.ifPresent(candidate -> report.add(
                    mapping,
                    mapping.place(),
                    "it " + candidate.why(),
                    "it is refused and gets no requests; the error is filed under "
                            + candidate.group().key(),
                    "write these settings alike in all Mappings of the group"));
        }
    }
}
