package dev.gatehouse.lab.probe;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.spec.PlatformSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * Why no probe tries a cell; empty where one does.
     *
     * @throws IllegalStateException if its row has neither a probe nor a reason to have none
     */
    static Optional<String> untried(PlatformSpec spec, Cell cell) {
        String page = BY_PAGE.get(cell.row());
        if (page == null && !BY_ROW.containsKey(cell.row())) {
            throw new IllegalStateException("probes need a probe of row '" + cell.row()
                    + "', or the reason why only a page proves it; they have probes of " + rows() + " and reasons of "
                    + BY_PAGE.keySet());
        }
        if (cell.state() == State.NOT_ASKED) {
            return Optional.of("the spec doesn't ask for it");
        }
        if (cell.state() == State.UNKNOWN) {
            return Optional.of("the comparison doesn't know either");
        }
        if (page != null) {
            return Optional.of(page);
        }
        boolean served = cell.entry().isEmpty()
                || spec.entries().stream()
                        .filter(entry -> cell.entry().get().equals(entry.name()))
                        .anyMatch(entry -> !spec.modelsOf(entry).isEmpty());
        return served ? Optional.empty() : Optional.of("the entry serves no model, so it has no client to try it");
    }

    /**
     * Starts the data path of a design on loopback, on a clock for each kind of probe, and tries every cell that is
     * asked for, known, and not for a page. What disagrees is tried again on clocks that run 5 and 25 times as slow,
     * because a machine that is busy breaks promises of milliseconds, and a hop that breaks them does so on every
     * clock. Takes a few seconds. Thread-safe.
     *
     * @return a result for each entry and model of each such cell, in the order of the rows; for {@code rate-limit} one
     *     for each entry, whose models share a client's plan
     * @throws IllegalStateException if a cell's row has neither a probe nor a reason to have none
     */
    public static List<ProbeResult> run(DesignAnswer answer) {
        List<Cell> cells = answer.cells().stream()
                .filter(cell -> untried(answer.topology().spec(), cell).isEmpty())
                .toList();
        List<ProbeResult> results = new ArrayList<>(new Trial(answer, cells, BY_ROW).results());
        List<String> order = answer.cells().stream().map(Cell::row).distinct().toList();
        results.sort(Comparator.comparingInt(result -> order.indexOf(result.row())));
        return List.copyOf(results);
    }
}
