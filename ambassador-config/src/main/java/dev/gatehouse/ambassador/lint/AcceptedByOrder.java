package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A setting that only the first Mapping of a group has. */
final class AcceptedByOrder implements Rule {
    private static final About ABOUT = About.of(
            "GH-439", Severity.WARNING, Source.RUN, "a setting that only the first Mapping of a group has", """
            A later Mapping may lack what the first one lends the group, and the first one's setting holds for
            it too. The reverse is refused: were the names sorted the other way round, the Mapping with the
            setting would be dropped. Write the setting in all of them.""");
    private static final List<String> FIELDS = List.of(
            "bypass_auth",
            "cluster_idle_timeout_ms",
            "cluster_max_connection_lifetime_ms",
            "connect_timeout_ms",
            "keepalive",
            "labels",
            "load_balancer",
            "prefix_exact",
            "prefix_regex");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            List<Written> members = group.members();
            for (Written member : members) {
                List<String> lent = FIELDS.stream()
                        .filter(field -> members.get(0).has(field) && !member.has(field))
                        .toList();
                if (!lent.isEmpty()) {
                    report.add(
                            member,
                            member.place(),
                            "it lacks " + String.join(", ", lent) + ", which "
                                    + members.get(0).key() + " has",
                            "the group takes it only because of the order of their names, and the first one's values hold for it",
                            "write the same here");
                }
            }
        }
    }
}
