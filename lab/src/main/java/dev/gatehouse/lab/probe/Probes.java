package dev.gatehouse.lab.probe;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.State;
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
     * asked for, known, and not for a page. What disagrees is tried again on clocks that run 5 and 25 times as slow,
     * because a machine that is busy breaks promises of milliseconds, and a hop that breaks them does so on every
     * clock. Takes a few seconds. Thread-safe.
     *
     * @return a result for each entry and model of each such cell, in the order of the rows; for {@code rate-limit} one
     *     for each entry, whose models share a client's plan
     */
    public static List<ProbeResult> run(DesignAnswer answer) {
        List<Cell> cells = answer.cells().stream()
                .filter(cell -> cell.state() != State.NOT_ASKED && cell.state() != State.UNKNOWN)
                .filter(cell -> BY_ROW.containsKey(cell.row()))
                .toList();
        List<ProbeResult> results = new ArrayList<>(new Trial(answer, cells, BY_ROW).results());
        List<String> order = answer.cells().stream().map(Cell::row).distinct().toList();
        results.sort(Comparator.comparingInt(result -> order.indexOf(result.row())));
        return List.copyOf(results);
    }
}
