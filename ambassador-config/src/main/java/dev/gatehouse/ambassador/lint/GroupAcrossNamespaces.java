package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** Mappings of several namespaces that share their requests. */
final class GroupAcrossNamespaces implements Rule {
    private static final About ABOUT = About.of(
            "GH-423", Severity.WARNING, Source.RUN, "Mappings of several namespaces that share their requests", """
            Mappings with the same prefix, host and conditions form one group, in whatever namespace they are:
            the requests are split between them, by weight or evenly. Between teams that is seldom meant.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            List<Written> members = group.members();
            for (Written member : members) {
                if (!member.namespace().equals(members.get(0).namespace())) {
                    report.add(
                            member,
                            member.place("prefix"),
                            "it shares prefix " + member.text("prefix") + " with "
                                    + members.get(0).key(),
                            "requests are split between namespaces "
                                    + members.get(0).namespace() + " and " + member.namespace(),
                            "give one of them another prefix or hostname, or keep the variants of a model in one namespace");
                }
            }
        }
    }
}
