package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;
import java.util.List;

/** Weights that leave requests to nobody. */
final class LeftoverWeight implements Rule {
    private static final About ABOUT =
            About.of("GH-433", Severity.ERROR, Source.RUN, "weights that leave requests to nobody", """
            What the weights of a group leave goes to its Mappings without a weight. Where there is none the
            rest falls through to the next route that matches, with a shorter prefix, or gets a 404: with
            weights 10 and 20 that is 70 % of the requests.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            List<Written> weighted = Weights.weighted(group);
            BigDecimal sum = Weights.sum(group);
            boolean all = weighted.size() == group.members().size() && weighted.size() > 1;
            if (all && sum.compareTo(Weights.ALL) < 0) {
                Written first = weighted.get(0);
                report.add(
                        first,
                        first.place("weight"),
                        "the weights of its group add up to " + sum.toPlainString() + " only (" + Weights.listed(group)
                                + ")",
                        Weights.ALL.subtract(sum).toPlainString()
                                + " % of the requests fall through to a shorter prefix, or get a 404",
                        "leave out the weight of the Mapping that shall take the rest");
            }
        }
    }
}
