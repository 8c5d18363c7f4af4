package dev.gatehouse.aws;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.spec.WebFirewall;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.util.List;
import java.util.Optional;

/** The hop nearest the edge that can keep a promise keeps it, unless the spec says which. */
final class EdgeFirstDuties implements Duties {
    private final Topology topology;

    EdgeFirstDuties(Topology topology) {
        this.topology = topology;
    }

    @Override
    public boolean keeps(HopKind hop, Requirement requirement, Entry entry, Model model) {
        EntryPath path = topology.path(entry);
        String wanted = topology.spec().keepers().get(requirement.word());
        if (wanted != null && path.has(new HopKind(wanted))) {
            return hop.id().equals(wanted);
        }
        Optional<HopKind> keeper =
                able(requirement, entry).stream().filter(path::has).findFirst();
        return keeper.map(hop::equals).orElse(false);
    }

    private List<HopKind> able(Requirement requirement, Entry entry) {
        if (requirement instanceof WebFirewall) {
            return List.of(HopKind.WEB_ACL);
        }
        if (requirement instanceof MutualTls) {
            return List.of(HopKind.REST_API, HopKind.APPLICATION_LOAD_BALANCER, HopKind.AMBASSADOR);
        }
        if (requirement instanceof PrivateAdmin) {
            return List.of(HopKind.REST_API, HopKind.AMBASSADOR);
        }
        if (requirement instanceof Jwt jwt) {
            return jwt.jwksReach() == Entry.Reach.INTERNET
                    ? List.of(HopKind.REST_API, HopKind.APPLICATION_LOAD_BALANCER, HopKind.AMBASSADOR)
                    : List.of(HopKind.REST_API, HopKind.AMBASSADOR);
        }
        if (requirement instanceof RateLimit limit) {
            boolean byKey = topology.spec()
                    .consumers()
                    .identity(entry)
                    .map(identity -> identity.by() == Identity.By.API_KEY)
                    .orElse(false);
            if (limit.by() == RateLimit.By.ADDRESS) {
                return List.of(HopKind.WEB_ACL, HopKind.AMBASSADOR);
            }
            return byKey ? List.of(HopKind.REST_API, HopKind.AMBASSADOR) : List.of(HopKind.AMBASSADOR);
        }
        return List.of();
    }
}
