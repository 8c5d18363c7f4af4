package dev.gatehouse.lab;

import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * The data paths of several topologies side by side, for comparing them: they share event loops, so that each finds the
 * same warm code, and who signs certificates and tokens, so that one client can call them all. Thread-safe.
 */
public final class Labs implements AutoCloseable {
    private final Site site;
    private final List<Lab> all;

    private Labs(Site site, List<Lab> all) {
        this.site = site;
        this.all = List.copyOf(all);
    }

    /**
     * Starts a lab for each topology, each with models of its own.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException as {@link Lab#start(Topology, LabOptions)}; nothing is
     *     left running then
     */
    public static Labs start(List<Topology> topologies, LabOptions options) {
        return on(
                options.threads(),
                topologies.stream()
                        .map(topology -> new Asked(topology, options))
                        .toList());
    }

    /**
     * Starts labs of one topology that are run in different ways, each with models of its own.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException as {@link Lab#start(Topology, LabOptions)}; nothing is
     *     left running then
     */
    public static Labs start(Topology topology, List<LabOptions> ways) {
        return on(
                ways.stream().mapToInt(LabOptions::threads).max().orElse(1),
                ways.stream().map(way -> new Asked(topology, way)).toList());
    }

    private record Asked(Topology topology, LabOptions options) {}

    private static Labs on(int threads, List<Asked> asked) {
        Site site = Site.open("gatehouse-lab", threads);
        List<Lab> started = new ArrayList<>();
        try {
            asked.forEach(each -> started.add(Lab.start(each.topology(), each.options(), ModelCluster::start, site)));
            return new Labs(site, started);
        } catch (RuntimeException e) {
            started.forEach(Lab::close);
            site.close();
            throw e;
        }
    }

    /** One for each topology or way, in their order. */
    public List<Lab> all() {
        return all;
    }

    /** Who signs the certificates of all servers, and makes those of clients. */
    public Authority authority() {
        return site.authority();
    }

    /** Ends everything that it started, and returns when nothing is left. */
    @Override
    public void close() {
        all.forEach(Lab::close);
        site.close();
    }
}
