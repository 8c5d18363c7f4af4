package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.plan.Rounds;
import dev.gatehouse.measurements.statistics.Holm;
import dev.gatehouse.measurements.statistics.MedianBootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Turns paired differences into verdicts. */
public final class Judge {
    /** A pair that would take more rounds is said to take more than these. */
    public static final int MOST_ROUNDS = 10_000;

    /** The part of requests that may fail before a contestant's times stop speaking for it. */
    static final double MOST_FAILED = 0.01;

    private static final double ALPHA = 0.05;
    private static final double POWER = 0.8;

    private record Pair(String a, String b) {}

    private Judge() {}

    /** How many comparisons the corrections count: every pair of contestants, the twin aside. */
    static int pairs(Plan plan) {
        return pairsOf(plan).size();
    }

    /**
     * What the twin differs from its design, with an interval that is corrected as the verdicts are; empty without a
     * twin, or without a median of each of a whole square of rounds.
     */
    static Optional<NoiseFloor> noiseFloor(Plan plan, List<RoundFigures> rounds) {
        Optional<Contestant> twin = Measurement.twin(plan);
        if (twin.isEmpty()
                || rounds.size() < Rounds.wholeSquare(plan.contestants().size())) {
            return Optional.empty();
        }
        String design = plan.contestants().stream()
                .filter(contestant -> contestant.role() == Contestant.Role.DESIGN
                        && contestant.subject().equals(twin.get().subject()))
                .map(Contestant::name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the twin has no design of its own"));
        double level = 1 - ALPHA / Math.max(1, pairs(plan));
        return differences(rounds, design, twin.get().name(), Figures::p50Nanos)
                .map(p50 -> new NoiseFloor(design, twin.get().name(), Estimate.of(p50, level), level));
    }

    /** A verdict for each pair; every round has every median. */
    static List<PairVerdict> verdicts(Plan plan, List<RoundFigures> rounds, List<Summary> contestants) {
        List<Pair> pairs = pairsOf(plan);
        List<MedianBootstrap> differences = pairs.stream()
                .map(pair -> differences(rounds, pair.a(), pair.b(), Figures::p50Nanos)
                        .orElseThrow(() -> new IllegalStateException("a round has no median")))
                .toList();
        List<Long> deltas = pairs.stream()
                .map(pair -> plan.delta().nanos(Math.min(median(contestants, pair.a()), median(contestants, pair.b()))))
                .toList();
        double[] differs = Holm.corrected(
                differences.stream().mapToDouble(pair -> pair.differs(0)).toArray());
        double[] equal = new double[pairs.size()];
        for (int i = 0; i < equal.length; i++) {
            equal[i] = Math.max(
                    differences.get(i).above(-(double) deltas.get(i)),
                    differences.get(i).below((double) deltas.get(i)));
        }
        double[] equalCorrected = Holm.corrected(equal);
        List<PairVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < equal.length; i++) {
            Pair pair = pairs.get(i);
            MedianBootstrap p50 = differences.get(i);
            Optional<String> failing = failing(contestants, pair);
            boolean found = differs[i] <= ALPHA;
            Verdict verdict = failing.isPresent()
                    ? Verdict.UNDECIDED
                    : equalCorrected[i] <= ALPHA
                            ? Verdict.EQUAL
                            : !found ? Verdict.UNDECIDED : p50.median() < 0 ? Verdict.FASTER : Verdict.SLOWER;
            boolean more = verdict == Verdict.UNDECIDED && failing.isEmpty();
            verdicts.add(new PairVerdict(
                    pair.a(),
                    pair.b(),
                    verdict,
                    found,
                    deltas.get(i),
                    Estimate.of(p50, 0.95),
                    differences(rounds, pair.a(), pair.b(), Figures::p90Nanos).map(p90 -> Estimate.of(p90, 0.95)),
                    rounded(differs[i]),
                    rounded(equalCorrected[i]),
                    found || failing.isPresent()
                            ? OptionalInt.empty()
                            : roundsNeeded(plan, p50, more ? (double) deltas.get(i) : 0, equal.length),
                    more
                            ? Optional.of("these rounds neither show a difference nor that it is smaller than delta")
                            : failing));
        }
        return verdicts;
    }

    /**
     * About how many rounds would show a difference of the size that was seen, or that it is within delta, whichever is
     * sooner, in four of five runs.
     *
     * @param delta 0 if only the difference is asked for
     */
    static OptionalInt roundsNeeded(Plan plan, MedianBootstrap p50, double delta, int pairs) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double power = normal.inverseCumulativeProbability(POWER);
        double seen = Math.abs(p50.median());
        double different = normal.inverseSurvivalProbability(ALPHA / 2 / pairs) + power;
        double equal = normal.inverseSurvivalProbability(ALPHA / pairs) + power;
        double error = p50.standardError();
        double needed = Math.min(times(different * error, seen), times(equal * error, delta - seen)) * p50.rounds();
        if (needed > MOST_ROUNDS) {
            return OptionalInt.empty();
        }
        int more = Math.max((int) Math.ceil(needed), p50.rounds() + 1);
        return OptionalInt.of(Rounds.filled(more, plan.contestants().size()));
    }

    private static double times(double wanted, double there) {
        return there <= 0 ? Double.POSITIVE_INFINITY : Math.pow(wanted / there, 2);
    }

    private static Optional<MedianBootstrap> differences(
            List<RoundFigures> rounds, String a, String b, Function<Figures, OptionalLong> quantile) {
        double[] differences = new double[rounds.size()];
        for (int i = 0; i < differences.length; i++) {
            OptionalLong first = quantile.apply(rounds.get(i).of(a));
            OptionalLong second = quantile.apply(rounds.get(i).of(b));
            if (first.isEmpty() || second.isEmpty()) {
                return Optional.empty();
            }
            differences[i] = (double) first.getAsLong() - second.getAsLong();
        }
        return Optional.of(MedianBootstrap.of(differences));
    }

    private static Optional<String> failing(List<Summary> contestants, Pair pair) {
        return contestants.stream()
                .filter(summary ->
                        summary.name().equals(pair.a()) || summary.name().equals(pair.b()))
                .filter(summary -> summary.tally().failedShare() > MOST_FAILED)
                .findFirst()
                .map(summary -> "more than 1 % of the requests to " + summary.name()
                        + " failed or timed out, so the times of the others don't speak for it");
    }

    private static long median(List<Summary> contestants, String name) {
        return contestants.stream()
                .filter(summary -> summary.name().equals(name))
                .flatMap(summary -> summary.p50().stream())
                .mapToLong(Estimate::nanos)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no median"));
    }

    private static List<Pair> pairsOf(Plan plan) {
        List<String> names = plan.contestants().stream()
                .filter(contestant -> contestant.role() != Contestant.Role.TWIN)
                .map(Contestant::name)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                pairs.add(new Pair(names.get(a), names.get(b)));
            }
        }
        return pairs;
    }

    private static double rounded(double p) {
        return Math.ceil(p * 1e6) / 1e6;
    }
}
