package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import dev.gatehouse.model.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tightest limit of each kind, model by model, then what holds for every model. */
final class LimitFold {
    /** Limits of one hop that hold whatever the model is. */
    private static final List<String> SHARED = List.of("throttle-rate", "throttle-burst", "listeners", "rules");

    /** What pods of your own take together. */
    static final String OWN_RATE = "own-rate";

    private LimitFold() {}

    static List<Limit> limits(Topology topology) {
        List<Limit> limits = new ArrayList<>();
        for (Model model : topology.spec().models()) {
            Map<String, Limit> tightest = new LinkedHashMap<>();
            for (EntryPath path : topology.paths()) {
                if (model.entries().contains(path.entry().name())) {
                    new Bounds(topology, path, model)
                            .all()
                            .forEach(limit -> tightest.merge(limit.id(), limit, LimitFold::tighter));
                }
            }
            limits.addAll(tightest.values());
        }
        limits.addAll(shared(topology));
        return limits;
    }

    private static Limit tighter(Limit a, Limit b) {
        return a.value().compareTo(b.value()) <= 0 ? a : b;
    }

    private static List<Limit> shared(Topology topology) {
        List<Limit> limits = new ArrayList<>();
        for (String id : SHARED) {
            topology.hops().stream()
                    .flatMap(hop -> limit(topology, hop, id).stream())
                    .min(Comparator.comparing(Limit::value))
                    .ifPresent(limits::add);
        }
        topology.hop(WebAcl.class)
                .flatMap(acl -> topology.known()
                        .fact(HopKind.WEB_ACL, inspection(acl))
                        .flatMap(fact -> limit(topology, "body-inspection", HopKind.WEB_ACL, fact)))
                .ifPresent(limits::add);
        topology.hops().stream()
                .flatMap(hop -> ownRate(topology, hop.kind()).stream())
                .min(Comparator.comparing(Limit::value))
                .ifPresent(limits::add);
        return limits;
    }

    /** What the pods take that a hop has in all zones, where it runs on pods of your own. */
    private static Optional<Limit> ownRate(Topology topology, HopKind hop) {
        Optional<BigDecimal> pods = topology.known()
                .fact(hop, "pods-per-zone")
                .flatMap(Fact::value)
                .map(Quantity::toCount)
                .map(perZone ->
                        perZone.multiply(BigDecimal.valueOf(topology.spec().zones())));
        return pods.flatMap(count -> topology.known()
                .fact(hop, "requests-per-pod")
                .flatMap(fact -> fact.value()
                        .map(perPod -> limit(
                                topology,
                                OWN_RATE,
                                hop,
                                new Quantity(perPod.toRate().perSecond().multiply(count), Unit.PER_SECOND),
                                fact))));
    }

    private static String inspection(WebAcl acl) {
        return acl.attachedTo().equals(HopKind.APPLICATION_LOAD_BALANCER)
                ? "body-inspection-alb"
                : "body-inspection-" + acl.attachedTo();
    }

    private static Optional<Limit> limit(Topology topology, Hop hop, String id) {
        return topology.known().fact(hop.kind(), id).flatMap(fact -> limit(topology, id, hop.kind(), fact));
    }

    private static Optional<Limit> limit(Topology topology, String id, HopKind hop, Fact fact) {
        return fact.value().map(value -> limit(topology, id, hop, value, fact));
    }

    private static Limit limit(Topology topology, String id, HopKind hop, Quantity value, Fact fact) {
        return new Limit(
                id,
                Optional.empty(),
                value,
                hop,
                fact,
                Uses.of(topology, hop, id),
                Raise.of(topology.facts(), fact, value),
                topology.known().fact(hop, id + "-shared-by").map(Fact::text));
    }
}
