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
        Site site = Site.open("gatehouse-lab", options.threads());
        List<Lab> started = new ArrayList<>();
        try {
            topologies.forEach(topology -> started.add(Lab.start(topology, options, ModelCluster::start, site)));
            return new Labs(site, started);
        } catch (RuntimeException e) {
            started.forEach(Lab::close);
            site.close();
            throw e;
        }
    }

    /** One for each topology, in their order. */
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
