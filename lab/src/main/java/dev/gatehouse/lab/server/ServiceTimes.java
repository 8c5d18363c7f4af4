package dev.gatehouse.lab.server;

import dev.gatehouse.model.spec.Answers;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Streaming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * How long a model takes for a request: log-normal, decided by the seed, the model and the request's number alone.
 *
 * <p>A spec gives bounds and no distribution, so these are assumptions: the median is a quarter of the p99, which is
 * where inference servers under light load have been seen; a model without a p99 has one of half its bound; nothing
 * takes longer than the bound. A stream's first token comes at the median after an eighth of its bound, its whole
 * answer after a twentieth.
 */
final class ServiceTimes {
    /** How many standard deviations the 99th percentile of a normal distribution lies above its median. */
    private static final double P99 = 2.326_347_874;

    private static final double MEDIAN_OF_P99 = 4;
    private static final double P99_OF_BOUND = 2;
    private static final double FIRST_TOKEN = 8;
    private static final double WHOLE_STREAM = 20;
    private static final Duration UNBOUNDED_STREAM = Duration.ofSeconds(60);
    private static final int TOKEN_BYTES = 64;
    private static final int MOST_TOKENS = 2_000;

    private final long seed;
    private final Model model;

    ServiceTimes(long seed, Model model) {
        this.seed = seed;
        this.model = model;
    }

    /** The whole answer to a request. */
    Duration answer(long request) {
        Duration bound = model.atMost().orElse(Model.ASSUMED_AT_MOST);
        Duration p99 = model.answers().flatMap(Answers::p99).orElse(scaled(bound, 1 / P99_OF_BOUND));
        return drawn(random(request), scaled(p99, 1 / MEDIAN_OF_P99), MEDIAN_OF_P99, bound);
    }

    /** When each piece of a stream comes, counted from the one before; the first from the request. */
    List<Duration> stream(long request) {
        SplittableRandom random = random(request);
        Duration gap = model.stream().map(Streaming::longestGap).orElse(Duration.ofSeconds(1));
        Duration firstBound = model.stream().flatMap(Streaming::firstToken).orElse(gap);
        Duration bound = model.atMost().orElse(UNBOUNDED_STREAM);
        Duration first = drawn(random, scaled(firstBound, 1 / FIRST_TOKEN), FIRST_TOKEN / 2, firstBound);
        Duration whole = drawn(random, scaled(bound, 1 / WHOLE_STREAM), WHOLE_STREAM / 4, bound);
        int tokens =
                (int) Math.max(1, Math.min(MOST_TOKENS, model.load().response().bytes() / TOKEN_BYTES));
        Duration rest = whole.minus(first).isNegative() ? Duration.ZERO : whole.minus(first);
        double[] shares = random.doubles(tokens - 1, 0.5, 1.5).toArray();
        double sum = DoubleStream.of(shares).sum();
        List<Duration> pieces = new ArrayList<>(List.of(first));
        for (double share : shares) {
            Duration next = scaled(rest, share / sum);
            pieces.add(next.compareTo(gap) > 0 ? gap : next);
        }
        return pieces;
    }

    private SplittableRandom random(long request) {
        SplittableRandom ofModel =
                new SplittableRandom(seed ^ (long) model.name().hashCode() << 32);
        return new SplittableRandom(ofModel.nextLong() + request * 0x9E3779B97F4A7C15L);
    }

    /** A log-normal draw whose p99 is so many times its median. */
    private static Duration drawn(SplittableRandom random, Duration median, double p99OfMedian, Duration bound) {
        double sigma = Math.log(p99OfMedian) / P99;
        Duration drawn = scaled(median, Math.exp(sigma * random.nextGaussian()));
        return drawn.compareTo(bound) > 0 ? bound : drawn;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
