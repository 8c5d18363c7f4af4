package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns the weights of a group's members into the draws below which they are taken. */
final class Weights {
    /** What can be weighed. */
    interface Weighed {
        Origin origin();

        Attributes values();
    }

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private Weights() {}

    /**
     * Settles the draws.
     *
     * @param members the members in the order of input
     * @param percentBelow gets each member's draw; a member that is left out has 0
     * @param complain gets what is wrong
     * @return the members in the order of their routes: those with a weight first, unless something is wrong
     */
    static <T extends Weighed> List<T> settle(
            List<T> members, Map<Origin, Integer> percentBelow, Consumer<String> complain) {
        if (members.size() == 1) {
            percentBelow.put(members.get(0).origin(), 100);
            return members;
        }
        List<T> settled = new ArrayList<>();
        List<T> unweighted = new ArrayList<>();
        int sum = 0;
        for (T member : members) {
            BigDecimal weight = member.values().number("weight").orElse(BigDecimal.ZERO);
            if (!member.values().has("weight")) {
                unweighted.add(member);
                continue;
            }
            if (weight.compareTo(ALL) > 0) {
                complain.accept("weight " + weight.toPlainString() + " of "
                        + member.origin().key() + " is over 100: all weights from it on are 0");
                return members;
            }
            sum += Rounding.whole(weight);
            percentBelow.put(member.origin(), sum);
            settled.add(member);
        }
        if (sum > 100) {
            complain.accept("the weights of its group add up to " + sum);
            return members;
        }
        int step = unweighted.isEmpty() ? 0 : Rounding.share(100 - sum, unweighted.size());
        for (int i = 0; i < unweighted.size(); i++) {
            sum = i == unweighted.size() - 1 ? 100 : sum + step;
            percentBelow.put(unweighted.get(i).origin(), sum);
            settled.add(unweighted.get(i));
        }
        return settled;
    }
}
