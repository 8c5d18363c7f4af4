package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** A weight of more than 100. */
final class WeightOver100 implements Rule {
    private static final About ABOUT = About.of("GH-432", Severity.ERROR, Source.RUN, "a weight of more than 100", """
            A weight is a percentage. One over 100 leaves its group without any shares from that Mapping on:
            their routes are there and never taken.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            if (group.members().size() > 1) {
                Weights.over(group)
                        .ifPresent(member -> report.add(
                                member,
                                member.place("weight"),
                                "weight " + member.text("weight") + " is over 100",
                                "it and those after it in its group (" + Weights.listed(group) + ") are never taken",
                                "write a percentage"));
            }
        }
    }
}
