package dev.gatehouse.cli;

import dev.gatehouse.measurements.knee.KneeSearch;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.model.unit.Rate;
import java.util.List;
import java.util.Map;

/** At which rate each contestant gives way, and whether a plan stays far enough below. */
final class Knees {
    private Knees() {}

    /**
     * Compares the plan's rate with knees by name.
     *
     * @throws Refusal with status 1 if the rate is above 60 % of the lowest
     */
    static void check(Plan plan, Map<String, Rate> knees) {
        Map.Entry<String, Rate> lowest = knees.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalStateException("a plan has contestants"));
        Rate knee = lowest.getValue();
        boolean none = knee.equals(Rate.ZERO);
        Rate safe = none ? Rate.ZERO : KneeSearch.chosen(plan.rate(), List.of(knee));
        if (safe.compareTo(plan.rate()) < 0) {
            throw Refusal.of(
                    Status.NO,
                    LoadRules.ABOVE_THE_KNEE,
                    Call.place(LoadOptions.NAME),
                    lowest.getKey(),
                    plan.rate() + " is more than 60 % of the " + knee + " at which " + lowest.getKey()
                            + " gives way: near there times say how full a path is, not what its hops cost",
                    none
                            ? "begin with a lower --rate and another --out"
                            : "call again with --rate " + safe + " at most and another --out");
        }
    }
}
