package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.LabOptions;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.spec.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The probes by the rows that they prove, and what no lab can prove.
 *
 * <pre>{@code
 * Comparison comparison = Comparison.of(spec, facts, Designs.all(), today, today);
 * List<ProbeResult> results = Probes.run(comparison.designs().get(0));
 * results.stream().filter(result -> !result.agreed()).forEach(System.out::println);
 * }</pre>
 */
public final class Probes {
    /** Fast enough that a client's plan has room again at once, slow enough that no time limit is in the way. */
    private static final int FAST = 5;

    private static final Map<String, Probe> BY_ROW = byRow();

    private static final Map<String, String> BY_PAGE = byPage();

    private Probes() {}

    private static Map<String, Probe> byRow() {
        Map<String, Probe> probes = new LinkedHashMap<>();
        probes.put("entry", AccessProbes::entry);
        probes.put("web-firewall", RefusalProbes::webFirewall);
        probes.put("rate-limit", RefusalProbes::rateLimit);
        probes.put("jwt", AccessProbes::jwt);
        probes.put("mutual-tls", AccessProbes::mutualTls);
        probes.put("encrypted", AccessProbes::encrypted);
        probes.put("private-admin", AccessProbes::privateAdmin);
        probes.put("canary", VersionProbes::canary);
        probes.put("canary-pin", VersionProbes::pin);
        probes.put("shadow", VersionProbes::shadow);
        probes.put("answers", TimeProbes::answers);
        probes.put("stream", TimeProbes::stream);
        probes.put("payload", RefusalProbes::payload);
        probes.put("grpc", ProtocolProbes::grpc);
        probes.put("websocket", ProtocolProbes::websocket);
        return Collections.unmodifiableMap(probes);
    }

    private static Map<String, String> byPage() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("fixed-address", "every address of a lab is 127.0.0.1");
        pages.put("availability", "a service level is a contract, not a behaviour");
        pages.put("monthly-cost", "a price is on a list");
        pages.put(
                "concurrency",
                "thousands of open TLS connections do not fit into one process; circuit breakers are read off the manifests");
        pages.put("throttle", "the limit is of an account in a Region, far above what a lab sends");
        return Collections.unmodifiableMap(pages);
    }

    /** The ids of the rows that a probe proves. */
    public static List<String> rows() {
        return List.copyOf(BY_ROW.keySet());
    }

    /** The ids of the rows that only a page proves, each with the reason. */
    public static Map<String, String> rowsOnlyAPageProves() {
        return BY_PAGE;
    }

    /**
     * Starts the data path of a design on loopback, on a clock for each kind of probe, and tries every cell that is
     * asked for, known, and not for a page. Takes a few seconds. Thread-safe.
     *
     * @return a result for each entry and model of each such cell, in the order of the rows; for {@code rate-limit} one
     *     for each entry, whose models share a client's plan
     */
    public static List<ProbeResult> run(DesignAnswer answer) {
        Map<Clock, List<Cell>> byClock = new LinkedHashMap<>();
        for (Cell cell : answer.cells()) {
            boolean known = cell.state() != State.NOT_ASKED && cell.state() != State.UNKNOWN;
            if (known && BY_ROW.containsKey(cell.row())) {
                for (Model model : answer.topology().spec().models()) {
                    List<Cell> cells = byClock.computeIfAbsent(Clock.of(cell, model), none -> new ArrayList<>());
                    if (!cells.contains(cell)) {
                        cells.add(cell);
                    }
                }
            }
        }
        List<ProbeResult> results = new ArrayList<>();
        Loops loops = Loops.start("gatehouse-probe", 1);
        try {
            byClock.forEach((clock, cells) -> results.addAll(run(answer, clock, cells, loops)));
        } finally {
            loops.close();
        }
        List<String> order = answer.cells().stream().map(Cell::row).distinct().toList();
        results.sort(Comparator.comparingInt(result -> order.indexOf(result.row())));
        return List.copyOf(results);
    }

    /**
     * How fast a lab's clock runs for a probe.
     *
     * @param factor how many times as fast
     * @param timed whether models take their time
     */
    private record Clock(int factor, boolean timed) {
        static Clock of(Cell cell, Model model) {
            return switch (cell.row()) {
                case "answers", "stream" -> new Clock(TimeProbes.clock(model), true);
                case "canary", "canary-pin", "shadow" -> new Clock(FAST, false);
                default -> new Clock(1, false);
            };
        }
    }

    private static List<ProbeResult> run(DesignAnswer answer, Clock clock, List<Cell> cells, Loops loops) {
        List<ProbeResult> results = new ArrayList<>();
        LabOptions options = LabOptions.standard().clock(clock.factor());
        try (Lab lab = Lab.start(
                        answer.topology(),
                        clock.timed() ? options : options.with(options.models().atOnce()));
                Bench bench = new Bench(lab, answer, loops)) {
            List<Cell> last = new ArrayList<>(cells);
            last.sort(Comparator.comparing(cell -> cell.row().equals("rate-limit")));
            for (Cell cell : last) {
                bench.targets(cell).stream()
                        .filter(target -> Clock.of(cell, target.model()).equals(clock))
                        .limit(cell.row().equals("rate-limit") ? 1 : Long.MAX_VALUE)
                        .forEach(target -> results.add(result(bench, target)));
            }
        }
        return results;
    }

    private static ProbeResult result(Bench bench, Bench.Target target) {
        Cell cell = target.cell();
        Observation seen;
        try {
            Probe probe = BY_ROW.get(cell.row());
            if (probe == null) {
                throw new IllegalStateException("no probe proves " + cell.row());
            }
            seen = probe.observe(bench, target);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the probe of " + cell.row() + " for " + target.model().name() + " at "
                            + target.path().entry().name() + " failed: " + e.getMessage(),
                    e);
        }
        return new ProbeResult(
                cell.row(),
                target.path().entry().name(),
                target.model().name(),
                cell.state(),
                seen.observed(),
                agrees(cell, seen),
                seen.detail());
    }

    private static boolean agrees(Cell cell, Observation seen) {
        if (cell.outcome() instanceof Broken broken) {
            return seen.observed() == Observed.NOT_KEPT
                    && seen.hop().map(broken.dueTo().id()::equals).orElse(true);
        }
        return seen.observed() == Observed.KEPT
                || (seen.observed() == Observed.LEFT_TO_YOU && cell.state() == State.CONDITIONAL);
    }
}
