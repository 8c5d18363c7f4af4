package dev.gatehouse.lab;

import dev.gatehouse.lab.HostRouter.Hosted;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.stage.Proxy;
import dev.gatehouse.lab.stage.ProxySettings;
import dev.gatehouse.lab.stage.Pump;
import dev.gatehouse.lab.stage.PumpSettings;
import dev.gatehouse.lab.stage.Reason;
import dev.gatehouse.lab.stage.Route;
import dev.gatehouse.lab.stage.Routing;
import dev.gatehouse.lab.stage.Stage;
import dev.gatehouse.lab.stage.Tally;
import dev.gatehouse.lab.stage.Targets;
import dev.gatehouse.lab.tls.TlsListener;
import dev.gatehouse.lab.tls.TlsSender;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.topology.ClientAddress;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Opens the stages of a topology, the last hop first: each is told what lies behind it. A listener that several entries
 * share is one stage, as it is one listener of the real hop.
 */
final class Wiring {
    private final Topology topology;
    private final LabOptions options;
    private final Site site;
    private final Cluster cluster;
    private final Map<String, Map<String, String>> keys;
    private final Map<List<Object>, Door> doors = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Balancer> balancers = new ArrayList<>();
    private final Map<SeamPort, Targets> targets = new HashMap<>();

    Wiring(Topology topology, LabOptions options, Site site, Map<String, Map<String, String>> keys, Cluster cluster) {
        this.keys = keys;
        this.topology = topology;
        this.options = options;
        this.site = site;
        this.cluster = cluster;
    }

    /** How requests of an entry for a model come in. */
    Door entrance(EntryPath path, Model model) {
        return door(path, 0, model);
    }

    /** Every stage that was opened, the last hop first. */
    List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** Every listener that has a node in each zone. */
    List<Balancer> balancers() {
        return List.copyOf(balancers);
    }

    /** The API keys of each entry's plans: entry name to plan name to key. */
    Map<String, Map<String, String>> keys() {
        return keys;
    }

    /** What the seam's ports lead to, by port. */
    List<Targets> targets() {
        return List.copyOf(targets.values());
    }

    private Door door(EntryPath path, int at, Model model) {
        List<Hop> hops = path.onPath();
        Hop hop = hops.get(at);
        int last = path.lastBalancer().map(hops::lastIndexOf).orElse(-1);
        if (at > last) {
            SeamPort port = port(path.entry(), model);
            return new Door(
                    targets.computeIfAbsent(port, each -> new Targets(cluster.targets(each))), port.carriesTls());
        }
        if (hop.layer() == 4 && at == last) {
            return seamBalancer(path, at, model);
        }
        return hop.layer() == 4 ? passing(path, at, model) : proxy(path, at);
    }

    private SeamPort port(Entry entry, Model model) {
        return topology.seam()
                .port(entry.name(), model.name())
                .orElseThrow(() -> new IllegalStateException(
                        "the lab needs a port for model " + model.name() + " on entry " + entry.name()));
    }

    // ---- layer 4

    /** The balancer in front of the cluster: its listener is a port of the seam. */
    private Door seamBalancer(EntryPath path, int at, Model model) {
        SeamPort port = port(path.entry(), model);
        Hop hop = path.onPath().get(at);
        return door(List.of(hop, port.name(), port.balancer()), () -> {
            Door behind = door(path, at + 1, model);
            List<String> protocols = List.of();
            if (port.terminatesTls()) {
                protocols = speaksHttp2(port) ? TlsListener.HTTP_2_AND_1 : TlsListener.HTTP_1;
            }
            PumpSettings settings = new PumpSettings(
                    behind.targets(),
                    port.terminatesTls()
                            ? Optional.of(TlsListener.of(
                                    certificates(port.entries()), trusted(port.verifiesClients()), protocols))
                            : Optional.empty(),
                    port.terminatesTls() && port.targetGroup().tls()
                            ? Optional.of(TlsSender.toTargets(protocols))
                            : Optional.empty(),
                    port.clientAddress(),
                    idle(hop),
                    delay(hop));
            return new Door(
                    nodes(path, at, port.name(), settings, Pump::open), port.terminatesTls() || port.carriesTls());
        });
    }

    private boolean speaksHttp2(SeamPort port) {
        return topology.spec().entries().stream()
                .filter(entry -> port.entries().contains(entry.name()))
                .anyMatch(entry -> topology.wires(entry).stream()
                        .anyMatch(wire -> wire.protocol().equals("http/2")));
    }

    /** A hop that passes bytes on as they come: a listener for each listener behind it. */
    private Door passing(EntryPath path, int at, Model model) {
        Hop hop = path.onPath().get(at);
        Door behind = door(path, at + 1, model);
        ClientAddress address = topology.wires(path.entry()).get(at + 1).clientAddress();
        return door(List.of(hop, behind.targets(), address), () -> {
            PumpSettings settings = new PumpSettings(
                    behind.targets(), Optional.empty(), Optional.empty(), address, idle(hop), delay(hop));
            return new Door(nodes(path, at, path.entry().name(), settings, Pump::open), behind.tls());
        });
    }

    // ---- layer 7

