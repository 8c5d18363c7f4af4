package dev.gatehouse.measurements.plan;

import dev.gatehouse.measurements.schedule.ArrivalProcess;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Builds a {@link Plan}. What is not said: 14 rounds at least, 10 s each after 2 s of warm-up, a limit of 30 s, Poisson
 * arrivals, {@link Delta#DEFAULT}, seed 1, the embedded ingress, nothing injected. Mutable, for one thread.
 */
public final class PlanBuilder {
    private final String platform;
    private final String specSha256;
    private List<Contestant> contestants = List.of();
    private Rate rate = Rate.ofPerSecond(200);
    private ArrivalProcess process = ArrivalProcess.POISSON;
    private Duration duration = Duration.ofSeconds(10);
    private Duration warmUp = Duration.ofSeconds(2);
    private Duration limit = Duration.ofSeconds(30);
    private Delta delta = Delta.DEFAULT;
    private int rounds = 14;
    private long seed = 1;
    private Part part = Part.WHOLE;
    private String engine = "embedded";
    private final SortedMap<String, Duration> injected = new TreeMap<>();

    PlanBuilder(String platform, String specSha256) {
        this.platform = platform;
        this.specSha256 = specSha256;
    }

    /** Who takes part, in the order of verdicts. */
    public PlanBuilder contestants(List<Contestant> all) {
        contestants = List.copyOf(all);
        return this;
    }

    /** The rate offered to every contestant. */
    public PlanBuilder rate(Rate offered) {
        rate = offered;
        return this;
    }

    /** How arrivals are spread. */
    public PlanBuilder process(ArrivalProcess spread) {
        process = spread;
        return this;
    }

    /** How long a contestant runs in a round. */
    public PlanBuilder duration(Duration measured) {
        duration = measured;
        return this;
    }

    /** How long a contestant runs before it is measured. */
    public PlanBuilder warmUp(Duration thrownAway) {
        warmUp = thrownAway;
        return this;
    }

    /** How long an answer may take. */
    public PlanBuilder limit(Duration longest) {
        limit = longest;
        return this;
    }

    /** The smallest difference that matters. */
    public PlanBuilder delta(Delta smallest) {
        delta = smallest;
        return this;
    }

    /** At least that many rounds; filled up to whole squares. */
    public PlanBuilder rounds(int atLeast) {
        rounds = atLeast;
        return this;
    }

    /** The seed of everything random. */
    public PlanBuilder seed(long number) {
        seed = number;
        return this;
    }

    /** Which part of the schedule this generator sends. */
    public PlanBuilder part(Part share) {
        part = share;
        return this;
    }

    /** What plays the ingress. */
    public PlanBuilder engine(String word) {
        engine = word;
        return this;
    }

    /** A delay at a hop, by its kind. */
    public PlanBuilder inject(String hop, Duration delay) {
        injected.put(hop, delay);
        return this;
    }

    /** The whole schedule that a plan with this mix would have. */
    public Schedule schedule(Mix mix) {
        return Schedule.of(mix, process, rate, duration, seed);
    }

    /**
     * The plan.
     *
     * @param mix what the requests ask for; the plan keeps the hash of the schedule that it gives
     * @throws IllegalArgumentException if there are fewer than two contestants, or nothing would be sent
     */
    public Plan build(Mix mix) {
        String names = contestants.stream()
                .filter(contestant -> contestant.role() == Contestant.Role.DESIGN)
                .map(Contestant::name)
                .collect(Collectors.joining(", "));
        int filled = Rounds.filled(rounds, Math.max(2, contestants.size()));
        return new Plan(
                "At " + rate + ", which of " + names + " has the smaller median response time, by " + delta
                        + " or more?",
                platform,
                specSha256,
                contestants,
                rate,
                process,
                duration,
                warmUp,
                limit,
                delta,
                filled,
                "after " + filled + " rounds, whatever they show",
                seed,
                schedule(mix).sha256(),
                part,
                engine,
                injected);
    }
}
