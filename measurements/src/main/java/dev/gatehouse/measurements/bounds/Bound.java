package dev.gatehouse.measurements.bounds;

import dev.gatehouse.measurements.result.Estimate;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Summary;
import dev.gatehouse.measurements.result.Verdict;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.unit.Share;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One thing demanded. */
sealed interface Bound permits Bound.Time, Bound.Errors, Bound.Wanted {
    /** Where it was written. */
    Place place();

    /** What it is about, as findings name it. */
    String subject();

    /** The contestants that it names. */
    Set<String> contestants();

    /** Whether a run keeps it; empty if the run does not know. */
    Optional<Boolean> isMet(Measurement measurement);

    /** What the run shows instead. */
    String shown(Measurement measurement);

    /** A quantile of a contestant at most so long: the upper end of its interval counts. */
    record Time(Place place, String contestant, String quantile, Duration most) implements Bound {
        @Override
        public String subject() {
            return "designs." + contestant + "." + quantile;
        }

        @Override
        public Set<String> contestants() {
            return Set.of(contestant);
        }

        @Override
        public Optional<Boolean> isMet(Measurement measurement) {
            return estimate(measurement).map(estimate -> estimate.highNanos() <= most.toNanos());
        }

        @Override
        public String shown(Measurement measurement) {
            return estimate(measurement)
                    .map(estimate -> contestant + " has a " + quantile + " of up to "
                            + Texts.millis(estimate.highNanos()) + ", and at most " + Texts.millis(most.toNanos())
                            + " is wanted")
                    .orElse("nobody knows the " + quantile + " of " + contestant);
        }

        private Optional<Estimate> estimate(Measurement measurement) {
            Function<Summary, Optional<Estimate>> known = switch (quantile) {
                case "p50" -> Summary::p50;
                case "p90" -> Summary::p90;
                default -> Summary::p99;
            };
            return measurement.contestant(contestant).flatMap(known);
        }
    }

    /** A contestant's requests that failed or timed out, at most that part of all. */
    record Errors(Place place, String contestant, Share most) implements Bound {
        @Override
        public String subject() {
            return "designs." + contestant + ".errors";
        }

        @Override
        public Set<String> contestants() {
            return Set.of(contestant);
        }

        @Override
        public Optional<Boolean> isMet(Measurement measurement) {
            return measurement
                    .contestant(contestant)
                    .map(summary -> 100 * summary.tally().failedShare()
                            <= most.percent().doubleValue());
        }

        @Override
        public String shown(Measurement measurement) {
            return measurement
                    .contestant(contestant)
                    .map(summary -> Texts.percent(summary.tally().failedShare()) + " of the requests to " + contestant
                            + " failed or timed out, and at most " + most + " is wanted")
                    .orElse("nobody knows how many requests to " + contestant + " failed");
        }
    }

    /** One of these verdicts about a pair. */
    record Wanted(Place place, String a, String b, Set<Verdict> verdicts) implements Bound {
        /** Copies the verdicts. */
        public Wanted {
            verdicts = Set.copyOf(verdicts);
        }

        @Override
        public String subject() {
            return "verdicts." + a + "." + b;
        }

        @Override
        public Set<String> contestants() {
            return Set.of(a, b);
        }

        @Override
        public Optional<Boolean> isMet(Measurement measurement) {
            return measurement.verdict(a, b).map(verdicts::contains);
        }

        @Override
        public String shown(Measurement measurement) {
            String wanted = verdicts.stream()
                    .sorted()
                    .map(Verdict::words)
                    .reduce((first, second) -> first + " or " + second)
                    .orElse("");
            return measurement
                    .verdict(a, b)
                    .map(verdict -> a + " beside " + b + " is " + verdict.words() + ", not " + wanted)
                    .orElse("there is no verdict about " + a + " beside " + b + ", and " + wanted + " is wanted");
        }
    }
}
