package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;

/** Weights of a group that add up to more than 100. */
final class WeightsOver100 implements Rule {
    private static final About ABOUT =
            About.of("GH-431", Severity.ERROR, Source.RUN, "weights of a group that add up to more than 100", """
            Weights of the Mappings that share their conditions are added up in the order of their names, and
            the sums become the shares. Where they pass 100 Emissary posts an error and uses the sums all the
            same: 70 and 60 give 70 % and 30 %, and a Mapping without a weight gets nothing.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            BigDecimal sum = Weights.sum(group);
            if (group.members().size() > 1
                    && sum.compareTo(Weights.ALL) > 0
                    && Weights.over(group).isEmpty()) {
                Written last =
                        Weights.weighted(group).get(Weights.weighted(group).size() - 1);
                report.add(
                        last,
                        last.place("weight"),
                        "the weights of its group add up to " + sum.toPlainString() + " (" + Weights.listed(group)
                                + ")",
                        "the last ones get what is left below 100, and a Mapping without a weight gets nothing",
                        "write weights that leave something for a Mapping without one");
            }
        }
    }
}
