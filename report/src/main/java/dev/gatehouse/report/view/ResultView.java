package dev.gatehouse.report.view;

import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Estimate;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.PairVerdict;
import dev.gatehouse.measurements.result.Reason;
import dev.gatehouse.measurements.result.Standing;
import dev.gatehouse.measurements.result.Summary;
import dev.gatehouse.measurements.result.Verdict;
import dev.gatehouse.model.unit.Durations;
import dev.gatehouse.model.unit.Rate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The result of a load test in words and tables: the same for a page and for Markdown.
 *
 * @param measurement what was measured
 */
public record ResultView(Measurement measurement) {
    private static final double MILLI = 1e6;

    /** The question that the run was to answer. */
    public String question() {
        return measurement.plan().question();
    }

    /** What was measured on, and how: what a reader must know before any number. */
    public String label() {
        Plan plan = measurement.plan();
        return (measurement.ranOnStandIns()
                        ? "Measured on loopback: our stand-ins for AWS's hops with the " + plan.engine()
                                + " ingress, not AWS. "
                        : "Measured at live endpoints. ")
                + measurement.rounds().size() + " of " + plan.rounds() + " rounds of "
                + Durations.format(plan.duration())
                + " at " + plan.rate() + ", " + plan.process().word() + " arrivals, seed " + plan.seed() + ", delta "
                + plan.delta() + ". Run " + plan.id() + "; "
                + measurement.machines().stream().map(ResultView::machine).collect(Collectors.joining("; ")) + "."
                + threads();
    }

    private String threads() {
        return switch (measurement.scheduling()) {
            case REAL_TIME -> " The generator's threads were real-time threads.";
            case ORDINARY -> " The generator's threads were ordinary threads, which may send late by milliseconds.";
            case UNKNOWN -> "";
        };
    }

    /** Why the run says nothing, or less than was asked; empty if it says everything. */
    public List<String> reasons() {
        return measurement.reasons().stream().map(ResultView::reason).toList();
    }

    /** What the run as a whole says, in a word and its consequence. */
    public String standing() {
        return switch (measurement.standing()) {
            case RANKED -> "Every pair has a verdict.";
            case UNFINISHED -> "Unfinished: no verdicts.";
            case VOID -> "Void: no verdicts.";
            case REFUSED -> "Not ranked: no verdicts.";
        };
    }

    /** What a design differed from itself; empty without a twin, or where it would be a ranking of assumptions. */
    public Optional<String> noiseFloor() {
        return measurement
                .noiseFloor()
                .map(floor -> floor.design() + " ran twice, and differed from itself by " + interval(floor.p50())
                        + ". What is smaller than " + millis(floor.nanos()) + " is noise here.");
    }

    /** How far the rate is below what the contestants carry, or that nobody looked. */
    public String knee() {
        Rate rate = measurement.plan().rate();
        return measurement.knees().entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .filter(lowest -> lowest.getValue().compareTo(Rate.ZERO) > 0)
                .map(lowest -> lowest.getKey() + " gives way first, at " + lowest.getValue() + "; " + rate + " is "
                        + Math.round(100
                                * rate.perSecond().doubleValue()
                                / lowest.getValue().perSecond().doubleValue())
                        + " % of that.")
                .orElse("The knee was not searched: whether " + rate
                        + " is far enough below what each contestant carries is not known.");
    }

    /** The heads of {@link #contestants}. */
    public List<String> contestantHeads() {
        return List.of("contestant", "p50", "p90", "p99", "sent", "failed or timed out", "rate reached");
    }

    /** One line for each contestant. */
    public List<List<String>> contestants() {
        return measurement.contestants().stream().map(this::contestant).toList();
    }

    /** The heads of {@link #verdicts}. */
    public List<String> verdictHeads() {
        return List.of("pair", "verdict", "difference of the medians", "of the p90");
    }

    /** One line for each pair. */
    public List<List<String>> verdicts() {
        return measurement.verdicts().stream().map(ResultView::verdict).toList();
    }

    /** The heads of {@link #times}. */
    public List<String> timeHeads() {
        return List.of("response time, ms", "p50", "p90", "p99");
    }

    /** The times of each contestant in milliseconds, with their intervals: assumed ones are not shown. */
    public List<List<String>> times() {
        boolean shown = measurement.standing() != Standing.REFUSED;
        return measurement.contestants().stream()
                .map(summary -> List.of(
                        summary.name(),
                        shown ? numbers(summary.p50()) : "assumed",
                        shown ? numbers(summary.p90()) : "assumed",
                        shown ? numbers(summary.p99()) : "assumed"))
                .toList();
    }

    /** The heads of {@link #accounts}. */
    public List<String> accountHeads() {
        return List.of("requests", "sent", "ok", "failed", "timed out", "rate reached", "sent late by");
    }

