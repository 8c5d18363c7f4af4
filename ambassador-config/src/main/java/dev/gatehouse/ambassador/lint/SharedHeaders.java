package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.MappingNode;
import java.util.List;

/** Headers that are added for one Mapping of a group, and so for all. */
final class SharedHeaders implements Rule {
    private static final About ABOUT = About.of(
            "GH-441",
            Severity.WARNING,
            Source.RUN,
            "headers that are added for one Mapping of a group, and so for all",
            """
            add_request_headers and add_response_headers of all Mappings of a group are put together and added
            to every request of the group: a header that shall mark the canary marks the base too. Mark variants
            in the services themselves.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            for (String field : List.of("add_request_headers", "add_response_headers")) {
                for (Written member : group.members()) {
                    for (MappingNode.Entry entry : member.entries(field)) {
                        String header = entry.key().text();
                        group.members().stream()
                                .filter(other -> !other.shown(field, header).equals(member.shown(field, header)))
                                .findFirst()
                                .ifPresent(
                                        other -> report.add(
                                                member,
                                                entry.key().place(),
                                                field + " " + header + " is not that of " + other.key(),
                                                "headers are added for the whole group: one value of " + header
                                                        + " holds for every Mapping in it",
                                                "let the services mark their answers themselves, or write the same in all Mappings"));
                    }
                }
            }
        }
    }
}
