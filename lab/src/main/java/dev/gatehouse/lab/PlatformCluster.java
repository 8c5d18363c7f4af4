package dev.gatehouse.lab;

import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.lab.ingress.Ingress;
import dev.gatehouse.lab.ingress.IngressOptions;
import dev.gatehouse.lab.ingress.Secrets;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.lab.side.SideServices;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The cluster of a platform: its models, an ingress in each zone if the design has one, and the services that the
 * ingress asks. Zones share the models, as pods of an ingress share their Services.
 */
final class PlatformCluster implements Cluster {
    private final Topology topology;
    private final LabOptions options;
    private final ModelServer models;
    private final List<SideServices> sides = new ArrayList<>();
    private final List<Ingress> ingresses = new ArrayList<>();

    PlatformCluster(Topology topology, LabOptions options, Site site) {
        this.topology = topology;
        this.options = options;
        this.models = ModelServer.start(
                topology.spec(), site.loops(), site.authority(), ServerOptions.STANDARD.with(options.pace()));
        try {
            if (topology.design().has(HopKind.AMBASSADOR)) {
                startIngresses(site);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startIngresses(Site site) {
        RouteTable table = Ingress.table(topology);
        SideServices services = SideServices.start(
                table, topology.spec(), site.issuer()::verifies, site.loops(), site.authority(), options.pace());
        sides.add(services);
        Upstreams upstreams = services.join(models.upstreams());
        IngressOptions with =
                IngressOptions.with(site.loops()).with(Secrets.issue(table, site.authority(), site.authority()));
        for (int zone = 0; zone < options.zones(); zone++) {
            ingresses.add(Ingress.start(options.engine(), table, upstreams, with));
        }
    }

    /** The models behind it. */
    ModelServer models() {
        return models;
    }

    @Override
    public List<InetSocketAddress> targets(SeamPort port) {
        if (ingresses.isEmpty()) {
            InetSocketAddress address = models.address(model(port).service());
            return java.util.Collections.nCopies(options.zones(), address);
        }
        return ingresses.stream()
                .map(ingress -> ingress.address(port.targetGroup().port()))
                .toList();
    }

    private Model model(SeamPort port) {
        return port.model()
                .flatMap(name -> topology.spec().models().stream()
                        .filter(model -> model.name().equals(name))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("port " + port.name() + " leads to no model"));
    }

    /**
     * Ends the ingress of a zone.
     *
     * @throws IllegalArgumentException if the design has no ingress, whose pods a zone could take along
     */
    @Override
    public void kill(int zone) {
        if (ingresses.isEmpty()) {
            throw new IllegalArgumentException(
                    topology.design().id() + " has no ingress; the models' own pods are not the lab's to end");
        }
        ingresses.get(zone).close();
    }

    @Override
    public void close() {
        ingresses.forEach(Ingress::close);
        sides.forEach(SideServices::close);
        models.close();
    }
}
