package dev.gatehouse.load;

import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.server.Fault;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.TimeoutLadder.Rung;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A fault that is brought about under load. What it is and how it ends: {@link DrillSteps}. */
enum Drill {
    /** All that runs in one zone dies: balancers' nodes, and pods of the ingress and of the models. */
    KILL_ZONE,
    /** One pod of the ingress dies, of two in each zone, and the balancers notice by their health checks. */
    KILL_INGRESS_POD,
    /** Answers of one model take longer than every hop waits for them. */
    SLOW_MODEL,
    /** One model breaks connections off when it has read the request. */
    RESET_UPSTREAM,
    /** The ingress takes other routes, and then the first ones again. */
    RELOAD_ROUTES;

    private static final Duration LONGER = Duration.ofSeconds(5);

    /** The word of the command line, such as {@code kill-zone}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Drill> ofWord(String word) {
        return Arrays.stream(values())
                .filter(drill -> drill.word().equals(word))
                .findFirst();
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

    /** How many pods of the ingress run in each zone. */
    int pods() {
        return this == KILL_INGRESS_POD ? 2 : 1;
    }

    /** Lets a model go wrong, all its variants but the shadow. */
    static void set(Lab lab, Model model, Fault fault) {
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
}
