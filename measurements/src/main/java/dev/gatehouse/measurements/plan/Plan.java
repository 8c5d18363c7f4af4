package dev.gatehouse.measurements.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.measurements.schedule.ArrivalProcess;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.model.unit.Rate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a load test is going to do. It is written into the result file before the first round, so that nobody can choose
 * the question after the answer. Built with {@link #of}.
 *
 * @param question what the run is to answer, in a sentence
 * @param platform the spec's name
 * @param specSha256 SHA-256 of the spec's bytes
 * @param contestants in the order of verdicts; at least two, each name once
 * @param rate offered to every contestant, of all generators together
 * @param process how arrivals are spread
 * @param duration of one contestant's run in a round, after its warm-up
 * @param warmUp what is sent first and thrown away
 * @param limit how long an answer may take before it counts as timed out
 * @param delta the smallest difference that matters
 * @param rounds whole squares of orders
 * @param stopRule when the run ends, in a sentence
 * @param seed of arrivals, mix, orders and resampling
 * @param scheduleSha256 of the whole schedule
 * @param part which part of the schedule this generator sends
 * @param engine what plays the ingress: {@code embedded}, {@code envoy} or {@code live}
 * @param injected delays added at hops, by the hop's kind: assumptions
 */
public record Plan(
        String question,
        String platform,
        String specSha256,
        List<Contestant> contestants,
        Rate rate,
        ArrivalProcess process,
        Duration duration,
        Duration warmUp,
        Duration limit,
        Delta delta,
        int rounds,
        String stopRule,
        long seed,
        String scheduleSha256,
        Part part,
        String engine,
        SortedMap<String, Duration> injected) {
    /** For new connections, and for users that are made ahead of their time. */
    private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);

    /**
     * Copies both collections.
     *
     * @throws IllegalArgumentException if there are fewer than two contestants, a name stands twice, or the rounds are
     *     no whole squares
     */
    public Plan {
        contestants = List.copyOf(contestants);
        injected = Collections.unmodifiableSortedMap(new TreeMap<>(injected));
        if (contestants.stream().map(Contestant::name).distinct().count() != contestants.size()) {
            throw new IllegalArgumentException("a contestant's name stands once in a plan");
        }
        if (contestants.size() < 2 || Rounds.filled(rounds, contestants.size()) != rounds) {
            throw new IllegalArgumentException(
                    rounds + " rounds are no whole squares of " + contestants.size() + " contestants");
        }
    }

    /** Begins a plan for a spec. */
    public static PlanBuilder of(String platform, String specSha256) {
        return new PlanBuilder(platform, specSha256);
    }

    /** What tells this plan from others; all parts of one plan have the same. */
    public String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(withPart(Part.WHOLE).toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same plan for another part of its schedule. */
    public Plan withPart(Part other) {
        return new Plan(
                question,
                platform,
                specSha256,
                contestants,
                rate,
                process,
                duration,
                warmUp,
                limit,
                delta,
                rounds,
                stopRule,
                seed,
                scheduleSha256,
                other,
                engine,
                injected);
    }

    /**
     * From the beginning of one contestant's turn to that of the next where several generators keep in step: whatever a
     * turn sent has been answered or has timed out by then. With 2 s of warm-up, 10 s of requests and a limit of 30 s
     * it is 43 s.
     */
    public Duration slot() {
        return warmUp.plus(duration).plus(limit).plus(BETWEEN_TURNS);
    }

    /** How many turns a run has: one of practice for each contestant, which is thrown away, and those of the rounds. */
    public long turns() {
        return (rounds + 1L) * contestants.size();
    }

    /** The order of each round. */
    public List<List<Contestant>> orders() {
        return Rounds.orders(contestants, rounds, seed);
    }
}