    private Door proxy(EntryPath path, int at) {
        Hop hop = path.onPath().get(at);
        HopFacts facts = new HopFacts(topology.facts(), topology.spec().region(), hop.kind());
        Object listener = facts.choosesByHost()
                ? String.valueOf(topology.clientPort(path.entry()))
                : path.entry().name();
        return door(List.of(hop, listener), () -> {
            List<EntryPath> served = topology.paths().stream()
                    .filter(each -> each.onPath().contains(hop))
                    .filter(each -> facts.choosesByHost()
                            ? String.valueOf(topology.clientPort(each.entry())).equals(listener)
                            : each.equals(path))
                    .toList();
            boolean tls = topology.wires(path.entry()).get(at).tls();
            boolean verifies = topology.keeps(hop.kind(), MutualTls.class, path.entry());
            ProxySettings settings = new ProxySettings(
                    hop.kind().id(),
                    tls
                            ? Optional.of(TlsListener.of(
                                    certificates(served.stream()
                                            .map(each -> each.entry().name())
                                            .toList()),
                                    trusted(verifies),
                                    TlsListener.HTTP_2_AND_1))
                            : Optional.empty(),
                    router(served, hop, facts),
                    facts.limits(),
                    facts.carries("grpc"),
                    facts.carries("websocket"),
                    topology.wires(path.entry()).get(at + 1).clientAddress() == ClientAddress.FORWARDED_FOR,
                    topology.clientPort(path.entry()),
                    options.warm(),
                    delay(hop));
            return new Door(nodes(path, at, String.valueOf(listener), settings, Proxy::open), tls);
        });
    }

    private HostRouter router(List<EntryPath> served, Hop hop, HopFacts facts) {
        RouteMaker maker = new RouteMaker(topology, options, site, keys, hop);
        String kind = hop.kind().id();
        Map<String, Hosted> hosts = new LinkedHashMap<>();
        for (EntryPath path : served) {
            Map<String, Route> routes = new LinkedHashMap<>();
            List<Door> behind = new ArrayList<>();
            int at = path.onPath().indexOf(hop);
            for (Model model : topology.spec().modelsOf(path.entry())) {
                Door door = door(path, at + 1, model);
                behind.add(door);
                routes.put(model.name(), maker.route(path, model, door));
            }
            Optional<PrivateAdmin> admin = topology.spec().requirement(PrivateAdmin.class, path.entry());
            boolean passesAny = !facts.isApi()
                    && behind.stream().map(Door::targets).distinct().count() == 1;
            Routing rest = passesAny
                    ? maker.unmatched(path, behind.get(0))
                    : HostRouter.refusal(kind, facts.isApi() && admin.isEmpty() ? 403 : 404, Reason.UNKNOWN_PATH);
            hosts.put(
                    path.entry().host(),
                    new Hosted(
                            new ModelPaths(topology.spec().modelsOf(path.entry())),
                            routes,
                            facts.isApi() ? admin.map(PrivateAdmin::paths).orElse(List.of()) : List.of(),
                            rest,
                            HostRouter.refusal(kind, 404, Reason.UNKNOWN_PATH)));
        }
        return new HostRouter(hosts, HostRouter.refusal(kind, facts.choosesByHost() ? 404 : 403, Reason.UNKNOWN_HOST));
    }

    // ---- both

    private interface Opening {
        Door open();
    }

    private Door door(List<Object> key, Opening opening) {
        Door known = doors.get(key);
        if (known != null) {
            return known;
        }
        Door opened = opening.open();
        doors.put(key, opened);
        return opened;
    }

    private interface Node<S> {
        Stage open(Loops loops, int port, S settings, Tally tally);
    }

    /** A node in each zone, of a hop that has such; each sends to the targets of all zones. */
    private <S> Targets nodes(EntryPath path, int at, String listener, S settings, Node<S> node) {
        HopKind kind = path.onPath().get(at).kind();
        boolean zonal = new HopFacts(topology.facts(), topology.spec().region(), kind).isZonal();
        List<Stage> opened = new ArrayList<>();
        for (int zone = 0; zone < (zonal ? options.zones() : 1); zone++) {
            String door = zonal && options.zones() > 1 ? listener + "-" + zone : listener;
            Stage stage = node.open(site.loops(), listenAt(path, at), settings, new Tally(kind.id(), door));
            stages.add(stage);
            opened.add(stage);
        }
        Targets listening = new Targets(
                opened.stream().map(stage -> stage.endpoint().address()).toList());
        if (zonal) {
            balancers.add(new Balancer(listening, opened));
        }
        return listening;
    }

    /** The port that was asked for is the first entry's. */
    private int listenAt(EntryPath path, int at) {
        boolean first = at == 0 && path.equals(topology.paths().get(0));
        boolean taken =
                stages.stream().anyMatch(stage -> stage.endpoint().address().getPort() == options.port());
        return first && !taken ? options.port() : 0;
    }

    private Map<String, Identity> certificates(List<String> entries) {
        Map<String, Identity> byHost = new LinkedHashMap<>();
        topology.spec().entries().stream()
                .filter(entry -> entries.contains(entry.name()))
                .map(Entry::host)
                .forEach(host -> byHost.put(host, site.server(host)));
        return byHost;
    }

    private List<X509Certificate> trusted(boolean verifies) {
        return verifies ? List.of(site.authority().certificate()) : List.of();
    }

    private long idle(Hop hop) {
        return topology.seam().idle(hop.kind()).map(options.pace()::nanos).orElse(0L);
    }

    private long delay(Hop hop) {
        HopKind kind = hop.kind();
        return options.pace().nanos(Objects.requireNonNullElse(options.delays().get(kind), Duration.ZERO));
    }
}
