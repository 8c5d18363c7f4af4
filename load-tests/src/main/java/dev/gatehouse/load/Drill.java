package dev.gatehouse.load;

import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.server.Fault;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.TimeoutLadder.Rung;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A fault that is brought about under load, and how it ends. */
enum Drill {
    /** The targets of one zone die, and the balancers notice by their health checks. */
    KILL_ZONE("the targets of one zone die", "the balancers' health checks notice: " + Checks.WORDS),
    /** One pod of the ingress dies, of two in each zone, and the balancers notice by their health checks. */
    KILL_INGRESS_POD(
            "one ingress pod dies, of two in each zone", "the balancers' health checks notice: " + Checks.WORDS),
    /** Answers of one model take longer than every hop waits for them. */
    SLOW_MODEL("one model answers later than every hop waits", "the model is as fast as before"),
    /** One model breaks connections off when it has read the request. */
    RESET_UPSTREAM("one model resets its connections", "the model answers again"),
    /** The ingress takes its routes anew, twice. */
    RELOAD_ROUTES("the ingress takes its routes anew", "the ingress takes them anew once more");

    private static final Duration LONGER = Duration.ofSeconds(5);

    private final String fault;
    private final String end;

    Drill(String fault, String end) {
        this.fault = fault;
        this.end = end;
    }

    /** The word of the command line, such as {@code kill-zone}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Drill> ofWord(String word) {
        return Arrays.stream(values())
                .filter(drill -> drill.word().equals(word))
                .findFirst();
    }

    /** What happens. */
    String fault() {
        return fault;
    }

    /** What ends it. */
    String end() {
        return end;
    }

    /** Whether the fault is one of a model, and not of a hop. */
    boolean isOfModel() {
        return this == SLOW_MODEL || this == RESET_UPSTREAM;
    }

    /** Why it can't be done with a design; empty if it can. */
    Optional<String> impossible(Design design) {
        boolean wantsIngress = this == KILL_INGRESS_POD || this == RELOAD_ROUTES;
        return wantsIngress && !design.has(HopKind.AMBASSADOR)
                ? Optional.of("no ingress on this path")
                : Optional.empty();
    }

    /** How many targets the last balancer has. */
    int targets(int zones) {
        return this == KILL_INGRESS_POD ? 2 * zones : zones;
    }

    /** Brings the fault about. */
    void begin(Lab lab, Model model) {
        switch (this) {
            case KILL_ZONE, KILL_INGRESS_POD -> lab.faults().killZone(0);
            case SLOW_MODEL -> set(lab, model, new Fault.Slow(beyondEveryLimit(lab, model)));
            case RESET_UPSTREAM -> set(lab, model, new Fault.Reset());
            case RELOAD_ROUTES -> lab.faults().reloadRoutes();
        }
    }

    /** Ends it. */
    void end(Lab lab) {
        switch (this) {
            case KILL_ZONE, KILL_INGRESS_POD -> lab.faults().noticeZone(0);
            case SLOW_MODEL, RESET_UPSTREAM -> lab.models().heal();
            case RELOAD_ROUTES -> lab.faults().reloadRoutes();
        }
    }

    private static void set(Lab lab, Model model, Fault fault) {
        lab.models().answered().stream()
                .filter(served -> served.model().equals(model.name()))
                .filter(served -> served.variant() != Variant.SHADOW)
                .forEach(served -> lab.models().set(model.name(), served.variant(), fault));
    }

    /** Longer than the most patient hop of the model's path waits for a whole answer. */
    static Duration beyondEveryLimit(Lab lab, Model model) {
        return lab.topology().seam().ladder(model.name()).stream()
                .flatMap(ladder -> ladder.rungs().stream())
                .flatMap(rung -> longest(rung).stream())
                .max(Duration::compareTo)
                .orElse(Model.ASSUMED_AT_MOST)
                .plus(LONGER);
    }

    private static Optional<Duration> longest(Rung rung) {
        return rung.total().or(rung::idle);
    }

    /** How balancers check their targets, in words. */
    private static final class Checks {
        static final String WORDS = "every " + HealthCheck.INTERVAL.toSeconds() + " s, dead after "
                + HealthCheck.THRESHOLD + ", as every generated target group says";
    }
}
