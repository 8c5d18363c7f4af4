package dev.gatehouse.lab;

import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.lab.ingress.Ingress;
import dev.gatehouse.lab.ingress.IngressOptions;
import dev.gatehouse.lab.ingress.Secrets;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.side.SideServices;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models with a pod in each zone, and in front of them, where the path has it, ingresses in each zone with the
 * services that they ask. Those services are in no zone.
 */
final class ModelCluster implements Cluster {
    private final Topology topology;
    private final LabOptions options;
    private final Site site;
    private final ModelServer models;
    private final List<Ingress> ingresses = new ArrayList<>();
    private final Set<Ingress> dead = ConcurrentHashMap.newKeySet();
    private boolean changed;
    private Optional<SideServices> sides = Optional.empty();

    private ModelCluster(Topology topology, LabOptions options, Site site) {
        this.topology = topology;
        this.options = options;
        this.site = site;
        this.models = ModelServer.start(
                topology.spec(),
                site.loops(),
                site.authority(),
                options.models().with(options.pace()),
                options.zones());
    }

    static ModelCluster start(Topology topology, LabOptions options, Site site) {
        ModelCluster cluster = new ModelCluster(topology, options, site);
        try {
            if (topology.design().has(HopKind.AMBASSADOR)) {
                cluster.startIngresses();
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void startIngresses() {
        RouteTable table = Ingress.table(topology);
        SideServices asked = SideServices.start(
                table,
                topology.spec(),
                site.issuer()::verifies,
                site.loops(),
                site.authority(),
                options.pace(),
                options::held);
        sides = Optional.of(asked);
        IngressOptions started = IngressOptions.with(site.loops())
                .with(options.pace())
                .with(Secrets.issue(table, site.authority(), site.authority()));
        for (int pod = 0; pod < options.zones() * options.pods(); pod++) {
            ingresses.add(Ingress.start(options.engine(), table, upstreams(), started));
        }
    }

    private Upstreams upstreams() {
        return sides.map(asked -> asked.join(models.upstreams())).orElseGet(models::upstreams);
    }

    private List<InetSocketAddress> model(SeamPort port) {
        Model model = topology.spec().models().stream()
                .filter(each -> port.model().equals(Optional.of(each.name())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("port " + port.name() + " leads to no model"));
        return models.pods(model.service());
    }

    @Override
    public List<InetSocketAddress> targets(SeamPort port) {
        if (!ingresses.isEmpty()) {
            return ingresses.stream()
                    .map(ingress -> ingress.address(port.targetGroup().port()))
                    .toList();
        }
        return model(port);
    }

    @Override
    public Optional<ModelServer> models() {
        return Optional.of(models);
    }

    @Override
    public void kill(int target) {
        if (ingresses.isEmpty()) {
            models.kill(target);
        } else {
            Ingress gone = ingresses.get(target);
            dead.add(gone);
            gone.close();
        }
    }

    @Override
    public void killModels(int zone) {
        models.kill(zone);
    }

    @Override
    public synchronized void giveUp(int zone) {
        models.giveUp(zone);
        route();
    }

    @Override
    public synchronized void reload() {
        changed = !changed;
        route();
    }

    private void route() {
        RouteTable table = Ingress.table(topology);
        RouteTable next = changed ? Ingress.renamed(table) : table;
        ingresses.stream().filter(ingress -> !dead.contains(ingress)).forEach(each -> each.reload(next, upstreams()));
    }

    @Override
    public List<Finding> findings() {
        return ingresses.stream()
                .flatMap(ingress -> ingress.findings().stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        ingresses.forEach(Ingress::close);
        sides.ifPresent(SideServices::close);
        models.close();
    }
}
