package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.model.finding.Severity;
import java.util.stream.Collectors;

/** A Mapping that no Host takes, although it has a hostname. */
final class NoHostTakesIt implements Rule {
    private static final About ABOUT = About.of(
            "GH-413", Severity.ERROR, Source.RUN, "a Mapping that no Host takes, although it has a hostname", """
            A Mapping is in the virtual hosts of those Hosts whose hostname overlaps with its own and, where a
            Host has a mappingSelector, whose selector meets its labels. One that no Host takes answers nothing;
            no error is posted. Ports count as text: Host api.example:8080 does not take hostname api.example.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        String hosts = scene.table().virtualHosts().stream()
                .flatMap(host -> host.domains().stream())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
        for (Written mapping : scene.mappings()) {
            boolean alone = scene.candidate(mapping)
                    .filter(candidate ->
                            candidate.standing() == Standing.SERVES || candidate.standing() == Standing.REDIRECTS)
                    .filter(candidate -> candidate.hosts().isEmpty())
                    .isPresent();
            if (alone && !hosts.isEmpty() && !mapping.host().isEmpty()) {
                report.add(
                        mapping,
                        mapping.place(mapping.has("hostname") ? "hostname" : "host"),
                        "no Host takes " + mapping.host(),
                        "it answers nothing; the hosts that Listeners have are " + hosts,
                        "correct the hostname, or the labels that a Host selects by, or add a Host");
            }
        }
    }
}
