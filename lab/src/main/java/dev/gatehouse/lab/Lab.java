package dev.gatehouse.lab;

import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.stage.Stage;
import dev.gatehouse.lab.stage.StageCounts;
import dev.gatehouse.lab.stage.Tally;
import dev.gatehouse.lab.token.TokenIssuer;
import dev.gatehouse.model.finding.Finding;
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
    private final Map<String, Map<String, Door>> doors;
    private final Map<String, Map<String, String>> keys;
    private final Faults faults;
    private final Runnable last;

    private Lab(
            Topology topology,
            Site site,
            Cluster cluster,
            int zones,
            Wiring wiring,
            Map<String, Map<String, Door>> doors,
            Runnable last) {
        this.topology = topology;
        this.site = site;
        this.cluster = cluster;
        this.stages = wiring.stages();
        this.doors = doors;
        this.keys = wiring.keys();
        this.last = last;
        this.faults = new Faults(cluster, zones, wiring);
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
            Map<String, Map<String, Door>> doors = new LinkedHashMap<>();
            topology.paths().forEach(path -> doors.put(path.entry().name(), doors(topology, wiring, path)));
            return new Lab(topology, site, cluster, options.zones(), wiring, doors, last);
        } catch (RuntimeException e) {
            wiring.stages().forEach(stage -> stage.endpoint().close());
            cluster.close();
            throw e;
        }
    }

    private static Map<String, Door> doors(Topology topology, Wiring wiring, EntryPath path) {
        Map<String, Door> doors = new LinkedHashMap<>();
        for (Model model : topology.spec().modelsOf(path.entry())) {
            doors.put(model.name(), wiring.entrance(path, model));
        }
        return doors;
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
     * Where clients of an entry call: of several {@link #nodes} the first.
     *
     * @throws IllegalArgumentException if there is no entry of that name
     */
    public Entrance entrance(String entry) {
        Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();
        doors(entry).forEach((model, door) -> addresses.put(model, named(door).get(0)));
        boolean tls = doors(entry).values().stream().anyMatch(Door::tls);
        String host = topology.spec().entries().stream()
                .filter(each -> each.name().equals(entry))
                .map(Entry::host)
                .findFirst()
                .orElseThrow();
        return new Entrance(entry, host, tls ? "https" : "http", addresses, keys.getOrDefault(entry, Map.of()));
    }

    /** Where the clients of each entry call, in the order of the spec. */
    public List<Entrance> entrances() {
        return doors.keySet().stream().map(this::entrance).toList();
    }

    /**
     * What an entry's name leads to just now: a node in each zone of the first hop, without those that health checks
     * have found to be gone; a single address where that hop has no nodes of its own.
     *
     * @throws IllegalArgumentException if there is no entry of that name, or it does not serve the model
     */
    public List<InetSocketAddress> nodes(String entry, String model) {
        Door door = doors(entry).get(model);
        if (door == null) {
            throw new IllegalArgumentException("entry '" + entry + "' does not serve model '" + model + "'");
        }
        return named(door);
    }

    /** Where nothing is healthy, names lead to everything. */
    private static List<InetSocketAddress> named(Door door) {
        List<InetSocketAddress> healthy = door.targets().healthy();
        return healthy.isEmpty() ? door.targets().all() : healthy;
    }

    private Map<String, Door> doors(String entry) {
        Map<String, Door> found = doors.get(entry);
        if (found == null) {
            throw new IllegalArgumentException("no entry '" + entry + "' in the lab, only " + doors.keySet());
        }
        return found;
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

    /**
     * What is not as it would be behind Emissary: settings of the manifests that the embedded ingress passes over
     * (GH-562). Of what is generated there are none.
     */
    public List<Finding> findings() {
        return cluster.findings();
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
