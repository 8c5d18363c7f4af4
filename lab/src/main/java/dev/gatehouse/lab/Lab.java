package dev.gatehouse.lab;

import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.stage.Stage;
import dev.gatehouse.lab.stage.StageCounts;
import dev.gatehouse.lab.stage.Tally;
import dev.gatehouse.lab.token.TokenIssuer;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Plan;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data path of a topology on loopback, in this process. Thread-safe.
 *
 * <pre>{@code
 * try (Lab lab = Lab.start(design.realize(spec, facts))) {
 *     Entrance entrance = lab.entrance("public");
 *     // call entrance.address("fraud"), with Host: entrance.host()
 *     lab.counts();                                  // who passed, refused and answered what
 * }
 * }</pre>
 *
 * <p>Every hop on the path is a stage that does what the fact sheets say and what the hop keeps; a hop that is attached
 * judges at the next one; one that is consulted is nothing.
 */
public final class Lab implements AutoCloseable {
    private final Topology topology;
    private final Site site;
    private final Cluster cluster;
    private final List<Stage> stages;
    private final Map<String, Entrance> entrances;
    private final Faults faults;
    private final Runnable last;

    private Lab(
            Topology topology,
            Site site,
            Cluster cluster,
            Wiring wiring,
            Map<String, Entrance> entrances,
            Runnable last) {
        this.topology = topology;
        this.site = site;
        this.cluster = cluster;
        this.stages = wiring.stages();
        this.entrances = entrances;
        this.last = last;
        this.faults = new Faults(cluster, stages, wiring.targets());
    }

    /**
     * Starts the data path of a topology with the standard options.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException as {@link #start(Topology, LabOptions)}
     */
    public static Lab start(Topology topology) {
        return start(topology, LabOptions.standard());
    }

    /**
     * Starts the data path of a topology.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException if a real Envoy is asked for and there is none, or it
     *     refuses the configuration (GH-560, GH-561)
     */
    public static Lab start(Topology topology, LabOptions options) {
        return start(topology, options, ModelCluster::start);
    }

    static Lab start(Topology topology, LabOptions options, ClusterMaker maker) {
        Site site = Site.open("gatehouse-lab", options.threads());
        try {
            return start(topology, options, maker, site, site::close);
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    /** As {@link #start(Topology, LabOptions, ClusterMaker)}, on a site that stays open. */
    static Lab start(Topology topology, LabOptions options, ClusterMaker maker, Site site) {
        return start(topology, options, maker, site, () -> {});
    }

    private static Lab start(Topology topology, LabOptions options, ClusterMaker maker, Site site, Runnable last) {
        Cluster cluster = maker.start(topology, options, site);
        Wiring wiring = new Wiring(topology, options, site, keys(topology), cluster);
        try {
            Map<String, Entrance> entrances = new LinkedHashMap<>();
            topology.paths().forEach(path -> entrances.put(path.entry().name(), entrance(topology, wiring, path)));
            return new Lab(topology, site, cluster, wiring, entrances, last);
        } catch (RuntimeException e) {
            wiring.stages().forEach(stage -> stage.endpoint().close());
            cluster.close();
            throw e;
        }
    }

    private static Entrance entrance(Topology topology, Wiring wiring, EntryPath path) {
        Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();
        boolean tls = false;
        for (Model model : topology.spec().modelsOf(path.entry())) {
            Door door = wiring.entrance(path, model);
            addresses.put(model.name(), door.targets().all().get(0));
            tls = door.tls();
        }
        Entry entry = path.entry();
        return new Entrance(
                entry.name(),
                entry.host(),
                tls ? "https" : "http",
                addresses,
                wiring.keys().getOrDefault(entry.name(), Map.of()));
    }

    /** A key in each plan of each entry. */
    private static Map<String, Map<String, String>> keys(Topology topology) {
        Map<String, Map<String, String>> keys = new LinkedHashMap<>();
        for (Entry entry : topology.spec().entries()) {
            Map<String, String> ofEntry = new LinkedHashMap<>();
            for (Plan plan : topology.spec().consumers().plans(entry)) {
                ofEntry.put(plan.name(), "key-of-" + plan.name() + "-on-" + entry.name());
            }
            keys.put(entry.name(), ofEntry);
        }
        return keys;
    }

    /** What it is the data path of. */
    public Topology topology() {
        return topology;
    }

    /**
     * Where clients of an entry call.
     *
     * @throws IllegalArgumentException if there is no entry of that name
     */
    public Entrance entrance(String entry) {
        Entrance entrance = entrances.get(entry);
        if (entrance == null) {
            throw new IllegalArgumentException("no entry '" + entry + "' in the lab, only " + entrances.keySet());
        }
        return entrance;
    }

    /** Where the clients of each entry call, in the order of the spec. */
    public List<Entrance> entrances() {
        return List.copyOf(entrances.values());
    }

    /** Who signs the certificates of its servers, and makes those of its clients. */
    public Authority authority() {
        return site.authority();
    }

    /** Who signs the tokens that its hops believe. */
    public TokenIssuer tokens() {
        return site.issuer();
    }

    /** What each stage has done until now, the edge first. */
    public List<StageCounts> counts() {
        return stages.stream()
                .sorted((a, b) -> stages.indexOf(b) - stages.indexOf(a))
                .map(Stage::tally)
                .map(Tally::counts)
                .toList();
    }

    /** The server of its models: what they got, and how to let them go wrong. */
    public ModelServer models() {
        return cluster.models().orElseThrow(() -> new IllegalStateException("this lab has no server of models"));
    }

    /** What can be broken. */
    public Faults faults() {
        return faults;
    }

    /** Ends everything that it started, and returns when nothing is left. Closing twice does nothing more. */
    @Override
    public void close() {
        stages.forEach(stage -> stage.endpoint().close());
        cluster.close();
        last.run();
    }
}
