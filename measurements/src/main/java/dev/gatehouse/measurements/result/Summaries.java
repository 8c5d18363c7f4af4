package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.schedule.Draws;
import dev.gatehouse.measurements.statistics.Interval;
import dev.gatehouse.measurements.statistics.MedianBootstrap;
import dev.gatehouse.measurements.statistics.PooledQuantile;
import dev.gatehouse.measurements.statistics.Quantiles;
import dev.gatehouse.measurements.statistics.Wilson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts a contestant's rounds together. */
final class Summaries {
    private static final String VARIANT = "variant/";

    private Summaries() {}

    static Summary of(Contestant contestant, Plan plan, List<Round> rounds, List<RoundFigures> inNumbers) {
        String name = contestant.name();
        List<Run> runs = rounds.stream().map(round -> round.run(name)).toList();
        Recording all = Recording.merged(runs.stream().map(Run::recording).toList());
        List<Figures> figures = inNumbers.stream().map(round -> round.of(name)).toList();
        return new Summary(
                name,
                runs.stream().mapToLong(Run::scheduled).sum(),
                all.tally(),
                achieved(plan, runs),
                overRounds(figures, Figures::p50Nanos),
                overRounds(figures, Figures::p90Nanos),
                PooledQuantile.of(
                                runs.stream()
                                        .map(run -> run.recording().histogram(Timing.RESPONSE))
                                        .toList(),
                                0.99,
                                Draws.of(plan.seed(), "bootstrap/" + name))
                        .map(p99 -> Estimate.of((double) p99.nanos(), p99.interval())),
                all.quantileNanos(Timing.SERVICE, 0.5),
                all.quantileNanos(Timing.LAG, 0.5),
                all.quantileNanos(Timing.LAG, 0.99),
                timings(all),
                variants(all.tally().counts()));
    }

    /**
     * The part of the offered rate that was reached: what was sent of what was scheduled, times how much longer than
     * planned the sending took.
     */
    private static double achieved(Plan plan, List<Run> runs) {
        long planned = 0;
        long took = 0;
        long scheduled = 0;
        long sent = 0;
        for (Run run : runs) {
            long wanted = plan.duration().toNanos();
            planned += wanted;
            took += Math.max(wanted, run.recording().span().toNanos());
            scheduled += run.scheduled();
            sent += run.recording().tally().sent();
        }
        return scheduled == 0 ? 0 : (double) sent / scheduled * ((double) planned / took);
    }

    private static Optional<Estimate> overRounds(List<Figures> figures, Function<Figures, OptionalLong> quantile) {
        List<OptionalLong> values = figures.stream().map(quantile).toList();
        return values.stream().allMatch(OptionalLong::isPresent)
                ? Optional.of(Estimate.of(
                        MedianBootstrap.of(values.stream()
                                .mapToDouble(value -> value.getAsLong())
                                .toArray()),
                        0.95))
                : Optional.empty();
    }

    private static SortedMap<Timing, List<Long>> timings(Recording all) {
        SortedMap<Timing, List<Long>> timings = new TreeMap<>();
        for (Timing timing : List.of(Timing.FIRST_TOKEN, Timing.LONGEST_GAP)) {
            List<Long> known = new ArrayList<>();
            for (double part : new double[] {0.5, 0.9, 0.99}) {
                if (Quantiles.isKnown(all.count(timing), part)) {
                    known.add(all.quantileNanos(timing, part));
                }
            }
            if (!known.isEmpty()) {
                timings.put(timing, List.copyOf(known));
            }
        }
        return timings;
    }

    private static List<Variant> variants(Map<String, Long> counts) {
        SortedMap<String, SortedMap<String, Long>> models = new TreeMap<>();
        counts.forEach((what, count) -> {
            int slash = what.lastIndexOf('/');
            if (what.startsWith(VARIANT) && slash > VARIANT.length()) {
                models.computeIfAbsent(what.substring(VARIANT.length(), slash), none -> new TreeMap<>())
                        .merge(what.substring(slash + 1), count, Long::sum);
            }
        });
        List<Variant> variants = new ArrayList<>();
        models.forEach((model, answered) -> {
            long of = answered.values().stream().mapToLong(Long::longValue).sum();
            answered.forEach((name, count) -> {
                Interval share = Wilson.interval(count, of, 0.95);
                variants.add(new Variant(model, name, count, of, share.low(), share.high()));
            });
        });
        return variants;
    }
}
