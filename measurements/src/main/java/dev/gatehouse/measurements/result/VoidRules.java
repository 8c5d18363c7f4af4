package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.model.unit.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** When a run says nothing. */
final class VoidRules {
    static final String TWIN_DIFFERS = "GH-550";
    static final String LAG = "GH-551";
    static final String LAG_DIFFERS = "GH-552";
    static final String RATE = "GH-553";
    static final String TOO_FEW_REQUESTS = "GH-554";
    static final String UNFINISHED = "GH-555";
    static final String INJECTED = "GH-556";

    private static final double LEAST_ACHIEVED = 0.99;

    private VoidRules() {}

    static List<Reason> unfinished(Plan plan, List<Round> rounds) {
        return rounds.size() >= plan.rounds()
                ? List.of()
                : List.of(new Reason(
                        UNFINISHED,
                        rounds.size() + " of " + plan.rounds()
                                + " rounds are complete, and a verdict takes whole squares"
                                + " of rounds and the stop rule of the plan"));
    }

    static Reason injected(Plan plan) {
        return new Reason(
                INJECTED,
                "designs are not ranked by latency: a delay was injected at "
                        + plan.injected().entrySet().stream()
                                .map(delay -> delay.getKey() + " (" + Durations.format(delay.getValue()) + ")")
                                .collect(Collectors.joining(", "))
                        + ", an injected delay is assumed, and what is measured on top of an assumption is assumed");
    }

    static List<Reason> spoiled(Plan plan, List<Summary> contestants, Optional<NoiseFloor> floor) {
        List<Reason> reasons = new ArrayList<>();
        for (Summary summary : contestants) {
            if (summary.achieved() < LEAST_ACHIEVED) {
                reasons.add(new Reason(
                        RATE,
                        String.format(
                                Locale.ROOT,
                                "%s got %.1f %% of the offered rate, and less than 99 %% is another question",
                                summary.name(),
                                100 * summary.achieved())));
            }
            if (summary.p50().isEmpty()) {
                reasons.add(new Reason(
                        TOO_FEW_REQUESTS,
                        summary.name() + " has a round of fewer than 200 answers, so no median that 100 requests lie"
                                + " beyond"));
            }
        }
        if (contestants.stream().allMatch(summary -> summary.p50().isPresent())) {
            lag(plan, contestants, reasons);
        }
        floor.filter(noise -> !noise.p50().holdsZero())
                .ifPresent(noise -> reasons.add(new Reason(
                        TWIN_DIFFERS,
                        noise.design() + " differs from itself by "
                                + millis(noise.p50().lowNanos()) + " to "
                                + millis(noise.p50().highNanos())
                                + ", so any other difference may be as much of an artefact")));
        return reasons;
    }

    private static void lag(Plan plan, List<Summary> contestants, List<Reason> reasons) {
        long smallest = contestants.stream()
                .flatMap(summary -> summary.p50().stream())
                .mapToLong(Estimate::nanos)
                .min()
                .orElse(0);
        long delta = plan.delta().nanos(smallest);
        contestants.stream()
                .filter(summary -> summary.lagP50Nanos() > delta / 10)
                .forEach(summary -> reasons.add(new Reason(
                        LAG,
                        "the generator sent half of the requests to " + summary.name() + " more than "
                                + millis(summary.lagP50Nanos()) + " late, and more than a tenth of delta ("
                                + millis(delta / 10) + ") drowns what is looked for")));
        long least = contestants.stream().mapToLong(Summary::lagP99Nanos).min().orElse(0);
        long most = contestants.stream().mapToLong(Summary::lagP99Nanos).max().orElse(0);
        if (most - least > delta) {
            reasons.add(new Reason(
                    LAG_DIFFERS,
                    "the generator's p99 delay is " + millis(least) + " for one contestant and " + millis(most)
                            + " for another, which differ by more than delta (" + millis(delta) + ")"));
        }
    }

    static String millis(long nanos) {
        String size = Durations.format(Duration.ofNanos(Math.abs(nanos) / 1_000 * 1_000));
        return nanos <= -1_000 ? "-" + size : size;
    }
}
