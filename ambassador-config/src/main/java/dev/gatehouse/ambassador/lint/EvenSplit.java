package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Mappings of a group that share evenly, because none has a weight. */
final class EvenSplit implements Rule {
    private static final About ABOUT = About.of(
            "GH-435",
            Severity.WARNING,
            Source.RUN,
            "Mappings of a group that share evenly, because none has a weight",
            """
            Mappings with the same conditions form one group, even if nobody meant so; those without a weight
            get equal parts. Two copies of a Mapping under different names split the requests of a model in
            halves.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            List<Written> even = group.members().stream()
                    .filter(member -> !member.has("weight"))
                    .toList();
            BigDecimal left = Weights.ALL.subtract(Weights.sum(group));
            for (Written member : left.signum() > 0 ? even : List.<Written>of()) {
                if (member != even.get(0)) {
                    report.add(
                            member,
                            member.place("prefix"),
                            "it has no weight, nor has " + even.get(0).key() + " with the same prefix and conditions",
                            "each of " + even.size() + " gets about "
                                    + left.divide(BigDecimal.valueOf(even.size()), RoundingMode.HALF_UP)
                                    + " % of the requests",
                            "give all but one a weight, or tell them apart by prefix, host or headers");
                }
            }
        }
    }
}
