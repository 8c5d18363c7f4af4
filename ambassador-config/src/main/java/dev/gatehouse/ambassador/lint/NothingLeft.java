package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** A Mapping without a weight, for which the others leave nothing. */
final class NothingLeft implements Rule {
    private static final About ABOUT = About.of(
            "GH-436", Severity.NOTE, Source.RUN, "a Mapping without a weight, for which the others leave nothing", """
            Weights that add up to 100 leave 0 % for the Mapping without one. That is how a cut-over is written:
            weight 100 on the new one, and the old one stays as it was.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            for (Written member : group.members()) {
                if (!member.has("weight")
                        && group.members().size() > 1
                        && Weights.sum(group).compareTo(Weights.ALL) == 0) {
                    report.add(
                            member,
                            member.place(),
                            "the weights of its group leave it 0 % (" + Weights.listed(group) + ")",
                            "it gets no requests",
                            "nothing, if this is a cut-over; otherwise lower a weight");
                }
            }
        }
    }
}
