package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;
import java.util.Optional;

/** A setting that the last Mapping of a group decides for all. */
final class GroupWideValue implements Rule {
    private static final About ABOUT = About.of(
            "GH-440", Severity.WARNING, Source.RUN, "a setting that the last Mapping of a group decides for all", """
            cors, retry_policy, priority, allow_upgrade and the headers to remove belong to the group: where
            Mappings of one group differ, the value of the last one that has it holds for all of them; a
            regex_rewrite holds for all only if the last Mapping has it. The order is that of their names.""");
    private static final List<String> FIELDS = List.of(
            "allow_upgrade",
            "cors",
            "priority",
            "regex_rewrite",
            "remove_request_headers",
            "remove_response_headers",
            "retry_policy");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            List<Written> members = group.members();
            for (String field : members.size() > 1 ? FIELDS : List.<String>of()) {
                Optional<Written> decider = field.equals("regex_rewrite")
                        ? Optional.of(members.get(members.size() - 1))
                        : members.stream().filter(member -> member.has(field)).reduce((one, other) -> other);
                decider.ifPresent(one -> members.stream()
                        .filter(member -> !member.shown(field).equals(one.shown(field)))
                        .forEach(member -> report.add(
                                member,
                                member.place(field),
                                "its " + field + " is " + member.shown(field) + ", and " + one.key() + " has "
                                        + one.shown(field),
                                "the one of " + one.key() + ", the last of the group, holds for both",
                                "write the same " + field + " in all Mappings of the group")));
            }
        }
    }
}
