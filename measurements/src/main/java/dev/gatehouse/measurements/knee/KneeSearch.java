package dev.gatehouse.measurements.knee;

import dev.gatehouse.model.unit.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The search for one contestant's knee: the rate doubles until a step is too much, then the span between the last that
 * was not and the first that was is halved until it is a tenth of the knee. Too much is less than 99 % answered as
 * asked, or a median three times that of the first step. If a fiftieth of the first rate is too much, there is no knee.
 *
 * <pre>{@code
 * KneeSearch search = KneeSearch.from(Rate.ofPerSecond(100));
 * while (search.next().isPresent()) {
 *     search = search.after(measure(search.next().get()));
 * }
 * Rate knee = search.knee();
 * }</pre>
 *
 * <p>Immutable: it measures nothing itself.
 *
 * @param first the rate of the first step
 * @param most the highest rate that is tried
 * @param steps what was seen, in order
 */
public record KneeSearch(Rate first, Rate most, List<Step> steps) {
    /** The part of the slowest contestant's knee up to which designs are compared. */
    public static final BigDecimal SAFE = new BigDecimal("0.6");

    private static final double LEAST_ANSWERED = 0.99;
    private static final long SLOWED = 3;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HOPELESS = BigDecimal.valueOf(50);
    private static final BigDecimal FINE = new BigDecimal("0.1");

    /** Copies the steps. */
    public KneeSearch {
        steps = List.copyOf(steps);
    }

    /** Begins at a rate that should be easy, and gives up at 1,000 times that. */
    public static KneeSearch from(Rate first) {
        return new KneeSearch(first, first.times(BigDecimal.valueOf(1_000)), List.of());
    }

    /** The same search with one step more. */
    public KneeSearch after(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new KneeSearch(first, most, more);
    }

    /** The rate of the next step; empty when the knee is known. */
    public Optional<Rate> next() {
        if (steps.isEmpty()) {
            return Optional.of(first);
        }
        Rate good = good();
        Optional<Rate> bad = bad();
        if (bad.isEmpty()) {
            Rate doubled = good.times(TWO);
            return good.compareTo(most) >= 0
                    ? Optional.empty()
                    : Optional.of(doubled.compareTo(most) > 0 ? most : doubled);
        }
        if (bad.get().times(HOPELESS).compareTo(first) <= 0) {
            return Optional.empty();
        }
        BigDecimal gap = bad.get().perHour().subtract(good.perHour());
        return gap.compareTo(bad.get().perHour().multiply(FINE)) <= 0
                ? Optional.empty()
                : Optional.of(new Rate(good.perHour().add(gap.divide(TWO, MathContext.DECIMAL64))));
    }

    /** The highest rate that was not too much so far; 0 if the first already was. */
    public Rate knee() {
        return good();
    }

    /** Whether {@code step} was too much for the path. */
    boolean isTooMuch(Step step) {
        return step.achieved() < LEAST_ANSWERED
                || step.p50Nanos() > SLOWED * steps.get(0).p50Nanos();
    }

    /**
     * The rate to compare designs at: what was asked for, but at most {@link #SAFE} of the slowest knee, in whole
     * requests a second where that is one or more.
     *
     * @throws IllegalArgumentException if there is no knee, or one is 0
     */
    public static Rate chosen(Rate wanted, Collection<Rate> knees) {
        Rate slowest = knees.stream()
                .min(Rate::compareTo)
                .filter(knee -> knee.compareTo(Rate.ZERO) > 0)
                .orElseThrow(() -> new IllegalArgumentException("a contestant carries no load at all"));
        BigDecimal safe = slowest.perSecond().multiply(SAFE);
        Rate whole = safe.compareTo(BigDecimal.ONE) >= 0
                ? Rate.ofPerSecond(safe.setScale(0, RoundingMode.FLOOR))
                : Rate.ofPerSecond(safe);
        return wanted.compareTo(whole) <= 0 ? wanted : whole;
    }

    private Rate good() {
        Optional<Rate> bad = bad();
        return steps.stream()
                .filter(step -> !isTooMuch(step))
                .map(Step::offered)
                .filter(rate -> bad.isEmpty() || rate.compareTo(bad.get()) < 0)
                .max(Rate::compareTo)
                .orElse(Rate.ZERO);
    }

    private Optional<Rate> bad() {
        return steps.stream().filter(this::isTooMuch).map(Step::offered).min(Rate::compareTo);
    }
}