    /** What became of the requests to each contestant, and how late the generator sent half of them. */
    public List<List<String>> accounts() {
        return measurement.contestants().stream()
                .map(summary -> List.of(
                        summary.name(),
                        Long.toString(summary.tally().sent()),
                        Long.toString(summary.tally().ok()),
                        Long.toString(summary.tally().failures()),
                        Long.toString(summary.tally().timedOut()),
                        String.format(Locale.ROOT, "%.1f %%", 100 * summary.achieved()),
                        millis(summary.lagP50Nanos())))
                .toList();
    }

    /** The heads of {@link #streams}. */
    public List<String> streamHeads() {
        return List.of(
                "streams, ms", "first token p50", "p90", "p99", "longest gap p50", "p90", "p99", "whole", "truncated");
    }

    /** What the streamed answers of each contestant showed, in milliseconds; none where nothing is streamed. */
    public List<List<String>> streams() {
        return measurement.contestants().stream()
                .filter(summary ->
                        !summary.timings().isEmpty() || summary.wholeStreams() + summary.truncatedStreams() > 0)
                .map(summary -> Stream.of(
                                Stream.of(summary.name()),
                                stream(summary, Timing.FIRST_TOKEN),
                                stream(summary, Timing.LONGEST_GAP),
                                Stream.of(
                                        Long.toString(summary.wholeStreams()),
                                        Long.toString(summary.truncatedStreams())))
                        .flatMap(cells -> cells)
                        .toList())
                .toList();
    }

    /** The three quantiles, as far as enough streams speak for them. */
    private Stream<String> stream(Summary summary, Timing timing) {
        if (measurement.standing() == Standing.REFUSED) {
            return Stream.of("assumed", "assumed", "assumed");
        }
        List<Long> known = summary.timings().getOrDefault(timing, List.of());
        return IntStream.range(0, 3)
                .mapToObj(at -> at < known.size() ? millis(known.get(at)).replace(" ms", "") : "too few");
    }

    /** What failed, and what each pair shows, in a sentence each. */
    public List<String> sentences() {
        return Stream.concat(
                        measurement.contestants().stream()
                                .filter(summary -> !summary.losses().isEmpty())
                                .map(summary -> summary.name() + " lost "
                                        + summary.losses().entrySet().stream()
                                                .map(loss -> loss.getValue() + " " + loss.getKey())
                                                .collect(Collectors.joining(", "))),
                        measurement.verdicts().stream().map(ResultView::sentence))
                .toList();
    }

    private static String sentence(PairVerdict pair) {
        List<String> cells = verdict(pair);
        return pair.a() + " beside " + pair.b() + ": " + cells.get(1) + "; median " + cells.get(2);
    }

    private static String numbers(Optional<Estimate> estimate) {
        return estimate.map(known -> interval(known).replace(" ms", "")).orElse("too few requests");
    }

    /** Milliseconds with three decimals. */
    public static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f ms", nanos / MILLI);
    }

    private List<String> contestant(Summary summary) {
        boolean times = measurement.standing() != Standing.REFUSED;
        String losses = summary.losses().isEmpty()
                ? "0"
                : summary.losses().entrySet().stream()
                        .map(loss -> loss.getValue() + " " + loss.getKey())
                        .collect(Collectors.joining(", "));
        return List.of(
                summary.name(),
                times ? estimate(summary.p50()) : "assumed",
                times ? estimate(summary.p90()) : "assumed",
                times ? estimate(summary.p99()) : "assumed",
                Long.toString(summary.tally().sent()),
                losses,
                String.format(Locale.ROOT, "%.1f %%", 100 * summary.achieved()));
    }

    private static List<String> verdict(PairVerdict pair) {
        String more = pair.why().map(why -> ": " + why).orElse("");
        String found = pair.verdict() == Verdict.EQUAL
                ? pair.differs() ? "; a difference was found, smaller than delta" : "; no difference was found"
                : "";
        String rounds = pair.roundsNeeded().isPresent()
                ? "; about " + pair.roundsNeeded().getAsInt() + " rounds would tell"
                : "";
        return List.of(
                pair.a() + " beside " + pair.b(),
                pair.verdict().words() + found + more + rounds,
                interval(pair.p50()),
                pair.p90().map(ResultView::interval).orElse("too few requests"));
    }

    private static String reason(Reason reason) {
        return reason.text() + " (" + reason.rule() + ")";
    }

    private static String machine(Machine machine) {
        return machine.cpu() + ", " + machine.cores() + " cores, Java " + machine.java() + ", " + machine.system()
                + ", " + machine.tool() + " of commit " + machine.commit();
    }

    private static String estimate(Optional<Estimate> estimate) {
        return estimate.map(ResultView::interval).orElse("too few requests");
    }

    private static String interval(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%.3f ms (%.3f to %.3f)",
                estimate.nanos() / MILLI,
                estimate.lowNanos() / MILLI,
                estimate.highNanos() / MILLI);
    }
}
