package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.SeamBalancer;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import dev.gatehouse.model.topology.TargetGroup.Carries;
import dev.gatehouse.model.topology.Trust;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is behind an ALB: pods that register in its own target groups, or the private NLB, which it knows only by pinned
 * addresses. For the latter target groups of addresses, cross-zone on the NLB, no client addresses kept on the joint,
 * and a health check that accepts no redirect are made together.
 */
final class AlbBehind {
    private final Site site;
    private final PlacedNetwork network;
    private final SecurityGroups groups;
    private final String id;
    private final Exports behind;

    AlbBehind(Site site, PlacedNetwork network, SecurityGroups groups, String id, Exports behind) {
        this.site = site;
        this.network = network;
        this.groups = groups;
        this.id = id;
        this.behind = behind;
    }

    private boolean reachesPods() {
        return site.topology().seam().balancers().stream()
                .map(SeamBalancer::id)
                .anyMatch(SeamBalancer.APPLICATION::equals);
    }

    /** Opens the way from the ALB to what is behind it. */
    void rules(Resource group) {
        if (!reachesPods()) {
            Resource inner = behind.requiredGroup("application-load-balancer");
            groups.joinAll(
                    id,
                    group,
                    NetworkBalancers.PRIVATE,
                    inner.identity(),
                    ports().stream().map(SeamPort::port).toList(),
                    "The ALB to the private NLB");
            return;
        }
        TreeSet<Integer> called = new TreeSet<>();
        for (SeamPort port : ports()) {
            for (TargetGroup targets : port.targetGroups()) {
                called.add(targets.port());
                called.add(targets.healthCheck().port());
            }
        }
        called.forEach(port -> groups.join(
                id,
                group,
                "Cluster",
                groups.cluster(),
                port,
                port == HealthCheck.AMBASSADOR.port() ? "Health checks" : "The ALB to the pods"));
    }

    /** The target group of each request. */
    AlbForwards forwards() {
        boolean byModel = !site.topology().design().has(HopKind.AMBASSADOR);
        if (reachesPods()) {
            return new AlbForwards(
                    byModel,
                    (entry, model) -> new PodTargets(site, network, id, port(entry, model))
                            .of(model.protocol() == Protocol.GRPC ? Carries.GRPC : Carries.HTTP));
        }
        if (behind.addresses().isEmpty()) {
            throw new IllegalStateException(
                    "application-load-balancer needs the pinned addresses of the hop behind it, which exports "
                            + behind);
        }
        Map<String, AlbTargets> targets = new LinkedHashMap<>();
        ports().forEach(port -> targets.put(port.name(), new AlbTargets(site, network, id, port, behind.addresses())));
        return new AlbForwards(byModel, (entry, model) -> {
            AlbTargets own = targets.get(port(entry, model).name());
            if (own == null) {
                throw new IllegalStateException(
                        "application-load-balancer needs a port behind it for entry " + entry.name());
            }
            return model.protocol() == Protocol.GRPC ? own.grpc() : own.http();
        });
    }

    private SeamPort port(Entry entry, Model model) {
        return site.topology()
                .seam()
                .port(entry.name(), model.name())
                .orElseThrow(() -> new IllegalStateException(
                        "application-load-balancer needs a port behind it for entry " + entry.name()));
    }

    private List<SeamPort> ports() {
        return site.topology().seam().ports().stream()
                .filter(port -> port.trust().inFront() == Trust.InFront.APPLICATION_LOAD_BALANCER)
                .toList();
    }
}
