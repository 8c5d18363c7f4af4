package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.recording.Recorder;
import dev.gatehouse.measurements.schedule.Draws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A lab that takes no time: rounds as a machine would give them on which other things go on as well.
 *
 * <p>A request takes {@link #MEDIAN_MILLIS} at the median, spread as a lognormal of 0.35, and the model's part of it is
 * the same for every contestant. What differs is noise: the machine drifts from run to run (a first-order
 * autoregression, 0.8 of one run's state carried into the next, 1.5 % standard deviation), each run has a state of its
 * own (1 %), neighbouring requests share a slow stretch (autocorrelation 0.9), and one request in a hundred waits for
 * something with a Pareto tail of exponent 1.5.
 */
public final class Simulation {
    static final double MEDIAN_MILLIS = 5;

    private final UniformRandomProvider noise;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final int requests;
    private double drift;

    /** Begins with a machine in some state. */
    public Simulation(long seed, int requests) {
        this.noise = Draws.of(seed, "noise");
        this.normal = ZigguratSampler.NormalizedGaussian.of(noise);
        this.requests = requests;
        this.drift = normal.sample();
    }

    /**
     * All rounds of a plan.
     *
     * @param extraMicros what a request to a contestant takes longer, in microseconds
     */
    public List<Round> rounds(Plan plan, Map<String, Double> extraMicros) {
        List<Round> rounds = new ArrayList<>();
        for (List<Contestant> order : plan.orders()) {
            int number = rounds.size() + 1;
            Map<String, Run> runs = new LinkedHashMap<>();
            for (Contestant contestant : order) {
                runs.put(
                        contestant.name(),
                        run(plan.seed() * 1_000 + number, extraMicros.getOrDefault(contestant.name(), 0.0)));
            }
            rounds.add(new Round(number, runs, 0.5, Pauses.NONE, Scheduling.UNKNOWN));
        }
        return rounds;
    }

    private Run run(long seed, double extraMicros) {
        drift = 0.8 * drift + 0.6 * normal.sample();
        double state = StrictMath.exp(0.015 * drift + 0.01 * normal.sample());
        ZigguratSampler.NormalizedGaussian model = ZigguratSampler.NormalizedGaussian.of(Draws.of(seed, "model"));
        Recorder recorder = new Recorder(0, Duration.ofSeconds(30));
        double stretch = 0;
        for (int i = 0; i < requests; i++) {
            stretch = 0.9 * stretch + 0.1 * normal.sample();
            double millis = MEDIAN_MILLIS * state * StrictMath.exp(0.35 * model.sample() + 0.1 * stretch);
            if (noise.nextInt(100) == 0) {
                millis += Math.min(10_000, StrictMath.pow(1 - noise.nextDouble(), -1 / 1.5));
            }
            long intended = i * 5_000_000L;
            Exchange exchange = recorder.sent(intended, intended + 10_000);
            exchange.ok(intended + 10_000 + (long) (1e6 * millis + 1e3 * extraMicros));
        }
        return new Run(requests, recorder.finish());
    }

    /** A run whose every request takes the same time; the first {@code failed} of them fail. */
    public static Run steady(int requests, double millis, long lagMicros, int failed) {
        Recorder recorder = new Recorder(0, Duration.ofSeconds(30));
        for (int i = 0; i < requests; i++) {
            long intended = i * 5_000_000L;
            Exchange exchange = recorder.sent(intended, intended + lagMicros * 1_000);
            recorder.count("variant/iris/" + (i % 10 == 0 ? "canary" : "base"));
            if (i < failed) {
                exchange.failed(Failure.status(503, "ambassador"));
            } else {
                exchange.ok(intended + (long) (millis * 1e6));
            }
        }
        return new Run(requests, recorder.finish());
    }
}
