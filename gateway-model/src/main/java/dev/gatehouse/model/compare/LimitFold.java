package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
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
                        .flatMap(fact -> limit("body-inspection", HopKind.WEB_ACL, fact)))
                .ifPresent(limits::add);
        return limits;
    }

    private static String inspection(WebAcl acl) {
        return acl.attachedTo().equals(HopKind.APPLICATION_LOAD_BALANCER)
                ? "body-inspection-alb"
                : "body-inspection-" + acl.attachedTo();
    }

    private static Optional<Limit> limit(Topology topology, Hop hop, String id) {
        return topology.known().fact(hop.kind(), id).flatMap(fact -> limit(id, hop.kind(), fact));
    }

    private static Optional<Limit> limit(String id, HopKind hop, Fact fact) {
        return fact.value().map(value -> new Limit(id, Optional.empty(), value, hop, fact));
    }
}
