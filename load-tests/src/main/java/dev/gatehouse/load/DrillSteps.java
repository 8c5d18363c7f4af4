package dev.gatehouse.load;

import dev.gatehouse.lab.server.Fault;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happens in a drill, and when: the fault comes first, the last step ends it. How long a lost zone is still called
 * is on the sheets ({@code lost-zone}); that AWS notices a lost node as soon as a lost target is assumed.
 *
 * @param all in the order in which they happen
 */
record DrillSteps(List<DrillStep> all) {
    /** Everything is well until then. */
    static final Duration FAULT = Duration.ofSeconds(5);

    /** How long requests are sent after the last step. */
    private static final Duration AFTER = Duration.ofSeconds(10);

    private static final Duration NOTICED = FAULT.plus(HealthCheck.NOTICED_AFTER);
    private static final String CHECKS =
            "every " + HealthCheck.INTERVAL.toSeconds() + " s, dead after " + HealthCheck.THRESHOLD;

    /** Copies the list. */
    DrillSteps {
        all = List.copyOf(all);
    }

    /**
     * The steps of a drill.
     *
     * @param region whose facts hold
     */
    static DrillSteps of(Drill drill, Facts facts, String region) {
        return new DrillSteps(
                switch (drill) {
                    case KILL_ZONE -> lostZone(facts, region);
                    case KILL_INGRESS_POD ->
                        List.of(
                                fault(
                                        "one ingress pod dies, of two in each zone",
                                        (lab, model) -> lab.faults().killPod(0)),
                                new DrillStep(
                                        NOTICED,
                                        "the balancers' health checks notice, " + CHECKS,
                                        (lab, model) -> lab.faults().noticePod(0)));
                    case SLOW_MODEL ->
                        List.of(
                                fault(
                                        "one model answers later than every hop waits",
                                        (lab, model) -> Drill.set(
                                                lab, model, new Fault.Slow(Drill.beyondEveryLimit(lab, model)))),
                                new DrillStep(
                                        NOTICED,
                                        "the model is as fast as before",
                                        (lab, model) -> lab.models().heal()));
                    case RESET_UPSTREAM ->
                        List.of(
                                fault(
                                        "one model resets its connections",
                                        (lab, model) -> Drill.set(lab, model, new Fault.Reset())),
                                new DrillStep(
                                        NOTICED,
                                        "the model answers again",
                                        (lab, model) -> lab.models().heal()));
                    case RELOAD_ROUTES ->
                        List.of(
                                fault(
                                        "the ingress takes other routes",
                                        (lab, model) -> lab.faults().reloadRoutes()),
                                new DrillStep(
                                        FAULT.plus(AFTER),
                                        "it takes the first ones again",
                                        (lab, model) -> lab.faults().reloadRoutes()));
                });
    }

    private static List<DrillStep> lostZone(Facts facts, String region) {
        Duration kept = kept(facts, region);
        Duration givenUp = lostZone(facts, region, HopKind.MODEL_SERVICE);
        return List.of(
                fault(
                        "a zone is lost: the balancers' nodes there, pods of the ingress and of the models",
                        (lab, model) -> lab.faults().killZone(0)),
                new DrillStep(
                        NOTICED,
                        "health checks notice, " + CHECKS + ": its nodes leave the balancers' names",
                        (lab, model) -> lab.faults().noticeZone(0)),
                new DrillStep(
                        FAULT.plus(givenUp),
                        "Kubernetes gives its nodes up: Services leave its pods out",
                        (lab, model) -> lab.faults().giveUpZone(0)),
                new DrillStep(
                        NOTICED.plus(kept),
                        "the last clients ask again for a balancer's name, which they keep for " + kept.toSeconds()
                                + " s",
                        (lab, model) -> {}));
    }

    private static DrillStep fault(String what, DrillStep.Act act) {
        return new DrillStep(FAULT, what, act);
    }

    /** For how long clients keep what the name of a balancer led to. */
    static Duration kept(Facts facts, String region) {
        return Stream.of(HopKind.NETWORK_LOAD_BALANCER, HopKind.APPLICATION_LOAD_BALANCER)
                .map(hop -> lostZone(facts, region, hop))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration lostZone(Facts facts, String region, HopKind hop) {
        return facts.find(hop.id(), "lost-zone", region)
                .flatMap(Fact::value)
                .map(value -> value.toDuration())
                .orElse(Duration.ZERO);
    }

    /** The fault. */
    DrillStep first() {
        return all.get(0);
    }

    /** What ends it. */
    DrillStep end() {
        return all.get(all.size() - 1);
    }

    /** Requests leave until then. */
    Duration last() {
        return end().at().plus(AFTER);
    }
}
