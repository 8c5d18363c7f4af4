package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.model.fact.Assumed;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Measured;
import dev.gatehouse.model.unit.Rate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of a load test: what {@code result.json} holds. While rounds are to come it holds the plan and the rounds
 * so far, and says nothing.
 *
 * <pre>{@code
 * Measurement measurement = Measurement.of(plan, List.of(Machine.here(tool, commit)), rounds);
 * measurement.verdicts().forEach(pair -> out.println(pair.a() + " is " + pair.verdict().words() + " than " + pair.b()));
 * }</pre>
 *
 * @param plan what was going to be done
 * @param machines on which it was done: one for each folder that was merged
 * @param knees the rate at which each contestant gave way, by its name; empty if nobody searched
 * @param pauses of the generators' processes, over all rounds
 * @param rounds the figures of each round
 * @param contestants each over all rounds, in the order of the plan
 * @param noiseFloor what a design differs from itself, if it ran twice and often enough
 * @param standing whether the run says anything
 * @param reasons why it says nothing, or less than was asked
 * @param verdicts one for each pair of contestants, the twin aside; none unless {@link Standing#RANKED}
 */
public record Measurement(
        Plan plan,
        List<Machine> machines,
        SortedMap<String, Rate> knees,
        Pauses pauses,
        List<RoundFigures> rounds,
        List<Summary> contestants,
        Optional<NoiseFloor> noiseFloor,
        Standing standing,
        List<Reason> reasons,
        List<PairVerdict> verdicts) {
    /** Copies the collections. */
    public Measurement {
        machines = List.copyOf(machines);
        knees = Collections.unmodifiableSortedMap(new TreeMap<>(knees));
        rounds = List.copyOf(rounds);
        contestants = List.copyOf(contestants);
        reasons = List.copyOf(reasons);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Says what rounds show, as far as they show anything.
     *
     * @param rounds those that are complete, by number
     */
    public static Measurement of(Plan plan, List<Machine> machines, List<Round> rounds) {
        List<RoundFigures> inNumbers = rounds.stream().map(RoundFigures::of).toList();
        List<Summary> contestants = rounds.isEmpty()
                ? List.of()
                : plan.contestants().stream()
                        .map(contestant -> Summaries.of(contestant, plan, rounds, inNumbers))
                        .toList();
        Optional<NoiseFloor> floor = Judge.noiseFloor(plan, inNumbers);
        List<Reason> reasons = new ArrayList<>(VoidRules.unfinished(plan, rounds));
        Standing standing = Standing.RANKED;
        if (!reasons.isEmpty()) {
            standing = Standing.UNFINISHED;
        } else if (!plan.injected().isEmpty()) {
            standing = Standing.REFUSED;
            reasons.add(VoidRules.injected(plan));
        } else {
            reasons.addAll(VoidRules.spoiled(plan, contestants, floor));
            standing = reasons.isEmpty() ? Standing.RANKED : Standing.VOID;
        }
        return new Measurement(
                plan,
                machines,
                new TreeMap<>(),
                rounds.stream().map(Round::pauses).reduce(Pauses.NONE, Pauses::plus),
                inNumbers,
                contestants,
                floor,
                standing,
                reasons,
                standing == Standing.RANKED ? Judge.verdicts(plan, inNumbers, contestants) : List.of());
    }

    /** The same with what a search for the knees found. */
    public Measurement withKnees(SortedMap<String, Rate> found) {
        return new Measurement(
                plan, machines, found, pauses, rounds, contestants, noiseFloor, standing, reasons, verdicts);
    }

    /** What the figures rest on: a run, or, with an injected delay, an assumption played back. */
    public Evidence evidence() {
        List<Evidence> all = new ArrayList<>(List.of(new Measured(plan.id())));
        plan.injected().forEach((hop, delay) -> all.add(new Assumed("a delay was injected at " + hop)));
        return Evidence.weakest(all);
    }

    /** How the generators' threads were scheduled over all rounds: real-time only if they were in each. */
    public Scheduling scheduling() {
        return Scheduling.together(rounds.stream().map(RoundFigures::scheduling).toList());
    }

    /** Whether it was measured on stand-ins on loopback, and not at live endpoints. */
    public boolean ranOnStandIns() {
        return plan.contestants().stream()
                .noneMatch(contestant -> contestant.subject().contains("://"));
    }

    /** A contestant over all rounds. */
    public Optional<Summary> contestant(String name) {
        return contestants.stream()
                .filter(summary -> summary.name().equals(name))
                .findFirst();
    }

    /** The verdict about {@code a} beside {@code b}, in whichever order the run has the pair. */
    public Optional<Verdict> verdict(String a, String b) {
        return verdicts.stream()
                .filter(pair -> (pair.a().equals(a) && pair.b().equals(b))
                        || (pair.a().equals(b) && pair.b().equals(a)))
                .map(pair ->
                        pair.a().equals(a) ? pair.verdict() : pair.verdict().reversed())
                .findFirst();
    }

    /** The twin, if there is one. */
    static Optional<Contestant> twin(Plan plan) {
        return plan.contestants().stream()
                .filter(contestant -> contestant.role() == Contestant.Role.TWIN)
                .findFirst();
    }
}
