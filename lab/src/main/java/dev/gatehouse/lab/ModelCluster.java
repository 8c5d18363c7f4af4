package dev.gatehouse.lab;

import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.lab.ingress.Ingress;
import dev.gatehouse.lab.ingress.IngressOptions;
import dev.gatehouse.lab.ingress.Secrets;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.side.SideServices;
import dev.gatehouse.lab.stage.Pump;
import dev.gatehouse.lab.stage.PumpSettings;
import dev.gatehouse.lab.stage.Tally;
import dev.gatehouse.lab.stage.Targets;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.ClientAddress;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models, and in front of them, where the path has it, an ingress in each zone with the services that it asks. */
final class ModelCluster implements Cluster {
    private final Topology topology;
    private final LabOptions options;
    private final Site site;
    private final ModelServer models;
    private final List<Ingress> ingresses = new ArrayList<>();
    private final Map<SeamPort, List<Endpoint>> pods = new HashMap<>();
    private Optional<SideServices> sides = Optional.empty();

    private ModelCluster(Topology topology, LabOptions options, Site site) {
        this.topology = topology;
        this.options = options;
        this.site = site;
        this.models = ModelServer.start(
                topology.spec(),
                site.loops(),
                site.authority(),
                options.models().with(options.pace()));
    }

    static ModelCluster start(Topology topology, LabOptions options, Site site) {
        ModelCluster cluster = new ModelCluster(topology, options, site);
        try {
            if (topology.design().has(HopKind.AMBASSADOR)) {
                cluster.startIngresses();
            } else if (options.zones() > 1) {
                topology.seam().ports().forEach(cluster::startPods);
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
                table, topology.spec(), site.issuer()::verifies, site.loops(), site.authority(), options.pace());
        sides = Optional.of(asked);
        IngressOptions started = IngressOptions.with(site.loops())
                .with(options.pace())
                .with(Secrets.issue(table, site.authority(), site.authority()));
        for (int zone = 0; zone < options.zones(); zone++) {
            ingresses.add(Ingress.start(options.engine(), table, upstreams(), started));
        }
    }

    private Upstreams upstreams() {
        return sides.map(asked -> asked.join(models.upstreams())).orElseGet(models::upstreams);
    }

    /** Where no ingress is, a zone is a way to the model that can be cut. */
    private void startPods(SeamPort port) {
        PumpSettings passing = new PumpSettings(
                new Targets(List.of(model(port))), Optional.empty(), Optional.empty(), ClientAddress.LOST, 0, 0);
        List<Endpoint> zones = new ArrayList<>();
        for (int zone = 0; zone < options.zones(); zone++) {
            Tally tally = new Tally(HopKind.MODEL_SERVICE.id(), port.name() + "-" + zone);
            zones.add(Pump.open(site.loops(), 0, passing, tally).endpoint());
        }
        pods.put(port, zones);
    }

    private InetSocketAddress model(SeamPort port) {
        Model model = topology.spec().models().stream()
                .filter(each -> port.model().equals(Optional.of(each.name())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("port " + port.name() + " leads to no model"));
        return models.address(model.service());
    }

    @Override
    public List<InetSocketAddress> targets(SeamPort port) {
        if (!ingresses.isEmpty()) {
            return ingresses.stream()
                    .map(ingress -> ingress.address(port.targetGroup().port()))
                    .toList();
        }
        List<Endpoint> zones = pods.get(port);
        return zones == null
                ? List.of(model(port))
                : zones.stream().map(Endpoint::address).toList();
    }

    @Override
    public Optional<ModelServer> models() {
        return Optional.of(models);
    }

    @Override
    public void kill(int zone) {
        if (!ingresses.isEmpty()) {
            ingresses.get(zone).close();
        }
        pods.values().forEach(zones -> zones.get(zone).close());
    }

    @Override
    public void reload() {
        RouteTable table = Ingress.table(topology);
        ingresses.forEach(ingress -> ingress.reload(table, upstreams()));
    }

    @Override
    public void close() {
        ingresses.forEach(Ingress::close);
        pods.values().forEach(zones -> zones.forEach(Endpoint::close));
        sides.ifPresent(SideServices::close);
        models.close();
    }
}
